// Dates in three columns, as the Correlates of War and crisis data write them: -9 or nothing stands for unknown.

import { dayOf } from "../../values/day.ts";
import { stateFromCow, type StateCode } from "../../values/state.ts";
import { isWhen, type When } from "../../values/when.ts";
import { numberOf } from "../cell-text.ts";

/** As precise as the columns are, or null where not even the year is known. */
export function whenOfParts(year: unknown, month: unknown, day: unknown): When | null {
  const [y, m, d] = [year, month, day].map((cell) => numberOf(cell) ?? -9) as [number, number, number];
  if (!Number.isInteger(y) || y < 1000 || y > 9999) return null;
  const whole = dayOf(y, m, d);
  if (whole) return whole as string as When;
  const padded = `${y}-${String(m).padStart(2, "0")}`;
  return isWhen(padded) ? padded : (String(y) as When);
}

/** The part of a period that falls in one year. */
export function withinYear(start: When | null, end: When | null, year: number): When {
  const from = start?.startsWith(String(year)) ? start : String(year);
  const to = end?.startsWith(String(year)) ? end : String(year);
  const period = from === to ? from : `${from}/${to}`;
  return (isWhen(period) ? period : String(year)) as When;
}

// Numbers of states that ended, by the state that most lists mean by them now; others are rejected.
const SUCCESSORS: Readonly<Record<number, number>> = { 260: 255, 678: 679 };

export function stateOfCow(cell: unknown): StateCode | null {
  const number = numberOf(cell);
  if (number === null) return null;
  return stateFromCow(number) ?? stateFromCow(SUCCESSORS[number] ?? 0);
}
