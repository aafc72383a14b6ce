// How much does each side act of itself, and how much do events of either breed events of either? Hawkes's process with
// exponential kernels (hawkes1971), any number of sides:
//   λ_i(t) = mu_i + Σ_j alpha_ij Σ_{s<t by j} exp(−beta_i (t − s)) on [0, T],
// alpha_ij the effect of an event of side j on the rate of side i, beta of the receiving side. Fitted by maximum
// likelihood (ozaki1979, ogata1981); standard errors from the observed information. It is stable where the spectral
// radius of alpha_ij / beta_i is below 1.

import { normalEnds } from "../../math/distributions.ts";
import { spectralRadius } from "../../math/spectral-radius.ts";
import type { Interval } from "../../values/estimate.ts";
import type { SidedEvents } from "./events.ts";
import { fitSide, type Allowed, type SideFit } from "./fit-side.ts";
import { sideLikelihood } from "./side-likelihood.ts";

export type HawkesParams = { mu: number[]; alpha: number[][]; beta: number[] };

/** A shape like the parameters'; null where a parameter stands at a bound or the data cannot tell it. */
export type Like<Value> = { mu: Value[]; alpha: Value[][]; beta: Value[] };

export type HawkesFit = {
  mu: number[];
  alpha: number[][];
  /** Null where nothing excites the side: then no decay is to be seen. */
  beta: (number | null)[];
  logLikelihood: number;
  standardErrors: Like<number | null>;
  /** Null where there is no standard error, and where the data do not bound the parameter. */
  intervals: Like<Interval | null>;
  /** alpha_ij / beta_i: children of side i that an event of side j has. */
  branching: number[][];
  branchingErrors: (number | null)[][];
  spectralRadius: number;
  stable: boolean;
  converged: boolean;
  /** Sides whose beta stands at the end of the range in which it was sought. */
  betaAtBound: number[];
};

export function logLikelihood(events: SidedEvents, { mu, alpha, beta }: HawkesParams): number {
  return mu.reduce((sum, base, side) => {
    const decay = beta[side]!;
    const branching = Float64Array.from(alpha[side]!, (a) => a / decay);
    return sum + sideLikelihood(events, side, { mu: base, branching, logBeta: Math.log(decay) }).value;
  }, 0);
}

/** Fits every side; `allowed(i)` says which sides may excite side i, and `alsoFrom` gives further starts by side. */
export function fitSides(
  events: SidedEvents,
  allowed: (side: number) => Allowed,
  alsoFrom: readonly SideFit[] = [],
): SideFit[] {
  return Array.from({ length: events.count }, (_, side) =>
    fitSide(events, side, allowed(side), alsoFrom.slice(side, side + 1)),
  );
}

export function hawkesFit(sides: readonly SideFit[], level: number): HawkesFit {
  const excited = sides.map(({ branching }) => branching.some((b) => b > 0));
  const branching = sides.map((side) => [...side.branching]);
  const beta = sides.map(({ logBeta }, i) => (excited[i] ? Math.exp(logBeta) : null));
  const alpha = sides.map((side) => Array.from(side.branching, (b) => b * Math.exp(side.logBeta)));
  const mu = sides.map((side) => side.mu);
  const standardErrors: Like<number | null> = {
    mu: sides.map(({ covariance }) => root(covariance[0]![0]!)),
    alpha: sides.map((side) => Array.from(side.branching, (b, j) => alphaError(side, b, j))),
    beta: sides.map(({ covariance, logBeta }) => root(covariance.at(-1)!.at(-1)!, Math.exp(logBeta))),
  };
  const ends = (value: number | null, error: number | null): Interval | null => logNormal(value, error, level);
  const radius = spectralRadius(branching);
  return {
    mu,
    alpha,
    beta,
    logLikelihood: sides.reduce((sum, { value }) => sum + value, 0),
    standardErrors,
    intervals: {
      mu: mu.map((value, i) => ends(value, standardErrors.mu[i]!)),
      alpha: alpha.map((row, i) => row.map((value, j) => ends(value, standardErrors.alpha[i]![j]!))),
      beta: beta.map((value, i) => ends(value, standardErrors.beta[i]!)),
    },
    branching,
    branchingErrors: sides.map(({ covariance, branching: row }) =>
      Array.from(row, (_, j) => root(covariance[j + 1]![j + 1]!)),
    ),
    spectralRadius: radius,
    stable: radius < 1,
    converged: sides.every(({ converged }) => converged),
    betaAtBound: sides.flatMap(({ betaAtBound }, i) => (betaAtBound && excited[i] ? [i] : [])),
  };
}

function root(variance: number | null, scale = 1): number | null {
  return variance !== null && variance >= 0 ? scale * Math.sqrt(variance) : null;
}

/** alpha = b e^θ, so d alpha = e^θ (db + b dθ). */
function alphaError({ covariance, logBeta }: SideFit, b: number, j: number): number | null {
  const [bb, bt, tt] = [covariance[j + 1]![j + 1]!, covariance[j + 1]!.at(-1)!, covariance.at(-1)!.at(-1)!];
  if (bb === null) return null;
  const beta = Math.exp(logBeta);
  return bt === null || tt === null ? beta * Math.sqrt(bb) : root(bb + 2 * b * bt + b * b * tt, beta);
}

/** Ends a thousand times below and above the estimate bound nothing. */
const WIDEST = Math.log(1000);

/** On the logarithm, so that it stays above 0; null where the data do not bound the value. */
function logNormal(value: number | null, error: number | null, level: number): Interval | null {
  if (value === null || error === null || value <= 0) return null;
  const spread = (normalEnds(level) * error) / value;
  return spread > WIDEST ? null : { lower: value / Math.exp(spread), upper: value * Math.exp(spread), level };
}
