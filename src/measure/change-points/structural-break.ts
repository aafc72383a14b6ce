// Breaks of a mean by least squares (baiPerron2003, zeileis2003): for each number of breaks the dates with the smallest
// residual sum of squares, the number by BIC, and for each break the interval of its date by the distribution of the
// largest point of a two-sided Brownian motion with drift (bai1997). F statistics compare each single break with none.

import { checkedLevel, USUAL_LEVEL } from "../../math/intervals.ts";
import { normalBelow } from "../../math/distributions.ts";
import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";
import { fewChanges } from "./few-changes.ts";
import { costOf, meanOf, segmentCost, type SegmentCost } from "./segment-cost.ts";

export type BreaksOfMean = {
  series: readonly number[];
  /** At most so many breaks; each segment has at least this share of the points. */
  most?: number;
  leastShare?: number;
  level?: number;
};

/** Positions count from 0; a break is the first point of the segment that follows. */
export type Breaks = {
  best: { at: number; lower: number; upper: number }[];
  level: number;
  sizes: { changes: number[]; rss: number; bic: number }[];
  fStatistics: { at: number; value: number }[];
};

const LARGEST_SERIES = 5000;

export const breaksOfMean: Estimator<BreaksOfMean, Breaks> = {
  name: "breaks-of-mean",
  question: "When did the mean of the series change, judged by least squares?",
  references: ["baiPerron2003", "zeileis2003", "bai1997"],
  assumptions: ["between breaks the values scatter about one mean, independently", "segments are long"],
  estimate({ series, most = 5, leastShare = 0.15, level = USUAL_LEVEL }) {
    checkedLevel(level);
    const n = series.length;
    const least = Math.max(2, Math.floor(leastShare * n));
    if (n < 2 * least || n < 8) return refuse("too-short");
    if (n > LARGEST_SERIES) return refuse("too-many", `At most ${LARGEST_SERIES} points.`);
    const cost = segmentCost("mean", series);
    if (!(costOf(cost, 0, n) > 0)) return refuse("no-variation");
    const sizes = fewChanges(n, least, most, (from, to) => costOf(cost, from, to)).map(({ changes, cost: rss }) => ({
      changes,
      rss,
      bic:
        n * (Math.log(Math.max(rss, Number.MIN_VALUE) / n) + 1 + Math.log(2 * Math.PI)) +
        Math.log(n) * 2 * (changes.length + 1),
    }));
    const chosen = sizes.reduce((best, size) => (size.bic < best.bic ? size : best)).changes;
    return answer({
      best: chosen.map((at, i) => ({ at, ...dateInterval(series, chosen[i - 1] ?? 0, at, chosen[i + 1] ?? n, level) })),
      level,
      sizes,
      fStatistics: fStatistics(cost, least),
    });
  },
};

function fStatistics(cost: SegmentCost, least: number): { at: number; value: number }[] {
  const n = cost.points;
  const none = costOf(cost, 0, n);
  return Array.from({ length: n - 2 * least + 1 }, (_, i) => {
    const at = least + i;
    const rss = Math.max(costOf(cost, 0, at) + costOf(cost, at, n), Number.MIN_VALUE);
    return { at, value: Math.min(((none - rss) * (n - 2)) / rss, Number.MAX_VALUE) };
  });
}

/** First and last position that the break may have, given its neighbours. */
function dateInterval(
  series: readonly number[],
  from: number,
  at: number,
  to: number,
  level: number,
): { lower: number; upper: number } {
  const [before, after] = [momentsOf(series.slice(from, at)), momentsOf(series.slice(at, to))];
  const step = (after.mean - before.mean) ** 2;
  if (!(before.variance > 0 && after.variance > 0 && step > 0)) return { lower: at, upper: at };
  // Days are measured in units of variance / step², on either side of the break in its own.
  const spread = after.variance / before.variance;
  const tail = (1 - level) / 2;
  const scale = before.variance / step;
  const earlier = reach((x) => 1 - argmaxBelow(x, spread), tail) * scale;
  const later = -reach((x) => argmaxBelow(-x, spread), tail) * scale;
  return { lower: Math.max(from + 1, Math.floor(at - earlier)), upper: Math.min(to - 1, Math.ceil(at - later)) };
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = meanOf(values);
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

/** The x > 0 from which on a falling share is below the tail. */
function reach(share: (x: number) => number, tail: number): number {
  if (share(0) <= tail) return 0;
  let [low, high] = [0, 1];
  while (share(high) > tail && high < 1e9) high *= 2;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (share(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The share at or below x of the place where a two-sided Brownian motion with drift −|s|/2 is largest, of variance 1
 * before 0 and φ after it (bai1997, appendix B, with ξ = 1).
 */
function argmaxBelow(x: number, phi: number): number {
  if (x <= 0) return before(-x, phi);
  // Seen from the other side, in units of that side's own variance.
  return 1 - before(x / phi, 1 / phi);
}

function before(x: number, phi: number): number {
  const root = Math.sqrt(x);
  const ratio = 1 / phi;
  const grows = Math.exp((ratio * x * (1 + ratio)) / 2) * normalBelow(-(0.5 + ratio) * root);
  return (
    -Math.sqrt(x / (2 * Math.PI)) * Math.exp(-x / 8) -
    ((phi * (phi + 2)) / (phi + 1)) * (Number.isFinite(grows) ? grows : 0) +
    (x / 2 - 2 + (phi + 2) ** 2 / (phi + 1)) * normalBelow(-root / 2)
  );
}
