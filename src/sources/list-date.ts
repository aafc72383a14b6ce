// Dates as lists write them. A list that knows only the month writes its first day, and one that knows only the year
// writes 1 January, so a day is trusted only where it says more than that.

import { dayOf, isDay, type Day } from "../values/day.ts";
import { span, whenAt, type When } from "../values/when.ts";

/** "2015-09-25" or "2015-09-25T00:14:24" or "2015-09-25 00:00:00" as a day, or null. */
export function dayFromIso(text: unknown): Day | null {
  if (typeof text !== "string") return null;
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text.trim())?.[1] ?? "";
  return isDay(day) ? day : null;
}

/** "9/25/2015" as a day, or null. */
export function dayFromUsDate(text: string): Day | null {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  return parts && dayOf(Number(parts[3]), Number(parts[1]), Number(parts[2]));
}

/** "25.09.2015" as a day, or null. */
export function dayFromDottedDate(text: string): Day | null {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  return parts && dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
}

/** A day as precise as it can be meant: day 1 is a month, and 1 January a year where the list does that too. */
export function whenMeant(day: Day, coarsest: "month" | "year"): When {
  if (coarsest === "year" && day.endsWith("-01-01")) return whenAt(day, "year");
  return whenAt(day, day.endsWith("-01") ? "month" : "day");
}

/** Whether the end is over before the start can have begun. */
export function endsBefore(start: When, end: When): boolean {
  return span(end).start.last < span(start).start.first;
}

/** 2016-02-12 for 2016-12-02, where the calendar has both. */
export function exchanged(day: Day): Day | null {
  const [year, month, dayOfMonth] = day.split("-").map(Number) as [number, number, number];
  return dayOf(year, dayOfMonth, month);
}
