// Models in which lists differ (Mt), cases differ (Mh), or both (Mth), as one log-linear family (rivestBaillargeon2007).
//   log μ = β0 + (β k or Σ β_j on its lists) + η h(k),  k the number of lists that hold the cell
//   Poisson2 h = 2^k − 1 · Darroch h = k²/2 (darroch1993) · Gamma3.5 h = log 3.5 − log(3.5 + k)
//   Chao: Σ_{j=2}^{t−1} η_j max(k − j, 0) with η_j ≥ 0: only cases on one and two lists tell of the unseen (a lower bound)

import { logFactorial } from "../../math/gamma.ts";
import { fitPoisson, type Fit, type PoissonProblem } from "./poisson-fit.ts";
import { climb, profileOfProblem, type Profile } from "./profile.ts";
import { bitCount, type Cells } from "./table.ts";

export const heterogeneities = ["Chao", "Poisson2", "Darroch", "Gamma3.5"] as const;
export type Heterogeneity = (typeof heterogeneities)[number];

export type FamilyName = "M0" | "Mt" | `Mh ${Heterogeneity}` | `Mth ${Heterogeneity}`;
export type FamilyFit = Fit & {
  model: FamilyName;
  problem: PoissonProblem;
  /** How many lists hold each cell: Chao's columns are made from it anew wherever the counts change. */
  times: readonly number[];
};

const GAMMA_PARAMETER = 3.5;

const shapes: Record<Exclude<Heterogeneity, "Chao">, (k: number) => number> = {
  Poisson2: (k) => 2 ** k - 1,
  Darroch: (k) => (k * k) / 2,
  "Gamma3.5": (k) => Math.log(GAMMA_PARAMETER) - Math.log(GAMMA_PARAMETER + k),
};

/** All ten models from the table of patterns; those for unequal cases need three lists. */
export function familiesFromTable({ t, counts }: Cells): FamilyFit[] {
  const cells = Array.from({ length: 2 ** t - 1 }, (_, i) => i + 1);
  const observed = cells.map((cell) => counts[cell]!);
  const times = cells.map(bitCount);
  const even = times.map((k) => [1, k]);
  const byList = cells.map((cell) => Array.from({ length: t + 1 }, (_, j) => (j === 0 ? 1 : (cell >> (j - 1)) & 1)));
  const model = (name: FamilyName, rows: number[][], h?: Heterogeneity): FamilyFit =>
    fitFamily(name, { rows, counts: observed }, times, t, h);
  const plain = [model("M0", even), model("Mt", byList)];
  if (t < 3) return plain;
  return [
    ...plain,
    ...heterogeneities.map((h) => model(`Mh ${h}`, even, h)),
    ...heterogeneities.map((h) => model(`Mth ${h}`, byList, h)),
  ];
}

/** How often each unit was seen. `occasions` is Infinity where sightings come at any time. */
export type SeenTimes = { frequencies: readonly number[]; occasions: number };

/** M0 and the Mh models from frequencies: log μ_k has the offset log C(t, k), or −log k! in continuous time. */
export function familiesFromFrequencies({ frequencies, occasions }: SeenTimes): FamilyFit[] {
  const longest = occasions === Infinity ? frequencies.findLastIndex((count) => count > 0) + 1 : occasions;
  const times = Array.from({ length: longest }, (_, i) => i + 1);
  const counts = times.map((k) => frequencies[k - 1] ?? 0);
  const offsets = times.map((k) =>
    occasions === Infinity ? -logFactorial(k) : logFactorial(occasions) - logFactorial(k) - logFactorial(occasions - k),
  );
  const rows = times.map((k) => [1, k]);
  const model = (name: FamilyName, h?: Heterogeneity): FamilyFit =>
    fitFamily(name, { rows, counts, offsets }, times, longest, h);
  if (longest < 3) return [model("M0")];
  return [model("M0"), ...heterogeneities.map((h) => model(`Mh ${h}`, h))];
}

function fitFamily(
  model: FamilyName,
  base: PoissonProblem,
  times: number[],
  t: number,
  heterogeneity?: Heterogeneity,
): FamilyFit {
  if (heterogeneity === "Chao") return { model, times, ...fitChao(base, times, t) };
  const shape = heterogeneity && shapes[heterogeneity];
  const problem = shape ? withColumns(base, [times.map(shape)]) : base;
  return { model, times, problem, ...fitPoisson(problem) };
}

