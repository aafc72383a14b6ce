import { expect, test } from "vitest";
import { gapAtLeast, largestGap } from "./kolmogorov.ts";
import { stream } from "./philox.ts";

test("largestGap() of one number is its distance to the farther end", () => {
  expect(largestGap(Float64Array.of(0.3))).toBeCloseTo(0.7, 12);
});

test("gapAtLeast() at 1.358/√n is the printed 5%", () => {
  expect(gapAtLeast(1.358 / 1000, 1_000_000)).toBeCloseTo(0.05, 3);
  expect(gapAtLeast(0, 10)).toBe(1);
});

test("p of uniform numbers is below 5% in about 5% of samples", () => {
  const chance = stream(3);
  const ps = Array.from({ length: 1000 }, () => gapAtLeast(largestGap(Float64Array.from({ length: 30 }, chance)), 30));
  const below = ps.filter((p) => p <= 0.05).length;
  expect(below).toBeGreaterThan(30);
  expect(below).toBeLessThan(72);
});
