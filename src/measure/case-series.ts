// A case's incidents by year, for its trend: those of one list by the one kind of date that it gives, or those on any of
// several lists by one kind. Actors' profiles are no events. Years a list did not cover to their end are left out.

import { accusesIn, dateOf, type DateKind, type Direction, type Incident } from "../ledger/incident.ts";
import type { LinkedStatement } from "../ledger/incident.ts";
import { span, startYear, type When } from "../values/when.ts";
import type { Reported } from "./delay.ts";

/** First and last year that a list covers whole, and the last year whose news it could still take in. */
export type Years = { from: number; to: number; knownTo: number };

export type YearlySeries = {
  /** The list, or null where all are pooled. */
  list: string | null;
  dates: DateKind;
  years: Years;
  counts: number[];
  /** Events in the direction without such a date, and those outside the years. */
  undated: number;
  outside: number;
};

/** Events on a list in a direction, each counted once, in the year of the earliest date that the list's rows give. */
export function listSeries(
  incidents: readonly Incident[],
  direction: Direction,
  list: string,
  years: Years,
  asked: DateKind | null,
): YearlySeries {
  const rows = incidents.map((incident) => eventRows(incident, direction, [list])).filter((some) => some.length > 0);
  const dates =
    asked ?? (rows.some((some) => some.some(({ happened }) => happened !== null)) ? "happened" : "disclosed");
  return {
    list,
    dates,
    ...byYear(
      rows.map((some) => yearOfRows(some, dates)),
      years,
    ),
  };
}

/** Events that stand on any of the lists, by the incident's own date of a kind. */
export function pooledSeries(
  incidents: readonly Incident[],
  direction: Direction,
  lists: readonly string[],
  years: Years,
  dates: DateKind,
): YearlySeries {
  const events = incidents.filter((incident) => eventRows(incident, direction, lists).length > 0);
  const yearsOf = events.map((incident) => {
    const when = dateOf(incident, dates);
    return when && startYear(when);
  });
  return { list: null, dates, ...byYear(yearsOf, years) };
}

function eventRows({ statements }: Incident, direction: Direction, lists: readonly string[]): LinkedStatement[] {
  return statements.filter(
    (statement) =>
      !statement.withdrawn &&
      statement.about !== "profile" &&
      statement.author.kind === "dataset" &&
      accusesIn(statement, direction) &&
      statement.listedBy.some(({ source }) => lists.includes(source)),
  );
}

function yearOfRows(rows: readonly LinkedStatement[], dates: DateKind): number | null {
  const years = rows.flatMap((row) => {
    const when = dates === "first" ? (row.happened ?? row.disclosed ?? row.attributed ?? null) : (row[dates] ?? null);
    return when === null ? [] : [startYear(when)];
  });
  return years.length === 0 ? null : Math.min(...years);
}

function byYear(
  found: readonly (number | null)[],
  years: Years,
): Pick<YearlySeries, "years" | "counts" | "undated" | "outside"> {
  const { from, to } = years;
  const counts = Array.from({ length: Math.max(0, to - from + 1) }, () => 0);
  let [undated, outside] = [0, 0];
  for (const year of found) {
    if (year === null) undated++;
    else if (year < from || year > to) outside++;
    else counts[year - from]!++;
  }
  return { years, counts, undated, outside };
}

/** Per event of either direction, when it happened and when it became public, by year, or by month where both are known to it. */
export function reportedCases(
  incidents: readonly Incident[],
  directions: readonly Direction[],
  unit: "years" | "months",
  until: number,
): Reported[] {
  return incidents.flatMap((incident) => {
    const { statements, profile, happened, disclosed, attributed } = incident;
    const open = earlier(disclosed, attributed);
    const speaks = statements.some(
      (one) => !one.withdrawn && directions.some((direction) => accusesIn(one, direction)),
    );
    if (!speaks || profile || happened === null || open === null) return [];
    const [began, known] = [periodOf(happened, unit), periodOf(open, unit)];
    if (began === null || known === null || began > until) return [];
    // A period stands for its beginning, so that a case may seem known before it happened.
    const late = Math.max(began, known);
    return late > until ? [] : [{ happened: began, known: late }];
  });
}

function earlier(one: When | null, other: When | null): When | null {
  if (one === null || other === null) return one ?? other;
  return span(one).start.first <= span(other).start.first ? one : other;
}

/** Years or months since the year 0; null where a date is not known to the month. */
function periodOf(when: When, unit: "years" | "months"): number | null {
  const { first, precision } = span(when).start;
  const [year, month] = first.split("-").map(Number) as [number, number];
  if (unit === "years") return year;
  return precision === "day" || precision === "month" ? 12 * year + month - 1 : null;
}
