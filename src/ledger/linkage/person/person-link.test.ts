import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { epilinkWeight } from "./epilink.ts";
import { jaroWinkler, levenshtein } from "./likeness.ts";
import { fitModel, weightOf } from "./model.ts";
import { personLink, type PersonOptions } from "./person-link.ts";
import type { PersonRow } from "./table.ts";

const short = fc.stringMatching(/^[ab c]{0,4}$/);
const row = fc.record({
  name: short,
  town: fc.constantFrom("x", "y", ""),
  year: fc.constantFrom("1970", "1971", "2001", ""),
});
const rows = fc.array(row, { maxLength: 8 });

const comparisons: PersonOptions["comparisons"] = [
  { column: "name", levels: [{ kind: "exact" }, { kind: "jaro-winkler", atLeast: 0.8 }] },
  { column: "town", levels: [{ kind: "exact" }] },
  {
    column: "year",
    levels: [{ kind: "exact" }, { kind: "levenshtein", atMost: 1 }, { kind: "levenshtein", atMost: 2 }],
  },
];
const model = {
  prior: 0.1,
  columns: [
    { m: [0.1, 0.2, 0.7], u: [0.8, 0.15, 0.05] },
    { m: [0.2, 0.8], u: [0.6, 0.4] },
    { m: [0.1, 0.1, 0.2, 0.6], u: [0.5, 0.2, 0.2, 0.1] },
  ],
};

/** The levels of a pair, worked out without any table. */
function gammas(one: PersonRow, other: PersonRow): number[] {
  const text = (cell: PersonRow[string]): string => String(cell ?? "").trim();
  const [a, b] = [text(one["name"]), text(other["name"])];
  const [c, d] = [text(one["town"]), text(other["town"])];
  const [e, f] = [text(one["year"]), text(other["year"])];
  return [
    a === "" || b === "" ? -1 : a === b ? 2 : jaroWinkler(a, b) >= 0.8 ? 1 : 0,
    c === "" || d === "" ? -1 : c === d ? 1 : 0,
    e === "" || f === "" ? -1 : 3 - levenshtein(e, f, 2),
  ];
}

describe("personLink()", () => {
  test("counts all pairs of two tables by pattern as a plain double loop does", () => {
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const expected = new Map<string, number>();
        for (const a of left)
          for (const b of right) {
            const key = gammas(a, b).join();
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
        const { patterns, statistics } = personLink(left, right, { comparisons, model });
        expect(statistics.compared).toBe(left.length * right.length);
        expect(new Map(patterns.map((each) => [each.gammas.join(), each.count]))).toEqual(expected);
      }),
    );
  });

  test("counts each pair of one table once", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const expected = new Map<string, number>();
        for (const [i, a] of table.entries())
          for (const b of table.slice(i + 1)) {
            const key = gammas(a, b).join();
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
        const { patterns } = personLink(table, null, { comparisons, model });
        expect(new Map(patterns.map((each) => [each.gammas.join(), each.count]))).toEqual(expected);
      }),
    );
  });

  test("compares under blocking just the pairs that agree on all columns of a rule, each once", () => {
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const blocking = [["town"], ["name", "year"]];
        const { pairs, statistics } = personLink(left, right, { comparisons, model, blocking, atLeast: -1000 });
        const agree = (a: PersonRow, b: PersonRow, rule: string[]): boolean =>
          rule.every(
            (column) => String(a[column]).trim() !== "" && String(a[column]).trim() === String(b[column]).trim(),
          );
        const expected = left.flatMap((a, i) =>
          right.flatMap((b, j) => (blocking.some((rule) => agree(a, b, rule)) ? [`${i} ${j}`] : [])),
        );
        expect(pairs.map((pair) => `${pair.left} ${pair.right}`).toSorted()).toEqual(expected.toSorted());
        expect(statistics.compared).toBe(expected.length);
        for (const pair of pairs)
          expect(pair.gammas).toEqual(gammas(left[pair.left] as PersonRow, right[pair.right] as PersonRow));
      }),
    );
  });

  test("gives each row at most one partner when told to", () => {
    const table = [{ name: "ab", town: "x", year: "1970" }];
    const two = [
      { name: "ab", town: "x", year: "1970" },
      { name: "ab", town: "x", year: "1971" },
    ];
    expect(personLink(table, two, { comparisons, model, atLeast: -50 }).pairs.length).toBe(2);
    expect(
      personLink(table, two, { comparisons, model, atLeast: -50, oneToOne: true }).pairs.map(({ right }) => right),
    ).toEqual([0]);
  });

  test("weighs agreement on a rare value above agreement on a common one", () => {
    const towns = ["x", "x", "x", "x", "x", "x", "x", "y"].map((town) => ({ town }));
    const { pairs } = personLink(towns, towns.slice(), {
      comparisons: [{ column: "town", levels: [{ kind: "exact" }], termFrequency: true }],
      model: { prior: 0.5, columns: [{ m: [0.1, 0.9], u: [0.22, 0.78] }] },
      atLeast: -50,
    });
    const bits = (at: number): number => pairs.find(({ left, right }) => left === at && right === at)?.bits ?? 0;
    expect(bits(7) - bits(0)).toBeCloseTo(Math.log2(7), 12);
  });

  test("refuses columns that no pattern can hold", () => {
    const levels = Array.from({ length: 14 }, () => ({ kind: "exact" as const }));
    expect(() =>
      personLink([], [], { comparisons: Array.from({ length: 8 }, () => ({ column: "name", levels })) }),
    ).toThrow(RangeError);
  });
});

