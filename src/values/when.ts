// When something happened, as precisely as anyone says. Written in one string, after ISO 8601-2 (EDTF):
//   "2015-09-25" a day · "2015-09" a month · "2015-Q3" a quarter · "2015" a year
//   "2012/2014-03" from one to the other, each end with its own precision · "2012/.." since 2012, no known end

import { z } from "zod";
import { dayOf, isDay, lastDayOfMonth, type Day } from "./day.ts";

export type When = string & { readonly __brand: "When" };

export type Precision = "day" | "month" | "quarter" | "year";

/** One end of a period: the first and the last day it can mean. */
export type Moment = { first: Day; last: Day; precision: Precision };

/** A parsed `When`. `end` equals `start` for a single moment and is null for "since". */
export type Span = { start: Moment; end: Moment | null };

/** Reads a `When`, or gives null where it is not one or ends before it starts. */
export function spanOf(text: string): Span | null {
  const [startText, endText, ...rest] = text.split("/");
  if (rest.length > 0 || startText === undefined) return null;
  const start = momentOf(startText);
  if (!start) return null;
  if (endText === undefined) return { start, end: start };
  if (endText === "..") return { start, end: null };
  const end = momentOf(endText);
  if (!end || end.last < start.first) return null;
  return { start, end };
}

function momentOf(text: string): Moment | null {
  if (isDay(text)) return { first: text, last: text, precision: "day" };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) return months(Number(quarter[1]), 3 * Number(quarter[2]) - 2, 3, "quarter");
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) return months(Number(month[1]), Number(month[2]), 1, "month");
  const year = /^(\d{4})$/.exec(text);
  if (year) return months(Number(year[1]), 1, 12, "year");
  return null;
}

function months(year: number, month: number, count: number, precision: Precision): Moment | null {
  const first = dayOf(year, month, 1);
  return first && { first, last: lastDayOfMonth(year, month + count - 1), precision };
}

export function isWhen(text: string): text is When {
  return spanOf(text) !== null;
}

/** The span of a `When` that is known to be one. */
export function span(when: When): Span {
  const parsed = spanOf(when);
  if (!parsed) throw new RangeError(`Cannot read the time "${when}": it was never checked`);
  return parsed;
}

/** The first day that a `When` can mean. */
export function firstDay(when: When): Day {
  return span(when).start.first;
}

/** The year in which a `When` starts. */
export function startYear(when: When): number {
  return Number(when.slice(0, 4));
}

/** Writes a day at a precision: `whenAt("2015-09-01", "month")` is "2015-09". */
export function whenAt(day: Day, precision: Precision): When {
  const [year, month] = day.split("-") as [string, string];
  if (precision === "day") return day as string as When;
  if (precision === "month") return `${year}-${month}` as When;
  if (precision === "quarter") return `${year}-Q${Math.ceil(Number(month) / 3)}` as When;
  return year as When;
}

/** A period from two moments already written; equal ends are written once. */
export function whenBetween(start: When, end: When | null): When {
  if (end === null) return `${start}/..` as When;
  return start === end ? start : (`${start}/${end}` as When);
}

export const whenSchema: z.ZodType<When, string> = z
  .string()
  .refine(isWhen, {
    error:
      'expected a date as YYYY-MM-DD, YYYY-MM, YYYY-Q1 to Q4 or YYYY, a period as "start/end" with the end not before the start, or "start/.."',
  })
  .transform((text) => text);
