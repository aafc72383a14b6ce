// What the record holds of a dyad, as the counts that a world is informed by. Actors' profiles are no events and are left
// out; dates count where they are known to the month at least.

import { accuses, accusesIn, dateOf, type Direction, type Incident } from "../ledger/incident.ts";
import type { LedgerView } from "../ledger/view.ts";
import { daysBetween, type Day } from "../values/day.ts";
import type { StateCode } from "../values/state.ts";
import type { Effect, Sector, Statement } from "../values/statement.ts";
import { firstDay, span, type When } from "../values/when.ts";
import { overlap, type Overlap } from "./overlap.ts";
import { caseEvents, type DatedEvent } from "./reciprocity/case-events.ts";
import type { Counted } from "./share.ts";

/** A quarter of a year: what the models call a period. */
export const PERIOD_DAYS: number = 365.25 / 4;

export type DyadAsked = {
  /** The lists whose overlap tells how much is on record. */
  lists: readonly string[];
  /** First and last day that the case covers. */
  window: { from: Day; to: Day };
  /** What each issue's incidents have in common. */
  issues: Readonly<Record<string, { effects: readonly Effect[]; sectors: readonly Sector[] }>>;
};

export type DyadFacts = {
  periods: number;
  /** Of B against A. */
  overlap: Overlap;
  contested: Counted;
  /** Events that two or more authors besides the lists blame on states, and those where two blame no state in common. */
  differing: Counted;
  /** Days from the start of an event until an accuser's words name the accused. */
  delays: number[];
  /** DCID 2.0's rows of the dyad, and those without a concession. */
  unyielding: Counted;
  /** Rows of DCID 2.0's second sheet, and those coded with cyber escalation. */
  answered: Counted;
  /** Periods of the window in which an event began. */
  busy: Counted;
  /** By issue: events in which A, and in which B, is accused. */
  issues: Record<string, { A: number; B: number }>;
  /** Events dated to the quarter or better; side 0 is A. */
  dated: readonly DatedEvent[];
};

/** A and B are the case's parties, in their order. */
export function dyadFacts(view: Pick<LedgerView, "about" | "incidents" | "acts">, asked: DyadAsked): DyadFacts {
  const { incidents, about } = view;
  const { lists, window } = asked;
  const directions = directionsOf([about.parties[0].iso, about.parties[1].iso]);
  const days = daysBetween(window.from, window.to) + 1;
  const periods = days / PERIOD_DAYS;
  const events = incidents.filter(
    (incident) => !incident.profile && Object.values(directions).some((one) => inDirection(incident, one)),
  );
  const rows = (source: string, code: string): number[] => codes(events, Object.values(directions), source, code);
  const [concessions, escalations] = [rows("dcid-2.0", "concession"), rows("dcid-2.0-escalation", "cyberescalation")];
  return {
    periods,
    overlap: overlap(incidents, directions.B, lists),
    contested: { found: events.filter(({ contested }) => contested).length, of: events.length },
    differing: differing(events),
    delays: events.flatMap(delayOf),
    unyielding: { found: concessions.filter((coded) => coded === 0).length, of: concessions.length },
    answered: { found: escalations.filter((coded) => coded === 1).length, of: escalations.length },
    busy: { found: busyPeriods(events, window), of: Math.ceil(periods) },
    issues: Object.fromEntries(
      Object.entries(asked.issues).map(([id, counted]) => [id, countOf(events, directions, window, counted)]),
    ),
    dated: caseEvents(view, "happened", "incidents").events,
  };
}

type Directions = { A: Direction; B: Direction };

/** By the side that is accused of acting. */
function directionsOf([a, b]: readonly [StateCode, StateCode]): Directions {
  return { A: { from: a, to: b }, B: { from: b, to: a } };
}

function inDirection({ statements }: Incident, direction: Direction): boolean {
  return statements.some((statement) => !statement.withdrawn && accusesIn(statement, direction));
}

/** The day from which a date counts, where it is known to the month or better. */
function dayKnown(when: When | null): Day | null {
  if (when === null) return null;
  const { start } = span(when);
  return start.precision === "day" || start.precision === "month" ? start.first : null;
}

function delayOf({ happened, attributed }: Incident): number[] {
  const [began, named] = [dayKnown(happened), dayKnown(attributed)];
  // A month stands for its first day, so that an accusation may seem to come before what it speaks of.
  return began === null || named === null ? [] : [Math.max(0, daysBetween(began, named))];
}

/** Lists repeat what others say: only authors of their own count. */
function differing(events: readonly Incident[]): Counted {
  let [found, of] = [0, 0];
  for (const { statements } of events) {
    const blames = statements.filter(
      (statement) => !statement.withdrawn && accuses(statement) && statement.author.kind !== "dataset",
    );
    if (new Set(blames.map(({ author }) => author.name.en)).size < 2) continue;
    of += 1;
    if (blames.some((one) => blames.some((other) => nothingShared(one, other)))) found += 1;
  }
  return { found, of };
}

function nothingShared(one: Statement, other: Statement): boolean {
  return !one.accused.states.some((state) => other.accused.states.includes(state));
}

/** A 0/1 code of a list's rows in the dyad. Releases spell the same column differently. */
function codes(events: readonly Incident[], directions: readonly Direction[], source: string, code: string): number[] {
  return events.flatMap(({ statements }) =>
    statements
      .filter(
        (statement) =>
          !statement.withdrawn &&
          statement.listedBy.some((listing) => listing.source === source) &&
          directions.some((direction) => accusesIn(statement, direction)),
      )
      .flatMap((statement) =>
        Object.entries(statement.codes ?? {})
          .filter(([name]) => name.toLowerCase().replace(/[^a-z]/g, "") === code)
          .map(([, value]) => Number(value)),
      ),
  );
}

/** Periods of the window in which an event began. */
function busyPeriods(events: readonly Incident[], { from, to }: DyadAsked["window"]): number {
  const days = events.flatMap(({ happened }) => dayKnown(happened) ?? []).filter((day) => day >= from && day <= to);
  return new Set(days.map((day) => Math.floor(daysBetween(from, day) / PERIOD_DAYS))).size;
}

function countOf(
  events: readonly Incident[],
  directions: Directions,
  { from, to }: DyadAsked["window"],
  { effects, sectors }: DyadAsked["issues"][string],
): { A: number; B: number } {
  const speaking = events.filter((incident) => {
    const when = dateOf(incident, "first");
    const day = when && firstDay(when);
    return (
      day !== null &&
      day >= from &&
      day <= to &&
      incident.effects.some((effect) => effects.includes(effect)) &&
      incident.sectors.some((sector) => sectors.includes(sector))
    );
  });
  const count = (direction: Direction): number => speaking.filter((one) => inDirection(one, direction)).length;
  return { A: count(directions.A), B: count(directions.B) };
}
