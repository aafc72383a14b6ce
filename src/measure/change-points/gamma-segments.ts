// How likely the counts of one segment are, its rate integrated out: counts are Poisson with mean rate × exposure, the
// rate is gamma of shape a and rate b, so
//   log P = a log b − log Γ(a) + log Γ(a + S) − (a + S) log(b + E)        (without Σ y log e − log y!; fearnhead2006)
// S is the segment's sum of counts, E of exposures. Its rate given the counts is gamma of shape a + S and rate b + E.

import { logGamma } from "../../math/gamma.ts";
import { summed } from "./segment-cost.ts";

export type GammaPrior = { shape: number; rate: number };

/** log P of every segment, up to a constant a point: that of the points `from` up to, not including, `to` at to (to − 1) / 2 + from. */
export type SegmentTable = { points: number; logMarginals: Float64Array };

export type GammaSegments = {
  points: number;
  /** The rate's distribution given the counts of a segment. */
  rateOf(from: number, to: number): GammaPrior & { total: number; exposure: number };
};

const LARGEST_TABLE = 4_000_000;

export function gammaSegments(
  counts: readonly number[],
  exposures: readonly number[],
  prior: GammaPrior,
): GammaSegments {
  const [sums, exposed] = [summed(counts), summed(exposures)];
  return {
    points: counts.length,
    rateOf(from, to) {
      const [total, exposure] = [sums[to]! - sums[from]!, exposed[to]! - exposed[from]!];
      return { shape: prior.shape + total, rate: prior.rate + exposure, total, exposure };
    },
  };
}

export function segmentTable(counts: readonly number[], exposures: readonly number[], prior: GammaPrior): SegmentTable {
  const n = counts.length;
  const { shape: a, rate: b } = prior;
  const [sums, exposed] = [summed(counts), summed(exposures)];
  if (sums[n]! > LARGEST_TABLE) return relativeTable(sums, exposed, prior);
  const gammas = logGammas(a, sums[n]!);
  const constant = a * Math.log(b) - logGamma(a);
  const logMarginals = new Float64Array((n * (n + 1)) / 2);
  for (let to = 1, at = 0; to <= n; to++) {
    for (let from = 0; from < to; from++, at++) {
      const sum = sums[to]! - sums[from]!;
      logMarginals[at] = constant + gammas[sum]! - (a + sum) * Math.log(b + exposed[to]! - exposed[from]!);
    }
  }
  return { points: n, logMarginals };
}

/**
 * The same for large counts, where log Γ(a + S) and (a + S) log(b + E) are so large that their difference is all rounding.
 * With m the rate of the whole series, the prior's mean, they are (a + S) log((a + S) / (b + E) / m) + R(a + S)
 * + (a + S)(log m − 1), R what Stirling's formula leaves; S (log m − 1) is the same in sum over every segmentation, and left out.
 */
function relativeTable(sums: Float64Array, exposed: Float64Array, { shape: a, rate: b }: GammaPrior): SegmentTable {
  const n = sums.length - 1;
  const m = a / b;
  const constant = a * Math.log(b) - logGamma(a) + a * (Math.log(m) - 1);
  const logMarginals = new Float64Array((n * (n + 1)) / 2);
  for (let to = 1, at = 0; to <= n; to++) {
    for (let from = 0; from < to; from++, at++) {
      const shape = a + (sums[to]! - sums[from]!);
      const rate = b + (exposed[to]! - exposed[from]!);
      logMarginals[at] = constant + shape * Math.log(shape / rate / m) + beyondStirling(shape);
    }
  }
  return { points: n, logMarginals };
}

/** log Γ(x) − x log x + x. */
function beyondStirling(x: number): number {
  if (x < 100) return logGamma(x) - x * Math.log(x) + x;
  return 0.5 * Math.log((2 * Math.PI) / x) + (1 / 12 - 1 / (360 * x * x)) / x;
}

/** log Γ(a + s) for s = 0 … most, by log Γ(x + 1) = log Γ(x) + log x; every so often anew, so that no error gathers. */
function logGammas(a: number, most: number): Float64Array {
  const table = new Float64Array(most + 1);
  for (let s = 0; s <= most; s++) table[s] = s % 64 === 0 ? logGamma(a + s) : table[s - 1]! + Math.log(a + s - 1);
  return table;
}
