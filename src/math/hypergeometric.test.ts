import fc from "fast-check";
import { expect, test } from "vitest";
import { atMost, hypergeometric, ofSum } from "./hypergeometric.ts";

const drawing = fc
  .integer({ min: 1, max: 40 })
  .chain((population) => fc.tuple(fc.constant(population), fc.nat(population), fc.nat(population)));

test("hypergeometric() sums to 1 and has mean nK/N", () => {
  fc.assert(
    fc.property(drawing, ([population, ofKind, drawn]) => {
      const law = hypergeometric(population, ofKind, drawn);
      expect(atMost(law, drawn)).toBeCloseTo(1, 10);
      expect(law.reduce((sum, p, k) => sum + k * p, 0)).toBeCloseTo((drawn * ofKind) / population, 8);
    }),
  );
});

test("hypergeometric() is Fisher's tea: 1 in 70 that all four of eight are right", () => {
  expect(hypergeometric(8, 4, 4)[4]).toBeCloseTo(1 / 70, 12);
});

test("ofSum() of two parts that are alike is the whole where one part is empty, and keeps means", () => {
  fc.assert(
    fc.property(drawing, drawing, (one, other) => {
      const [first, second] = [hypergeometric(...one), hypergeometric(...other)];
      const mean = (law: Float64Array): number => law.reduce((sum, p, k) => sum + k * p, 0);
      expect(mean(ofSum(first, second))).toBeCloseTo(mean(first) + mean(second), 8);
      expect([...ofSum(first, Float64Array.of(1))]).toEqual([...first]);
    }),
  );
});
