// What speaks for a clause being kept, and what against? Nothing is added up: each point says what it is, and a reader
// weighs. What measures found about the time around the agreement is handed in, as it was estimated or refused.

import type { Day } from "../../values/day.ts";
import type { Interval } from "../../values/estimate.ts";
import { firstDay } from "../../values/when.ts";
import { statusOf, type RegisteredAgreement } from "../register/agreement.ts";
import type { Clause, StatusEntry } from "../register/clause.ts";
import { pairOf, type Confirmation } from "./confirmation.ts";
import { latestBySide, type Finding } from "./finding.ts";
import type { Assessment } from "./finding-event.ts";
import type { Candidate } from "./match.ts";

/** Counts after the agreement over counts before, as one list has them. */
export type EffectSeen = { list: string; from: string; to: string; ratio: { value: number; interval: Interval } };

export type Point =
  | { kind: "confirmed"; incident: string; day: Day; contested: boolean; because: string; by: string }
  | { kind: "candidates"; incidents: string[]; contested: number; unchecked: number }
  | { kind: "set-aside"; incidents: string[] }
  | { kind: "finding"; id: string; stage: Finding["stage"]; assessments: Assessment[]; how: string | null }
  | { kind: "status"; entry: StatusEntry }
  | { kind: "effect"; effect: EffectSeen; direction: "fewer" | "more" };

export type ForAgainst = {
  clause: string;
  for: Point[];
  against: Point[];
  /** What was looked at and tells neither way. */
  neither: Point[];
};

export type Evidence = {
  candidates: readonly Candidate[];
  confirmations: ReadonlyMap<string, Confirmation>;
  findings: ReadonlyMap<string, Finding>;
  /** Of restraints alone: counts say nothing about meetings and papers. */
  effects: readonly EffectSeen[];
};

export function forAgainst(agreement: RegisteredAgreement, clause: Clause, evidence: Evidence): ForAgainst {
  const result: ForAgainst = { clause: clause.id, for: [], against: [], neither: [] };
  addCandidates(result, evidence);
  for (const [id, finding] of evidence.findings) if (finding.clause === clause.id) addFinding(result, id, finding);
  for (const entry of statusOf(agreement, clause)) addStatus(result, entry);
  if (clause.scope) for (const effect of evidence.effects) addEffect(result, effect);
  return result;
}

function addCandidates(result: ForAgainst, { candidates, confirmations }: Evidence): void {
  const own = candidates.filter(({ clause }) => clause === result.clause);
  const open: Candidate[] = [];
  const aside: string[] = [];
  for (const candidate of own) {
    const word = confirmations.get(pairOf(candidate));
    if (word?.as === "concerns") {
      const { incident, day, contested } = candidate;
      result.against.push({ kind: "confirmed", incident, day, contested, because: word.because, by: word.by });
    } else if (word?.as === "does-not") aside.push(candidate.incident);
    else open.push(candidate);
  }
  if (open.length > 0)
    result.neither.push({
      kind: "candidates",
      incidents: open.map(({ incident }) => incident),
      contested: open.filter(({ contested }) => contested).length,
      unchecked: open.filter(({ unchecked }) => unchecked).length,
    });
  if (aside.length > 0) result.for.push({ kind: "set-aside", incidents: aside });
}

function addFinding(result: ForAgainst, id: string, finding: Finding): void {
  const assessments = [...latestBySide(finding).values()];
  const point: Point = { kind: "finding", id, stage: finding.stage, assessments, how: finding.closing?.how ?? null };
  const judged = new Set(assessments.map(({ judgement }) => judgement));
  const how = finding.closing?.how;
  if (how === "not-substantiated" || how === "withdrawn") result.for.push(point);
  else if (how === "acknowledged" || how === "remedied") result.against.push(point);
  else if (judged.has("not-kept") === judged.has("kept")) result.neither.push(point);
  else (judged.has("kept") ? result.for : result.against).push(point);
}

function addStatus(result: ForAgainst, entry: StatusEntry): void {
  const point: Point = { kind: "status", entry };
  if (entry.standing === "disputed" || entry.standing === "lapsed") result.against.push(point);
  else if (entry.standing === "carried-out") result.for.push(point);
  // To say a thing again is not to do it.
  else if (entry.standing === "reaffirmed") result.neither.push(point);
}

/** An interval that holds 1 tells neither way. */
function addEffect(result: ForAgainst, effect: EffectSeen): void {
  const { value, interval } = effect.ratio;
  const point: Point = { kind: "effect", effect, direction: value < 1 ? "fewer" : "more" };
  if (interval.upper < 1) result.for.push(point);
  else if (interval.lower > 1) result.against.push(point);
  else result.neither.push(point);
}

/** The last day on which something is on record about the clause. */
export function lastWord(agreement: RegisteredAgreement, clause: Clause): Day | null {
  const last = statusOf(agreement, clause).at(-1);
  return last ? firstDay(last.when) : null;
}
