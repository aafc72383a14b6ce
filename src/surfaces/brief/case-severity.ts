// How severe each direction is, by every list and scale apart: two scales are never added.

import type { Direction } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import {
  scaleUnits,
  scoredIn,
  scoringLists,
  severity,
  severityPerYear,
  severityRatio,
  type Scored,
  type Severity,
  type SeverityYear,
} from "../../measure/severity.ts";
import { refuse, type Refusal } from "../../values/outcome.ts";
import type { Scale } from "../../values/statement.ts";
import { cite, type Answer } from "./compose.ts";

export type DirectionSeverity = Direction & {
  /** Incidents that this list scores on this scale, and the sum of their scores. */
  incidents: number;
  total: number;
  perYear: SeverityYear[];
  undated: number;
  mean: Answer<Omit<Severity, keyof Answer>>;
};

export type ListSeverity = {
  list: string;
  scale: Scale;
  unit: string;
  directions: [DirectionSeverity, DirectionSeverity];
  /** First direction over second, each incident by its severity. */
  ratio: Answer<{ first: number; second: number }>;
};

export type CaseSeverity = { case: string; inputs: string; scales: ListSeverity[]; refused?: Refusal };

export function caseSeverity(view: LedgerView, seed = 1): CaseSeverity {
  const [a, b] = view.about.parties;
  const directions: [Direction, Direction] = [
    { from: b.iso, to: a.iso },
    { from: a.iso, to: b.iso },
  ];
  const scales = scoringLists(view.incidents).map(({ list, scale }): ListSeverity => {
    const scored = directions.map((direction) => scoredIn(view.incidents, direction, list, scale)) as [
      Scored[],
      Scored[],
    ];
    const input = { first: scored[0], second: scored[1], seed };
    return {
      list,
      scale,
      unit: scaleUnits[scale],
      directions: [
        directionSeverity(directions[0], scored[0], scale, seed),
        directionSeverity(directions[1], scored[1], scale, seed),
      ],
      ratio: cite(severityRatio, input, severityRatio.estimate(input)),
    };
  });
  const about = { case: view.about.id, inputs: view.hash, scales };
  return scales.length === 0 ? { ...about, refused: refuse("no-scores").refusal } : about;
}

function directionSeverity(
  direction: Direction,
  scored: readonly Scored[],
  scale: Scale,
  seed: number,
): DirectionSeverity {
  const input = { scored, scale, seed };
  return {
    ...direction,
    incidents: scored.length,
    total: scored.reduce((sum, { value }) => sum + value, 0),
    perYear: severityPerYear(scored),
    undated: scored.filter(({ year }) => year === null).length,
    mean: cite(severity, input, severity.estimate(input)),
  };
}
