import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestMixture } from "./simplex-program.ts";

const number = fc.double({ min: -20, max: 20, noNaN: true });
const problem = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 })).chain(([columns, rows]) =>
  fc.record({
    columns: fc.array(fc.array(number, { minLength: rows, maxLength: rows }), {
      minLength: columns,
      maxLength: columns,
    }),
    target: fc.array(number, { minLength: rows, maxLength: rows }),
  }),
);

const gap = (columns: number[][], target: number[], weights: readonly number[]): number =>
  target.reduce((sum, value, row) => {
    const mixed = columns.reduce((total, column, i) => total + weights[i]! * column[row]!, 0);
    return sum + (value - mixed) ** 2;
  }, 0);

describe("nearestMixture()", () => {
  test("gives weights that are none below 0 and add up to 1", () => {
    fc.assert(
      fc.property(problem, ({ columns, target }) => {
        const { weights } = nearestMixture(columns, target);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("is no farther than any other mixture", () => {
    fc.assert(
      fc.property(
        problem,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (p, raw) => {
          const other = raw.slice(0, p.columns.length).map((value) => value + 1e-6);
          const total = other.reduce((a, b) => a + b, 0);
          const { weights } = nearestMixture(p.columns, p.target);
          const mine = gap(p.columns, p.target, weights);
          expect(mine).toBeLessThanOrEqual(
            gap(
              p.columns,
              p.target,
              other.map((value) => value / total),
            ) + 1e-6,
          );
          p.columns.forEach((_, i) => {
            const vertex = p.columns.map((__, j) => (i === j ? 1 : 0));
            expect(mine).toBeLessThanOrEqual(gap(p.columns, p.target, vertex) + 1e-6);
          });
        },
      ),
    );
  });

  test("finds the mixture of which the target was made", () => {
    const columns = [
      [1, 0, 3, 2],
      [0, 2, 1, 5],
      [4, 1, 0, 1],
    ];
    const target = [0, 1, 2, 3].map((row) => 0.7 * columns[0]![row]! + 0.3 * columns[2]![row]!);
    const { weights } = nearestMixture(columns, target);
    [0.7, 0, 0.3].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 6));
  });

  test("settles between columns that are the same", () => {
    const { weights } = nearestMixture(
      [
        [1, 2],
        [1, 2],
        [9, 9],
      ],
      [1, 2],
    );
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 8);
  });
});
