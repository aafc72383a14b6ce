// A finding as a pure function of its events: alleged → consulted → assessed → closed or disputed. A dispute stands open:
// new assessments may come, and it may yet be closed. What cannot be is refused, with the reason, and changes nothing.

import { daysAfter, isAfter } from "../moment.ts";
import type { Assessment, Closing, EvidenceGrade, FindingEvent, IllegalStep, Side } from "./finding-event.ts";

export type Stage = "none" | "alleged" | "consulted" | "assessed" | "disputed" | "closed";

export type Finding = {
  stage: Stage;
  clause: string | null;
  incidents: readonly string[];
  claim: string | null;
  grade: EvidenceGrade | null;
  allegedBy: Side | null;
  /** Until when the step that is due should come; null where none is. */
  due: string | null;
  consulted: { by: Side; answer: string | null; at: string } | null;
  assessments: readonly (Assessment & { at: string })[];
  dissents: readonly { by: Side; name: string; because: string; at: string }[];
  dispute: { by: Side; because: string; at: string } | null;
  closing: { by: Side; how: Closing; because: string; at: string } | null;
  steps: number;
  last: string | null;
};

export type FindingStep = { ok: true; finding: Finding } | { ok: false; why: IllegalStep };

/** Our own terms, used where no agreement sets any. */
export const DAYS_TO_ANSWER = 30;
export const DAYS_TO_ASSESS = 60;
const MOST_STEPS = 1000;

export const newFinding: Finding = {
  stage: "none",
  clause: null,
  incidents: [],
  claim: null,
  grade: null,
  allegedBy: null,
  due: null,
  consulted: null,
  assessments: [],
  dissents: [],
  dispute: null,
  closing: null,
  steps: 0,
  last: null,
};

export function stepFinding(finding: Finding, event: FindingEvent): FindingStep {
  const changed = untimely(finding, event) ?? change(finding, event);
  if (typeof changed === "string") return { ok: false, why: changed };
  return { ok: true, finding: { ...finding, ...changed, steps: finding.steps + 1, last: event.at } };
}

/** What a list of events adds up to; the first that cannot happen is named by its place. */
export function findingOf(events: readonly FindingEvent[]): FindingStep & { at?: number } {
  let finding = newFinding;
  for (const [at, event] of events.entries()) {
    const next = stepFinding(finding, event);
    if (!next.ok) return { ...next, at };
    finding = next.finding;
  }
  return { ok: true, finding };
}

/** Whether a step is due that has not come by `now`. */
export function isOverdue({ due, stage }: Finding, now: string): boolean {
  return stage !== "closed" && due !== null && isAfter(now, due);
}

/** Whether the sides' latest judgements differ: it is then for readers to weigh, and nothing is pooled. */
export function latestBySide({ assessments }: Finding): Map<Side, Assessment & { at: string }> {
  return new Map(assessments.map((assessment) => [assessment.by, assessment]));
}

function untimely({ stage, steps, last }: Finding, { kind, at }: FindingEvent): IllegalStep | null {
  if (steps >= MOST_STEPS) return "too-many-steps";
  if (stage === "none") return kind === "alleged" ? null : "not-alleged";
  if (kind === "alleged") return "alleged-twice";
  if (stage === "closed") return "closed-already";
  return last !== null && isAfter(last, at) ? "time-runs-back" : null;
}

type Change = Partial<Finding> | IllegalStep;

function change(finding: Finding, event: FindingEvent): Change {
  switch (event.kind) {
    case "alleged": {
      const { by, clause, incidents, claim, grade, at } = event;
      return { stage: "alleged", clause, incidents, claim, grade, allegedBy: by, due: daysAfter(at, DAYS_TO_ANSWER) };
    }
    case "consulted":
      return consulted(finding, event);
    case "assessed":
      return assessed(finding, event);
    case "dissented": {
      const { by, name, because, at } = event;
      if (!finding.assessments.some((one) => one.by !== by || one.name !== name)) return "nothing-to-dissent-from";
      return { dissents: [...finding.dissents, { by, name, because, at }] };
    }
    case "extended":
      if (finding.due === null) return "no-deadline";
      return isAfter(event.due, finding.due) ? { due: event.due } : "shorter-deadline";
    case "disputed":
      if (finding.assessments.length === 0) return "not-assessed";
      return { stage: "disputed", due: null, dispute: { by: event.by, because: event.because, at: event.at } };
    case "closed":
      return closed(finding, event);
  }
}

type Of<Kind extends FindingEvent["kind"]> = Extract<FindingEvent, { kind: Kind }>;

function consulted({ stage, allegedBy, due }: Finding, { by, answer, at }: Of<"consulted">): Change {
  if (stage !== "alleged") return "consulted-already";
  if (by === allegedBy) return "own-allegation";
  if (answer === null && due !== null && !isAfter(at, due)) return "still-time";
  return { stage: "consulted", due: daysAfter(at, DAYS_TO_ASSESS), consulted: { by, answer, at } };
}

function assessed(finding: Finding, { kind: _kind, ...assessment }: Of<"assessed">): Change {
  if (finding.stage === "alleged") return "not-consulted-yet";
  const { lower, upper } = assessment.probability;
  if (lower > upper) return "bad-range";
  if ((assessment.judgement === "kept" && lower > 0.5) || (assessment.judgement === "not-kept" && upper < 0.5))
    return "judgement-against-range";
  const stage = finding.stage === "disputed" ? "disputed" : "assessed";
  return { stage, due: null, assessments: [...finding.assessments, assessment] };
}

function closed({ stage, allegedBy, consulted: heard }: Finding, { by, how, because, at }: Of<"closed">): Change {
  const closing = { stage: "closed" as const, due: null, closing: { by, how, because, at } };
  if (how === "withdrawn") return by === allegedBy ? closing : "not-yours-to-withdraw";
  if (how === "acknowledged") {
    if (heard === null) return "not-consulted-yet";
    return by === heard.by ? closing : "not-yours-to-acknowledge";
  }
  return stage === "assessed" || stage === "disputed" ? closing : "not-assessed";
}
