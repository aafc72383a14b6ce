// One set of values for a dyad. Every model maps from it, so that one slider moves all models and contradictions
// between them show. Nearly all values of a real dyad are unknown: each says what kind of source it has.

import type { Interval } from "../values/estimate.ts";
import type { ReferenceKey } from "../values/references.ts";
import type { Text } from "../values/text.ts";

/** Data: computed from the ledger · literature: printed in a work cited · assumption: nobody knows. */
export type SourceKind = "data" | "literature" | "assumption";

export type WorldSource = { kind: SourceKind; ref?: ReferenceKey | undefined; note?: string | undefined };

/** One side's payoffs in one issue: alone in attacking, both restrained, both attacking, alone in restraint. */
export type Payoffs = { T: number; R: number; P: number; S: number };

export type Issue = { id: string; title: Text; A: Payoffs; B: Payoffs; source: WorldSource };

export const worldKeys = [
  "delta_A",
  "delta_B",
  "q",
  "rho",
  "m",
  "n",
  "gamma",
  "k_ret",
  "t",
  "h",
  "p_hard",
  "q_hard",
  "e",
  "p",
  "c_A",
  "c_B",
  "k_A",
  "k_B",
  "phi",
  "lambda",
  "s_c",
  "s_d",
  "persistence",
  "stealth",
  "prior",
  "tau",
  "reporting",
] as const;
export type WorldKey = (typeof worldKeys)[number];

export type WorldParam = {
  value: number;
  min: number;
  max: number;
  unit: string;
  meaning: string;
  source: WorldSource;
  /** Where the ledger informs the value. */
  interval?: Interval | undefined;
};

export type World = {
  issues: readonly Issue[];
  /** Index of the issue that single-issue models take. */
  chosen: number;
  /** Index of the issue used as a penalty where issues are linked, or null. */
  penalty: number | null;
  stakes: readonly number[];
  params: Readonly<Record<WorldKey, WorldParam>>;
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
