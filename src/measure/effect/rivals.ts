// Other pairs on the same list, for comparison: who acted against whom, in windows and in half-years around a date. Pairs
// in which either of the two parties meets the other are left out; every direction of every other pair is a row.

import type { Direction } from "../../ledger/incident.ts";
import { addMonths, type Day } from "../../values/day.ts";
import type { StateCode } from "../../values/state.ts";
import { firstDay, type When } from "../../values/when.ts";
import { refuse, type Outcome } from "../../values/outcome.ts";
import { placeboDyads, type DyadCounts } from "./placebo-dyads.ts";
import type { Placebo } from "./placebo.ts";
import { syntheticControl, type Donor, type SyntheticEffect } from "./synthetic-control.ts";

/** A row of a list, as far as it is counted here. */
export type RivalRecord = {
  initiators: readonly StateCode[];
  targets: readonly StateCode[];
  start: When | null;
  disclosed: When | null;
  profile: boolean;
};

export type RivalsEffect = { placebo: Outcome<Placebo>; synthetic: Outcome<SyntheticEffect> };

/** Single months hold too few of one pair to be mixed. */
const MONTHS_A_PERIOD = 6;
const PERIODS_BEFORE = 12;

export function effectAgainstRivals(
  records: readonly RivalRecord[],
  direction: Direction,
  date: Day,
  months: number,
): RivalsEffect {
  const days = daysByPair(records);
  const own = nameOf(direction.from, direction.to);
  const treated = days.get(own);
  if (!treated) {
    const none = refuse("no-cases", `The list has nothing of ${own}.`);
    return { placebo: none, synthetic: none };
  }
  const others = [...days].filter(([name]) => name !== own && name !== nameOf(direction.to, direction.from));
  const counts = (name: string, some: readonly Day[]): DyadCounts => ({
    name,
    before: within(some, addMonths(date, -months), date),
    after: within(some, date, addMonths(date, months)),
  });
  const periods = (name: string, some: readonly Day[]): Donor => ({ name, values: inPeriods(some, date, months) });
  return {
    placebo: placeboDyads.estimate({
      treated: counts(own, treated),
      rivals: others.map(([name, some]) => counts(name, some)),
    }),
    synthetic: syntheticControl.estimate({
      treated: periods(own, treated),
      donors: others.map(([name, some]) => periods(name, some)),
      from: PERIODS_BEFORE,
    }),
  };
}

function daysByPair(records: readonly RivalRecord[]): Map<string, Day[]> {
  const days = new Map<string, Day[]>();
  for (const { initiators, targets, start, disclosed, profile } of records) {
    const when = start ?? disclosed;
    if (when === null || profile) continue;
    for (const from of initiators)
      for (const to of targets) {
        if (from === to) continue;
        const name = nameOf(from, to);
        days.set(name, [...(days.get(name) ?? []), firstDay(when)]);
      }
  }
  return new Map([...days].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function inPeriods(days: readonly Day[], date: Day, months: number): number[] {
  const after = Math.max(1, Math.floor(months / MONTHS_A_PERIOD));
  return Array.from({ length: PERIODS_BEFORE + after }, (_, index) => {
    const from = (index - PERIODS_BEFORE) * MONTHS_A_PERIOD;
    return within(days, addMonths(date, from), addMonths(date, from + MONTHS_A_PERIOD));
  });
}

/** Days from the first, included, to the end, excluded. */
function within(days: readonly Day[], from: Day, to: Day): number {
  return days.filter((day) => day >= from && day < to).length;
}

function nameOf(from: StateCode, to: StateCode): string {
  return `${from}→${to}`;
}
