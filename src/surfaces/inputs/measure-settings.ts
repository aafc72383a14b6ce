// What may be set about a measure, as it stands on a command line or in an address: read here for both. `flag` says how
// the surface writes a setting's name, so that an error names what was typed.

import { USUAL_DRAWS as HIDDEN_DRAWS } from "../../measure/hidden/case-hidden.ts";
import { methods } from "../../measure/hidden/rows.ts";
import type { HiddenOptions } from "../../measure/hidden/index.ts";
import { USUAL_DRAWS as RECIPROCITY_DRAWS } from "../../measure/reciprocity/index.ts";
import { isDay, type Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import type { HiddenAsked } from "./case-hidden.ts";
import { decimalIn } from "./decimal.ts";
import { shareFrom, wholeFrom } from "./settings.ts";

export type Settings = Readonly<Record<string, unknown>>;
export type Flag = (name: string) => string;

/** As a command line has it. */
export const asOption: Flag = (name) => `--${name}`;
/** As an address has it. */
export const asParameter: Flag = (name) => name;

const MOST_MONTHS = 1200;
/** So far from the first and the last year that four digits write, a window of that many months on each side has room. */
const YEARS_WITH_ROOM = /^[1-8]/;

export function seedSetting({ seed }: Settings, flag: Flag): number {
  return wholeFrom(flag("seed"), seed, 1);
}

export function hiddenSettings(settings: Settings, flag: Flag): Required<HiddenAsked> {
  const draws = wholeFrom(flag("draws"), settings["draws"], HIDDEN_DRAWS, 10_000);
  if (draws < 1) throw new InputError(flag("draws"), "a whole number from 1", draws);
  return { level: shareFrom(flag("level"), settings["level"], 0.95), seed: seedSetting(settings, flag), draws };
}

/** Of a table of lists that is given as a file. */
export function hiddenTableSettings({ method, level, ...rest }: Settings, flag: Flag): HiddenOptions {
  const options: HiddenOptions = { level: shareFrom(flag("level"), level, 0.95), seed: seedSetting(rest, flag) };
  if (method === undefined) return options;
  const known = [...methods, "all"] as const;
  const found = known.find((one) => one === method);
  if (!found) throw new InputError(flag("method"), `one of ${known.join(", ")}`, method);
  return { ...options, method: found };
}

export function reciprocitySettings(settings: Settings, flag: Flag): { seed: number; draws: number } {
  const draws = wholeFrom(flag("draws"), settings["draws"], RECIPROCITY_DRAWS, 1_000_000);
  if (draws < 1) throw new InputError(flag("draws"), "a whole number from 1", draws);
  return { seed: seedSetting(settings, flag), draws };
}

export function horizonSetting({ horizon: text }: Settings, flag: Flag): number | null {
  if (text === undefined) return null;
  const horizon = decimalIn(text);
  if (horizon === null || horizon <= 0) throw new InputError(flag("horizon"), "a time above 0", text);
  return horizon;
}

export type EffectSettings = { date: Day | null; months: number | null; seed: number; level: number };

export function effectSettings({ date, months, level, ...rest }: Settings, flag: Flag): EffectSettings {
  return {
    date: dayFrom(flag("date"), date),
    months: monthsFrom(flag("months"), months),
    seed: seedSetting(rest, flag),
    level: shareFrom(flag("level"), level, 0.95),
  };
}

function dayFrom(name: string, text: unknown): Day | null {
  if (text === undefined) return null;
  if (typeof text !== "string" || !isDay(text)) throw new InputError(name, "a day that exists, as YYYY-MM-DD", text);
  if (!hasRoom(text)) throw new InputError(name, "a day in the years 1000 to 8999", text);
  return text;
}

/** Whether periods on both sides of a day can be written as days. */
export function hasRoom(day: Day): boolean {
  return YEARS_WITH_ROOM.test(day);
}

function monthsFrom(name: string, text: unknown): number | null {
  if (text === undefined) return null;
  const months = wholeFrom(name, text, 0, MOST_MONTHS);
  if (months < 1) throw new InputError(name, `a whole number from 1 to ${MOST_MONTHS}`, text);
  return months;
}
