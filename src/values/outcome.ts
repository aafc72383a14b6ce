// An answer, or a refusal with its reason. A refusal is a result: the data hold no answer, and we say why.

import type { Estimate } from "./estimate.ts";

/** Why there is no answer: one sentence each, here and nowhere else. */
export const refusalReasons = {
  "no-overlap": "No case stands on two of the lists, so nothing tells how many stand on none.",
  "too-few": "Too few cases are on record to support an estimate.",
  "one-list": "Only one list covers this; hidden cases can be estimated only where independent lists overlap.",
  "no-download": "The publisher gives no fixed address from which a program could fetch this list.",
  "no-cases": "No case is on record here.",
  "not-covered": "No source covers this period and direction.",
  "no-finite-maximum":
    "The counts leave no finite estimate: some combination of lists that the model needs was never observed.",
  "not-identified": "The counts cannot tell the model's parameters apart.",
  "no-habits":
    "Only what the two sides do to each other is on record, so what either does to its other rivals is unknown.",
  "no-scores": "No incident here has a severity on such a scale.",
  "no-variation": "The series does not vary, so there is nothing to explain.",
  "too-short": "The series is too short for this question.",
  "too-many": "The question is too large for the method.",
  "not-found": "No answer of the kind asked for was found, and none was proved not to exist.",
  separated: "One of the model's terms stands only where nothing was counted, so its effect has no finite estimate.",
  "no-agreement": "No outcome gives every side at least what it has without an agreement.",
  "poor-fit": "The comparison does not follow the series before the date, so it says nothing about the time after it.",
  "inputs-changed": "What the result was made from is not what it was.",
  "outside-the-model": "The values lie outside what the model speaks of.",
  "did-not-converge": "The computation did not settle on an answer.",
} as const;

export type RefusalReason = keyof typeof refusalReasons;

export type Refusal = { reason: RefusalReason; because: string };

export type Outcome<Answer = Estimate> = { ok: true; value: Answer } | { ok: false; refusal: Refusal };

export function answer<Answer>(value: Answer): { ok: true; value: Answer } {
  return { ok: true, value };
}

/** Refuses, with what the reader needs beyond the reason's own sentence in `detail`. */
export function refuse(reason: RefusalReason, detail?: string): { ok: false; refusal: Refusal } {
  const because = detail ? `${refusalReasons[reason]} ${detail}` : refusalReasons[reason];
  return { ok: false, refusal: { reason, because } };
}
