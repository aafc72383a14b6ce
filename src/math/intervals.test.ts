import * as fc from "fast-check";
import { expect, test } from "vitest";
import { binomialAbove, binomialBelow } from "./distributions.ts";
import { clopperPearson, logNormalAbove, poissonInterval, ratioOfCounts } from "./intervals.ts";

test("clopperPearson() ends where each tail has half of what the level leaves", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (n, draw) => {
      const k = draw % (n + 1);
      const { lower, upper } = clopperPearson(k, n, 0.9);
      expect(k > 0 ? binomialAbove(k, n, lower) : 0.05).toBeCloseTo(0.05, 9);
      expect(k < n ? binomialBelow(k, n, upper) : 0.05).toBeCloseTo(0.05, 9);
      expect(lower).toBeLessThanOrEqual(k / n);
      expect(upper).toBeGreaterThanOrEqual(k / n);
    }),
  );
});

test("poissonInterval() of no event runs from 0 to −log(0.025)", () => {
  const { lower, upper } = poissonInterval(0);
  expect(lower).toBe(0);
  expect(upper).toBeCloseTo(-Math.log(0.025), 12);
});

test("ratioOfCounts() of exchanged counts is the inverse, and exposure scales it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (a, b) => {
      const there = ratioOfCounts(a, b);
      const back = ratioOfCounts(b, a);
      expect(there.lower * back.upper).toBeCloseTo(1, 9);
      expect(ratioOfCounts(a, b, { firstExposure: 2 }).upper).toBeCloseTo(there.upper / 2, 9);
    }),
  );
});

test("logNormalAbove() never falls below what is on record, and is symmetric in logs", () => {
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      (n, unseen, variance) => {
        const { lower, upper } = logNormalAbove(n, unseen, variance);
        expect(lower).toBeGreaterThanOrEqual(n);
        expect(((lower - n) * (upper - n)) / unseen ** 2).toBeCloseTo(1, 2);
      },
    ),
  );
});
