// Regression of counts with a log link, log μ = offset + X β. Counts spread more than Poisson ones have variance
// μ + μ²/θ (NB2; lawless1987, venablesRipley2002, hilbe2011). β by iterated weighted least squares at given θ, θ by maximum likelihood
// at given β, in turn until both stand still; as they are asymptotically orthogonal, Cov(β) = (XᵀWX)⁻¹ with
// W = μ / (1 + μ/θ). Where the likelihood does not rise from 1/θ = 0 there is no overdispersion: the fit is Poisson.

import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { factorize, solve } from "./cholesky.ts";
import { logFactorial } from "./gamma.ts";
import { dispersionOf, logLikelihoodAt, spreadOf, type Spread } from "./overdispersion.ts";

export type CountProblem = {
  /** One row a count; an intercept is a column of 1. */
  rows: readonly (readonly number[])[];
  counts: readonly number[];
  /** Added to log μ: the log of exposure. */
  offsets?: readonly number[];
};

export type CountFamily = "poisson" | "negative-binomial";

export type CountFit = {
  family: CountFamily;
  coefficients: number[];
  standardErrors: number[];
  covariance: number[][];
  /** Null where the fit is Poisson. */
  theta: number | null;
  thetaStandardError: number | null;
  logLikelihood: number;
  fitted: number[];
  converged: true;
};

const MOST_ROUNDS = 100;
const MOST_TURNS = 100;
const SETTLED = 1e-10;
/** A mean this small where nothing was counted: the likelihood rises without end as it goes to 0. */
const VANISHING = 1e-9;
/** Overdispersion that adds less than this share to the largest variance is none. */
const LEAST_SPREAD = 1e-6;
export const LARGEST_COUNT = 1_000_000;

/** Fits by the family asked for; without one, negative binomial where the counts are overdispersed, else Poisson. */
export function fitCounts(problem: CountProblem, family?: CountFamily): Outcome<CountFit> {
  check(problem);
  if (problem.counts.some((count) => count > LARGEST_COUNT)) return refuse("too-many", "A count is above a million.");
  if (problem.counts.every((count) => count === 0)) return refuse("no-cases");
  const data = dataOf(problem);
  const poisson = fitAt(data, 0, null);
  if (!poisson.ok) return poisson;
  if (family === "poisson") return answer(described(data, poisson.value, null));
  return fitBoth(data, poisson.value);
}

type Data = { x: Float64Array; y: Float64Array; offset: Float64Array; n: number; p: number; spread: Spread };
type Fit = { beta: Float64Array; mu: Float64Array };

function fitBoth(data: Data, poisson: Fit): Outcome<CountFit> {
  let fit = poisson;
  let alpha = 0;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const next = dispersionOf(data.spread, data.y, fit.mu, alpha);
    if (next === null) return refuse("did-not-converge", "The counts' spread has no finite estimate.");
    if (next * largest(fit.mu) < LEAST_SPREAD) return answer(described(data, poisson, null));
    const before = fit.beta;
    const refit = fitAt(data, next, before);
    if (!refit.ok) return refit;
    fit = refit.value;
    const still = Math.abs(next - alpha) <= SETTLED * next && gap(before, fit.beta) <= SETTLED * 10;
    alpha = next;
    if (still) return answer(described(data, fit, alpha));
  }
  return refuse("did-not-converge");
}

/** β at a given α = 1/θ: Newton steps by expected information, halved where the likelihood would fall. */
function fitAt(data: Data, alpha: number, start: Float64Array | null): Outcome<Fit> {
  const { y, offset, n, p } = data;
  const beta = start ? Float64Array.from(start) : new Float64Array(p);
  const mu = new Float64Array(n);
  const pull = new Float64Array(n);
  if (start) expectations(data, beta, mu);
  else for (let i = 0; i < n; i++) mu[i] = y[i]! + 0.5;
  let level = start ? logLikelihoodAt(data.spread, y, mu, alpha) : -Infinity;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const first = round === 0 && !start;
    for (let i = 0; i < n; i++) {
      const weight = mu[i]! / (1 + alpha * mu[i]!);
      // The first round is least squares on log(count + ½); later ones step from where we are.
      pull[i] = first ? weight * (Math.log(mu[i]!) - offset[i]!) : (y[i]! - mu[i]!) / (1 + alpha * mu[i]!);
    }
    const information = informationOf(data, mu, alpha);
    const step = scoreOf(data, pull);
    if (!factorize(information, p)) return refuse(vanishes(data, mu) ? "separated" : "not-identified");
    solve(information, p, step);
    const moved = advance(data, alpha, beta, step, mu, first ? -Infinity : level);
    if (!moved) return refuse(vanishes(data, mu) ? "separated" : "did-not-converge");
    level = moved.level;
    if (!first && moved.largest < SETTLED) return vanishes(data, mu) ? refuse("separated") : answer({ beta, mu });
    if (vanishes(data, mu) && moved.largest > 0.1) return refuse("separated");
  }
  return refuse(vanishes(data, mu) ? "separated" : "did-not-converge");
}

