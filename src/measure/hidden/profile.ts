// How far can the total go before the counts speak against it? The profile likelihood of the total under multinomial
// sampling (cormack1992): with n0 unseen, N = n + n0,
//   ℓ(n0) = log N! − log n0! + Σ y log p̂ + n0 log p̂0   (p̂ the fit to the table with n0 in the unseen cell)
// and its slope is ψ(N + 1) − ψ(n0 + 1) + log p̂0. The interval holds every N within half a chi-square quantile of the top.

import { chiSquareQuantile } from "../../math/distributions.ts";
import { digamma, logGamma } from "../../math/gamma.ts";
import type { Interval } from "../../values/estimate.ts";
import type { Interactions } from "./hierarchical.ts";
import { LogLinear } from "./log-linear.ts";
import { independentColumns, newton, type PoissonProblem } from "./poisson-fit.ts";
import { existence } from "./recession.ts";
import type { Cells } from "./table.ts";

/** The fit with n0 in the unseen cell: Σ y log μ̂ + n0 log μ̂0, and log μ̂0. */
export type Fitted = (unseen: number) => { score: number; logMean: number } | null;

export type Profile = { value: number; interval: Interval };

const LEAST = 1e-6; // stands for "nobody unseen", where a fit may not exist
const MOST = 1e12;

/** The profile of a hierarchical model; null where the interval has no upper end. */
export function profileOfModel(cells: Cells, interactions: Interactions, near: number, level: number): Profile | null {
  const model = new LogLinear(cells, Math.max(1, near));
  let start = model.settle(interactions) ?? undefined;
  if (!start) return profileOfProblem(designOf(cells, interactions), near, level);
  const fitted: Fitted = (unseen) => {
    model.setUnseen(unseen);
    const beta = model.settle(interactions, start) ?? model.settle(interactions);
    if (!beta) return null;
    start = beta;
    return { score: model.fittedScore(beta), logMean: beta[0]! };
  };
  return climb(fitted, cells.observed, near, level);
}

/** The same for any design, intercept first. */
export function profileOfProblem(problem: PoissonProblem, near: number, level: number): Profile | null {
  const size = problem.rows[0]!.length;
  const unseenRow = problem.unseenRow ?? Array.from({ length: size }, (_, j) => (j === 0 ? 1 : 0));
  const rows = [unseenRow, ...problem.rows];
  const observed = problem.counts.reduce((sum, count) => sum + count, 0);
  const { emptied } = existence({ rows, counts: [1, ...problem.counts], unseen: unseenRow });
  const keep = rows.map((_, i) => i).filter((i) => !emptied.includes(i));
  const columns = independentColumns(
    keep.map((i) => rows[i]!),
    size,
  );
  const kept = keep.map((i) => columns.map((j) => rows[i]![j]!));
  const counts = keep.map((i) => (i === 0 ? 1 : problem.counts[i - 1]!));
  const offsets = keep.map((i) => (i === 0 ? 0 : (problem.offsets?.[i - 1] ?? 0)));
  let start: Float64Array | undefined;
  const fitted: Fitted = (unseen) => {
    counts[0] = unseen;
    const solve = (from?: Float64Array) => newton({ rows: kept, counts, offsets }, columns.length, 100, 1e-13, from);
    const solution = (start && solve(start)) ?? solve();
    if (!solution) return null;
    start = solution.beta;
    const score = solution.mu.reduce((sum, mean, i) => sum + counts[i]! * Math.log(Math.max(mean, 1e-300)), 0);
    return { score, logMean: Math.log(Math.max(solution.mu[0]!, 1e-300)) };
  };
  return climb(fitted, observed, near, level);
}

export function designOf({ t, counts }: Cells, interactions: Interactions): PoissonProblem {
  const terms = [0, ...Array.from({ length: t }, (_, list) => 1 << list), ...interactions];
  const cells = Array.from({ length: 2 ** t - 1 }, (_, i) => i + 1);
  return {
    rows: cells.map((cell) => terms.map((term) => ((cell & term) === term ? 1 : 0))),
    counts: cells.map((cell) => counts[cell]!),
  };
}

