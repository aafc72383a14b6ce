// Maximum likelihood of one receiving side: Newton's method on (mu, branching ratios, log beta), kept within
// mu > 0, b ≥ 0 and bounds of beta. Parameters that a bound holds are left out of the step (Bertsekas's projected
// Newton method). In log beta the likelihood can have several peaks: it is climbed from several decays.

import { factorize, solve } from "../../math/cholesky.ts";
import { countsOf, opening, type SidedEvents } from "./events.ts";
import { sideLikelihood, type SideLikelihood, type SideParams } from "./side-likelihood.ts";

export type SideFit = SideParams & {
  value: number;
  /** Covariance of (mu, b_1 … b_D, θ) from the observed information; null at rows that a bound holds. */
  covariance: (number | null)[][];
  /** beta stands at the end of the range in which it was sought. */
  betaAtBound: boolean;
  converged: boolean;
};

/** Which sides may excite this one; the others' branching ratios stay 0. */
export type Allowed = readonly boolean[];

const MOST_STEPS = 200;
/**
 * What the slope promises, in units of log-likelihood, below which one last step is taken unseen: at least, and by event.
 * The more events, the nearer the peak is to a parabola, on whose top a Newton step lands.
 */
const NEARLY = { least: 1e-7, byEvent: 4e-9 };
/** Memories of more than half the period would be trends, no answers: beta is at least this over the horizon. */
const SLOWEST = 2;
/** Starts are tried on as many events at most, and the best one alone is carried on over all. */
const TRIED_ON = 4000;
/** With fewer of the side's own events among these, the starts are tried on all. */
const FEWEST_TRIED = 50;
/** Decays tried, as multiples of the events' overall rate. */
const TRIED_DECAYS = [0.02, 0.2, 1, 5, 40];

export function fitSide(
  events: SidedEvents,
  side: number,
  allowed: Allowed,
  alsoFrom: readonly SideParams[] = [],
  slowest: number = SLOWEST,
): SideFit {
  const mine = countsOf(events)[side]!;
  if (mine === 0) return silent(events.count);
  const bounds = decayBounds(events, slowest);
  const tried = opening(events, TRIED_ON);
  const part = countsOf(tried)[side]! >= FEWEST_TRIED ? tried : events;
  const begun = [...starts(part, side, allowed, bounds), ...alsoFrom];
  let top = best(begun.map((start) => climb(part, side, allowed, bounds, start)));
  for (let most = part.times.length; most < events.times.length;) {
    // Each longer part starts where the shorter ended, already near: the whole needs two or three passes.
    most *= 8;
    top = climb(opening(events, most), side, allowed, bounds, top);
  }
  // A further start that stands higher already, on all events: a fit that allows more must not end below it.
  if (part !== events)
    for (const start of alsoFrom)
      if (sideLikelihood(events, side, start).value > top.value)
        top = best([top, climb(events, side, allowed, bounds, start)]);
  return finished(top, allowed, bounds);
}

type Climbed = SideParams & SideLikelihood & { converged: boolean };
type Bounds = { lower: number; upper: number };

function best(climbed: readonly Climbed[]): Climbed {
  return climbed.reduce((top, next) => (next.value > top.value ? next : top));
}

function silent(count: number): SideFit {
  const covariance = Array.from({ length: count + 2 }, () => Array.from({ length: count + 2 }, () => null));
  const branching = new Float64Array(count);
  return { mu: 0, branching, logBeta: 0, value: 0, covariance, betaAtBound: false, converged: true };
}

/** No slower than a part of the whole period, no faster than the shortest gaps can tell. */
function decayBounds({ times, horizon }: SidedEvents, slowest: number): Bounds {
  const gaps: number[] = [];
  const stride = Math.max(1, Math.floor(times.length / 10_000));
  for (let k = 1; k < times.length; k += stride) if (times[k]! > times[k - 1]!) gaps.push(times[k]! - times[k - 1]!);
  const sorted = Float64Array.from(gaps).sort();
  const short = sorted[Math.floor(sorted.length / 20)] ?? horizon;
  return { lower: Math.log(slowest / horizon), upper: Math.log(Math.max(30 / short, (2 * slowest) / horizon)) };
}

function starts(events: SidedEvents, side: number, allowed: Allowed, { lower, upper }: Bounds): SideParams[] {
  const { times, horizon, count } = events;
  const kinds = allowed.filter(Boolean).length;
  const rate = times.length / horizon;
  const mine = countsOf(events)[side]! / horizon;
  return TRIED_DECAYS.map((multiple) => ({
    mu: Math.max(mine, 1 / horizon) * (kinds === 0 ? 1 : 0.6),
    branching: Float64Array.from({ length: count }, (_, j) => (allowed[j] ? 0.4 / kinds : 0)),
    logBeta: Math.min(upper, Math.max(lower, Math.log(rate * multiple))),
  }));
}

function climb(events: SidedEvents, side: number, allowed: Allowed, bounds: Bounds, start: SideParams): Climbed {
  let here: Climbed = { ...start, ...sideLikelihood(events, side, start), converged: false };
  for (let step = 0; step < MOST_STEPS; step++) {
    const free = freeOf(here, allowed, bounds);
    const move = newtonStep(here, free);
    const gain = dot(move, here.gradient);
    if (gain <= Math.max(NEARLY.least, NEARLY.byEvent * events.times.length)) return lastStep(here, move, gain, bounds);
    const next = lineSearch(events, side, bounds, here, move);
    if (next === null) return { ...here, converged: gain < 1e-6 * Math.max(1, Math.abs(here.value)) };
    here = { ...next, converged: false };
  }
  return here;
}

