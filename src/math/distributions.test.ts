import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  betaQuantile,
  binomialAbove,
  binomialBelow,
  binomialLogProbability,
  chiSquareAbove,
  chiSquareQuantile,
  normalBelow,
  normalQuantile,
  poissonAbove,
  poissonBelow,
  poissonLogProbability,
  studentBelow,
} from "./distributions.ts";
import { betaAbove, betaBelow, digamma, gammaAbove, gammaBelow, logFactorial, logGamma } from "./gamma.ts";

/** The relative distance, absolute below 1. */
const gap = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(b));

describe("gamma", () => {
  test("logGamma() meets exact values: Γ(½) = √π, Γ(n + 1) = n!", () => {
    expect(gap(logGamma(0.5), 0.5 * Math.log(Math.PI))).toBeLessThan(1e-14);
    expect(gap(logGamma(5), Math.log(24))).toBeLessThan(1e-14);
    expect(gap(logFactorial(20), Math.log(2432902008176640000))).toBeLessThan(1e-14);
    expect(
      gap(logGamma(1e10), 1e10 * Math.log(1e10) - 1e10 - 0.5 * Math.log(1e10) + 0.5 * Math.log(2 * Math.PI)),
    ).toBeLessThan(1e-14);
  });
  test("logGamma() satisfies Γ(x + 1) = x Γ(x), and digamma is its slope", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
        expect(gap(logGamma(x + 1), logGamma(x) + Math.log(x))).toBeLessThan(1e-13);
        expect(gap(digamma(x + 1), digamma(x) + 1 / x)).toBeLessThan(1e-11);
      }),
    );
  });
  test("the incomplete integrals and their complements add up to 1", () => {
    const positive = fc.double({ min: 0.01, max: 500, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        expect(gap(gammaBelow(a, b) + gammaAbove(a, b), 1)).toBeLessThan(1e-12);
        expect(gap(betaBelow(x, a, b) + betaAbove(x, a, b), 1)).toBeLessThan(1e-10);
      }),
    );
  });
});

describe("distributions", () => {
  test("meet tabulated values", () => {
    expect(gap(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-14);
    expect(gap(normalBelow(-10) / 7.61985302416e-24, 1)).toBeLessThan(1e-10);
    expect(gap(chiSquareQuantile(0.95, 1), 3.841458820694124)).toBeLessThan(1e-12);
    expect(gap(chiSquareAbove(3.841458820694124, 1), 0.05)).toBeLessThan(1e-13);
    expect(gap(studentBelow(2.2281388519649385, 10), 0.975)).toBeLessThan(1e-12);
    expect(gap(betaQuantile(0.5, 2, 3), 0.38572756813238945)).toBeLessThan(1e-12);
  });
  test("tails are sums of the probabilities", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, k, p) => {
          let [binomial, poisson] = [0, 0];
          for (let i = 0; i <= k; i++) {
            if (i <= n) binomial += Math.exp(binomialLogProbability(i, n, p));
            poisson += Math.exp(poissonLogProbability(i, n * p));
          }
          expect(gap(binomialBelow(k, n, p), binomial)).toBeLessThan(1e-11);
          expect(gap(binomialAbove(k + 1, n, p), 1 - binomial)).toBeLessThan(1e-11);
          expect(gap(poissonBelow(k, n * p), poisson)).toBeLessThan(1e-11);
          expect(gap(poissonAbove(k + 1, n * p), 1 - poisson)).toBeLessThan(1e-11);
        },
      ),
    );
  });
  test("quantiles undo shares", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true }), fc.integer({ min: 1, max: 40 }), (p, df) => {
        expect(gap(normalBelow(normalQuantile(p)) / p, 1)).toBeLessThan(1e-10);
        expect(gap(1 - chiSquareAbove(chiSquareQuantile(p, df), df), p)).toBeLessThan(1e-10);
      }),
    );
  });
});
