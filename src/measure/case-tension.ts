// What a case's acts and incidents are to the tension index: their kind, direction, days and how severe.

import { accusesIn, dateOf, type DateKind, type Direction, type Incident } from "../ledger/incident.ts";
import type { LedgerView } from "../ledger/view.ts";
import type { Act } from "../values/act.ts";
import type { StateCode } from "../values/state.ts";
import type { Scale } from "../values/statement.ts";
import { span, type When } from "../values/when.ts";
import type { TensionEvent } from "./tension.ts";

/** Scales are never mixed: ranks on each are. EuRepoC's second intensity is made from its first. */
const rankedScales: readonly Scale[] = ["dcid-severity", "eurepoc-intensity"];

/** Acts and events in the first direction (from, to) and in the opposite one; `undated` are left out. */
export function tensionEvents(
  { acts, incidents }: Pick<LedgerView, "acts" | "incidents">,
  direction: Direction,
  dates: DateKind,
): { events: TensionEvent[]; undated: number } {
  const events = incidents.filter(({ profile }) => !profile);
  const ranks = severityRanks(events);
  const cyber = events.flatMap((incident) => {
    const share = incidentShare(incident, direction);
    return share ? [{ incident, share }] : [];
  });
  const dated = cyber.flatMap(({ incident, share }) => {
    const when = dateOf(incident, dates);
    if (when === null) return [];
    return [{ id: incident.id, kind: "INCIDENT" as const, ...days(when), share, rank: ranks.get(incident.id) ?? null }];
  });
  const done = acts.flatMap((act): TensionEvent[] => {
    const share = actShare(act, direction);
    return share ? [{ id: act.id, kind: act.plover, ...days(act.when), share, rank: null }] : [];
  });
  return { events: [...done, ...dated], undated: cyber.length - dated.length };
}

/** The days on which it can have begun. */
function days(when: When): Pick<TensionEvent, "first" | "last"> {
  const { first, last } = span(when).start;
  return { first, last };
}

function incidentShare({ statements }: Incident, { from, to }: Direction): readonly [number, number] | null {
  const standing = statements.filter(({ withdrawn }) => !withdrawn);
  const there = standing.some((statement) => accusesIn(statement, { from, to }));
  const back = standing.some((statement) => accusesIn(statement, { from: to, to: from }));
  if (there && back) return [0.5, 0.5];
  return there ? [1, 0] : back ? [0, 1] : null;
}

/** An act of both counts half in each direction. One that names nobody is in the case because it bears on the other. */
function actShare({ actors, targets }: Act, { from, to }: Direction): readonly [number, number] | null {
  const toward = (by: StateCode, other: StateCode): boolean =>
    actors.includes(by) && (targets.length === 0 || targets.includes(other));
  const [there, back] = [toward(from, to), toward(to, from)];
  if (there && back) return [0.5, 0.5];
  return there ? [1, 0] : back ? [0, 1] : null;
}

/** By incident, the share of those scored on the same scale that are milder (ties count half), averaged over its scales. */
function severityRanks(incidents: readonly Incident[]): Map<string, number> {
  const ranks = new Map<string, number[]>();
  for (const scale of rankedScales) {
    const scored = incidents.flatMap(({ id, statements }) => {
      const values = statements
        .filter(({ withdrawn }) => !withdrawn)
        .flatMap(({ scores = [] }) => scores.filter((score) => score.scale === scale).map(({ value }) => value));
      return values.length === 0 ? [] : [{ id, value: Math.max(...values) }];
    });
    const counts = new Map<number, number>();
    for (const { value } of scored) counts.set(value, (counts.get(value) ?? 0) + 1);
    const below = new Map<number, number>();
    let seen = 0;
    for (const value of [...counts.keys()].sort((one, other) => one - other)) {
      below.set(value, (seen + (counts.get(value) ?? 0) / 2) / scored.length);
      seen += counts.get(value) ?? 0;
    }
    for (const { id, value } of scored) ranks.set(id, [...(ranks.get(id) ?? []), below.get(value) ?? 0.5]);
  }
  return new Map([...ranks].map(([id, some]) => [id, some.reduce((sum, rank) => sum + rank, 0) / some.length]));
}
