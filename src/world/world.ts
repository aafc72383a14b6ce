// One set of values for a dyad. Every model maps from it, so that one slider moves all models and contradictions
// between them show. Nearly all values of a real dyad are unknown: each says what kind of source it has.

import type { Estimate, Interval } from "../values/estimate.ts";
import type { Refusal } from "../values/outcome.ts";
import type { Text } from "../values/text.ts";
import type { Counted, LedgerFormula, Payoffs, WorldKey, WorldSource } from "../values/world-keys.ts";

export { worldKeys, type LedgerFormula, type Payoffs, type WorldKey, type WorldSource } from "../values/world-keys.ts";

export type SourceKind = WorldSource["kind"];

export type Issue = {
  id: string;
  title: Text;
  /** What each side gains by acting alone, and loses where both act. */
  words?: { A: Text; B: Text } | undefined;
  A: Payoffs;
  B: Payoffs;
  source: WorldSource;
  /** Which incidents speak of it. */
  counted?: Counted | undefined;
  /** Incidents on record per period, by who is accused of acting; or why there is no number. */
  rates?: { A: Estimate | Refusal; B: Estimate | Refusal } | undefined;
};

export type WorldParam = {
  value: number;
  min: number;
  max: number;
  unit: string;
  meaning: string;
  source: WorldSource;
  /** Where the ledger informs the value. */
  interval?: Interval | undefined;
  /** A formula that the ledger holds too little for: the value is then assumed. */
  refused?: (Refusal & { formula: LedgerFormula }) | undefined;
};

/** `offspring[i][j]`: events of side i that an event of side j breeds; `decay` per day. */
export type Reaction = {
  days: number;
  events: readonly { time: number; side: "A" | "B" }[];
  rates: readonly [number, number];
  offspring: readonly [readonly [number, number], readonly [number, number]];
  decay: number;
};

/** Rows that models fit, as they stand on record. */
export type Observed = {
  /** Incidents by the lists that hold them, in the direction from B against A. */
  lists: { names: readonly string[]; cells: readonly { in: readonly number[]; count: number }[] };
  /** Events by the side accused of acting, in days, with a Hawkes process fitted to them; null where none was. */
  reaction: Reaction | null;
};

export type World = {
  issues: readonly Issue[];
  /** Index of the issue that single-issue models take. */
  chosen: number;
  /** Index of the issue used as a penalty where issues are linked, or null. */
  penalty: number | null;
  stakes: readonly number[];
  params: Readonly<Record<WorldKey, WorldParam>>;
  /** Absent where no case stands behind the world. */
  observed?: Observed | undefined;
};

/** The value of one parameter. */
export function at(world: World, key: WorldKey): number {
  return world.params[key].value;
}

export function chosenIssue(world: World): Issue {
  const issue = world.issues[world.chosen];
  if (!issue) throw new RangeError(`Cannot choose issue ${world.chosen}: the world has ${world.issues.length}`);
  return issue;
}
