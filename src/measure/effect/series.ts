// A series of counts at a regular step, and the place of a date in it. A period that began before the date counts as
// before, as lists know few dates to the day; the first that begins on the date or later is the first after.

import { addMonths, dayFromNumber, dayNumber, type Day } from "../../values/day.ts";

/** Steps are whole days or whole calendar months. */
export type Step = { unit: "day" | "month"; every: number };

export type CountSeries = { start: Day; step: Step; counts: readonly number[] };

/** What share of the events of a period is on record by now: between 0 and 1. */
export type Completeness = (period: Day) => number;

/** The first day of the period at an index; one past the end is the day after the series. */
export function periodStart({ start, step }: Pick<CountSeries, "start" | "step">, index: number): Day {
  const steps = index * step.every;
  return step.unit === "month" ? addMonths(start, steps) : dayFromNumber(dayNumber(start) + steps);
}

/** Index of the first period that begins on the date or later; may lie outside the series. */
export function indexOf(series: Pick<CountSeries, "start" | "step">, date: Day): number {
  const { start, step } = series;
  if (step.unit === "day") return Math.ceil((dayNumber(date) - dayNumber(start)) / step.every);
  const months = monthNumber(date) - monthNumber(start);
  let index = Math.floor(months / step.every) - 1;
  while (periodStart(series, index) < date) index += 1;
  return index;
}

/** How many whole periods there are in so many months; at least one. */
export function periodsIn({ unit, every }: Step, months: number): number {
  return Math.max(1, Math.round(unit === "month" ? months / every : (months * 365.2425) / 12 / every));
}

/** Counts of days in calendar months from the month of `first` to that of `last`; days outside are left out. */
export function monthlySeries(days: readonly Day[], first: Day, last: Day): CountSeries {
  const start = `${first.slice(0, 7)}-01` as Day;
  const counts = Array.from({ length: Math.max(0, monthNumber(last) - monthNumber(first) + 1) }, () => 0);
  for (const day of days) {
    const month = monthNumber(day) - monthNumber(first);
    if (month >= 0 && month < counts.length) counts[month]! += 1;
  }
  return { start, step: { unit: "month", every: 1 }, counts };
}

/** The share of its events on record, never so small that a count would be blown up beyond reason. */
export function exposures(series: CountSeries, completeness: Completeness): number[] {
  return series.counts.map((_, index) => Math.min(1, Math.max(LEAST_SHARE, completeness(periodStart(series, index)))));
}

const LEAST_SHARE = 0.05;

function monthNumber(day: Day): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
}
