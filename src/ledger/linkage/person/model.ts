// The Fellegi–Sunter model of a comparison (fellegiSunter1969): m, how often true pairs show a level, and u, how often other pairs do,
// given that both values are there. weight = log2(prior odds) + Σ log2(m/u); missing columns say nothing. u is counted over all
// pairs from how often values occur; m and the share of true pairs come from expectation maximisation (dempster1977) over pattern counts.

import { gammasOf, type Field, type Layout } from "./patterns.ts";

/** m and u by level, level 0 first. */
export type ColumnModel = { m: number[]; u: number[] };

export type PersonModel = { prior: number; columns: ColumnModel[] };

export type PatternCount = { pattern: number; gammas: number[]; count: number };

/** Patterns that occur, with their counts. */
export function countsByPattern(layout: Layout, counts: Float64Array): PatternCount[] {
  const rows: PatternCount[] = [];
  for (const [pattern, count] of counts.entries()) {
    if (count > 0) rows.push({ pattern, gammas: gammasOf(layout, pattern), count });
  }
  return rows;
}

/** The share of all pairs with both values there that show each level: exact, from the values' counts. */
export function levelShares({ column, comparison, agreements }: Field, same: boolean): number[] {
  const pairs = Array.from({ length: comparison.levels.length + 1 }, () => 0);
  let [onLeft, onRight] = [0, 0];
  for (const [value, count] of column.leftCount.entries()) {
    onLeft += count;
    onRight += column.rightCount[value] as number;
    for (let at = agreements.start[value] as number; at < (agreements.start[value + 1] as number); at++) {
      const other = agreements.other[at] as number;
      const level = agreements.level[at] as number;
      // Within one table a row is no pair with itself; each pair is counted twice, and so is the total.
      const rights = (column.rightCount[other] as number) - (same && other === value ? 1 : 0);
      pairs[level] = (pairs[level] as number) + count * rights;
    }
  }
  const total = onLeft * (same ? onRight - 1 : onRight);
  pairs[0] = total - pairs.reduce((sum, count) => sum + count, 0);
  return pairs.map((count) => (total > 0 ? count / total : 0));
}

export type FitOptions = {
  /** Levels' shares among other pairs, kept as they are. Without them u is estimated too. */
  u?: readonly number[][] | undefined;
  /** Columns left out (those that the pairs were blocked on). */
  without?: ReadonlySet<number> | undefined;
  /** First guess of the share of true pairs. */
  prior?: number | undefined;
};

/** Half a pair is added to every level: what was never seen is rare, not impossible. */
const FLOOR = 0.5;
const TINY = 1e-12;
const MOST_ROUNDS = 5000;

export type Fitted = { model: PersonModel; rounds: number; converged: boolean };

/** Fits m (and u) to pattern counts. */
export function fitModel(
  layout: Layout,
  patterns: readonly PatternCount[],
  { u, without, prior = 0.001 }: FitOptions = {},
): Fitted {
  let model: PersonModel = {
    prior,
    columns: layout.fields.map(({ comparison }, i) => startOf(comparison.levels.length, u?.[i])),
  };
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
    const next = improve(model, patterns, u, without ?? new Set());
    const change = difference(model, next);
    model = next;
    if (change < 1e-9) return { model, rounds, converged: true };
  }
  return { model, rounds: MOST_ROUNDS, converged: false };
}

/** True pairs mostly agree fully: half the rest goes to the level below, and so on. */
function startOf(levels: number, u: readonly number[] | undefined): ColumnModel {
  const falling = Array.from({ length: levels + 1 }, (_, level) => 0.2 ** (levels - level));
  const rising = falling.toReversed();
  return { m: shares(falling), u: u ? [...u] : shares(rising) };
}

function improve(
  model: PersonModel,
  patterns: readonly PatternCount[],
  u: readonly number[][] | undefined,
  without: ReadonlySet<number>,
): PersonModel {
  const matched = model.columns.map(({ m }) => m.map(() => FLOOR));
  const other = model.columns.map(({ m }) => m.map(() => FLOOR));
  let [matches, total] = [0, 0];
  for (const { gammas, count } of patterns) {
    const p = posterior(model, gammas, without);
    matches += p * count;
    total += count;
    for (const [i, gamma] of gammas.entries()) {
      if (gamma < 0 || without.has(i)) continue;
      const [mine, theirs] = [matched[i] as number[], other[i] as number[]];
      mine[gamma] = (mine[gamma] as number) + p * count;
      theirs[gamma] = (theirs[gamma] as number) + (1 - p) * count;
    }
  }
  return {
    prior: total > 0 ? Math.min(1 - 1e-9, Math.max(TINY, matches / total)) : model.prior,
    columns: model.columns.map((column, i) =>
      without.has(i) ? column : { m: shares(matched[i] as number[]), u: u ? column.u : shares(other[i] as number[]) },
    ),
  };
}

/** The probability that a pair with these levels is a true one. */
export function posterior(
  model: PersonModel,
  gammas: readonly number[],
  without: ReadonlySet<number> = new Set(),
): number {
  return 1 / (1 + 2 ** -weightOf(model, gammas, without));
}

/** Bits for a pair with these levels: log2 of prior odds times Π m/u. */
export function weightOf(
  { prior, columns }: PersonModel,
  gammas: readonly number[],
  without: ReadonlySet<number> = new Set(),
): number {
  let bits = Math.log2(prior / (1 - prior));
  for (const [i, { m, u }] of columns.entries()) {
    const gamma = gammas[i] ?? -1;
    if (gamma >= 0 && !without.has(i))
      bits += Math.log2(Math.max(m[gamma] as number, TINY) / Math.max(u[gamma] as number, TINY));
  }
  return bits;
}

/** What exact agreement on a value adds beyond the column's average: log2(u / frequency), the frequency among values that are there. */
export function termFrequencyBits(uExact: number, frequency: number): number {
  return Math.log2(uExact / frequency);
}

function difference(one: PersonModel, other: PersonModel): number {
  const parts = one.columns.flatMap(({ m, u }, i) => {
    const next = other.columns[i] as ColumnModel;
    return [
      ...m.map((value, level) => Math.abs(value - (next.m[level] as number))),
      ...u.map((value, level) => Math.abs(value - (next.u[level] as number))),
    ];
  });
  return Math.max(Math.abs(one.prior - other.prior), ...parts);
}

function shares(amounts: readonly number[]): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map((amount) => amount / total);
}
