import { describe, expect, test } from "vitest";
import { chiSquareAbove, binomialLogProbability, poissonLogProbability } from "./distributions.ts";
import { gammaBelow, betaBelow } from "./gamma.ts";
import { stream, type Chance } from "./philox.ts";
import {
  drawBeta,
  drawBinomial,
  drawGamma,
  drawMultinomial,
  drawNormal,
  drawPoisson,
  normalsFrom,
} from "./sampling.ts";

const DRAWS = 20_000;

/** The p value of counts against the probabilities of whole numbers, cells under 5 expected gathered. */
function fitOfCounts(draw: (chance: Chance) => number, logProbability: (k: number) => number): number {
  const chance = stream(11);
  const seen = new Map<number, number>();
  for (let i = 0; i < DRAWS; i++) {
    const k = draw(chance);
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
  let [statistic, cells, restSeen, restExpected] = [0, 0, DRAWS, DRAWS];
  for (let k = 0; k < 2000; k++) {
    const expected = DRAWS * Math.exp(logProbability(k));
    if (expected < 5) continue;
    const count = seen.get(k) ?? 0;
    statistic += (count - expected) ** 2 / expected;
    cells++;
    restSeen -= count;
    restExpected -= expected;
  }
  if (restExpected > 5) statistic += (restSeen - restExpected) ** 2 / restExpected;
  return chiSquareAbove(statistic, cells - 1);
}

/** The p value of ten equal bins of the share below each draw. */
function fitOfShares(draw: (chance: Chance) => number, below: (x: number) => number): number {
  const chance = stream(12);
  const bins = new Float64Array(10);
  for (let i = 0; i < DRAWS; i++) bins[Math.min(9, Math.floor(10 * below(draw(chance))))]! += 1;
  return chiSquareAbove(
    bins.reduce((total, count) => total + (count - DRAWS / 10) ** 2 / (DRAWS / 10), 0),
    9,
  );
}

describe("sampling follows the distributions", () => {
  test.each([0.5, 7, 29, 31, 400])("drawPoisson() at mean %f", (mean) => {
    const p = fitOfCounts(
      (chance) => drawPoisson(chance, mean),
      (k) => poissonLogProbability(k, mean),
    );
    expect(p).toBeGreaterThan(0.001);
  });
  test.each([
    [8, 0.3],
    [40, 0.9],
    [1000, 0.02],
    [1000, 0.4],
  ])("drawBinomial() of %i at %f", (n, p) => {
    const fit = fitOfCounts(
      (chance) => drawBinomial(chance, n, p),
      (k) => (k > n ? -Infinity : binomialLogProbability(k, n, p)),
    );
    expect(fit).toBeGreaterThan(0.001);
  });
  test.each([0.2, 1, 5.5])("drawGamma() of shape %f", (shape) => {
    const p = fitOfShares(
      (chance) => drawGamma(chance, shape),
      (x) => gammaBelow(shape, x),
    );
    expect(p).toBeGreaterThan(0.001);
  });
  test("drawBeta() of (2, 0.7)", () => {
    const p = fitOfShares(
      (chance) => drawBeta(chance, 2, 0.7),
      (x) => betaBelow(x, 2, 0.7),
    );
    expect(p).toBeGreaterThan(0.001);
  });
  test("normalsFrom() has mean 0, variance 1 and no correlation within its pairs", () => {
    const next = normalsFrom(stream(9));
    const drawn = Array.from({ length: DRAWS }, () => next());
    const mean = drawn.reduce((sum, value) => sum + value, 0) / DRAWS;
    const variance = drawn.reduce((sum, value) => sum + value * value, 0) / DRAWS;
    const together = drawn.reduce((sum, value, i) => sum + (i % 2 ? value * (drawn[i - 1] ?? 0) : 0), 0) / (DRAWS / 2);
    for (const [found, expected] of [
      [mean, 0],
      [variance, 1],
      [together, 0],
    ] as const)
      expect(Math.abs(found - expected)).toBeLessThan(6 / Math.sqrt(DRAWS / 2));
  });

  test("drawNormal() has mean 0 and variance 1", () => {
    const chance = stream(13);
    const drawn = Array.from({ length: DRAWS }, () => drawNormal(chance));
    expect(Math.abs(drawn.reduce((a, b) => a + b, 0) / DRAWS)).toBeLessThan(0.03);
    expect(drawn.reduce((a, b) => a + b * b, 0) / DRAWS).toBeCloseTo(1, 1);
  });
  test("drawMultinomial() shares out all and only what there is", () => {
    const out = new Float64Array(4);
    drawMultinomial(stream(14), 1000, [1, 0, 2, 1], out);
    expect(out.reduce((a, b) => a + b, 0)).toBe(1000);
    expect(out[1]).toBe(0);
    expect(Math.abs(out[2]! - 500)).toBeLessThan(80);
  });
});
