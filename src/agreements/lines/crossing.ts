// What did the side that drew a line do once it was crossed, or perhaps crossed? Its acts toward the other within a
// window after the day on which the incident became known. That one thing followed another is no proof that it answered.

import { dateOf, type Incident } from "../../ledger/incident.ts";
import type { Act } from "../../values/act.ts";
import { daysBetween, type Day } from "../../values/day.ts";
import { firstDay } from "../../values/when.ts";
import { distanceTo, type Distance, type Measured } from "./distance.ts";
import type { Line } from "./line.ts";

export const USUAL_WINDOW_DAYS = 180;

export type Crossing = {
  incident: string;
  distance: Distance;
  /** From when the window runs: named, else disclosed, else happened. */
  known: Day;
  followed: { act: string; day: Day; after: number; plover: Act["plover"]; form: Act["form"] }[];
};

/** Incidents at the line, surely or possibly, each with what followed, the first known first. */
export function crossingsOf(
  line: Line,
  incidents: readonly Measured[],
  acts: readonly Act[],
  windowDays: number = USUAL_WINDOW_DAYS,
): Crossing[] {
  return incidents
    .flatMap((incident) => {
      const distance = distanceTo(line, incident);
      if (!distance || distance.crossing === "no") return [];
      const known = knownOn(incident);
      return [
        { incident: incident.id, distance, known, followed: followedBy(line, incident, known, acts, windowDays) },
      ];
    })
    .toSorted((one, other) => (one.known < other.known ? -1 : 1));
}

function knownOn(incident: Measured): Day {
  const when = incident.attributed ?? incident.disclosed ?? dateOf(incident as Incident, "first");
  if (when === null) throw new RangeError(`Cannot date ${incident.id}: it has a distance but no date`);
  return firstDay(when);
}

function followedBy(
  { by }: Line,
  incident: Measured,
  known: Day,
  acts: readonly Act[],
  windowDays: number,
): Crossing["followed"] {
  const others = new Set(incident.directions.filter(({ to }) => to === by).map(({ from }) => from));
  return acts.flatMap(({ id, when, plover, form, actors, targets }) => {
    const day = firstDay(when);
    const after = daysBetween(known, day);
    const answers = actors.includes(by) && targets.some((target) => others.has(target));
    return answers && after >= 0 && after <= windowDays ? [{ act: id, day, after, plover, form }] : [];
  });
}
