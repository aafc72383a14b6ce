// Hidden cases: all hierarchical models of several lists, and bootstraps of their average, beside Rcapture's times.

import { stream } from "../../src/math/philox.ts";
import { fitAll } from "../../src/measure/hidden/averaging.ts";
import { hidden } from "../../src/measure/hidden/index.ts";
import { cellsFrom, type Cells } from "../../src/measure/hidden/table.ts";
import type { Bench } from "./run.ts";

export const hiddenCases: Bench[] = [
  {
    name: "hidden: 1,024 models of 5 lists, pairs",
    goal: 0.15,
    unit: "s",
    other: { name: "Rcapture", value: 2.1 },
    measure: () => seconds(() => fitAll(madeUp(5), 2)),
  },
  {
    name: "hidden: 32,768 models of 6 lists, pairs",
    goal: 4,
    unit: "s",
    runs: 2,
    other: { name: "Rcapture", value: 88 },
    measure: () => seconds(() => fitAll(madeUp(6), 2)),
  },
  {
    name: "hidden: 1,000 bootstraps of an averaged estimate, 4 lists",
    goal: 3,
    unit: "s",
    runs: 2,
    measure() {
      const { lists, counts } = madeUp(4);
      const rows = Array.from(counts, (count, cell) => ({ seen: lists.map((_, list) => (cell >> list) & 1), count }));
      return seconds(() => hidden({ lists, rows: rows.slice(1) }, { method: "bootstrap", bootstrap: 1000 }));
    },
  },
];

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Lists that see three in ten each, the first two leaning on each other. */
function madeUp(t: number): Cells {
  const chance = stream(t);
  const counts = new Float64Array(2 ** t);
  for (let unit = 0; unit < 4000; unit++) {
    let cell = 0;
    for (let list = 0; list < t; list++) if (chance() < (list === 1 && cell & 1 ? 0.5 : 0.3)) cell |= 1 << list;
    if (cell > 0) counts[cell]! += 1;
  }
  return cellsFrom(
    Array.from({ length: t }, (_, list) => `list ${list + 1}`),
    counts,
  );
}
