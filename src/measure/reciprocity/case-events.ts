// The dated events of a case, by who acts: incidents by their accused, acts by their actors. Each has the days it can
// have happened on; which one is drawn is for over-dates.ts to say.

import { incidentsIn } from "../tally.ts";
import type { Incident } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { ploverKinds, type Act, type PloverKind } from "../../values/act.ts";
import { dayNumber } from "../../values/day.ts";
import { span, type When } from "../../values/when.ts";

/** One event: its first and last possible day, as day numbers, and the party that acted. */
export type DatedEvent = { first: number; last: number; side: 0 | 1 };

export const seriesDates = ["happened", "disclosed"] as const;
export type SeriesDates = (typeof seriesDates)[number];
export const seriesContents = ["incidents", "incidents and hostile acts"] as const;
export type SeriesContent = (typeof seriesContents)[number];

export type CaseEvents = {
  events: DatedEvent[];
  leftOut: {
    /** No date of the kind. */
    undated: number;
    /** Known by the year alone. */
    yearOnly: number;
    /** Actors' careers, which are no events. */
    profiles: number;
    /** Acts of both parties together, of neither, or toward nobody. */
    otherActs: number;
  };
};

/** From an accusation on, PLOVER's kinds are hostile. */
export const hostileKinds: readonly PloverKind[] = ploverKinds.slice(ploverKinds.indexOf("ACCUSE"));

export function caseEvents(
  { about, incidents, acts }: Pick<LedgerView, "about" | "incidents" | "acts">,
  dates: SeriesDates,
  content: SeriesContent,
): CaseEvents {
  const parties = about.parties.map(({ iso }) => iso);
  const leftOut = { undated: 0, yearOnly: 0, profiles: 0, otherActs: 0 };
  const events: DatedEvent[] = [];
  const add = (when: When | null, side: 0 | 1): void => {
    const dated = when === null ? null : daysOf(when, side);
    if (when === null) leftOut.undated += 1;
    else if (dated === null) leftOut.yearOnly += 1;
    else events.push(dated);
  };
  for (const side of [0, 1] as const) {
    const direction = { from: parties[side]!, to: parties[1 - side]! };
    for (const incident of incidentsIn(incidents, direction)) {
      if (incident.profile) leftOut.profiles += 1;
      else add(dateOfKind(incident, dates), side);
    }
  }
  for (const act of content === "incidents" ? [] : acts.filter(({ plover }) => hostileKinds.includes(plover))) {
    const side = sideOf(act, parties);
    if (side === null) leftOut.otherActs += 1;
    else add(act.when, side);
  }
  return { events: events.toSorted((one, other) => one.first + one.last - other.first - other.last), leftOut };
}

function dateOfKind(incident: Incident, dates: SeriesDates): When | null {
  return incident[dates];
}

/** The party that acts toward the other; null where both act, neither does, or it is toward somebody else. */
function sideOf({ actors, targets }: Act, parties: readonly string[]): 0 | 1 | null {
  const acting = ([0, 1] as const).filter((side) => actors.some((state) => state === parties[side]));
  const [side] = acting;
  if (acting.length !== 1 || side === undefined) return null;
  return targets.some((state) => state === parties[1 - side]) ? side : null;
}

/** The days that the start of a `When` can mean; null where it is known by its year alone. */
function daysOf(when: When, side: 0 | 1): DatedEvent | null {
  const { start } = span(when);
  if (start.precision === "year") return null;
  return { first: dayNumber(start.first), last: dayNumber(start.last), side };
}
