// Where an argument holds over two parameters, the others as they stand, with the point at which the world stands.

import type { RegimeMap } from "../../models/sensitivity.ts";
import { charts, regimes } from "../words/en-models-charts.ts";
import type { Chart } from "./chart.ts";
import { roundTicks, type PlaneMark } from "./plane.ts";

type Axis = { label: string; from: number; to: number; at: number };
export type RegimeMapInput = { id: string; sentence: string; map: RegimeMap; x: Axis; y: Axis; here: boolean };

type Cell = { x: [number, number]; y: [number, number] };

export function regimeMapChart({ id, sentence, map, x, y, here }: RegimeMapInput): Chart {
  const cells = merged(map, x, y);
  const share = map.holds.flat().filter(Boolean).length / (map.xs.length * map.ys.length);
  return {
    id,
    title: charts.mapTitle(sentence, x.label, y.label),
    description: charts.mapDescription({ x: x.label, y: y.label, atX: x.at, atY: y.at, here, share }),
    axis: { kind: "none" },
    panels: [
      {
        kind: "plane",
        x: { from: x.from, to: x.to, ticks: roundTicks(x.from, x.to), label: x.label },
        y: { from: y.from, to: y.to, ticks: roundTicks(y.from, y.to), label: y.label },
        height: 300,
        marks: [
          { kind: "cells", cells: cells.map((cell) => ({ ...cell, fill: "hatch" as const })), tone: "quiet" },
          ...names(map),
          {
            kind: "points",
            points: [{ x: x.at, y: y.at, label: regimes.here }],
            tone: "ink",
            mark: "solid",
            radius: 5,
          },
        ],
      },
    ],
    rules: [],
    table: { columns: [x.label, y.label, regimes.verdict], rows: tableOf(map) },
  };
}

/** Runs of cells in a row that hold, and equal runs of the rows above them, as one cell each. */
export function merged({ xs, ys, holds }: RegimeMap, x: Axis, y: Axis): Cell[] {
  const [wide, high] = [(x.to - x.from) / xs.length, (y.to - y.from) / ys.length];
  const open = new Map<string, Cell>();
  const done: Cell[] = [];
  for (const [row, line] of holds.entries()) {
    const bottom = y.from + row * high;
    const runs = new Set<string>();
    for (const [from, to] of runsOf(line)) {
      const key = `${from}-${to}`;
      runs.add(key);
      const below = open.get(key);
      if (below) below.y[1] = bottom + high;
      else open.set(key, { x: [x.from + from * wide, x.from + to * wide], y: [bottom, bottom + high] });
    }
    for (const [key, cell] of open) {
      if (runs.has(key)) continue;
      done.push(cell);
      open.delete(key);
    }
  }
  return [...done, ...open.values()];
}

function runsOf(line: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [at, holds] of line.entries()) {
    const last = runs.at(-1);
    if (!holds) continue;
    if (last && last[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}

/** The words stand where their side is widest: in the middle of its longest run. */
function names({ xs, ys, holds }: RegimeMap): PlaneMark[] {
  return [true, false].flatMap((side): PlaneMark[] => {
    const longest = holds
      .flatMap((line, row) => runsOf(line.map((value) => value === side)).map((run) => ({ row, run })))
      .reduce<{ row: number; run: [number, number] } | null>(
        (best, one) => (best === null || one.run[1] - one.run[0] > best.run[1] - best.run[0] ? one : best),
        null,
      );
    if (!longest || longest.run[1] - longest.run[0] < xs.length / 8) return [];
    const {
      run: [from, to],
    } = longest;
    // The longest run often lies at an edge: as far up or down as the same columns stay on this side, then the middle.
    const middle = Math.floor((from + to - 1) / 2);
    const rows = holds.flatMap((line, row) => (line[middle] === side ? [row] : []));
    const row = rows[Math.floor(rows.length / 2)] ?? longest.row;
    return [{ kind: "name", at: [xs[middle] ?? 0, ys[row] ?? 0], text: side ? regimes.holds : regimes.fails }];
  });
}

const TABLE_STEPS = 6;

/** A coarse grid of the map: every cell would be thousands of rows. */
function tableOf({ xs, ys, holds }: RegimeMap): (string | number)[][] {
  const some = (of: readonly number[]): number[] =>
    Array.from({ length: Math.min(TABLE_STEPS, of.length) }, (_, k) =>
      Math.floor(((k + 0.5) * of.length) / Math.min(TABLE_STEPS, of.length)),
    );
  return some(ys).flatMap((row) =>
    some(xs).map((column) => [
      Number((xs[column] ?? 0).toPrecision(3)),
      Number((ys[row] ?? 0).toPrecision(3)),
      holds[row]?.[column] === true ? regimes.holds : regimes.fails,
    ]),
  );
}
