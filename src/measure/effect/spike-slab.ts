// Which controls explain a series, and how much: regression with a spike at 0 and a slab around it (scottVarian2014).
//   γ: in or out, each with its prior probability;  β_γ | σ², γ ~ N(0, σ² Ω_γ⁻¹),  1/σ² ~ Gamma(ν/2, s/2)
//   Ω = κ (½ XᵀX + ½ diag XᵀX) / n: a prior worth κ observations
// β and σ² are integrated out when γ is drawn, one variable after another in an order by chance.

import { factorize, solve } from "../../math/cholesky.ts";
import type { Chance } from "../../math/philox.ts";
import { drawGamma, drawNormal } from "../../math/sampling.ts";

export type SlabPrior = {
  /** Expected number of controls that matter. */
  modelSize: number;
  /** ν and s: how firmly, and at what, the noise is expected. */
  noiseDegrees: number;
  noiseSquares: number;
  largestNoiseSd: number;
  /** κ */
  worth: number;
};

export type RegressionDraw = { coefficients: Float64Array; included: Uint8Array; noise: number };

type Moments = { gram: Float64Array; pull: Float64Array; squares: number; seen: number };

/** Makes the sampler for fixed controls: `all` of the rows shape the prior, those `observed` the likelihood. */
export function slabSampler(
  controls: readonly Float64Array[],
  observed: Uint8Array,
  prior: SlabPrior,
): (response: Float64Array, previous: RegressionDraw, chance: Chance) => RegressionDraw {
  const size = controls.length;
  const n = observed.length;
  const everywhere = gramOf(controls, new Uint8Array(n).fill(1));
  const gram = gramOf(controls, observed);
  const slab = everywhere.map((value, k) => {
    const onDiagonal = Math.floor(k / size) === k % size;
    return ((onDiagonal ? 1 : 0.5) * prior.worth * value) / n;
  });
  const chanceOfEach = Math.min(1, prior.modelSize / size);
  const seen = observed.reduce((sum, one) => sum + one, 0);
  return (response, previous, chance) => {
    const moments = { ...momentsOf(controls, observed, response), gram, seen };
    const included = Uint8Array.from(previous.included);
    for (let i = 0; i < size; i++) if (slab[i * size + i] === 0) included[i] = 0;
    if (chanceOfEach < 1) flip(included, slab, moments, prior, chanceOfEach, chance);
    return drawGiven(included, slab, moments, prior, chance);
  };
}

function gramOf(controls: readonly Float64Array[], observed: Uint8Array): Float64Array {
  const size = controls.length;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let t = 0; t < observed.length; t++)
        if (observed[t]) gram[i * size + j]! += controls[i]![t]! * controls[j]![t]!;
  return gram;
}

function momentsOf(
  controls: readonly Float64Array[],
  observed: Uint8Array,
  response: Float64Array,
): Pick<Moments, "pull" | "squares"> {
  const pull = new Float64Array(controls.length);
  let squares = 0;
  for (let t = 0; t < observed.length; t++) {
    if (!observed[t]) continue;
    const y = response[t]!;
    squares += y * y;
    for (let i = 0; i < pull.length; i++) pull[i]! += controls[i]![t]! * y;
  }
  return { pull, squares };
}

/** Visits the controls in an order by chance; each is in with its probability given the others. */
function flip(
  included: Uint8Array,
  slab: Float64Array,
  moments: Moments,
  prior: SlabPrior,
  each: number,
  chance: Chance,
): void {
  const order = [...included.keys()];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  let here = logEvidence(included, slab, moments, prior, each);
  for (const index of order) {
    if (slab[index * included.length + index] === 0) continue;
    included[index] = included[index] ? 0 : 1;
    const there = logEvidence(included, slab, moments, prior, each);
    if (chance() < 1 / (1 + Math.exp(here - there))) here = there;
    else included[index] = included[index] ? 0 : 1;
  }
}

function logEvidence(
  included: Uint8Array,
  slab: Float64Array,
  moments: Moments,
  prior: SlabPrior,
  each: number,
): number {
  const posterior = posteriorOf(included, slab, moments, prior);
  if (!posterior) return -Infinity;
  const { factor, slabFactor, squares, chosen } = posterior;
  const logRoot = (matrix: Float64Array): number =>
    chosen.reduce((sum, _, i) => sum + Math.log(matrix[i * chosen.length + i]!), 0);
  const out = included.length - chosen.length;
  return (
    chosen.length * Math.log(each) +
    out * Math.log1p(-each) +
    logRoot(slabFactor) -
    logRoot(factor) -
    0.5 * (prior.noiseDegrees + moments.seen) * Math.log(squares)
  );
}

type Posterior = {
  chosen: number[];
  factor: Float64Array;
  slabFactor: Float64Array;
  mean: Float64Array;
  squares: number;
};

function posteriorOf(
  included: Uint8Array,
  slab: Float64Array,
  { gram, pull, squares }: Moments,
  prior: SlabPrior,
): Posterior | null {
  const size = included.length;
  const chosen = [...included.keys()].filter((index) => included[index]);
  const part = (of: (i: number, j: number) => number): Float64Array =>
    Float64Array.from({ length: chosen.length ** 2 }, (_, k) =>
      of(chosen[Math.floor(k / chosen.length)]!, chosen[k % chosen.length]!),
    );
  const factor = part((i, j) => gram[i * size + j]! + slab[i * size + j]!);
  const slabFactor = part((i, j) => slab[i * size + j]!);
  if (!factorize(factor, chosen.length) || !factorize(slabFactor, chosen.length)) return null;
  const mean = Float64Array.from(chosen, (index) => pull[index]!);
  solve(factor, chosen.length, mean);
  const explained = chosen.reduce((sum, index, i) => sum + mean[i]! * pull[index]!, 0);
  return { chosen, factor, slabFactor, mean, squares: prior.noiseSquares + Math.max(0, squares - explained) };
}

function drawGiven(
  included: Uint8Array,
  slab: Float64Array,
  moments: Moments,
  prior: SlabPrior,
  chance: Chance,
): RegressionDraw {
  const posterior = posteriorOf(included, slab, moments, prior);
  if (!posterior) throw new RangeError("Cannot draw coefficients: the controls repeat each other");
  const { chosen, factor, mean, squares } = posterior;
  const noise = drawVariance(chance, prior.noiseDegrees + moments.seen, squares, prior.largestNoiseSd);
  const size = chosen.length;
  // mean + σ L⁻ᵀ z has covariance σ² (L Lᵀ)⁻¹
  const z = Float64Array.from(chosen, () => drawNormal(chance));
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) z[i]! -= factor[k * size + i]! * z[k]!;
    z[i]! /= factor[i * size + i]!;
  }
  const coefficients = new Float64Array(included.length);
  chosen.forEach((index, i) => {
    coefficients[index] = mean[i]! + Math.sqrt(noise) * z[i]!;
  });
  return { coefficients, included, noise };
}

/** A variance with 1/σ² ~ Gamma(degrees/2, squares/2), its root below a bound. */
export function drawVariance(chance: Chance, degrees: number, squares: number, largestSd: number): number {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const variance = squares / (2 * drawGamma(chance, degrees / 2));
    if (variance <= largestSd ** 2) return variance;
  }
  // The data want more than the bound allows: the bound itself is then as good a draw as any.
  return largestSd ** 2;
}
