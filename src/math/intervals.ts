// Intervals from counts. Every one says its level.

import type { Interval } from "../values/estimate.ts";
import { betaQuantile, gammaQuantile, normalEnds } from "./distributions.ts";

export const USUAL_LEVEL = 0.95;

/** The level as it came in, where it is one. */
export function checkedLevel(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`Cannot use the level ${level}: it must lie between 0 and 1`);
  return level;
}

/**
 * Log-normal above the observed (chao1987): log of the unseen is taken as normal, so the interval never falls below
 * what is on record. C = exp(z √log(1 + variance / unseen²)); from observed + unseen / C to observed + unseen · C.
 */
export function logNormalAbove(
  observed: number,
  unseen: number,
  variance: number,
  level: number = USUAL_LEVEL,
): Interval {
  checkedLevel(level);
  if (unseen <= 0) return { lower: observed, upper: observed, level };
  const spread = Math.exp(normalEnds(level) * Math.sqrt(Math.log1p(Math.max(variance, 0) / (unseen * unseen))));
  const upper = Math.min(observed + unseen * spread, Number.MAX_VALUE);
  return { lower: observed + unseen / spread, upper, level };
}

/** The exact interval of a probability from k successes in n trials (clopperPearson1934). */
export function clopperPearson(k: number, n: number, level: number = USUAL_LEVEL): Interval {
  const tail = (1 - checkedLevel(level)) / 2;
  const lower = k === 0 ? 0 : betaQuantile(tail, k, n - k + 1);
  const upper = k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k);
  return { lower, upper, level };
}

/** The exact interval of a Poisson mean from one count (Garwood's). */
export function poissonInterval(count: number, level: number = USUAL_LEVEL): Interval {
  const tail = (1 - checkedLevel(level)) / 2;
  const lower = count === 0 ? 0 : gammaQuantile(tail, count);
  return { lower, upper: gammaQuantile(1 - tail, count + 1), level };
}

/**
 * The exact interval of the ratio of two Poisson rates (przyborowskiWilenski1940): given their sum, the first count is
 * binomial with p = r e1 / (r e1 + e2), so the ends of p give those of r. The upper end is Infinity where the second
 * count is 0.
 */
export function ratioOfCounts(
  first: number,
  second: number,
  options: { level?: number; firstExposure?: number; secondExposure?: number } = {},
): Interval {
  const { level = USUAL_LEVEL, firstExposure = 1, secondExposure = 1 } = options;
  const share = clopperPearson(first, first + second, level);
  const scale = secondExposure / firstExposure;
  const odds = (p: number): number => (p >= 1 ? Infinity : (scale * p) / (1 - p));
  return { lower: odds(share.lower), upper: odds(share.upper), level };
}
