// How far does an incident stay below a declared line? Three parts, each in whole steps, of which the line's own words
// decide how many there are; the distance is their sum, and 0 is a crossing.
// - effect: rungs of harm from the incident's gravest effect up to the least of those that the line names
// - sector: 1 where the line names sectors and the incident touches none of them
// - severity: points of DCID's scale (0–10) from the gravest score on record up to the line's
// A part that nothing on record can tell is null, counts as 0, and makes a crossing a possible one. The rungs and the
// coding of the lines are our own (docs/agreements.md); they order, they do not measure harm.

import { dateOf, type Incident } from "../../ledger/incident.ts";
import type { Effect } from "../../values/statement.ts";
import { firstDay } from "../../values/when.ts";
import type { Line } from "./line.ts";

export type Distance = {
  steps: number;
  effect: number | null;
  sector: number | null;
  severity: number | null;
  /** Parts that nothing on record tells. */
  unknown: ("effect" | "sector" | "severity")[];
  crossing: "no" | "possible" | "yes";
};

export type Measured = Pick<
  Incident,
  "id" | "directions" | "effects" | "sectors" | "profile" | "statements" | "happened" | "disclosed" | "attributed"
>;

/** Rungs of harm, from a look at a network to lasting damage. Effects of equal rung are not told apart. */
export const rungOf: Record<Exclude<Effect, "unknown">, number> = {
  probing: 1,
  intrusion: 2,
  defacement: 2,
  espionage: 3,
  influence: 3,
  "data-theft": 3,
  doxing: 4,
  "financial-theft": 4,
  prepositioning: 4,
  disruption: 5,
  degradation: 6,
  destruction: 7,
};

/**
 * The distance of an incident to a line; null where the line does not speak of it: it has no threshold here, was said to
 * somebody else, is of another direction, or came later than the incident.
 */
export function distanceTo({ by, toward, when, threshold }: Line, incident: Measured): Distance | null {
  if (threshold === null || incident.profile) return null;
  const isToward = incident.directions.some(
    ({ from, to }) => to === by && from !== by && (toward === null || from === toward),
  );
  const date = dateOf(incident as Incident, "first");
  if (!isToward || date === null || firstDay(date) < firstDay(when)) return null;
  const parts = {
    effect: effectSteps(threshold.effects, incident.effects),
    sector: sectorSteps(threshold.sectors, incident.sectors),
    severity: severitySteps(threshold.severity, incident),
  };
  const unknown = (["effect", "sector", "severity"] as const).filter((part) => parts[part] === null);
  const steps = (parts.effect ?? 0) + (parts.sector ?? 0) + (parts.severity ?? 0);
  const crossing = steps > 0 ? "no" : unknown.length > 0 ? "possible" : "yes";
  return { steps, ...parts, unknown, crossing };
}

/** An effect that the line names is at the line, whatever its rung. */
function effectSteps(named: readonly Effect[], seen: readonly Effect[]): number | null {
  const known = seen.filter((effect) => effect !== "unknown");
  if (known.length === 0) return null;
  if (known.some((effect) => named.includes(effect))) return 0;
  const gravest = Math.max(...known.map((effect) => rungOf[effect]));
  const least = Math.min(...named.flatMap((effect) => (effect === "unknown" ? [] : [rungOf[effect]])));
  // Graver than the line's least, and yet not named: next to the line, not over it.
  return Math.max(1, least - gravest);
}

function sectorSteps(named: readonly string[], seen: readonly string[]): number | null {
  if (named.length === 0) return 0;
  if (seen.some((sector) => named.includes(sector))) return 0;
  return seen.every((sector) => sector === "unknown") ? null : 1;
}

function severitySteps(line: number | null, incident: Measured): number | null {
  if (line === null) return 0;
  const gravest = severityOf(incident);
  return gravest === null ? null : Math.max(0, line - gravest);
}

/** The gravest DCID severity that stands on record; null where no list gives one. */
export function severityOf({ statements }: Pick<Incident, "statements">): number | null {
  const scores = statements
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ scores: own = [] }) => own.filter(({ scale }) => scale === "dcid-severity").map(({ value }) => value));
  return scores.length === 0 ? null : Math.max(...scores);
}
