// Did the rate change, when, and how sure is that? Exact Bayesian inference on counts whose rate is constant between
// changes (barryHartigan1993, fearnhead2006): the probability that nothing changed, the probability of a change at every
// date, the likeliest segments with their rates.

import { chiSquareAbove } from "../../math/distributions.ts";
import { checkedLevel, USUAL_LEVEL } from "../../math/intervals.ts";
import type { Estimate, Interval } from "../../values/estimate.ts";
import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";
import { fewChanges } from "./few-changes.ts";
import { gammaSegments, segmentTable, type GammaSegments, type SegmentTable } from "./gamma-segments.ts";
import { changePosterior } from "./number-of-changes.ts";
import { drawHistories, type RateHistory } from "./rate-draws.ts";

export type CountSeries = {
  counts: readonly number[];
  /** How much each point stands for, such as the share of its incidents already reported; 1 where not given. */
  exposures?: readonly number[];
  /** Probability beforehand that nothing changed. */
  none?: number;
  /** Shape of the gamma prior of a segment's rate, whose mean is the series' own. */
  shape?: number;
  level?: number;
  /** Histories drawn for the intervals of rates. */
  draws?: number;
  seed?: number;
};

/** A stretch without a change; positions count from 0, both included. */
export type Segment = { from: number; to: number; points: number; total: number; rate: number; interval: Interval };

export type ChangePoints = Estimate & {
  probabilityOfNone: number;
  numbers: { changes: number; probability: number }[];
  /** P(a new rate holds from this point on), by position. */
  starts: number[];
  segments: Segment[];
  rates: { mean: number; lower: number; upper: number }[];
  prior: { none: number; shape: number; rate: number };
  /** Pearson's χ² over its degrees of freedom within the segments; well above 1, changes are found too easily. */
  dispersion: { value: number; p: number };
  seed: number;
};

export const LARGEST_EXACT = 3000;
export const FEWEST_POINTS = 4;

export const changePoints: Estimator<CountSeries, ChangePoints> = {
  name: "bayesian-change-points",
  question: "Did the rate change, when, and how sure is that?",
  references: ["barryHartigan1993", "fearnhead2006"],
  assumptions: [
    "between changes the counts are Poisson: independent, and varying no more than chance",
    "a change is sudden, and before looking nothing changed with the probability given",
    "every place is as likely for a change as any other",
    "a segment's rate has a gamma prior around the series' own mean",
  ],
  estimate({
    counts,
    exposures = counts.map(() => 1),
    none = 0.5,
    shape = 1,
    level = USUAL_LEVEL,
    draws = 1000,
    seed = 1,
  }) {
    check(counts, exposures, none, shape);
    checkedLevel(level);
    if (counts.length < FEWEST_POINTS) return refuse("too-short", `It has ${counts.length} points; 4 are needed.`);
    if (counts.length > LARGEST_EXACT)
      return refuse(
        "too-many",
        `The exact method takes ${LARGEST_EXACT} points; the cheapest segmentation under a penalty takes more.`,
      );
    const [total, exposure] = [sum(counts), sum(exposures)];
    if (total === 0) return refuse("no-cases");
    const prior = { shape, rate: (shape * exposure) / total };
    const segments = gammaSegments(counts, exposures, prior);
    const table = segmentTable(counts, exposures, prior);
    const turned = segmentTable(counts.toReversed(), exposures.toReversed(), prior);
    const posterior = changePosterior(table, turned, none);
    const { numbers, starts } = posterior;
    const likeliest = numbers.indexOf(Math.max(...numbers));
    const ends = [0, ...placesOf(table, likeliest), counts.length];
    const histories = drawHistories(segments, table, posterior, draws, seed);
    const expected = sum(numbers.map((probability, changes) => changes * probability));
    return answer({
      value: expected,
      unit: "changes",
      interval: holding(expected, numberInterval(numbers, level)),
      probabilityOfNone: numbers[0]!,
      numbers: numbers.map((probability, changes) => ({ changes, probability })),
      starts,
      segments: ends.slice(1).map((to, i) => segmentOf(segments, histories, ends[i]!, to, level)),
      rates: bands(histories, counts.length, level),
      prior: { none, ...prior },
      dispersion: dispersionOf(counts, exposures, segments, ends),
      seed,
    });
  },
};

