// A Poisson log-linear model on any design: log μ = offset + X β, by Newton's method (Cormack 1989; rivestBaillargeon2007).
// The intercept is column 0, so exp(β0) is the expected number of unseen and its variance follows from the information:
// variance of the total = exp(β0) + exp(2 β0) Var(β0) (rivestLevesque2001).

import { factorize, solve } from "../../math/cholesky.ts";
import { logFactorial } from "../../math/gamma.ts";
import { existence, nullSpace, type Existence } from "./recession.ts";

export type PoissonProblem = {
  /** One row for each observable cell, 1 in column 0. */
  rows: readonly (readonly number[])[];
  counts: readonly number[];
  /** Row of the unseen cell: 1 in column 0, 0 elsewhere, unless the model says otherwise. */
  unseenRow?: readonly number[];
  offsets?: readonly number[];
};

export type State = "ok" | "extended" | "boundary" | "unbounded" | "not-identified";

export type Fit = {
  /** `ok` a finite maximum · `extended` one after some cells go to 0 · the others give no number. */
  state: State;
  observed: number;
  /** Observed and unseen; `observed` where the maximum has nobody unseen, NaN never: see `state`. */
  abundance: number;
  standardError: number;
  logLikelihood: number;
  deviance: number;
  df: number;
  parameters: number;
  aic: number;
  bic: number;
  coefficients: number[];
  /** Cells that the fit drives to 0, by position. */
  emptied: readonly number[];
};

/** Whether the fit gives a total that can be printed. */
export function hasTotal(fit: Pick<Fit, "state">): boolean {
  return fit.state === "ok" || fit.state === "extended";
}

export function fitPoisson(problem: PoissonProblem): Fit {
  const { rows, counts } = problem;
  const size = rows[0]?.length ?? 0;
  const unseen = problem.unseenRow ?? Array.from({ length: size }, (_, j) => (j === 0 ? 1 : 0));
  const quick = newton(problem, size);
  if (quick) return summarize(problem, quick, "ok", size);
  return fitOnFace(problem, existence({ rows, counts, unseen }), size);
}

/** The fit on the cells that do not go to 0, with columns dropped that those cells cannot tell apart. */
function fitOnFace(problem: PoissonProblem, { exists, emptied, unseen }: Existence, size: number): Fit {
  const gone = new Set(emptied);
  const keep = <T>(values: readonly T[]): T[] => values.filter((_, i) => !gone.has(i));
  const rows = keep(problem.rows);
  const columns = independentColumns(rows, size);
  const face: PoissonProblem = {
    rows: rows.map((row) => columns.map((j) => row[j]!)),
    counts: keep(problem.counts),
    ...(problem.offsets ? { offsets: keep(problem.offsets) } : {}),
  };
  const solution = newton(face, columns.length, 200, 1e-13);
  const state: State = unseen === "identified" ? (exists ? "ok" : "extended") : unseen === "none" ? "boundary" : unseen;
  if (!solution) return summarize(face, null, "not-identified", size);
  const coefficients = new Float64Array(size);
  columns.forEach((j, position) => (coefficients[j] = solution.beta[position]!));
  const summary = summarize(face, solution, state, size);
  return { ...summary, coefficients: [...coefficients], emptied, df: problem.rows.length - size };
}

/** The first columns that span them all: those that are no pivot of the elimination fall away. */
export function independentColumns(rows: readonly (readonly number[])[], size: number): number[] {
  const dropped = new Set(nullSpace(rows, size).map((vector) => vector.findLastIndex((value) => value !== 0)));
  return Array.from({ length: size }, (_, j) => j).filter((j) => !dropped.has(j));
}

export type Solution = { beta: Float64Array; mu: Float64Array; unseenVariance: number };

