// Which incidents may speak against which clauses? A rule proposes, a person decides. An incident is a candidate where
// - the clause asks for restraint and says, in the ledger's codes, what it forbids;
// - it is no actor's whole career;
// - an accused and a victim are both parties of the agreement;
// - its first date falls in the time in which the agreement is known to have held (only its first day is asked);
// - an effect is among the forbidden ones, and a sector too where the clause names sectors.
// What no code tells stays open and is said with every candidate.

import type { Direction, Incident } from "../../ledger/incident.ts";
import { dateOf } from "../../ledger/incident.ts";
import type { Day } from "../../values/day.ts";
import type { Effect, Sector } from "../../values/statement.ts";
import type { Text } from "../../values/text.ts";
import { firstDay } from "../../values/when.ts";
import type { Agreement, RegisteredAgreement } from "../register/agreement.ts";
import type { Clause } from "../register/clause.ts";

export type Candidate = {
  clause: string;
  incident: string;
  /** Why the rule proposes it. */
  directions: Direction[];
  effects: Effect[];
  /** Empty where the clause speaks of any sector. */
  sectors: Sector[];
  day: Day;
  /** Somebody denies or doubts it; nothing of it was checked. */
  contested: boolean;
  unchecked: boolean;
  open: Text | null;
};

export type Matched = Pick<
  Incident,
  | "id"
  | "directions"
  | "effects"
  | "sectors"
  | "profile"
  | "contested"
  | "unchecked"
  | "happened"
  | "disclosed"
  | "attributed"
>;

/** The candidate that an incident makes against a clause, or null. */
export function matchOf(agreement: Agreement, clause: Clause, incident: Matched): Candidate | null {
  const { scope } = clause;
  if (!scope || incident.profile) return null;
  const directions = incident.directions.filter(
    ({ from, to }) => from !== to && agreement.parties.includes(from) && agreement.parties.includes(to),
  );
  const when = dateOf(incident as Incident, "first");
  if (directions.length === 0 || when === null) return null;
  const day = firstDay(when);
  if (!heldOn(agreement, day)) return null;
  const effects = incident.effects.filter((effect) => scope.effects.includes(effect));
  const sectors = incident.sectors.filter((sector) => scope.sectors.includes(sector));
  if (effects.length === 0 || (scope.sectors.length > 0 && sectors.length === 0)) return null;
  const { contested, unchecked } = incident;
  return {
    clause: clause.id,
    incident: incident.id,
    directions,
    effects,
    sectors,
    day,
    contested,
    unchecked,
    open: scope.open ?? null,
  };
}

/** All candidates against an agreement's clauses, by clause and day. */
export function candidatesOf(agreement: RegisteredAgreement, incidents: readonly Matched[]): Candidate[] {
  return agreement.clauses.flatMap((clause) =>
    incidents
      .flatMap((incident) => matchOf(agreement, clause, incident) ?? [])
      .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
  );
}

/** A proposal never held; an agreement holds from its date until it is known to have ended. */
export function heldOn({ inForce }: Pick<Agreement, "inForce">, day: Day): boolean {
  return inForce !== null && day >= inForce.from && (inForce.to === null || day <= inForce.to);
}
