// Are the two directions equal? By who counts, by list, and with each incident counted by its severity.

import type { Direction } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { parity } from "../../measure/parity.ts";
import { tally, type Side, type Tally } from "../../measure/tally.ts";
import { caseSeverity, type ListSeverity } from "./case-severity.ts";
import { cite, sideParity, type Answer, type SideParity } from "./compose.ts";

export type ListParity = {
  source: string;
  counts: { from: string; to: string; incidents: number }[];
  ratio: Answer<{ p: number }>;
};

export type CaseParity = {
  case: string;
  inputs: string;
  directions: Pick<Tally, "from" | "to" | "statements" | "incidents" | "profiles" | "bySource" | "bySide">[];
  /** As the brief has it: by the author's side. */
  parity: SideParity[];
  bySource: ListParity[];
  severity: Pick<ListSeverity, "list" | "scale" | "unit" | "ratio">[];
};

export function caseParity(view: LedgerView, seed = 1): CaseParity {
  const [a, b] = view.about.parties;
  const directions: [Direction, Direction] = [
    { from: b.iso, to: a.iso },
    { from: a.iso, to: b.iso },
  ];
  const sides: Side[] = [a.iso, b.iso, "third"];
  const tallies = directions.map((direction) => tally(view.incidents, direction, sides, "first"));
  const lists = [...new Set(tallies.flatMap(({ bySource }) => bySource.map(({ source }) => source)))].sort();
  return {
    case: view.about.id,
    inputs: view.hash,
    directions: tallies.map(({ from, to, statements, incidents, profiles, bySource, bySide }) => ({
      from,
      to,
      statements,
      incidents,
      profiles,
      bySource,
      bySide,
    })),
    parity: sides.map((side) => sideParity(view, directions, side)),
    bySource: lists.map((source) => listParity(tallies, source)),
    severity: caseSeverity(view, seed).scales.map(({ list, scale, unit, ratio }) => ({ list, scale, unit, ratio })),
  };
}

function listParity(tallies: readonly Tally[], source: string): ListParity {
  const counts = tallies.map(({ from, to, bySource }) => ({
    from,
    to,
    incidents: bySource.find((one) => one.source === source)?.incidents ?? 0,
  }));
  const input = { first: counts[0]?.incidents ?? 0, second: counts[1]?.incidents ?? 0 };
  return { source, counts, ratio: cite(parity, input, parity.estimate(input)) };
}