/** Newton's method; null where it does not settle within `rounds`, a sign that no finite maximum exists. */
export function newton(
  problem: PoissonProblem,
  size: number,
  rounds = 25,
  tolerance = 1e-9,
  start?: Float64Array,
): Solution | null {
  const { rows, counts, offsets } = problem;
  const beta = start ? Float64Array.from(start) : new Float64Array(size);
  const mu = Float64Array.from(counts, (count) => count + 0.5);
  if (start) expectations(problem, beta, mu);
  const information = new Float64Array(size * size);
  const score = new Float64Array(size);
  let logLikelihood = -Infinity;
  for (let round = 0; round < rounds; round++) {
    const first = round === 0 && !start;
    information.fill(0);
    score.fill(0);
    rows.forEach((row, i) => {
      const weight = mu[i]!;
      const offset = offsets?.[i] ?? 0;
      const eta = first ? Math.log(weight) - offset : 0;
      // First round: weighted least squares on log(count + ½); later ones: Newton steps from where we are.
      const pull = first ? weight * eta : counts[i]! - weight;
      for (let a = 0; a < size; a++) {
        const value = row[a]!;
        if (value === 0) continue;
        score[a]! += value * pull;
        for (let b = 0; b <= a; b++) information[a * size + b]! += value * weight * row[b]!;
      }
    });
    if (!factorize(information, size, tolerance)) return null;
    solve(information, size, score);
    const moved = advance(problem, beta, score, mu, first ? -Infinity : logLikelihood);
    if (!moved) return null;
    logLikelihood = moved.logLikelihood;
    if (!first && moved.largest < 1e-7) return { beta, mu, unseenVariance: firstVariance(problem, mu, size) };
  }
  return null;
}

/** Goes one Newton step, or the largest half, quarter … of it that does not lower the likelihood. */
function advance(
  problem: PoissonProblem,
  beta: Float64Array,
  step: Float64Array,
  mu: Float64Array,
  atLeast: number,
): { logLikelihood: number; largest: number } | null {
  let share = 1;
  for (let halving = 0; halving < 40; halving++) {
    for (let a = 0; a < beta.length; a++) beta[a]! += (halving === 0 ? share : -share) * step[a]!;
    const logLikelihood = expectations(problem, beta, mu);
    if (logLikelihood >= atLeast - 1e-9 * (1 + Math.abs(atLeast))) {
      const largest = step.reduce((most, value) => Math.max(most, Math.abs(value * share)), 0);
      return { logLikelihood, largest };
    }
    share /= 2;
  }
  return null;
}

/** Fills in μ and gives the log-likelihood without its constant. */
function expectations({ rows, counts, offsets }: PoissonProblem, beta: Float64Array, mu: Float64Array): number {
  let logLikelihood = 0;
  rows.forEach((row, i) => {
    let eta = offsets?.[i] ?? 0;
    for (let a = 0; a < beta.length; a++) eta += row[a]! * beta[a]!;
    mu[i] = Math.exp(eta);
    logLikelihood += counts[i]! * eta - mu[i];
  });
  return Number.isNaN(logLikelihood) ? -Infinity : logLikelihood;
}

function firstVariance({ rows }: PoissonProblem, mu: Float64Array, size: number): number {
  const information = new Float64Array(size * size);
  rows.forEach((row, i) => {
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) information[a * size + b]! += row[a]! * mu[i]! * row[b]!;
    }
  });
  if (!factorize(information, size, 1e-14)) return Infinity;
  const first = new Float64Array(size);
  first[0] = 1;
  solve(information, size, first);
  return first[0];
}

function summarize(problem: PoissonProblem, solution: Solution | null, state: State, parameters: number): Fit {
  const { rows, counts } = problem;
  const observed = counts.reduce((sum, count) => sum + count, 0);
  let [logLikelihood, deviance] = [0, 0];
  if (solution) {
    counts.forEach((count, i) => {
      const mean = solution.mu[i]!;
      const logMean = Math.log(Math.max(mean, Number.MIN_VALUE));
      logLikelihood += (count > 0 ? count * logMean : 0) - mean - logFactorial(count);
      deviance += 2 * ((count > 0 ? count * (Math.log(count) - logMean) : 0) - (count - mean));
    });
  }
  const unseen = solution && (state === "ok" || state === "extended") ? Math.exp(solution.beta[0]!) : 0;
  const variance = unseen + unseen * unseen * (solution?.unseenVariance ?? 0);
  return {
    state,
    observed,
    abundance: observed + unseen,
    standardError: Math.sqrt(Math.max(0, variance)),
    logLikelihood,
    deviance,
    df: rows.length - parameters,
    parameters,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + Math.log(observed) * parameters,
    coefficients: solution ? [...solution.beta] : [],
    emptied: [],
  };
}
