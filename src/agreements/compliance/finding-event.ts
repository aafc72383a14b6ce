// What can happen to a finding: that a clause was not kept is alleged, the other side is consulted, each side and others
// assess it, and it is closed or left disputed. Events are kept in order; the finding is what they add up to.

import { z } from "zod";
import { stateSchema, type StateCode } from "../../values/state.ts";
import { incidentIdSchema } from "../../values/statement.ts";
import { momentSchema } from "../moment.ts";
import { clauseIdSchema } from "../register/clause.ts";

/** Whose word it is: a state's, or somebody's who is neither party. */
export type Side = StateCode | "third";

/** Admiralty code: reliability of the source A–F, credibility of the claim 1–6. */
export type EvidenceGrade = { source: "A" | "B" | "C" | "D" | "E" | "F"; claim: 1 | 2 | 3 | 4 | 5 | 6 };

export const judgementsOfClause = ["not-kept", "kept", "undetermined"] as const;
export type JudgementOfClause = (typeof judgementsOfClause)[number];

export const closings = ["remedied", "acknowledged", "not-substantiated", "withdrawn"] as const;
export type Closing = (typeof closings)[number];

/** Likelihood and confidence are two fields (icd203). */
export type Assessment = {
  by: Side;
  name: string;
  judgement: JudgementOfClause;
  /** That the clause was not kept: a range, for nobody knows it to a point. */
  probability: { lower: number; upper: number };
  confidence: "low" | "moderate" | "high";
  grade: EvidenceGrade;
  because: string;
};

export type FindingHappened =
  | { kind: "alleged"; by: Side; clause: string; incidents: string[]; claim: string; grade: EvidenceGrade }
  /** The side spoken to answers, or says nothing within the time. */
  | { kind: "consulted"; by: Side; answer: string | null }
  | ({ kind: "assessed" } & Assessment)
  | { kind: "dissented"; by: Side; name: string; because: string }
  | { kind: "extended"; by: Side; due: string; because: string }
  | { kind: "disputed"; by: Side; because: string }
  | { kind: "closed"; by: Side; how: Closing; because: string };

export type FindingEvent = FindingHappened & { at: string };

const words = z.string().trim().min(1).max(4000);
const side = z.union([z.literal("third"), stateSchema], { error: "expected a state such as USA, or third" });
export const gradeSchema: z.ZodType<EvidenceGrade> = z.strictObject({
  source: z.enum(["A", "B", "C", "D", "E", "F"]),
  claim: z.literal([1, 2, 3, 4, 5, 6]),
});
const at = momentSchema;

export const findingEventSchema: z.ZodType<FindingEvent> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("alleged"),
    at,
    by: side,
    clause: clauseIdSchema,
    incidents: z.array(incidentIdSchema).min(1).max(200),
    claim: words,
    grade: gradeSchema,
  }),
  z.strictObject({ kind: z.literal("consulted"), at, by: side, answer: words.nullable() }),
  z.strictObject({
    kind: z.literal("assessed"),
    at,
    by: side,
    name: words,
    judgement: z.enum(judgementsOfClause),
    probability: z.strictObject({ lower: z.number().min(0).max(1), upper: z.number().min(0).max(1) }),
    confidence: z.enum(["low", "moderate", "high"]),
    grade: gradeSchema,
    because: words,
  }),
  z.strictObject({ kind: z.literal("dissented"), at, by: side, name: words, because: words }),
  z.strictObject({ kind: z.literal("extended"), at, by: side, due: momentSchema, because: words }),
  z.strictObject({ kind: z.literal("disputed"), at, by: side, because: words }),
  z.strictObject({ kind: z.literal("closed"), at, by: side, how: z.enum(closings), because: words }),
]);

/** Why a move is refused: one sentence each. */
export const illegalSteps = {
  "not-alleged": "Nothing has been alleged yet.",
  "alleged-twice": "The finding has begun already.",
  "time-runs-back": "A step cannot come before the last one.",
  "closed-already": "The finding is closed.",
  "own-allegation": "Whoever alleges cannot be the side that is consulted.",
  "not-consulted-yet": "The other side must be consulted first, or its time must have passed.",
  "consulted-already": "The other side has been consulted.",
  "still-time": "The time to answer has not passed: silence cannot be recorded yet.",
  "bad-range": "A probability's lower end cannot be above its upper end.",
  "judgement-against-range":
    "A judgement of kept needs a probability of at most a half, of not kept at least a half, somewhere in its range.",
  "not-assessed": "Nobody has assessed it yet.",
  "nothing-to-dissent-from": "A dissent needs an assessment, and somebody else's.",
  "not-yours-to-withdraw": "Only whoever alleged can withdraw.",
  "not-yours-to-acknowledge": "Only the side of which it is alleged can acknowledge.",
  "shorter-deadline": "A deadline can only be put later.",
  "no-deadline": "No deadline runs at this step.",
  "too-many-steps": "A finding holds at most 1,000 steps.",
} as const;

export type IllegalStep = keyof typeof illegalSteps;
