// A deed: one row of a list, by whom against whom, in words that all rows share. Its categories are target sector ×
// effect × severity band; a row with two sectors stands in both.

import type { StateCode } from "../../values/state.ts";
import type { Effect, Scale, Sector } from "../../values/statement.ts";
import { firstDay, type When } from "../../values/when.ts";
import { dayNumber } from "../../values/day.ts";

/** Bands of DCID's severity: 0–2 probing and harassment, 3–4 theft and intrusion, 5–10 critical networks and beyond. */
export const bands = ["low", "middle", "high"] as const;
export type Band = (typeof bands)[number];

export type Category = { sector: Sector; effect: Effect; band: Band };

export type Deed = {
  id: string;
  from: StateCode;
  to: StateCode;
  /** Day number of the first day it can have begun on; null where no date is given. */
  day: number | null;
  /** Written "sector|effect|band", each once. */
  categories: readonly string[];
};

export function bandOf(severity: number): Band {
  if (severity <= 2) return "low";
  return severity <= 4 ? "middle" : "high";
}

export function keyOf({ sector, effect, band }: Category): string {
  return `${sector}|${effect}|${band}`;
}

export function categoryOf(key: string): Category {
  const [sector, effect, band] = key.split("|") as [Sector, Effect, Band];
  return { sector, effect, band };
}

/** What is read of a list's row. */
export type DeedRow = {
  id: string;
  initiators: readonly StateCode[];
  targets: readonly StateCode[];
  sectors: readonly Sector[];
  effects: readonly Effect[];
  scores: readonly { scale: Scale; value: number }[];
  start: When | null;
  profile: boolean;
};

/** The deeds of a list's rows: one for each pair of initiator and target. Rows without a DCID severity have no category. */
export function deedsOf(records: readonly DeedRow[]): Deed[] {
  return records.flatMap(({ id, initiators, targets, sectors, effects, scores, start, profile }) => {
    const severity = scores.find(({ scale }) => scale === "dcid-severity")?.value;
    if (profile || severity === undefined) return [];
    const band = bandOf(severity);
    const categories = sectors.flatMap((sector) => effects.map((effect) => keyOf({ sector, effect, band })));
    const day = start === null ? null : dayNumber(firstDay(start));
    return initiators.flatMap((from) => targets.map((to) => ({ id, from, to, day, categories })));
  });
}
