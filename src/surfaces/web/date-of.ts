// The date that places an incident. The ledger has the same rule; its file brings a schema library, too heavy for a page.

import type { DateKind, Incident } from "../../ledger/incident.ts";

export function dateOf(
  incident: Pick<Incident, "happened" | "disclosed" | "attributed">,
  kind: DateKind,
): string | null {
  if (kind !== "first") return incident[kind];
  return incident.happened ?? incident.disclosed ?? incident.attributed;
}
