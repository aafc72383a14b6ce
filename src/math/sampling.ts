// Draws from distributions, given a stream of uniform numbers. Exact methods only; none depends on the clock.

import { logFactorial } from "./gamma.ts";
import type { Chance } from "./philox.ts";

/** A standard normal draw: Marsaglia's polar method, without the second value, so that draws stay independent of order. */
export function drawNormal(chance: Chance): number {
  for (;;) {
    const u = 2 * chance() - 1;
    const v = 2 * chance() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Standard normal draws one after another, both of each pair that the polar method gives: for chains that draw millions. */
export function normalsFrom(chance: Chance): () => number {
  let waiting = Number.NaN;
  return () => {
    if (!Number.isNaN(waiting)) {
      const second = waiting;
      waiting = Number.NaN;
      return second;
    }
    for (;;) {
      const u = 2 * chance() - 1;
      const v = 2 * chance() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        waiting = v * scale;
        return u * scale;
      }
    }
  };
}

/** A gamma draw of the given shape and rate 1 (marsagliaTsang2000). */
export function drawGamma(chance: Chance, shape: number): number {
  if (shape < 1) {
    // Below shape 1: a draw one higher, shrunk by U^(1/shape).
    return drawGamma(chance, shape + 1) * (1 - chance()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(chance);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - chance();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** The logarithm of a gamma draw: shapes near 0 give draws too small for a number of their own. */
export function drawLogGamma(chance: Chance, shape: number): number {
  if (shape >= 1) return Math.log(drawGamma(chance, shape));
  return Math.log(drawGamma(chance, shape + 1)) + Math.log(1 - chance()) / shape;
}

export function drawBeta(chance: Chance, a: number, b: number): number {
  if (a === 1) return b === 1 ? chance() : 1 - (1 - chance()) ** (1 / b);
  if (b === 1) return (1 - chance()) ** (1 / a);
  const x = drawGamma(chance, a);
  const total = x + drawGamma(chance, b);
  return total > 0 ? x / total : chance() < a / (a + b) ? 1 : 0;
}

/** A Poisson draw: by inversion below a mean of 30, by transformed rejection (hormann1993) above. */
export function drawPoisson(chance: Chance, mean: number): number {
  if (mean <= 0) return 0;
  if (mean < 30) return invertedPoisson(chance, mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = chance() - 0.5;
    const v = 1 - chance();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - logFactorial(k)) return k;
  }
}

function invertedPoisson(chance: Chance, mean: number): number {
  let u = chance();
  let probability = Math.exp(-mean);
  let k = 0;
  while (u >= probability && k < 1000) {
    u -= probability;
    k++;
    probability *= mean / k;
  }
  return k;
}

/** A binomial draw: by inversion where few are expected, by transformed rejection (hormann1993) elsewhere. */
export function drawBinomial(chance: Chance, trials: number, probability: number): number {
  if (trials <= 0 || probability <= 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - drawBinomial(chance, trials, 1 - probability);
  return trials * probability < 10
    ? invertedBinomial(chance, trials, probability)
    : rejectedBinomial(chance, trials, probability);
}

function invertedBinomial(chance: Chance, trials: number, p: number): number {
  const odds = p / (1 - p);
  let u = chance();
  let probability = Math.exp(trials * Math.log1p(-p));
  let k = 0;
  while (u >= probability && k < trials) {
    u -= probability;
    k++;
    probability *= (odds * (trials - k + 1)) / k;
  }
  return k;
}

function rejectedBinomial(chance: Chance, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const center = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const squeeze = 0.92 - 4.2 / b;
  const mode = Math.floor((n + 1) * p);
  const logOdds = Math.log(p / (1 - p));
  const atMode = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = chance() - 0.5;
    const v = 1 - chance();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + center);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= squeeze) return k;
    const bound = Math.log((v * alpha) / (a / (us * us) + b));
    if (bound <= atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
}

/** Shares `trials` out by probabilities that need not add up to 1, into `out`. */
export function drawMultinomial(chance: Chance, trials: number, weights: ArrayLike<number>, out: Float64Array): void {
  let left = trials;
  let rest = 0;
  for (let i = 0; i < weights.length; i++) rest += weights[i]!;
  if (trials < weights.length) {
    drawOneByOne(chance, trials, weights, rest, out);
    return;
  }
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    const drawn = left === 0 ? 0 : i === weights.length - 1 ? left : drawBinomial(chance, left, weight / rest);
    out[i] = drawn;
    left -= drawn;
    rest -= weight;
  }
}

function drawOneByOne(
  chance: Chance,
  trials: number,
  weights: ArrayLike<number>,
  total: number,
  out: Float64Array,
): void {
  out.fill(0);
  for (let trial = 0; trial < trials; trial++) {
    let u = chance() * total;
    let i = 0;
    while (i < weights.length - 1 && u >= weights[i]!) u -= weights[i++]!;
    out[i]! += 1;
  }
}
