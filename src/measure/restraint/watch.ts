// What would break a tacit understanding: an incident of the spared category, by either party against the other.

import type { Incident } from "../../ledger/incident.ts";
import { bandOf } from "./deed.ts";
import type { Understanding } from "./index.ts";

/**
 * Whether an incident breaks the understanding. One whose severity no list gives may break it and so counts: a flag asks
 * a person to look. An actor's whole career is no incident.
 */
export function breaks(
  { between: [a, b], sector, effect, band }: Pick<Understanding, "between" | "sector" | "effect" | "band">,
  incident: Pick<Incident, "directions" | "profile" | "sectors" | "effects" | "statements">,
): boolean {
  if (incident.profile) return false;
  const isBetween = incident.directions.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  if (!isBetween || !incident.sectors.includes(sector) || !incident.effects.includes(effect)) return false;
  const severities = incident.statements
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ scores = [] }) => scores.filter(({ scale }) => scale === "dcid-severity").map(({ value }) => value));
  return severities.length === 0 || severities.some((severity) => bandOf(severity) === band);
}