/** So near the top the Newton step lands on it, and gains half of what the slope promises: no further pass is needed. */
function lastStep(here: Climbed, move: Float64Array, gain: number, bounds: Bounds): Climbed {
  return { ...here, ...moved(here, move, 1, bounds), value: here.value + gain / 2, converged: true };
}

/** Parameters that may move: not forbidden, and not pressed against a bound. */
function freeOf({ branching, logBeta, gradient }: Climbed, allowed: Allowed, { lower, upper }: Bounds): boolean[] {
  const slope = gradient.at(-1)!;
  const excited = branching.some((b) => b > 0);
  return [
    true,
    ...Array.from(branching, (b, j) => allowed[j] === true && (b > 0 || gradient[j + 1]! > 0)),
    // Where nothing excites, the decay means nothing.
    excited && !(logBeta <= lower && slope < 0) && !(logBeta >= upper && slope > 0),
  ];
}

/** Solves −H d = g over the free parameters; where H bends the wrong way, a ridge is added until it does not. */
function newtonStep({ gradient, hessian }: SideLikelihood, free: readonly boolean[]): Float64Array {
  const at = free.flatMap((isFree, index) => (isFree ? [index] : []));
  const size = free.length;
  const move = new Float64Array(size);
  for (let ridge = 0, tries = 0; tries < 60; tries++) {
    const matrix = new Float64Array(at.length * at.length);
    const vector = new Float64Array(at.length);
    for (const [i, from] of at.entries()) {
      vector[i] = gradient[from]!;
      for (const [j, to] of at.entries()) matrix[i * at.length + j] = -hessian[from * size + to]!;
      const scale = Math.max(Math.abs(hessian[from * size + from]!), 1e-12);
      matrix[i * at.length + i]! += ridge * scale;
    }
    if (factorize(matrix, at.length, 1e-11)) {
      solve(matrix, at.length, vector);
      for (const [i, to] of at.entries()) move[to] = vector[i]!;
      return move;
    }
    ridge = ridge === 0 ? 1e-3 : ridge * 4;
  }
  return move;
}

/** Halves the step until the likelihood rises by a share of what the slope promises; null where it never does. */
function lineSearch(
  events: SidedEvents,
  side: number,
  bounds: Bounds,
  here: Climbed,
  move: Float64Array,
): (SideParams & SideLikelihood) | null {
  const turn = Math.abs(move.at(-1)!);
  for (let size = turn > 1.5 ? 1.5 / turn : 1, halving = 0; halving < 50; size *= 0.5, halving++) {
    const next = moved(here, move, size, bounds);
    const found = sideLikelihood(events, side, next);
    const promised = dot(differences(here, next), here.gradient);
    if (found.value >= here.value + 1e-4 * Math.max(0, promised) && found.value > here.value)
      return { ...next, ...found };
  }
  return null;
}

function moved(here: SideParams, move: Float64Array, size: number, { lower, upper }: Bounds): SideParams {
  return {
    mu: Math.max(here.mu * 0.05, here.mu + size * move[0]!),
    branching: here.branching.map((b, j) => Math.max(0, b + size * move[j + 1]!)),
    logBeta: Math.min(upper, Math.max(lower, here.logBeta + size * move.at(-1)!)),
  };
}

function differences(here: SideParams, next: SideParams): Float64Array {
  return Float64Array.of(
    next.mu - here.mu,
    ...next.branching.map((b, j) => b - here.branching[j]!),
    next.logBeta - here.logBeta,
  );
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, index) => sum + value * other[index]!, 0);
}

function finished(top: Climbed, allowed: Allowed, bounds: Bounds): SideFit {
  const free = freeOf(top, allowed, bounds).map((isFree, index) => isFree && (index === 0 || !isZero(top, index)));
  const betaAtBound = top.logBeta <= bounds.lower || top.logBeta >= bounds.upper;
  const { mu, branching, logBeta, value, converged } = top;
  return { mu, branching, logBeta, value, converged, betaAtBound, covariance: inverseOver(top, free) };
}

function isZero({ branching }: SideParams, index: number): boolean {
  return index <= branching.length && branching[index - 1] === 0;
}

/** The inverse of the observed information over the free parameters; null where it cannot be taken. */
function inverseOver({ hessian }: SideLikelihood, free: readonly boolean[]): (number | null)[][] {
  const size = free.length;
  const at = free.flatMap((isFree, index) => (isFree ? [index] : []));
  const matrix = Float64Array.from(at.flatMap((from) => at.map((to) => -hessian[from * size + to]!)));
  const known = factorize(matrix, at.length, 1e-13);
  const columns = at.map((_, index) => {
    const unit = new Float64Array(at.length);
    unit[index] = 1;
    if (known) solve(matrix, at.length, unit);
    return unit;
  });
  return free.map((_, i) =>
    free.map((__, j) => {
      const [row, column] = [at.indexOf(i), at.indexOf(j)];
      return known && row >= 0 && column >= 0 ? columns[column]![row]! : null;
    }),
  );
}
