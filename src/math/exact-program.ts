// Linear programs in exact fractions: maximise c·x subject to A x ≤ b, x ≥ 0, by the simplex method with Bland's rule,
// which cannot cycle. The answer carries its proof: dual prices at the optimum, or a Farkas vector (y ≥ 0, yA ≥ 0,
// y·b < 0) where no x exists. Meant for small programs whose coefficients span many magnitudes.

import { Rational } from "./rational.ts";

export type Program = { objective: Rational[]; matrix: Rational[][]; limits: Rational[] };

export type ProgramAnswer =
  | { state: "optimal"; value: Rational; point: Rational[]; prices: Rational[] }
  | { state: "infeasible"; farkas: Rational[] }
  | { state: "unbounded" };

// A dictionary: basic_i = constant_i − Σ_j entry_ij nonbasic_j. Variables 0..n−1 are x, n..n+m−1 the slacks, n+m the
// artificial variable of the first phase.
type Dictionary = { basis: number[]; others: number[]; entries: Rational[][]; constants: Rational[] };

export function maximise({ objective, matrix, limits }: Program): ProgramAnswer {
  const [n, m] = [objective.length, limits.length];
  const dictionary: Dictionary = {
    basis: limits.map((_, row) => n + row),
    others: objective.map((_, column) => column),
    entries: matrix.map((row) => [...row]),
    constants: [...limits],
  };
  const farkas = makeFeasible(dictionary, n + m);
  if (farkas) return { state: "infeasible", farkas: farkas.slice(n, n + m) };
  const goal = goalIn(dictionary, objective, n + m + 1);
  if (!climb(dictionary, goal)) return { state: "unbounded" };
  return optimum(dictionary, goal, n, m);
}

/** A goal in the terms of a dictionary: value + Σ rates_j nonbasic_j. */
type Goal = { value: Rational; rates: Rational[] };

function optimum({ basis, others, constants }: Dictionary, goal: Goal, n: number, m: number): ProgramAnswer {
  const point = Array.from({ length: n }, () => Rational.zero);
  for (const [row, variable] of basis.entries()) if (variable < n) point[variable] = constants[row] as Rational;
  const prices = Array.from({ length: m }, () => Rational.zero);
  for (const [column, variable] of others.entries()) {
    if (variable >= n) prices[variable - n] = (goal.rates[column] as Rational).negated();
  }
  return { state: "optimal", value: goal.value, point, prices };
}

/** First phase: null once the dictionary is feasible, or the multipliers of all variables that prove it cannot be. */
function makeFeasible(dictionary: Dictionary, artificial: number): Rational[] | null {
  const { constants, others, entries, basis } = dictionary;
  const worst = constants.reduce((low, value, row) => (value.isBelow(constants[low] as Rational) ? row : low), 0);
  if ((constants[worst]?.sign() ?? 0) >= 0) return null;
  // maximise −x0 with x0 subtracted from every row.
  others.push(artificial);
  for (const row of entries) row.push(Rational.one.negated());
  const goal: Goal = {
    value: Rational.zero,
    rates: others.map((v) => (v === artificial ? Rational.one.negated() : Rational.zero)),
  };
  pivot(dictionary, goal, worst, others.length - 1);
  climb(dictionary, goal);
  if (goal.value.sign() < 0) {
    const multipliers = Array.from({ length: artificial + 1 }, () => Rational.zero);
    for (const [column, variable] of others.entries())
      multipliers[variable] = (goal.rates[column] as Rational).negated();
    return multipliers;
  }
  const inBasis = basis.indexOf(artificial);
  if (inBasis >= 0) {
    const column = (entries[inBasis] as Rational[]).findIndex((entry) => !entry.isZero());
    pivot(dictionary, goal, inBasis, column);
  }
  const gone = others.indexOf(artificial);
  others.splice(gone, 1);
  for (const row of entries) row.splice(gone, 1);
  return null;
}

function goalIn({ basis, others, entries, constants }: Dictionary, objective: Rational[], variables: number): Goal {
  const rate = (variable: number): Rational => objective[variable] ?? Rational.zero;
  let value = Rational.zero;
  const rates = others.map(rate);
  for (const [row, variable] of basis.entries()) {
    const weight = variable < variables ? rate(variable) : Rational.zero;
    if (weight.isZero()) continue;
    value = value.plus(weight.times(constants[row] as Rational));
    for (const [column, entry] of (entries[row] as Rational[]).entries()) {
      rates[column] = (rates[column] as Rational).minus(weight.times(entry));
    }
  }
  return { value, rates };
}

/** Pivots until no rate is above zero; false where the goal has no bound. */
function climb(dictionary: Dictionary, goal: Goal): boolean {
  const { basis, others, entries, constants } = dictionary;
  for (;;) {
    let entering = -1;
    for (const [column, rate] of goal.rates.entries()) {
      const first = entering < 0 || (others[column] as number) < (others[entering] as number);
      if (rate.sign() > 0 && first) entering = column;
    }
    if (entering < 0) return true;
    let leaving = -1;
    let best = Rational.zero;
    for (const [row, entry] of entries.map((line) => line[entering] as Rational).entries()) {
      if (entry.sign() <= 0) continue;
      const ratio = (constants[row] as Rational).over(entry);
      const order = leaving < 0 ? -1 : ratio.compare(best);
      if (order > 0 || (order === 0 && (basis[row] as number) > (basis[leaving] as number))) continue;
      [leaving, best] = [row, ratio];
    }
    if (leaving < 0) return false;
    pivot(dictionary, goal, leaving, entering);
  }
}

function pivot(dictionary: Dictionary, goal: Goal, row: number, column: number): void {
  const { basis, others, entries, constants } = dictionary;
  const pivotRow = entries[row] as Rational[];
  const by = pivotRow[column] as Rational;
  const scaled = pivotRow.map((entry, at) => (at === column ? Rational.one.over(by) : entry.over(by)));
  const constant = (constants[row] as Rational).over(by);
  for (const [at, line] of entries.entries()) {
    const factor = line[column] as Rational;
    if (at === row || factor.isZero()) continue;
    constants[at] = (constants[at] as Rational).minus(factor.times(constant));
    entries[at] = line.map((entry, j) => {
      const change = factor.times(scaled[j] as Rational);
      return j === column ? change.negated() : entry.minus(change);
    });
  }
  const rate = goal.rates[column] as Rational;
  goal.value = goal.value.plus(rate.times(constant));
  goal.rates = goal.rates.map((old, j) => {
    const change = rate.times(scaled[j] as Rational);
    return j === column ? change.negated() : old.minus(change);
  });
  entries[row] = scaled;
  constants[row] = constant;
  [basis[row], others[column]] = [others[column] as number, basis[row] as number];
}
