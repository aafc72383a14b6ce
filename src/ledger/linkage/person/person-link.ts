// Links two tables of persons (or a table with itself): which rows are the same person, with what weight. All pairs are compared unless
// blocking rules are given; the model is fitted unless one is given.

import { visitAllPairs, type Sides, type Visit } from "./all-pairs.ts";
import { visitBlockedPairs, type BlockingRule, type RuleCount } from "./blocked-pairs.ts";
import type { Comparison } from "./comparison.ts";
import {
  countsByPattern,
  fitModel,
  levelShares,
  posterior,
  termFrequencyBits,
  weightOf,
  type PatternCount,
  type PersonModel,
} from "./model.ts";
import { layoutOf, type Field, type Layout } from "./patterns.ts";
import { columnOf, type PersonRow } from "./table.ts";

export type PersonOptions = {
  comparisons: readonly Comparison[];
  /** Without rules all pairs are compared. */
  blocking?: readonly BlockingRule[];
  /** Use this model rather than fitting one. Levels as in the comparisons, level 0 first. */
  model?: PersonModel;
  /** Estimate u as well, rather than counting it over all pairs. */
  estimateU?: boolean;
  /** Pairs with at least so many bits are given. 0 is even odds. */
  atLeast?: number;
  /** Each row has at most one partner: the pair of most bits wins. For tables without duplicates of their own. */
  oneToOne?: boolean;
  /** Stop collecting after so many pairs. */
  mostPairs?: number;
};

export type PersonPair = { left: number; right: number; gammas: number[]; bits: number };

export type PersonLinkage = {
  model: PersonModel;
  pairs: PersonPair[];
  /** Pairs compared by pattern, with the pattern's bits (term frequencies not counted). */
  patterns: (PatternCount & { bits: number })[];
  statistics: { possible: number; compared: number; rules: RuleCount[]; complete: boolean };
};

const MOST_PAIRS = 5_000_000;

/** Links `left` with `right`, or `left` with itself where `right` is null. */
export function personLink(
  left: readonly PersonRow[],
  right: readonly PersonRow[] | null,
  options: PersonOptions,
): PersonLinkage {
  const { comparisons, blocking = [], atLeast = 0, mostPairs = MOST_PAIRS } = options;
  const columns = comparisons.map(({ column }) => columnOf(column, left, right ?? left));
  const layout = layoutOf(columns, comparisons);
  const sides: Sides = { left: left.length, right: (right ?? left).length, same: right === null };
  const { counts, rules } = count(layout, sides, blocking);
  const patterns = countsByPattern(layout, counts);
  const model = options.model ?? fit(layout, sides, patterns, blocking, options.estimateU ?? false);
  const scored = patterns.map((row) => ({ ...row, bits: weightOf(model, row.gammas) }));
  const { pairs, complete } = collect(layout, sides, blocking, model, scored, { atLeast, mostPairs });
  const given = options.oneToOne ? best(pairs) : pairs;
  const compared = patterns.reduce((sum, row) => sum + row.count, 0);
  return {
    model,
    pairs: given,
    patterns: scored,
    statistics: { possible: possiblePairs(sides), compared, rules, complete },
  };
}

function possiblePairs({ left, right, same }: Sides): number {
  return same ? (left * (left - 1)) / 2 : left * right;
}

function count(
  layout: Layout,
  sides: Sides,
  blocking: readonly BlockingRule[],
): { counts: Float64Array; rules: RuleCount[] } {
  if (blocking.length === 0) return { counts: visitAllPairs(layout, sides, null), rules: [] };
  const counts = new Float64Array(layout.size);
  const rules = visitBlockedPairs(layout, sides, blocking, (_left, _right, pattern) => {
    counts[pattern] = (counts[pattern] as number) + 1;
  });
  return { counts, rules };
}

