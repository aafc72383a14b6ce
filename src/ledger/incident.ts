// An incident is a set of statements judged to speak of one thing. Everything about it is read off its statements:
// where they differ, both stand.

import type { IncidentAbout } from "../values/case-file.ts";
import { dayNumber, type Day } from "../values/day.ts";
import type { StateCode } from "../values/state.ts";
import type { AuthorKind, Check, Effect, Listing, Sector, Stance, Statement } from "../values/statement.ts";
import { firstDay, span, type When } from "../values/when.ts";
import type { Link } from "./change.ts";

/** A statement with the link that puts it here. */
export type LinkedStatement = Statement & { link: Link; withdrawn: boolean };

export type Direction = { from: StateCode; to: StateCode };

export type Incident = IncidentAbout & {
  statements: LinkedStatement[];
  /** Who is accused of acting against whom, by any statement that asserts or supports it. */
  directions: Direction[];
  /** Somebody denies or doubts it. */
  contested: boolean;
  /** Every statement that asserts it speaks of an actor's career, not of an event. */
  profile: boolean;
  /** No statement of it has been checked against a row or a page. */
  unchecked: boolean;
  /** Earliest date given for each of the three kinds; null where nobody gives one. */
  happened: When | null;
  disclosed: When | null;
  attributed: When | null;
  effects: Effect[];
  sectors: Sector[];
  listedBy: Listing[];
};

export const dateKindNames = ["first", "happened", "disclosed", "attributed"] as const;
export type DateKind = (typeof dateKindNames)[number];

export function incidentOf(about: IncidentAbout, statements: LinkedStatement[]): Incident {
  const standing = statements.filter(({ withdrawn }) => !withdrawn);
  const accusing = standing.filter(accuses);
  return {
    ...about,
    statements,
    directions: directionsOf(accusing),
    contested: standing.some(({ stance }) => stance === "denies" || stance === "doubts"),
    profile: accusing.length > 0 && accusing.every(({ about: of }) => of === "profile"),
    unchecked: standing.every(({ checked }) => checked === "not-checked"),
    happened: earliest(accusing.map(({ happened }) => happened)),
    disclosed: earliest(standing.map(({ disclosed }) => disclosed)),
    attributed: earliest(accusing.map(attributedOn)),
    effects: unique(accusing.flatMap(({ what }) => what.effects)),
    sectors: unique(accusing.flatMap(({ what }) => what.sectors)),
    listedBy: uniqueListings(standing.flatMap(({ listedBy }) => listedBy)),
  };
}

/** Whether a statement says that its accused did it. */
export function accuses({ stance, accused }: { stance: Stance; accused: Statement["accused"] }): boolean {
  return (stance === "asserts" || stance === "supports") && accused.states.length > 0;
}

/** Whether a statement accuses `from` of acting against `to`. */
export function accusesIn(statement: Statement, { from, to }: Direction): boolean {
  return accuses(statement) && statement.accused.states.includes(from) && statement.victims.states.includes(to);
}

/** When a statement named the accused. A dataset's release date is not when anyone was accused. */
function attributedOn(statement: Statement): When | null {
  const byDataset: AuthorKind = "dataset";
  return statement.attributed ?? (statement.author.kind === byDataset ? null : statement.said);
}

/** The incident's date of a kind; `first` is the start where one is given, else the disclosure, else the attribution. */
export function dateOf(incident: Incident, kind: DateKind): When | null {
  if (kind !== "first") return incident[kind];
  return incident.happened ?? incident.disclosed ?? incident.attributed;
}

/**
 * The day from which a statement was public knowledge, as far as its dates tell. A dataset's row stands for what it
 * lists: it counts from the disclosure, else from the end of what it describes, and not from the dataset's release.
 * Any other statement counts from the later of the day it was said and the disclosure: a denial of 2024 was not known
 * in 2015 because what it denies was.
 */
export function knownFrom(statement: Statement): Day | null {
  const { author, disclosed, attributed, said, happened } = statement;
  if (author.kind === "dataset") return knownBy(disclosed ?? attributed ?? happened ?? said);
  const [spoken, open] = [knownBy(said), knownBy(disclosed)];
  if (spoken !== null && open !== null) return spoken > open ? spoken : open;
  return spoken ?? open ?? knownBy(attributed ?? happened);
}

/** Incidents as far as they were public knowledge on a day: later statements are left out, and what has none left. */
export function incidentsOn(incidents: readonly Incident[], day: Day): Incident[] {
  return incidents.flatMap(({ id, title, summary, statements }) => {
    const known = statements.filter((statement) => (knownFrom(statement) ?? day) <= day);
    return known.length === 0 ? [] : [incidentOf({ id, title, summary }, known)];
  });
}

function knownBy(when: When | null): Day | null {
  return when && lastStartDay(when);
}

/** The first day that the end of a period can mean, and never one before its start: "2010-05/2010" ends in May. */
function lastStartDay(when: When): Day {
  const { start, end } = span(when);
  return end !== null && end.first > start.first ? end.first : start.first;
}

export function earliest(whens: (When | null)[]): When | null {
  const given = whens.filter((when) => when !== null);
  return given.reduce<When | null>(
    (best, when) => (best === null || dayNumber(firstDay(when)) < dayNumber(firstDay(best)) ? when : best),
    null,
  );
}

function directionsOf(statements: Statement[]): Direction[] {
  const keys = statements.flatMap(({ accused, victims }) =>
    accused.states.flatMap((from) => victims.states.map((to) => `${from}>${to}`)),
  );
  return unique(keys)
    .sort()
    .map((key) => {
      const [from, to] = key.split(">") as [StateCode, StateCode];
      return { from, to };
    });
}

function unique<Value>(values: Value[]): Value[] {
  return [...new Set(values)];
}

function uniqueListings(listings: Listing[]): Listing[] {
  return [...new Map(listings.map((listing) => [`${listing.source}:${listing.id}`, listing])).values()];
}

/** How a set of statements was checked, from the firmest kind to the weakest. */
export function checkCounts(statements: readonly Statement[]): Record<Check, number> {
  const counts: Record<Check, number> = { "list-row": 0, "page-read": 0, "not-checked": 0 };
  for (const { checked } of statements) counts[checked] += 1;
  return counts;
}
