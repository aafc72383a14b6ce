// The steps of a finding: allege a CLAUSE; then consult, assess, dissent, extend, dispute or close a FINDING; show it.

import { closings, judgementsOfClause, type FindingEvent, type Made } from "../../../agreements/index.ts";
import { InputError } from "../../../values/errors.ts";
import { findingsOn } from "../../inputs/agreement-check.ts";
import { clauseNamed, madeIn, make, registerOf } from "../../inputs/register.ts";
import { assessmentSentence, findingSentence } from "../../words/en-register.ts";
import type { Effects, Options } from "../command.ts";
import { freshId, gradeFrom, many, needed, oneOf, rangeFrom, sideFrom } from "../register-words.ts";
import { wrap } from "../table.ts";
import { withLedger } from "../with-ledger.ts";

const steps = ["allege", "consult", "assess", "dissent", "extend", "dispute", "close", "show"] as const;
type Step = (typeof steps)[number];

export async function run([step = "", target = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const named = oneOf({ STEP: step }, "STEP", steps);
  const { env } = effects;
  if (named === "show") return show(target, madeIn(caseId, env), options, effects);
  const now = effects.now();
  const event = eventFrom(named, target, options, now.toISOString());
  if (event.kind === "alleged") await checkAllegation(event, caseId, effects);
  let id = target;
  const made = make(caseId, { env, now }, (before) => {
    if (event.kind === "alleged") id = freshId(options, target, event.at.slice(0, 10), before.findings);
    else if (!before.findings.has(target)) throw unknown(target, before);
    return [{ kind: "finding", subject: id, body: event }];
  });
  return show(id, made, options, effects);
}

async function checkAllegation(
  event: Extract<FindingEvent, { kind: "alleged" }>,
  caseId: string,
  effects: Effects,
): Promise<void> {
  clauseNamed(event.clause, registerOf(caseId, effects.env), madeIn(caseId, effects.env));
  const view = await withLedger(effects, (ledger) => ledger.view(caseId));
  const known = new Set(view.incidents.map(({ id }) => id));
  const stranger = event.incidents.find((id) => !known.has(id));
  if (stranger !== undefined) throw new InputError("--incident", "an incident of the case", stranger);
}

function eventFrom(step: Exclude<Step, "show">, target: string, options: Options, at: string): FindingEvent {
  const by = sideFrom(options, "by");
  const because = (): string => needed(options, "because", "why");
  switch (step) {
    case "allege": {
      const incidents = many(options, "incident");
      if (incidents.length === 0) throw new InputError("--incident", "an incident on which it rests");
      return {
        kind: "alleged",
        at,
        by,
        clause: target,
        incidents,
        claim: needed(options, "claim", "what is alleged"),
        grade: gradeFrom(options),
      };
    }
    case "consult": {
      const answer = options["answer"];
      return { kind: "consulted", at, by, answer: typeof answer === "string" ? answer : null };
    }
    case "assess":
      return {
        kind: "assessed",
        at,
        by,
        name: needed(options, "name", "who assesses"),
        judgement: oneOf(options, "judgement", judgementsOfClause),
        probability: rangeFrom(options),
        confidence: oneOf(options, "confidence", ["low", "moderate", "high"]),
        grade: gradeFrom(options),
        because: because(),
      };
    case "dissent":
      return { kind: "dissented", at, by, name: needed(options, "name", "who dissents"), because: because() };
    case "extend":
      return {
        kind: "extended",
        at,
        by,
        due: `${needed(options, "due", "a day as YYYY-MM-DD")}T00:00:00Z`,
        because: because(),
      };
    case "dispute":
      return { kind: "disputed", at, by, because: because() };
    case "close":
      return { kind: "closed", at, by, how: oneOf(options, "how", closings), because: because() };
  }
}

function unknown(id: string, { findings }: Made): InputError {
  return new InputError("FINDING", `one of ${[...findings.keys()].join(", ") || "the findings (there are none)"}`, id);
}

function show(id: string, made: Made, options: Options, { print, now, columns }: Effects): number {
  const found = findingsOn(null, made, now().toISOString()).find((finding) => finding.id === id);
  if (!found) throw unknown(id, made);
  if (options["json"] === true) {
    print(JSON.stringify(found, null, 2));
    return 0;
  }
  const say = (text: string): void => {
    print(wrap(text, columns).join("\n"));
  };
  say(findingSentence(id, found, found.overdue));
  say(`It rests on ${found.incidents.join(", ")}.`);
  if (found.consulted)
    say(`${found.consulted.by} was consulted: ${found.consulted.answer ?? "no answer came in time."}`);
  for (const assessment of found.assessments) say(assessmentSentence(assessment));
  for (const { by, name, because } of found.dissents) say(`${name} (${by}) dissents: ${because}`);
  if (found.differ) say("The sides differ; nothing is pooled.");
  if (found.dispute) say(`Disputed by ${found.dispute.by}: ${found.dispute.because}`);
  if (found.closing) say(`Closed by ${found.closing.by}, ${found.closing.how}: ${found.closing.because}`);
  return 0;
}