/** Under blocking each rule's own pairs tell of the columns that the rule leaves free; a column's m is the mean over rules. */
function fit(
  layout: Layout,
  sides: Sides,
  patterns: readonly PatternCount[],
  blocking: readonly BlockingRule[],
  estimateU: boolean,
): PersonModel {
  const u = layout.fields.map((field) => levelShares(field, sides.same));
  if (blocking.length === 0) return fitModel(layout, patterns, estimateU ? {} : { u }).model;
  const sessions = blocking.map((rule) => {
    const without = new Set(
      layout.fields.flatMap(({ comparison }, i) => (rule.includes(comparison.column) ? [i] : [])),
    );
    const { counts } = count(layout, sides, [rule]);
    return { without, model: fitModel(layout, countsByPattern(layout, counts), { u, without, prior: 0.1 }).model };
  });
  const columns = layout.fields.map((_, i) => {
    const free = sessions.filter(({ without }) => !without.has(i)).map(({ model }) => model.columns[i]?.m ?? []);
    const used = free.length > 0 ? free : sessions.map(({ model }) => model.columns[i]?.m ?? []);
    const m = (used[0] ?? []).map((_, level) => used.reduce((sum, each) => sum + (each[level] ?? 0), 0) / used.length);
    return { m, u: u[i] ?? [] };
  });
  return { prior: shareOfMatches(columns, patterns, possiblePairs(sides)), columns };
}

/** The share of true pairs among all pairs at which the compared pairs' probabilities add up to it. */
function shareOfMatches(columns: PersonModel["columns"], patterns: readonly PatternCount[], possible: number): number {
  let prior = 1e-4;
  for (let round = 0; round < 200; round++) {
    const expected = patterns.reduce(
      (sum, { gammas, count: pairs }) => sum + pairs * posterior({ prior, columns }, gammas),
      0,
    );
    const next = Math.min(0.5, Math.max(1e-12, expected / possible));
    if (Math.abs(next - prior) < 1e-12) break;
    prior = next;
  }
  return prior;
}

type Limit = { atLeast: number; mostPairs: number };

function collect(
  layout: Layout,
  sides: Sides,
  blocking: readonly BlockingRule[],
  model: PersonModel,
  scored: readonly (PatternCount & { bits: number })[],
  { atLeast, mostPairs }: Limit,
): { pairs: PersonPair[]; complete: boolean } {
  const byPattern = new Map(scored.map((row) => [row.pattern, row]));
  const adjusters = layout.fields.flatMap((field, i) =>
    field.comparison.termFrequency ? [adjusterOf(field, i, model)] : [],
  );
  const most = adjusters.reduce((sum, { highest }) => sum + highest, 0);
  const bitsOf = new Float64Array(layout.size).fill(-Infinity);
  for (const { pattern, bits } of scored) bitsOf[pattern] = bits;
  const pairs: PersonPair[] = [];
  let complete = true;
  const visit: Visit = (left, right, pattern) => {
    if ((bitsOf[pattern] as number) + most < atLeast) return;
    const row = byPattern.get(pattern);
    if (!row) return;
    const bits = adjusters.reduce((sum, { adjust }) => sum + adjust(left, right, row.gammas), row.bits);
    if (bits < atLeast) return;
    if (pairs.length < mostPairs) pairs.push({ left, right, gammas: row.gammas, bits });
    else complete = false;
  };
  if (blocking.length === 0) visitAllPairs(layout, sides, visit);
  else visitBlockedPairs(layout, sides, blocking, visit);
  return { pairs: pairs.toSorted((one, other) => other.bits - one.bits), complete };
}

/** Of pairs from most bits to least, those whose rows have no partner yet. */
function best(pairs: readonly PersonPair[]): PersonPair[] {
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  return pairs.filter(({ left, right }) => {
    if (lefts.has(left) || rights.has(right)) return false;
    lefts.add(left);
    rights.add(right);
    return true;
  });
}

type Adjuster = { highest: number; adjust: (left: number, right: number, gammas: readonly number[]) => number };

function adjusterOf({ column, comparison }: Field, index: number, model: PersonModel): Adjuster {
  const exact = comparison.levels.length;
  const uExact = model.columns[index]?.u[exact] ?? 1;
  // Within one table both sides hold the same counts: their share is the same.
  const counts = column.leftCount.map((rows, value) => rows + (column.rightCount[value] as number));
  const total = counts.reduce((sum, rows) => sum + rows, 0);
  const bitsOf = Float64Array.from(counts, (rows) => termFrequencyBits(uExact, rows / total));
  return {
    highest: Math.max(0, ...bitsOf),
    adjust: (left, _right, gammas) => (gammas[index] === exact ? (bitsOf[column.left[left] as number] ?? 0) : 0),
  };
}
