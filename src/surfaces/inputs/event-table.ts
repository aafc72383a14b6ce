// Dated events of sides: a CSV with the columns `time` and `side`. Times are numbers in any unit from 0, or days, then
// counted from the first one; sides are any words.

import { parse } from "csv-parse/sync";
import { dayNumber, isDay } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import { MOST_SIDES, type SideEvent } from "../../measure/reciprocity/events.ts";
import { decimalIn } from "./decimal.ts";

export type EventTable = {
  events: SideEvent[];
  /** Names of the sides by number, in the order of their names. */
  sides: string[];
  unit: "as given" | "days";
  /** The day that is time 0, where times are days. */
  origin: string | null;
};

/** Beyond it, steps between times drown in rounding. */
const LARGEST_TIME = 1e15;

export function readEventTable(file: string, text: string): EventTable {
  const [head, ...body] = rowsOf(file, text);
  const names = (head ?? []).map((name) => name.trim().toLowerCase());
  const [timeAt, sideAt] = [names.indexOf("time"), names.indexOf("side")];
  if (timeAt < 0 || sideAt < 0) throw new InputError(`${file}:1`, "the columns time and side", names.join(","));
  const cell = (row: readonly string[], at: number): string => row[at] ?? "";
  const named = body.map((row, index) => {
    const side = cell(row, sideAt);
    if (side === "") throw new InputError(`${file}:${index + 2}:side`, "the name of a side", side);
    return side;
  });
  const sides = [...new Set(named)].sort();
  if (sides.length > MOST_SIDES) throw new InputError(`${file}:side`, `at most ${MOST_SIDES} sides`, sides.length);
  const numbers = new Map(sides.map((side, index) => [side, index]));
  const inDays = isDay(cell(body[0] ?? [], timeAt));
  const times = body.map((row, index) => timeOf(`${file}:${index + 2}:time`, cell(row, timeAt), inDays));
  const first = inDays ? times.reduce((least, time) => Math.min(least, time), Infinity) : 0;
  return {
    events: times.map((time, index) => ({ time: time - first, side: numbers.get(named[index]!)! })),
    sides,
    unit: inDays ? "days" : "as given",
    origin: inDays ? body.map((row) => cell(row, timeAt)).reduce((least, day) => (day < least ? day : least)) : null,
  };
}

function timeOf(place: string, text: string, inDays: boolean): number {
  if (inDays) {
    if (!isDay(text)) throw new InputError(place, "a day that exists, as the first row has one", text);
    return dayNumber(text);
  }
  const time = decimalIn(text);
  if (time === null || time < 0) throw new InputError(place, "a number from 0, or a day", text);
  if (time > LARGEST_TIME) throw new InputError(place, `a time of at most ${LARGEST_TIME}`, text);
  return time;
}

function rowsOf(file: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new InputError(
      file,
      "a CSV table with the columns time and side",
      error instanceof Error ? error.message.slice(0, 80) : undefined,
    );
  }
}
