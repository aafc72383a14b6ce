// A declared line beside a case's incidents: how far each stays below it, what followed those at it, and whether
// operations gather just below.

import {
  bunchingBelow,
  crossingsOf,
  distanceTo,
  USUAL_WINDOW_DAYS,
  type Bunching,
  type Crossing,
  type Distance,
  type Line,
} from "../../agreements/index.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Refusal } from "../../values/outcome.ts";

export type LineSeen = Line & {
  case: string;
  distances: ({ incident: string } & Distance)[];
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
      return distance ? [{ incident: incident.id, ...distance }] : [];
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
