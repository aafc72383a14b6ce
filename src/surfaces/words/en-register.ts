// What the register says of agreements, findings, lines and notifications, in English.

import type {
  Bunching,
  Candidate,
  Distance,
  EffectSeen,
  Exchange,
  Finding,
  Point,
  RegisteredClause,
  StatusEntry,
} from "../../agreements/index.ts";
import { counted, list, significant } from "./en.ts";
import { whenWords } from "./en-when.ts";

export const bindingWords = {
  legal: "binding in law",
  political: "a political commitment",
  proposal: "a proposal",
  draft: "a draft",
} as const;

export const standingWords = {
  proposed: "proposed",
  agreed: "agreed",
  "in-force": "in force",
  reaffirmed: "said again",
  "carried-out": "carried out",
  disputed: "disputed",
  lapsed: "lapsed",
} as const;

export const judgementWords = { "not-kept": "not kept", kept: "kept", undetermined: "not to be determined" } as const;

const observerWords = {
  target: "the target",
  "target-government": "the target’s government",
  "both-governments": "both governments",
  "security-firms": "security firms",
  courts: "courts",
  "third-states": "third states",
  public: "the public",
} as const;

export function verifiabilitySentence({ seen, by, soon, certainty }: RegisteredClause["verifiability"]): string {
  return `How a breach would be seen (our own assessment): ${seen.en} Seen by ${list(by.map((one) => observerWords[one]))}, within ${soon}; certainty ${certainty}.`;
}

export function statusSentence({ when, standing, gist }: StatusEntry): string {
  return `${whenWords(when)}, ${standingWords[standing]}: ${gist.en}`;
}

export function candidateSentence({ incident, day, effects, sectors, contested }: Candidate): string {
  const codes = [...effects, ...sectors].join(", ");
  return `${incident} (${whenWords(day)}): ${codes}${contested ? "; contested" : ""}`;
}

function effectSentence({ list: name, from, to, ratio }: EffectSeen): string {
  const { value, interval } = ratio;
  return `by ${name}, ${from} against ${to}: ${significant(value)} times the earlier count of all incidents (${significant(interval.lower)} to ${significant(interval.upper)})`;
}

/** One thing that speaks for or against, or tells neither way. */
export function pointSentence(point: Point): string {
  switch (point.kind) {
    case "confirmed":
      return `${point.incident} concerns it, ${point.by} says: ${point.because}${point.contested ? " (the accusation is contested)" : ""}`;
    case "candidates":
      return `${counted(point.incidents.length, "incident")} may speak against it by rule and ${point.incidents.length === 1 ? "awaits" : "await"} a person’s word; ${point.contested} contested, ${point.unchecked} unchecked`;
    case "set-aside":
      return `${counted(point.incidents.length, "candidate")} looked at and set aside: ${list(point.incidents)}`;
    case "finding":
      return `finding ${point.id}, ${point.stage}${point.how ? ` (${point.how})` : ""}${point.assessments.map(({ by, judgement, probability }) => `; ${by}: ${judgementWords[judgement]}, probability that it was not kept ${probability.lower} to ${probability.upper}`).join("")}`;
    case "status":
      return statusSentence(point.entry);
    case "effect":
      return effectSentence(point.effect);
  }
}

export function findingSentence(id: string, finding: Finding, overdue: boolean): string {
  const due = finding.due === null ? "" : ` Due by ${finding.due}${overdue ? ": overdue" : ""}.`;
  return `Finding ${id} on ${finding.clause ?? "no clause"}: ${finding.stage}. ${finding.allegedBy ?? ""} says: ${finding.claim ?? ""}${due}`;
}

export function assessmentSentence({
  by,
  name,
  judgement,
  probability,
  confidence,
  grade,
  because,
}: Finding["assessments"][number]): string {
  return `${name} (${by}) judges: ${judgementWords[judgement]}. The probability that it was not kept is ${probability.lower} to ${probability.upper}. Confidence is ${confidence}; evidence ${grade.source}${grade.claim}. ${because}`;
}

export function distanceSentence({ steps, crossing, unknown }: Distance): string {
  const missing = unknown.length === 0 ? "" : ` (${list(unknown)} unknown)`;
  if (crossing === "yes") return "at the line or over it";
  if (crossing === "possible") return `perhaps at the line or over it${missing}`;
  return `${counted(steps, "step")} below${missing}`;
}

export function bunchingSentence({ below, expected, p, counts }: Bunching): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return `Just below the line stand ${counted(below, "incident")} of ${total} near it, where a smooth run would leave ${significant(expected)}; the chance of as many without gathering is ${significant(p)}.`;
}

export function exchangeSentence(
  id: string,
  { form, from, to, subject, stage, due, level, urgency }: Exchange,
  late: boolean,
): string {
  const owed =
    due === null
      ? ""
      : ` ${due.what === "acknowledge" ? "Receipt" : "An answer"} is due by ${due.by}${late ? ", and late" : ""}; level: ${level}.`;
  return `${id}: ${form === "request" ? "request" : "notification"} (${urgency}) of ${from ?? ""} to ${to ?? ""}, “${subject}”, ${stage}.${owed}`;
}
