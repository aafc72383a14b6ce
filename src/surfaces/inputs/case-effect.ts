// What changed at a date in one direction of a case, on every list and pooled, over all ways to count, and beside other
// rivals: as the command and the address both answer it.

import type { Direction } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { CaseEffect } from "../../measure/effect/case-effect.ts";
import { effectAgainstRivals, type RivalsEffect } from "../../measure/effect/rivals.ts";
import type { Curve } from "../../measure/effect/specification-curve.ts";
import type { Fall } from "../../measure/before-after.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import { addMonths, type Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import type { Estimate } from "../../values/estimate.ts";
import type { Refusal } from "../../values/outcome.ts";
import { effectAnswer, rivalsAnswer, type EffectAnswer } from "./effect-answer.ts";
import { keptEffect } from "./kept-measures.ts";
import { effectSettings, type Flag, type Settings } from "./measure-settings.ts";

type Refused = { refused: Refusal };

export type EffectOfList = Pick<CaseEffect["lists"][number], "list" | "profiles" | "dates"> & {
  delayCorrected: Fall | Refused;
} & (EffectAnswer | Refused);

export type CaseEffectAnswer = {
  case: string;
  direction: Direction;
  date: Day;
  months: number;
  lists: EffectOfList[];
  pooled: EffectOfList[];
  curve: Curve | Refused;
  delay: (Estimate & { cases: number; longest: number }) | Refused;
  rivals?: object[];
};

export type Rivals = { list: string; effect: RivalsEffect };

export type FoundEffect = {
  found: CaseEffect;
  direction: Direction;
  rivals: Rivals[];
  answered: boolean;
  document: CaseEffectAnswer;
};

/** `from` in the settings: the state that is accused; usually the other party's side of the case's first. */
export function caseEffect(
  view: LedgerView,
  settings: Settings,
  flag: Flag,
  lists: readonly { name: string; records: readonly ListedRecord[] }[] = [],
): FoundEffect {
  const direction = directionFrom(view, settings["from"], flag);
  const { date: asked, months: askedMonths, seed, level } = effectSettings(settings, flag);
  const date = asked ?? view.about.agreement.date;
  const found = keptEffect(view, { direction, date, months: askedMonths, seed, level });
  const rivals = rivalsIn(lists, direction, found);
  const inputs = { view: view.hash, direction, date: found.date, months: found.months, seed, level };
  return {
    found,
    direction,
    rivals,
    answered: [...found.lists, ...found.pooled].some(({ outcome }) => outcome.ok),
    document: { case: view.about.id, direction, ...documentOf(found, rivals, inputs) },
  };
}

function directionFrom(view: LedgerView, asked: unknown, flag: Flag): Direction {
  const [a, b] = view.about.parties;
  const from = asked === undefined || asked === "" ? b.iso : typeof asked === "string" ? asked.toUpperCase() : null;
  if (from !== a.iso && from !== b.iso) throw new InputError(flag("from"), `${a.iso} or ${b.iso}`, asked);
  return from === b.iso ? { from: b.iso, to: a.iso } : { from: a.iso, to: b.iso };
}

function rivalsIn(
  lists: readonly { name: string; records: readonly ListedRecord[] }[],
  direction: Direction,
  { date, months }: CaseEffect,
): Rivals[] {
  // As for the case's own series, the month of the date counts as before.
  const start = date.endsWith("-01") ? date : addMonths(`${date.slice(0, 7)}-01` as Day, 1);
  return lists.map(({ name, records }) => ({
    list: name,
    effect: effectAgainstRivals(records, direction, start, months),
  }));
}

function documentOf(
  { date, months, lists, pooled, curve, delay }: CaseEffect,
  rivals: readonly Rivals[],
  inputs: object,
): Omit<CaseEffectAnswer, "case" | "direction"> {
  const rows = (some: CaseEffect["lists"]): EffectOfList[] =>
    some.map(({ list, profiles, dates, outcome, corrected }) => ({
      list,
      profiles,
      dates,
      ...(outcome.ok
        ? effectAnswer(outcome.value, { ...inputs, list, profiles, dates })
        : { refused: outcome.refusal }),
      delayCorrected: corrected.ok ? corrected.value : { refused: corrected.refusal },
    }));
  return {
    date,
    months,
    lists: rows(lists),
    pooled: rows(pooled),
    curve: curve.ok ? curve.value : { refused: curve.refusal },
    delay: delayAnswer(delay),
    ...(rivals.length > 0
      ? { rivals: rivals.map(({ list, effect }) => ({ list, ...rivalsAnswer(effect, { ...inputs, list }) })) }
      : {}),
  };
}

function delayAnswer(delay: CaseEffect["delay"]): CaseEffectAnswer["delay"] {
  if (!delay.ok) return { refused: delay.refusal };
  const { value, unit, interval, cases, longest } = delay.value;
  return { value, unit, interval, cases, longest };
}
