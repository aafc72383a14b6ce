// A calendar day, written ISO 8601 ("2015-09-25"). Days carry no clock and no time zone.

import { z } from "zod";

export type Day = string & { readonly __brand: "Day" };

const MS_PER_DAY = 86_400_000;

/** Whether the text is a day that exists: 2015-02-29 does not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, dayOfMonth] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a year, month (1–12) and day of the month, or null where the calendar has none. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

/** Days since 1970-01-01, negative before. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

/** The day with a number; years run from 0000 to 9999, as four digits can write. */
export function dayFromNumber(number: number): Day {
  const time = new Date(number * MS_PER_DAY);
  const text = Number.isFinite(time.getTime()) ? time.toISOString().slice(0, 10) : "";
  if (!isDay(text)) throw new RangeError(`Cannot write day number ${number}: it lies outside the years 0000 to 9999`);
  return text;
}

/** Days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The last day of a month (1–12). */
export function lastDayOfMonth(year: number, month: number): Day {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return dayFromNumber(Math.round(new Date(0).setUTCFullYear(year, month, 0) / MS_PER_DAY));
}

/** Adds calendar months; a day that the month lacks becomes the month's last. */
export function addMonths(day: Day, months: number): Day {
  const total = Number(day.slice(0, 4)) * 12 + (Number(day.slice(5, 7)) - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - 12 * year + 1;
  return dayOf(year, month, Number(day.slice(8))) ?? lastDayOfMonth(year, month);
}

export const daySchema: z.ZodType<Day, string> = z
  .string()
  .refine(isDay, { error: "expected a day that exists, as YYYY-MM-DD" })
  .transform((text) => text);