/** The profile interval; Chao's bends are chosen again at every number of unseen. */
export function profileOfFamily(fit: FamilyFit, level: number): Profile | null {
  const near = fit.abundance - fit.observed;
  if (!fit.model.endsWith("Chao")) return profileOfProblem(fit.problem, near, level);
  const fixed = fit.model.startsWith("Mth") ? 1 + Math.max(...fit.times) : 2;
  const width = fit.problem.rows[0]!.length;
  const unseenRow = Array.from({ length: fixed }, (_, j) => (j === 0 ? 1 : 0));
  const rows = [unseenRow, ...fit.problem.rows.map((row) => row.slice(0, Math.min(fixed, width)))];
  const times = [0, ...fit.times];
  const offsets = [0, ...(fit.problem.offsets ?? fit.times.map(() => 0))];
  const fitted = (unseen: number): { score: number; logMean: number } | null => {
    const counts = [unseen, ...fit.problem.counts];
    const { problem, coefficients, state } = fitChao({ rows, counts, offsets }, times, Math.max(...times));
    if (state !== "ok") return null;
    const etas = problem.rows.map((row, i) => row.reduce((sum, x, a) => sum + x * coefficients[a]!, offsets[i]!));
    return { score: etas.reduce((sum, eta, i) => sum + eta * counts[i]!, 0), logMean: etas[0]! };
  };
  return climb(fitted, fit.observed, near, level);
}

type ChaoFit = Fit & { problem: PoissonProblem };

/**
 * Fits Chao's columns under η ≥ 0: columns enter while the likelihood rises along them and leave when they would turn
 * negative, until neither happens (the active set of lawsonHanson1974).
 */
function fitChao(base: PoissonProblem, times: readonly number[], t: number): ChaoFit {
  const fixed = base.rows[0]!.length;
  const column = (j: number): number[] => times.map((k) => Math.max(k - j, 0));
  const bends = Array.from({ length: Math.max(0, t - 2) }, (_, i) => i + 2);
  const fitWith = (used: readonly number[]): ChaoFit => {
    const problem = withColumns(base, used.map(column));
    return { problem, ...fitPoisson(problem) };
  };
  let bent = new Map<number, number>(); // η by bend, those above 0
  let best = fitWith([]);
  for (let round = 0; round < 10 * t; round++) {
    const [entering] = bends
      .filter((j) => !bent.has(j))
      .map((j) => ({ j, pull: pullOf(best, column(j)) }))
      .filter(({ pull }) => pull > 1e-7)
      .sort((a, b) => b.pull - a.pull);
    if (!entering) break;
    const next = settle(new Map([...bent, [entering.j, 0]]), fixed, fitWith);
    if (!next || !(next.fit.logLikelihood > best.logLikelihood + 1e-10)) break;
    bent = next.bent;
    best = next.fit;
  }
  return best;
}

/** Moves from η toward the free maximum; whatever reaches 0 on the way stays there. */
function settle(
  from: Map<number, number>,
  fixed: number,
  fitWith: (used: readonly number[]) => ChaoFit,
): { bent: Map<number, number>; fit: ChaoFit } | null {
  let bent = from;
  for (;;) {
    const used = [...bent.keys()].sort((a, b) => a - b);
    const fit = fitWith(used);
    if (fit.state !== "ok") return bestWithoutOne(used, fixed, fitWith);
    const aim = new Map(used.map((j, i) => [j, fit.coefficients[fixed + i]!]));
    if ([...aim.values()].every((eta) => eta > 0)) return { bent: aim, fit };
    const share = Math.min(
      ...used.filter((j) => aim.get(j)! <= 0).map((j) => bent.get(j)! / (bent.get(j)! - aim.get(j)!)),
    );
    const moved = used.map((j): [number, number] => [j, bent.get(j)! + share * (aim.get(j)! - bent.get(j)!)]);
    bent = new Map(moved.filter(([, eta]) => eta > 1e-12));
    if (bent.size === used.length) return null;
  }
}

/** Where the free maximum lies at infinity, some η would go below 0 on the way: the best fit with one of them left out. */
function bestWithoutOne(
  used: readonly number[],
  fixed: number,
  fitWith: (used: readonly number[]) => ChaoFit,
): { bent: Map<number, number>; fit: ChaoFit } | null {
  const [best] = used
    .map((j) => used.filter((other) => other !== j))
    .map((left) => ({ left, fit: fitWith(left) }))
    .filter(({ fit }) => fit.state === "ok" && firstNegative(fit, fixed) < 0)
    .sort((a, b) => b.fit.logLikelihood - a.fit.logLikelihood);
  return best
    ? { bent: new Map(best.left.map((j, i) => [j, best.fit.coefficients[fixed + i]!])), fit: best.fit }
    : null;
}

function firstNegative(fit: Fit, fixed: number): number {
  return fit.coefficients.findIndex((value, i) => i >= fixed && value < 0);
}

/** How fast the likelihood rises when a column enters at η = 0. */
function pullOf({ problem: { rows, counts, offsets }, coefficients }: ChaoFit, column: number[]): number {
  return rows.reduce((sum, row, i) => {
    const eta = row.reduce((total, value, a) => total + value * coefficients[a]!, offsets?.[i] ?? 0);
    return sum + column[i]! * (counts[i]! - Math.exp(eta));
  }, 0);
}

function withColumns(problem: PoissonProblem, columns: number[][]): PoissonProblem {
  return { ...problem, rows: problem.rows.map((row, i) => [...row, ...columns.map((column) => column[i]!)]) };
}