describe("fitModel()", () => {
  test("finds m, u and the share of true pairs that made the counts", () => {
    const truth = {
      prior: 0.05,
      columns: [
        { m: [0.1, 0.9], u: [0.9, 0.1] },
        { m: [0.2, 0.8], u: [0.7, 0.3] },
        { m: [0.05, 0.95], u: [0.99, 0.01] },
      ],
    };
    const chanceOf = (side: "m" | "u", gamma: number[]): number =>
      truth.columns.reduce((p, column, i) => p * (column[side][gamma[i] ?? 0] ?? 0), 1);
    const patterns = Array.from({ length: 8 }, (_, pattern) => {
      const gamma = [pattern & 1, (pattern >> 1) & 1, pattern >> 2];
      return {
        pattern,
        gammas: gamma,
        count: 1e6 * (truth.prior * chanceOf("m", gamma) + (1 - truth.prior) * chanceOf("u", gamma)),
      };
    });
    const layout = {
      fields: truth.columns.map(() => ({ comparison: { column: "", levels: [{ kind: "exact" as const }] } })),
      size: 8,
    };
    const { model: found, converged } = fitModel(layout as unknown as Parameters<typeof fitModel>[0], patterns);
    expect(converged).toBe(true);
    expect(found.prior).toBeCloseTo(truth.prior, 4);
    for (const [i, { m, u }] of truth.columns.entries()) {
      expect(found.columns[i]?.m[1]).toBeCloseTo(m[1] ?? 0, 3);
      expect(found.columns[i]?.u[1]).toBeCloseTo(u[1] ?? 0, 3);
    }
  });

  test("says nothing of missing columns", () => {
    expect(weightOf(model, [-1, -1, -1])).toBeCloseTo(Math.log2(0.1 / 0.9), 12);
  });
});

describe("likeness", () => {
  test("gives the values that Winkler printed", () => {
    expect(jaroWinkler("MARTHA", "MARHTA")).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler("DIXON", "DICKSONX")).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler("DWAYNE", "DUANE")).toBeCloseTo(0.84, 4);
  });

  test("is symmetric, 1 only for equal texts, and never outside 0 to 1", () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBeCloseTo(jaroWinkler(b, a), 12);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(likeness === 1).toBe(a === b && a !== "");
      }),
    );
  });

  test("levenshtein() keeps the triangle's rule and stops at its bound", () => {
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        expect(levenshtein(a, c, 99)).toBeLessThanOrEqual(levenshtein(a, b, 99) + levenshtein(b, c, 99));
        expect(levenshtein(a, b, 1)).toBe(Math.min(2, levenshtein(a, b, 99)));
      }),
    );
    expect(levenshtein("kitten", "sitting", 9)).toBe(3);
  });
});

describe("epilinkWeight()", () => {
  test("is 1 for full agreement, 0 for none, and less where a value is missing", () => {
    const columns = [{ averageFrequency: 0.01 }, { averageFrequency: 0.1 }];
    expect(epilinkWeight(columns, [1, 1])).toBe(1);
    expect(epilinkWeight(columns, [0, 0])).toBe(0);
    expect(epilinkWeight(columns, [1, null])).toBeCloseTo(Math.log2(99) / (Math.log2(99) + Math.log2(9.9)), 12);
  });
});
