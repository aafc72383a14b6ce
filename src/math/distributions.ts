// Shares and quantiles of the distributions that the measures use. "Below" includes the point itself.

import { betaAbove, betaBelow, gammaAbove, gammaBelow, logChoose, logFactorial } from "./gamma.ts";

/** The share of the standard normal distribution at or below z. */
export function normalBelow(z: number): number {
  const tail = 0.5 * gammaAbove(0.5, 0.5 * z * z);
  return z > 0 ? 1 - tail : tail;
}

export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** The z below which the share p of the standard normal lies. Between 0 and 1, both excluded. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`Cannot take the normal quantile of ${p}: it must lie between 0 and 1`);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0.5) return 0;
  // Asymptotic start, then Newton on log Φ, which is concave and smooth far into the tail.
  const t = Math.sqrt(-2 * Math.log(p));
  let z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (let i = 0; i < 20; i++) {
    const below = normalBelow(z);
    const step = (Math.log(below / p) * below) / normalDensity(z);
    z -= step;
    if (Math.abs(step) < 1e-15 * Math.abs(z) + 1e-16) break;
  }
  return z;
}

/** The two-sided normal quantile of a level: 1.96 for 0.95. */
export function normalEnds(level: number): number {
  return normalQuantile((1 + level) / 2);
}

/** The share of the chi-square distribution above x: the p value of a likelihood ratio. */
export function chiSquareAbove(x: number, degreesOfFreedom: number): number {
  return gammaAbove(degreesOfFreedom / 2, x / 2);
}

export function chiSquareBelow(x: number, degreesOfFreedom: number): number {
  return gammaBelow(degreesOfFreedom / 2, x / 2);
}

export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return invert((x) => chiSquareBelow(x, degreesOfFreedom), p, 0, Infinity);
}

export function gammaQuantile(p: number, shape: number, rate = 1): number {
  return invert((x) => gammaBelow(shape, x), p, 0, Infinity) / rate;
}

/** The share of Student's t distribution at or below x. */
export function studentBelow(x: number, degreesOfFreedom: number): number {
  const tail = 0.5 * betaBelow(degreesOfFreedom / (degreesOfFreedom + x * x), degreesOfFreedom / 2, 0.5);
  return x > 0 ? 1 - tail : tail;
}

export function betaQuantile(p: number, a: number, b: number): number {
  return invert((x) => betaBelow(x, a, b), p, 0, 1);
}

/** P(X ≤ k) of `trials` at `probability`. */
export function binomialBelow(k: number, trials: number, probability: number): number {
  if (k < 0) return 0;
  if (k >= trials) return 1;
  return betaAbove(probability, Math.floor(k) + 1, trials - Math.floor(k));
}

/** P(X ≥ k). */
export function binomialAbove(k: number, trials: number, probability: number): number {
  if (k <= 0) return 1;
  if (k > trials) return 0;
  return betaBelow(probability, Math.ceil(k), trials - Math.ceil(k) + 1);
}

export function binomialLogProbability(k: number, trials: number, probability: number): number {
  if (probability <= 0) return k === 0 ? 0 : -Infinity;
  if (probability >= 1) return k === trials ? 0 : -Infinity;
  return logChoose(trials, k) + k * Math.log(probability) + (trials - k) * Math.log1p(-probability);
}

/** P(X ≤ k) of a Poisson count. */
export function poissonBelow(k: number, mean: number): number {
  return k < 0 ? 0 : gammaAbove(Math.floor(k) + 1, mean);
}

/** P(X ≥ k) of a Poisson count. */
export function poissonAbove(k: number, mean: number): number {
  return k <= 0 ? 1 : gammaBelow(Math.ceil(k), mean);
}

export function poissonLogProbability(k: number, mean: number): number {
  if (mean <= 0) return k === 0 ? 0 : -Infinity;
  return k * Math.log(mean) - mean - logFactorial(k);
}

/** The point at which a rising function reaches `target`, by bisection: slow, and never wrong. */
function invert(rising: (x: number) => number, target: number, lower: number, upper: number): number {
  if (!(target >= 0 && target <= 1))
    throw new RangeError(`Cannot take the quantile of ${target}: it must lie in [0, 1]`);
  if (target === 0) return lower;
  if (target === 1) return upper;
  let low = lower;
  let high = upper;
  if (high === Infinity) for (high = 1; rising(high) < target; high *= 2) low = high;
  for (let i = 0; i < 200 && high - low > 1e-16 * high; i++) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
