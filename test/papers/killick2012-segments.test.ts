// Penalised segmentations against the program changepoint, breaks of a mean against strucchange, on the cases of the
// shared oracles. Rows marked doNotCompare rest on a segment of zero variance.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PenaltyName } from "../../src/measure/change-points/penalty.ts";
import type { CostName } from "../../src/measure/change-points/segment-cost.ts";
import { penalisedSegments, type SearchName } from "../../src/measure/change-points/segments.ts";
import { breaksOfMean } from "../../src/measure/change-points/structural-break.ts";

const FOLDER = "../shared/oracles/effect-and-changepoints";

type Found = {
  lastIndexOfSegment: number[];
  parameters: { lambda?: number[]; mean?: number[]; variance?: number[] };
  penalty: number;
  penaltyType: "MBIC" | "BIC" | "AIC" | "Manual";
  method: string;
  seriesUsed?: string;
  doNotCompare?: string;
};
type Oracle = { input: { series: number[] }; output: Record<string, Found> };

const searches: Record<string, SearchName> = { PELT: "pelt", AMOC: "at-most-one", BinSeg: "binary" };

function read(name: string): Oracle {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8")) as Oracle;
}

function costOf(key: string): CostName {
  if (key.startsWith("meanvar")) return "mean-variance";
  if (key.startsWith("mean")) return "mean";
  return key.startsWith("var") ? "variance" : "poisson";
}

/** The series divided by its standard deviation, where the program was given that. */
function seriesOf({ input: { series } }: Oracle, found: Found): number[] {
  if (!found.seriesUsed) return series;
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  const deviation = Math.sqrt(series.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (series.length - 1));
  return series.map((value) => value / deviation);
}

function expectNear(values: number[], expected: number[]): void {
  expect(values.length).toBe(expected.length);
  values.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected[i]!)));
  });
}

const cases = ["changepoint-coal", "changepoint-nile", "changepoint-simulated-poisson"];

describe.skipIf(!existsSync(FOLDER)).each(cases)(
  "penalisedSegments() against changepoint, on shared data: %s",
  (name) => {
    const oracle = existsSync(FOLDER) ? read(name) : { input: { series: [] }, output: {} };
    const rows = Object.entries(oracle.output).filter(([, { doNotCompare }]) => doNotCompare === undefined);

    test.each(rows)("%s", (key, found) => {
      const penalty = found.penaltyType === "Manual" ? found.penalty : (found.penaltyType.toLowerCase() as PenaltyName);
      const cost = costOf(key);
      const outcome = penalisedSegments.estimate({
        series: seriesOf(oracle, found),
        cost,
        penalty,
        search: searches[found.method]!,
      });
      if (!outcome.ok) throw new Error(outcome.refusal.because);
      const { segments, penaltyPerSegment } = outcome.value;
      expect(segments.slice(0, -1).map(({ to }) => to + 1)).toEqual(found.lastIndexOfSegment);
      expect(penaltyPerSegment).toBeCloseTo(found.penalty, 9);
      const { lambda, mean, variance } = found.parameters;
      expectNear(
        segments.map(({ mean: value }) => value),
        lambda ?? mean ?? [],
      );
      if (variance)
        expectNear(
          segments.map(({ variance: value }) => value),
          variance,
        );
    });
  },
);

describe.skipIf(!existsSync(FOLDER))("breaksOfMean() against strucchange, on shared data", () => {
  test("finds the Nile's break of 1898, 1895 to 1902, with every sum of squares, BIC and F", () => {
    const { input, output } = JSON.parse(readFileSync(`${FOLDER}/strucchange-nile.json`, "utf8")) as {
      input: { series: number[]; firstYear: number };
      output: {
        breakpoints: {
          rss: number[];
          bic: number[];
          best: number[];
          interval95: { lower: number; estimate: number; upper: number }[];
          allSizes: number[][];
        };
        supF: { statistic: number };
        fStatistics: { firstIndex: number; values: number[] };
      };
    };
    const outcome = breaksOfMean.estimate({ series: input.series });
    if (!outcome.ok) throw new Error(outcome.refusal.because);
    const { best, sizes, fStatistics } = outcome.value;
    const { breakpoints } = output;
    expectNear(
      sizes.map(({ rss }) => rss),
      breakpoints.rss,
    );
    expectNear(
      sizes.map(({ bic }) => bic),
      breakpoints.bic,
    );
    // A break is the last point before it there, counted from 1; the first point after it here, counted from 0.
    expect(sizes.slice(1).map(({ changes }) => changes)).toEqual(breakpoints.allSizes);
    expect(best).toEqual(breakpoints.interval95.map(({ estimate: at, lower, upper }) => ({ at, lower, upper })));
    expect(fStatistics[0]?.at).toBe(output.fStatistics.firstIndex);
    expectNear(
      fStatistics.map(({ value }) => value),
      output.fStatistics.values,
    );
    expect(Math.max(...fStatistics.map(({ value }) => value))).toBeCloseTo(output.supF.statistic, 8);
    expect(best.map(({ at, lower, upper }) => [lower, at, upper].map((i) => i - 1 + input.firstYear))).toEqual([
      [1895, 1898, 1902],
    ]);
  });
});
