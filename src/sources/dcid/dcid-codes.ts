// What DCID's numbers mean, after its codebook of July 2022 (dcid2).

import { stateFromCow, type StateCode } from "../../values/state.ts";
import type { Effect, Sector } from "../../values/statement.ts";

/** cyber_objective */
export const objectives: Readonly<Record<number, Effect>> = {
  1: "disruption",
  2: "espionage",
  3: "espionage",
  4: "degradation",
};

/** targettype, where the sector of the infrastructure says no more. */
export const targetTypes: Readonly<Record<number, Sector>> = { 1: "unknown", 2: "government", 3: "military" };

/** Crit Inf. 17 is "other": elections, academia. Dams are counted with water. */
export const infrastructures: Readonly<Record<number, Sector>> = {
  1: "chemical",
  2: "commerce",
  3: "communications",
  4: "manufacturing",
  5: "water",
  6: "defence-industry",
  7: "government",
  8: "energy",
  9: "finance",
  10: "food",
  11: "government",
  12: "health",
  13: "information-technology",
  14: "nuclear",
  15: "transport",
  16: "water",
  17: "other",
};

/** method: 1 vandalism · 2 denial of service · 3 intrusion · 4 infiltration and its kinds */
export const methods: readonly number[] = [1, 2, 3, 4.1, 4.2, 4.3, 4.4];

export type Dyad = { a: number; b: number; states: [StateCode, StateCode] };

/** Two COW codes written together, lower first: 2710 is 2 and 710. Null where no split gives two states. */
export function splitDyad(pair: number): Dyad | null {
  const digits = String(pair);
  if (!/^\d{2,6}$/.test(digits)) return null;
  const splits: Dyad[] = [];
  for (let at = 1; at < digits.length; at++) {
    if (digits[at] === "0") continue;
    const [a, b] = [Number(digits.slice(0, at)), Number(digits.slice(at))];
    const [first, second] = [stateFromCow(a), stateFromCow(b)];
    if (a < b && first && second) splits.push({ a, b, states: [first, second] });
  }
  return splits.length === 1 ? splits[0]! : null;
}

/** What kinds of effect a row's codes speak of. */
export function effectsOf(codes: {
  method: number;
  objective: number;
  severity: number;
  information: number;
}): Effect[] {
  const effects = new Set<Effect>();
  if (codes.severity === 1) effects.add("probing");
  if (codes.method === 1) effects.add("defacement");
  if (codes.method === 2) effects.add("disruption");
  const objective = objectives[codes.objective];
  if (objective) effects.add(objective);
  if (codes.information === 1) effects.add("influence");
  return effects.size > 0 ? [...effects] : ["unknown"];
}

export function sectorsOf(targetType: number, infrastructure: number | null): Sector[] {
  const target = targetTypes[targetType] ?? "unknown";
  const sector = infrastructure === null ? "unknown" : (infrastructures[infrastructure] ?? "unknown");
  const named = [...new Set([target, sector])].filter((name) => name !== "unknown");
  return named.length > 0 ? named : ["unknown"];
}
