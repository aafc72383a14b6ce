// How many incidents stand on exactly which of the lists: all that an estimate of the hidden ones rests on.

import type { Overlap } from "../../measure/overlap.ts";
import { charts as words } from "../words/en-charts.ts";
import type { Chart, Tone } from "./chart.ts";

export type OverlapInput = {
  id: string;
  overlap: Overlap;
  names: Record<string, string>;
  tone: Tone;
  direction: string;
};

export function overlapChart({ id, overlap, names, tone, direction }: OverlapInput): Chart {
  const { lists, observed } = overlap;
  const cells = [...overlap.cells].sort(
    (one, other) => one.lists.length - other.lists.length || other.count - one.count,
  );
  const named = (members: readonly string[]): string => members.map((name) => names[name] ?? name).join(" + ");
  return {
    id,
    title: words.overlapTitle(direction),
    description: `${words.overlapTotal(observed)} ${cells.map(({ lists: members, count }) => `${named(members)}: ${count}`).join("; ")}`,
    axis: { kind: "count", to: Math.max(1, ...cells.map(({ count }) => count)) },
    panels: [
      {
        kind: "cells",
        columns: lists.map((name) => names[name] ?? name),
        tone,
        rows: cells.map(({ lists: members, count }) => ({
          members: lists.map((name) => members.includes(name)),
          count,
        })),
      },
    ],
    rules: [],
    table: {
      columns: [words.exactlyOn, words.incidents],
      rows: cells.map(({ lists: members, count }) => [named(members), count]),
    },
  };
}
