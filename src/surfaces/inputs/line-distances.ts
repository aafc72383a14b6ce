// A declared line beside a case's incidents: how far each stays below it, what followed those at it, and whether
// operations gather just below.

import {
  bunchingBelow,
  crossingsOf,
  distanceTo,
  severityOf,
  USUAL_WINDOW_DAYS,
  type Bunching,
  type Crossing,
  type Distance,
  type Line,
} from "../../agreements/index.ts";
import { dateOf } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Day } from "../../values/day.ts";
import type { Refusal } from "../../values/outcome.ts";
import { firstDay } from "../../values/when.ts";

export type LineSeen = Line & {
  case: string;
  /** `day`: the first that its date can mean; `score`: the gravest DCID severity on record. */
  distances: ({ incident: string; day: Day; score: number | null } & Distance)[];
  windowDays: number;
  crossings: Crossing[];
  bunching: Bunching | { refused: Refusal };
};

export function lineSeen(
  line: Line,
  { about, incidents, acts }: LedgerView,
  windowDays: number = USUAL_WINDOW_DAYS,
): LineSeen {
  const distances = incidents
    .flatMap((incident) => {
      const distance = distanceTo(line, incident);
      const date = dateOf(incident, "first");
      if (!distance || !date) return [];
      return [{ incident: incident.id, day: firstDay(date), score: severityOf(incident), ...distance }];
    })
    .toSorted((one, other) => one.steps - other.steps || one.unknown.length - other.unknown.length);
  const bunching = bunchingBelow(line, incidents);
  return {
    case: about.id,
    ...line,
    distances,
    windowDays,
    crossings: crossingsOf(line, incidents, acts, windowDays),
    bunching: bunching.ok ? bunching.value : { refused: bunching.refusal },
  };
}
