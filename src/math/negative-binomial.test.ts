import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitCounts, type CountFit, type CountProblem } from "./negative-binomial.ts";
import { stream } from "./philox.ts";
import { drawGamma, drawPoisson } from "./sampling.ts";

function fitted(problem: CountProblem): CountFit {
  const outcome = fitCounts(problem);
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

function reasonOf(problem: CountProblem): string {
  const outcome = fitCounts(problem);
  return outcome.ok ? "answered" : outcome.refusal.reason;
}

/** Counts of mean exp(b0 + b1 t), spread by a gamma of shape θ. */
function simulated(seed: number, n: number, theta: number, [b0, b1]: [number, number]): CountProblem {
  const chance = stream(seed);
  const rows = Array.from({ length: n }, (_, i) => [1, i / n]);
  const counts = rows.map((row) =>
    drawPoisson(chance, Math.exp(b0 + b1 * row[1]!) * (theta === Infinity ? 1 : drawGamma(chance, theta) / theta)),
  );
  return { rows, counts };
}

const counts = fc.array(fc.nat(40), { minLength: 4, maxLength: 30 }).filter((some) => some.some((count) => count > 0));

describe("fitCounts()", () => {
  test("of an intercept alone is the mean, whatever the spread", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const fit = fitted({ rows: some.map(() => [1]), counts: some });
        const mean = some.reduce((sum, count) => sum + count, 0) / some.length;
        expect(Math.exp(fit.coefficients[0]!)).toBeCloseTo(mean, 6);
        const variance = fit.theta === null ? mean : mean + (mean * mean) / fit.theta;
        expect(fit.standardErrors[0]!).toBeCloseTo(Math.sqrt(variance / some.length) / mean, 6);
      }),
    );
  });

  test("is Poisson exactly where the counts vary no more than their mean", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const mean = some.reduce((sum, count) => sum + count, 0) / some.length;
        const excess = some.reduce((sum, count) => sum + (count - mean) ** 2 - count, 0);
        fc.pre(Math.abs(excess) > 1e-3);
        const { family, theta } = fitted({ rows: some.map(() => [1]), counts: some });
        expect(family).toBe(excess > 0 ? "negative-binomial" : "poisson");
        expect(theta === null).toBe(excess < 0);
      }),
    );
  });

  test("takes an offset as exposure, and a column's unit as its own", () => {
    const { rows, counts: some } = simulated(3, 80, 2, [2, -1]);
    const plain = fitted({ rows, counts: some });
    const scaled = fitted({
      rows: rows.map(([one, t]) => [one!, 1000 * t!]),
      counts: some,
      offsets: some.map(() => Math.log(5)),
    });
    expect(scaled.coefficients[0]!).toBeCloseTo(plain.coefficients[0]! - Math.log(5), 8);
    expect(1000 * scaled.coefficients[1]!).toBeCloseTo(plain.coefficients[1]!, 8);
    expect(1000 * scaled.standardErrors[1]!).toBeCloseTo(plain.standardErrors[1]!, 8);
    expect(scaled.logLikelihood).toBeCloseTo(plain.logLikelihood, 8);
  });

  test("never fits worse than Poisson, and gives finite numbers", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom(0.5, 3, 50, Infinity), (seed, theta) => {
        const problem = simulated(seed, 40, theta, [1, 1]);
        const [fit, poisson] = [fitCounts(problem), fitCounts(problem, "poisson")];
        if (!fit.ok || !poisson.ok) return;
        expect(fit.value.logLikelihood).toBeGreaterThanOrEqual(poisson.value.logLikelihood - 1e-9);
        const { coefficients, standardErrors, logLikelihood, fitted: means } = fit.value;
        for (const number of [...coefficients, ...standardErrors, ...means, logLikelihood])
          expect(Number.isFinite(number)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("covers the slope with 90% intervals about 90 times in 100, and finds θ", () => {
    let covered = 0;
    let theta = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const fit = fitted(simulated(seed, 120, 2, [1.5, -0.7]));
      if (Math.abs(fit.coefficients[1]! + 0.7) <= 1.6449 * fit.standardErrors[1]!) covered++;
      theta += Math.log(fit.theta ?? 1000) / 1000;
    }
    expect(covered).toBeGreaterThan(870);
    expect(covered).toBeLessThan(930);
    expect(Math.exp(theta)).toBeGreaterThan(1.8);
    expect(Math.exp(theta)).toBeLessThan(2.5);
  });

  test("refuses a term that stands only where nothing was counted, columns that cannot be told apart, and no counts", () => {
    const some = [4, 2, 7, 0, 0, 0];
    const after = some.map((_, i) => [1, i > 2 ? 1 : 0]);
    expect(reasonOf({ rows: after, counts: some })).toBe("separated");
    expect(reasonOf({ rows: some.map(() => [1, 2]), counts: some })).toBe("not-identified");
    expect(reasonOf({ rows: some.map(() => [1]), counts: some.map(() => 0) })).toBe("no-cases");
    expect(reasonOf({ rows: some.map(() => [1]), counts: [2e6, 1, 1, 1, 1, 1] })).toBe("too-many");
  });

  test("does not take rows that are no numbers", () => {
    expect(() => fitCounts({ rows: [[1], [Number.NaN]], counts: [1, 2] })).toThrow(RangeError);
    expect(() => fitCounts({ rows: [[1]], counts: [1, 2] })).toThrow(RangeError);
    expect(() => fitCounts({ rows: [[1]], counts: [1.5] })).toThrow(RangeError);
  });
});
