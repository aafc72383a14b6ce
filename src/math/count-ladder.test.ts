import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fullerRung, MOST_COUNTED } from "./count-ladder.ts";

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** All ladders with the same total and sum of levels, one by one. */
function ladders(rungs: number, total: number, moment: number, level = 0): number[][] {
  if (level === rungs - 1) return moment === level * total ? [[total]] : [];
  return Array.from({ length: total + 1 }, (_, here) => here).flatMap((here) =>
    here * level > moment
      ? []
      : ladders(rungs, total - here, moment - here * level, level + 1).map((rest) => [here, ...rest]),
  );
}

test("fullerRung() agrees with a sum over every ladder of equal total and sum of levels", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 5 }), fc.nat({ max: 3 }), (counts, at) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const moment = counts.reduce((sum, count, level) => sum + count * level, 0);
      const all = ladders(counts.length, total, moment).map((ladder) => ({
        here: ladder[at] ?? 0,
        weight: 1 / ladder.reduce((product, count) => product * factorial(count), 1),
      }));
      const whole = all.reduce((sum, { weight }) => sum + weight, 0);
      const tail = all.filter(({ here }) => here >= (counts[at] ?? 0)).reduce((sum, { weight }) => sum + weight, 0);
      const mean = all.reduce((sum, { here, weight }) => sum + here * weight, 0);
      const found = fullerRung(counts, at);
      expect(found.p).toBeCloseTo(tail / whole, 10);
      expect(found.expected).toBeCloseTo(mean / whole, 10);
      expect(found.leastP).toBeLessThanOrEqual(found.p + 1e-12);
    }),
    { numRuns: 60 },
  );
});

test("fullerRung() finds a rung that was filled up and none on a smooth ladder", () => {
  expect(fullerRung([20, 14, 10, 7, 5, 3], 2).p).toBeGreaterThan(0.3);
  expect(fullerRung([20, 14, 30, 1, 1, 1], 2).p).toBeLessThan(0.001);
});

test("fullerRung() calls more than it can sum over a fault of its caller", () => {
  expect(() => fullerRung([MOST_COUNTED, 1], 0)).toThrow(RangeError);
});