function advance(
  data: Data,
  alpha: number,
  beta: Float64Array,
  step: Float64Array,
  mu: Float64Array,
  atLeast: number,
): { level: number; largest: number } | null {
  let share = 1;
  for (let halving = 0; halving < 40; halving++) {
    for (let a = 0; a < beta.length; a++) beta[a]! += (halving === 0 ? share : -share) * step[a]!;
    expectations(data, beta, mu);
    const level = logLikelihoodAt(data.spread, data.y, mu, alpha);
    if (level >= atLeast - 1e-10 * (1 + Math.abs(atLeast))) {
      // Measured in log μ, so that a column's unit does not matter.
      return { level, largest: share * largestMove(data, step) };
    }
    share /= 2;
  }
  return null;
}

function expectations({ x, offset, n, p }: Data, beta: Float64Array, mu: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let eta = offset[i]!;
    for (let a = 0; a < p; a++) eta += x[i * p + a]! * beta[a]!;
    mu[i] = Math.exp(eta);
  }
}

function informationOf({ x, n, p }: Data, mu: Float64Array, alpha: number): Float64Array {
  const information = new Float64Array(p * p);
  for (let i = 0; i < n; i++) {
    const weight = mu[i]! / (1 + alpha * mu[i]!);
    for (let a = 0; a < p; a++) {
      const value = weight * x[i * p + a]!;
      if (value === 0) continue;
      for (let b = 0; b <= a; b++) information[a * p + b]! += value * x[i * p + b]!;
    }
  }
  return information;
}

function scoreOf({ x, n, p }: Data, pull: Float64Array): Float64Array {
  const score = new Float64Array(p);
  for (let i = 0; i < n; i++) for (let a = 0; a < p; a++) score[a]! += x[i * p + a]! * pull[i]!;
  return score;
}

function largestMove({ x, n, p }: Data, step: Float64Array): number {
  let most = 0;
  for (let i = 0; i < n; i++) {
    let move = 0;
    for (let a = 0; a < p; a++) move += x[i * p + a]! * step[a]!;
    most = Math.max(most, Math.abs(move));
  }
  return most;
}

/** Whether the fit sends the mean of some count of 0 toward 0: a term stands only where nothing was counted. */
function vanishes({ y, offset, n }: Data, mu: Float64Array): boolean {
  for (let i = 0; i < n; i++) if (y[i] === 0 && mu[i]! < VANISHING * Math.exp(Math.min(0, offset[i]!))) return true;
  return false;
}

function described(data: Data, { beta, mu }: Fit, alpha: number | null): CountFit {
  const covariance = inverse(informationOf(data, mu, alpha ?? 0), data.p);
  const spread = alpha === null ? null : thetaOf(data, mu, alpha);
  return {
    family: alpha === null ? "poisson" : "negative-binomial",
    coefficients: [...beta],
    standardErrors: covariance.map((row, a) => Math.sqrt(row[a]!)),
    covariance,
    theta: spread?.theta ?? null,
    thetaStandardError: spread?.standardError ?? null,
    logLikelihood: logLikelihoodAt(data.spread, data.y, mu, alpha ?? 0) - constantOf(data.y),
    fitted: [...mu],
    converged: true,
  };
}

/** θ = 1/α; at the maximum the information on θ is that on α times α⁴. */
function thetaOf(
  { spread, y }: Data,
  mu: Float64Array,
  alpha: number,
): { theta: number; standardError: number | null } {
  const curvature = spread.curvature(y, mu, alpha);
  return { theta: 1 / alpha, standardError: curvature < 0 ? 1 / (alpha * alpha * Math.sqrt(-curvature)) : null };
}

function inverse(matrix: Float64Array, size: number): number[][] {
  if (!factorize(matrix, size)) throw new RangeError("Cannot invert the information: its columns are not independent");
  return Array.from({ length: size }, (_, column) => {
    const unit = new Float64Array(size);
    unit[column] = 1;
    solve(matrix, size, unit);
    return [...unit];
  });
}

function constantOf(y: Float64Array): number {
  return y.reduce((sum, count) => sum + logFactorial(count), 0);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function gap(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, value, a) => Math.max(most, Math.abs(value - other[a]!) / (1 + Math.abs(value))), 0);
}

function dataOf({ rows, counts, offsets }: CountProblem): Data {
  const [n, p] = [rows.length, rows[0]?.length ?? 0];
  const x = new Float64Array(n * p);
  rows.forEach((row, i) => {
    x.set(row, i * p);
  });
  const y = Float64Array.from(counts);
  return { x, y, offset: Float64Array.from(offsets ?? new Float64Array(n)), n, p, spread: spreadOf(y) };
}

function check({ rows, counts, offsets }: CountProblem): void {
  const width = rows[0]?.length ?? 0;
  const fits = rows.length === counts.length && (offsets === undefined || offsets.length === counts.length);
  if (!fits || width === 0) throw new RangeError("Cannot fit counts: rows, counts and offsets differ in number");
  const finite = rows.every((row) => row.length === width && row.every(Number.isFinite));
  if (!finite || !(offsets ?? []).every(Number.isFinite))
    throw new RangeError("Cannot fit counts: a row or an offset is not finite");
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError("Cannot fit counts: a count is no whole number from 0");
}