type Point = { unseen: number; height: number; slope: number };

/** Climbs to the top of the profile and down on both sides; null where there is no end on one. */
export function climb(fitted: Fitted, observed: number, near: number, level: number): Profile | null {
  const at = (unseen: number): Point | null => {
    const fit = fitted(unseen);
    if (!fit) return null;
    const total = observed + unseen;
    const height = logGamma(total + 1) - logGamma(unseen + 1) - total * Math.log(total) + fit.score;
    return { unseen, height, slope: digamma(total + 1) - digamma(unseen + 1) + fit.logMean - Math.log(total) };
  };
  const top = summit(at, Math.max(near, LEAST * 10));
  if (!top) return null;
  const target = top.height - chiSquareQuantile(level, 1) / 2;
  const lower = lowerEnd(at, top, target);
  const upper = upperEnd(at, top, target);
  if (lower === null || upper === null) return null;
  const value = observed + (top.unseen <= LEAST ? 0 : top.unseen);
  return { value, interval: { lower: observed + lower, upper: observed + upper, level } };
}

type At = (unseen: number) => Point | null;

/** The highest point: bracket the zero of the slope, then halve, on the scale of log n0. */
function summit(at: At, near: number): Point | null {
  let below = at(near);
  let above = below;
  if (!below || !above) return null;
  while (below.slope < 0) {
    if (below.unseen <= LEAST) return below;
    above = below;
    below = at(Math.max(LEAST, below.unseen / 2));
    if (!below) return null;
  }
  while (above.slope > 0) {
    if (above.unseen > MOST) return null;
    below = above;
    above = at(above.unseen * 2);
    if (!above) return null;
  }
  return rootBetween(at, below, above, (point) => point.slope);
}

function lowerEnd(at: At, top: Point, target: number): number | null {
  if (top.unseen <= LEAST) return 0;
  let inside = top;
  for (;;) {
    const next = at(Math.max(LEAST, inside.unseen / 2));
    if (!next) return null;
    if (next.height <= target) return rootBetween(at, next, inside, (p) => p.height - target)?.unseen ?? null;
    if (next.unseen <= LEAST) return 0;
    inside = next;
  }
}

function upperEnd(at: At, top: Point, target: number): number | null {
  let inside = top;
  for (;;) {
    const next = at(Math.max(inside.unseen * 2, 1));
    if (!next || next.unseen > MOST) return null;
    if (next.height <= target) return rootBetween(at, inside, next, (p) => p.height - target)?.unseen ?? null;
    inside = next;
  }
}

/** Where `value` crosses 0 between two points: false position with the Illinois rule, on log n0. */
function rootBetween(at: At, from: Point, to: Point, value: (point: Point) => number): Point | null {
  let [a, b] = [from, to];
  let [fa, fb] = [value(a), value(b)];
  for (let round = 0; round < 100; round++) {
    const [la, lb] = [Math.log(a.unseen), Math.log(b.unseen)];
    if (Math.abs(lb - la) < 1e-11 || fa === 0) return a;
    const guess = fa === fb ? 0.5 : fa / (fa - fb);
    const share = round % 8 === 7 || !(guess > 0 && guess < 1) ? 0.5 : guess;
    const middle = at(Math.exp(la + share * (lb - la)));
    if (!middle) return null;
    const fm = value(middle);
    if (Math.abs(Math.log(middle.unseen) - la) < 1e-12 || Math.abs(fm) < 1e-11) return middle;
    if (fm > 0 === fa > 0) {
      [a, fa] = [middle, fm];
      fb /= 2;
    } else {
      [b, fb] = [a, fa / 1];
      [a, fa] = [middle, fm];
    }
  }
  return a;
}
