import * as fc from "fast-check";
import { expect, test } from "vitest";
import { factorize, factorizeAndSolve, solve } from "./cholesky.ts";

/** A Aᵀ + I of random entries: positive definite. */
const systems = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size }),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size }),
    )
    .map(([entries, wanted]) => {
      const matrix = new Float64Array(size * size);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          for (let k = 0; k < size; k++) matrix[i * size + j]! += entries[i * size + k]! * entries[j * size + k]!;
        }
        matrix[i * size + i]! += 1;
      }
      const right = Float64Array.from({ length: size }, (_, i) =>
        wanted.reduce((sum, value, j) => sum + matrix[i * size + j]! * value, 0),
      );
      return { size, matrix, right, wanted };
    }),
);

test("factorize() with solve(), and both in one pass, give back the solution", () => {
  fc.assert(
    fc.property(systems, ({ size, matrix, right, wanted }) => {
      const [first, second] = [matrix.slice(), right.slice()];
      expect(factorize(first, size)).toBe(true);
      solve(first, size, second);
      const [third, fourth] = [matrix.slice(), right.slice()];
      expect(factorizeAndSolve(third, fourth, size)).toBe(true);
      wanted.forEach((value, i) => {
        expect(second[i]).toBeCloseTo(value, 6);
        expect(fourth[i]).toBeCloseTo(value, 6);
      });
    }),
  );
});

test("both say where the columns do not tell the parameters apart", () => {
  const singular = Float64Array.from([1, 1, 1, 1]);
  expect(factorize(singular.slice(), 2)).toBe(false);
  expect(factorizeAndSolve(singular.slice(), new Float64Array(2), 2)).toBe(false);
});
