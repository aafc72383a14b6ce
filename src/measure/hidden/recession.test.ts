import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitPoisson } from "./poisson-fit.ts";
import { designOf } from "./profile.ts";
import { existence, nullSpace } from "./recession.ts";
import { cellsFrom } from "./table.ts";

/** Three lists: A 40, B 30, C 20, AB 6; A–C and B–C have no case in common (chanSilvermanVincent2021). */
const sparse = cellsFrom(["A", "B", "C"], Float64Array.from([0, 40, 30, 6, 20, 0, 0, 0]));

function existenceOf(interactions: number[], cells = sparse): ReturnType<typeof existence> {
  const { rows, counts } = designOf(cells, interactions);
  return existence({ rows, counts, unseen: rows[0]!.map((_, j) => (j === 0 ? 1 : 0)) });
}

describe("existence", () => {
  test("independent lists have a finite maximum here; [12,3] runs off to infinity", () => {
    expect(existenceOf([])).toMatchObject({ exists: true, unseen: "identified" });
    expect(existenceOf([3])).toMatchObject({ exists: false, unseen: "unbounded" });
    expect(existenceOf([3, 5, 6]).unseen).toBe("not-identified");
  });
  test("an empty pair is emptied with all that holds it, and the rest still tells the total", () => {
    const found = existenceOf([5]);
    expect(found).toMatchObject({ exists: false, unseen: "identified" });
    expect(found.emptied.map((i) => i + 1)).toEqual([5, 7]);
  });
  test("two separate empty pairs are both emptied", () => {
    const found = existenceOf([5, 6]);
    expect(found.emptied.map((i) => i + 1)).toEqual([5, 6, 7]);
  });
  test("without empty cells there is always a finite maximum", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 7, maxLength: 7 }), (counts) => {
        const cells = cellsFrom(["A", "B", "C"], Float64Array.from([0, ...counts]));
        expect(existenceOf([3, 5, 6], cells).exists).toBe(true);
      }),
    );
  });
  test("whatever the counts, the likelihood along the way it names never falls", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.nat(20)), { minLength: 7, maxLength: 7 }), (counts) => {
        const cells = cellsFrom(["A", "B", "C"], Float64Array.from([0, ...counts]));
        if (cells.observed === 0) return;
        const { state, logLikelihood } = fitPoisson(designOf(cells, [3, 5]));
        const found = existenceOf([3, 5], cells);
        expect(state === "ok").toBe(found.exists && found.unseen === "identified");
        expect(Number.isFinite(logLikelihood)).toBe(true);
        for (const cell of found.emptied) expect(counts[cell]).toBe(0);
      }),
    );
  });
});

test("nullSpace() gives vectors that every row sends to 0", () => {
  const rows = [
    [1, 2, 3],
    [2, 4, 6],
  ];
  const basis = nullSpace(rows, 3);
  expect(basis).toHaveLength(2);
  for (const vector of basis) {
    for (const row of rows) expect(row.reduce((sum, value, i) => sum + value * vector[i]!, 0)).toBeCloseTo(0, 12);
  }
});
