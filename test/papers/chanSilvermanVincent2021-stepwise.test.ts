// The stepwise model for sparse tables, against SparseMSE and printed figures.

import { describe, expect, test } from "vitest";
import { rowsOf } from "../../src/measure/hidden/rows.ts";
import { listsIn } from "../../src/measure/hidden/hierarchical.ts";
import { LogLinear } from "../../src/measure/hidden/log-linear.ts";
import { stepwise } from "../../src/measure/hidden/stepwise.ts";
import { cellsFrom } from "../../src/measure/hidden/table.ts";
import { cellsOfCase, gap, haveOracles, oracleCases } from "./oracle-tables.ts";

describe.skipIf(!haveOracles)("stepwise against SparseMSE, on shared data", () => {
  test.each(oracleCases().filter(({ output }) => output.sparsemse))("$name: terms, estimate and interval", (oracle) => {
    const cells = cellsOfCase(oracle);
    const { stepwise: theirs, mainEffects } = oracle.output.sparsemse;
    const { interactions, fit, emptyPairs } = stepwise(cells);
    const named = (term: number): string =>
      listsIn(term, cells.t)
        .map((list) => cells.lists[list])
        .join(":");
    const entered = interactions.filter((term) => !emptyPairs.includes(term)).map(named);
    expect(entered).toEqual(theirs.terms.slice(cells.t));
    const out = (theirs.emptyPairsTakenOut as string[][]).map((pair) => pair.join(":"));
    expect(emptyPairs.map(named).sort()).toEqual(out.sort());
    expect(gap(fit.abundance, theirs.estimate)).toBeLessThan(1e-6);
    expect(gap(new LogLinear(cells).fit([]).abundance, mainEffects.estimate)).toBeLessThan(1e-6);
    const [row] = rowsOf(cells, [], { method: "stepwise", level: 0.95, seed: 1, criterion: "bic" });
    if (!row || "refused" in row) throw new Error("refused");
    expect(gap(row.lower, theirs.lower)).toBeLessThan(1e-4);
    expect(gap(row.upper, theirs.upper)).toBeLessThan(1e-4);
  });
});

test("modern slavery in the United Kingdom, five lists: 11,313 as printed, within 10,000 to 13,000", () => {
  const patterns: [number[], number][] = [
    [[1], 54],
    [[2], 463],
    [[3], 995],
    [[4], 695],
    [[5], 316],
    [[1, 2], 15],
    [[1, 3], 19],
    [[1, 4], 3],
    [[2, 3], 62],
    [[2, 4], 19],
    [[2, 5], 1],
    [[3, 4], 76],
    [[3, 5], 11],
    [[4, 5], 8],
    [[1, 2, 3], 1],
    [[1, 2, 4], 1],
    [[2, 3, 4], 4],
    [[1, 2, 3, 4], 1],
  ];
  const counts = new Float64Array(32);
  for (const [lists, count] of patterns) counts[lists.reduce((cell, list) => cell + 2 ** (list - 1), 0)] = count;
  const cells = cellsFrom(["LA", "NG", "PFNCA", "GO", "GP"], counts);
  expect(cells.observed).toBe(2744);
  const { fit } = stepwise(cells);
  expect(Math.round(fit.abundance)).toBe(11313);
  expect(Math.round(fit.abundance / 1000) * 1000).toBeGreaterThanOrEqual(10_000);
});
