// What one side does to this rival, beside what its habits with other rivals would give: seen against expected.

import type { DirectionRestraint } from "../../measure/restraint/index.ts";
import { categoryWords } from "../words/en-restraint.ts";
import { measures, restraintWords as words } from "../words/en-measures.ts";
import type { Chart, IntervalRow, Tone } from "./chart.ts";
import { straightAxis } from "./value-axis.ts";

export type RestraintChartInput = {
  id: string;
  direction: DirectionRestraint;
  from: string;
  to: string;
  tone: Tone;
};

const MOST_ROWS = 12;

export function restraintChart({ id, direction, from, to, tone }: RestraintChartInput): Chart {
  const all = "refused" in direction ? [] : direction.categories;
  // Those on which most deeds were to be expected tell most.
  const shown = all.toSorted((one, other) => one.p - other.p || other.expected - one.expected).slice(0, MOST_ROWS);
  const rows: IntervalRow[] =
    "refused" in direction
      ? [{ label: from, tone, value: null, lower: null, upper: null, text: measures.none(direction.refused.because) }]
      : shown.map((one) => ({
          label: categoryWords(one),
          tone,
          value: one.observed,
          lower: Math.min(one.observed, one.expected),
          upper: Math.max(one.observed, one.expected),
          text: words.row(one.observed, one.expected, one.p, one.q),
        }));
  return {
    id,
    title: words.title(from, to),
    description: rows.map(({ label, text }) => `${label}: ${text}`).join("; "),
    axis: straightAxis(
      0,
      shown.flatMap(({ observed, expected }) => [observed, expected]),
    ),
    panels: [{ kind: "intervals", rows, reference: null }],
    rules: [],
    table: {
      columns: [words.category, words.observed, words.expected, words.p, words.q],
      rows: all.map((one) => [
        categoryWords(one),
        one.observed,
        Number(one.expected.toFixed(1)),
        Number(one.p.toPrecision(2)),
        one.q === null ? null : Number(one.q.toPrecision(2)),
      ]),
    },
  };
}