/** Where so many changes most probably are, taken together. */
function placesOf({ points, logMarginals }: SegmentTable, changes: number): number[] {
  const costOf = (from: number, to: number): number => -logMarginals[(to * (to - 1)) / 2 + from]!;
  return fewChanges(points, 1, changes, costOf).at(-1)?.changes ?? [];
}

/** The rate over a stretch as the draws have it: changes within it count, so not knowing the dates does too. */
function segmentOf(
  segments: GammaSegments,
  histories: readonly RateHistory[],
  from: number,
  to: number,
  level: number,
): Segment {
  const { shape, rate, total } = segments.rateOf(from, to);
  const means = histories.map((history) => meanRate(history, from, to)).sort((one, other) => one - other);
  const [lower, upper] = endsOf(means, level);
  const value = shape / rate;
  // The value takes the dates as found; where that is far from what the draws say, the interval holds both.
  const interval = holding(value, { lower, upper, level });
  return { from, to: to - 1, points: to - from, total, rate: value, interval };
}

/** A mean that a few far draws pull away may lie beyond the quantiles: the interval then reaches to it. */
function holding<Ends extends { lower: number; upper: number }>(mean: number, ends: Ends): Ends {
  return { ...ends, lower: Math.min(ends.lower, mean), upper: Math.max(ends.upper, mean) };
}

function meanRate(history: RateHistory, from: number, to: number): number {
  let mean = 0;
  for (const segment of history) {
    const shared = Math.min(to, segment.to) - Math.max(from, segment.from);
    if (shared > 0) mean += (shared / (to - from)) * segment.rate;
  }
  return mean;
}

function bands(histories: readonly RateHistory[], points: number, level: number): ChangePoints["rates"] {
  const at = new Int32Array(histories.length); // which segment of each history holds the point
  return Array.from({ length: points }, (_, point) => {
    const rates = histories.map((history, draw) => {
      if (history[at[draw]!]!.to <= point) at[draw]!++;
      return history[at[draw]!]!.rate;
    });
    const [lower, upper] = endsOf(Float64Array.from(rates).sort(), level);
    const mean = sum(rates) / rates.length;
    return { mean, ...holding(mean, { lower, upper }) };
  });
}

function endsOf(sorted: ArrayLike<number>, level: number): [number, number] {
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at((1 - level) / 2), at((1 + level) / 2)];
}

function numberInterval(numbers: readonly number[], level: number): Interval {
  const tail = (1 - level) / 2;
  let below = 0;
  const cumulated = numbers.map((probability) => (below += probability));
  const from = (share: number): number =>
    Math.max(
      0,
      cumulated.findIndex((value) => value >= share),
    );
  const upper = cumulated.findIndex((value) => value >= 1 - tail);
  return { lower: from(tail), upper: upper < 0 ? numbers.length - 1 : upper, level };
}

function dispersionOf(
  counts: readonly number[],
  exposures: readonly number[],
  segments: GammaSegments,
  ends: readonly number[],
): { value: number; p: number } {
  let square = 0;
  for (let i = 1; i < ends.length; i++) {
    const { total, exposure } = segments.rateOf(ends[i - 1]!, ends[i]!);
    if (total === 0) continue;
    for (let t = ends[i - 1]!; t < ends[i]!; t++) {
      const mean = (total / exposure) * exposures[t]!;
      square += (counts[t]! - mean) ** 2 / mean;
    }
  }
  const freedom = counts.length - (ends.length - 1);
  return freedom > 0 ? { value: square / freedom, p: chiSquareAbove(square, freedom) } : { value: 1, p: 1 };
}

function check(counts: readonly number[], exposures: readonly number[], none: number, shape: number): void {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError("Cannot find changes: a count is no whole number from 0");
  if (exposures.length !== counts.length || !exposures.every((value) => value > 0 && Number.isFinite(value)))
    throw new RangeError("Cannot find changes: each count needs an exposure above 0");
  if (!(none > 0 && none < 1)) throw new RangeError(`Cannot find changes: none must lie between 0 and 1, got ${none}`);
  if (!(shape > 0 && Number.isFinite(shape))) throw new RangeError(`Cannot find changes: shape must be above 0`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
