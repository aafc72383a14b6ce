// What is on record in one direction, counted in every way that matters: statements and incidents, by list, by the
// author's side, by year. A count of accusations is not a count of operations; the question says so.

import {
  accusesIn,
  dateOf,
  type DateKind,
  type Direction,
  type Incident,
  type LinkedStatement,
} from "../ledger/incident.ts";
import type { StateCode } from "../values/state.ts";
import { startYear } from "../values/when.ts";

export type Side = StateCode | "third";

export type Tally = Direction & {
  /** Statements that accuse `from` of acting against `to`. */
  statements: number;
  /** Statements about those incidents that deny or doubt. */
  denials: number;
  /** Incidents of which at least one statement accuses `from` of acting against `to`. */
  incidents: number;
  /** Of these, actors' profiles rather than events. */
  profiles: number;
  /** Of these, contested by a denial or a doubt. */
  contested: number;
  /** Of these, resting on unchecked statements alone. */
  unchecked: number;
  bySource: { source: string; statements: number; incidents: number }[];
  bySide: { side: Side; statements: number; incidents: number }[];
  perYear: YearCount[];
  /** Incidents without a date of the kind asked for. */
  undated: number;
};

export type YearCount = { year: number; count: number };

/** The incidents in which somebody accuses `from` of acting against `to`; with `side`, somebody of that side. */
export function incidentsIn(
  incidents: readonly Incident[],
  direction: Direction,
  side: Side | null = null,
): Incident[] {
  return incidents.filter(({ statements }) =>
    statements.some(
      (statement) =>
        !statement.withdrawn && accusesIn(statement, direction) && (side === null || statement.author.side === side),
    ),
  );
}

export function tally(
  incidents: readonly Incident[],
  direction: Direction,
  sides: readonly Side[],
  dates: DateKind,
  side: Side | null = null,
): Tally {
  const found = incidentsIn(incidents, direction, side);
  const standing = found.flatMap(({ statements }) => statements.filter(({ withdrawn }) => !withdrawn));
  const counts = (statement: LinkedStatement): boolean =>
    !statement.withdrawn && accusesIn(statement, direction) && (side === null || statement.author.side === side);
  const accusing = standing.filter(counts);
  const sources = [...new Set(accusing.flatMap(({ listedBy }) => listedBy.map(({ source }) => source)))].sort();
  return {
    ...direction,
    statements: accusing.length,
    denials: standing.filter(({ stance }) => stance === "denies" || stance === "doubts").length,
    incidents: found.length,
    profiles: found.filter(({ profile }) => profile).length,
    contested: found.filter(({ contested }) => contested).length,
    unchecked: found.filter(({ unchecked }) => unchecked).length,
    bySource: sources.map((source) => ({ source, ...countListed(found, counts, source) })),
    bySide: sides.map((one) => ({
      side: one,
      statements: accusing.filter(({ author }) => author.side === one).length,
      incidents: incidentsIn(found, direction, one).length,
    })),
    perYear: perYear(found, dates),
    undated: found.filter((incident) => dateOf(incident, dates) === null).length,
  };
}

/** A list's rows among the statements that count, and the incidents they speak of. */
function countListed(
  incidents: readonly Incident[],
  counts: (statement: LinkedStatement) => boolean,
  source: string,
): { statements: number; incidents: number } {
  const rows = incidents.map(({ statements }) =>
    statements.filter(
      (statement) => counts(statement) && statement.listedBy.some((listing) => listing.source === source),
    ),
  );
  return { statements: rows.flat().length, incidents: rows.filter((list) => list.length > 0).length };
}

/** Counts from the first year with an incident to the last, years without one included as 0. */
export function perYear(incidents: readonly Incident[], dates: DateKind): YearCount[] {
  const years = incidents.flatMap((incident) => {
    const when = dateOf(incident, dates);
    return when === null ? [] : [startYear(when)];
  });
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => ({
    year: first + index,
    count: years.filter((year) => year === first + index).length,
  }));
}
