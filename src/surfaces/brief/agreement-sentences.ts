// The brief's sections on agreements, as sentences made by rule: what could be agreed, and whether what was agreed,
// declared or tacitly understood is being kept. They say what is on record, and what is for a person to judge.

import type { Flag, Made, Register } from "../../agreements/index.ts";
import { heldOn, isBetween } from "../../agreements/index.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Day } from "../../values/day.ts";
import type { Outcome } from "../../values/outcome.ts";
import { checkAgreement, findingsOn } from "../inputs/agreement-check.ts";
import type { CaseRestraint } from "../inputs/case-restraint.ts";
import { lineSeen } from "../inputs/line-distances.ts";
import { counted, list } from "../words/en.ts";

export type SectionSentences = { answer: string; sentences: string[]; confidence: string; sources: string[] };

export type AgreementsBrief = { agreeable: SectionSentences; kept: SectionSentences };

/** What the two sides have agreed on before, between themselves or with others, and what each agreed with third states. */
export function agreeableSection(
  { agreements }: Pick<Register, "agreements">,
  { drafts }: Pick<Made, "drafts">,
  { about }: LedgerView,
  { day, restraint }: { day: Day; restraint: Outcome<CaseRestraint> },
): SectionSentences {
  const states = about.parties.map(({ iso }) => iso);
  const both = agreements.filter((one) => isBetween(one, states));
  const bilateral = both.filter(({ parties }) => parties.length === 2);
  const alone = about.parties.map(({ iso, inSentence }) => {
    const own = agreements.filter(
      (one) => one.parties.includes(iso) && !both.includes(one) && one.binding !== "proposal",
    );
    const kinds = [...new Set(own.flatMap(({ clauses }) => clauses.map(({ kind }) => kind)))];
    return { name: inSentence.en, own, kinds };
  });
  const shared = (alone[0]?.kinds ?? []).filter((kind) => alone[1]?.kinds.includes(kind));
  const standing = both.filter((one) => heldOn(one, day));
  return {
    answer:
      both.length === 0
        ? "The register knows no text to which both sides have put their name."
        : `Both sides have put their name to ${counted(both.length, "text")}, ${bilateral.length} of them between themselves; of ${standing.length} nothing on record says that they ended.`,
    sentences: [
      ...alone
        .filter(({ own }) => own.length > 0)
        .map(
          ({ name, own }) =>
            `With third states alone, ${name} has ${counted(own.length, "further text")} here: ${list(own.map(({ title }) => title.en))}.`,
        ),
      shared.length > 0
        ? `Kinds of clause that each has accepted with others, and so might with the rival: ${list(shared)}.`
        : "No kind of clause has been accepted by each with others.",
      tacitSentence(restraint),
      ...(drafts.size > 0 ? [`${counted(drafts.size, "draft")} made here: ${list([...drafts.keys()])}.`] : []),
    ],
    confidence: agreeableConfidence(agreements),
    sources: both.flatMap(({ read }) => read.map(({ url }) => url)),
  };
}

/** What neither does to the other though both do it to others: it may be understood already. */
function tacitSentence(found: Outcome<CaseRestraint>): string {
  if (!found.ok)
    return `Whether something is understood without words cannot be said: ${lowerFirst(found.refusal.because)}`;
  const { mutual } = found.value;
  if ("refused" in mutual)
    return `Whether something is understood without words cannot be said: ${lowerFirst(mutual.refused.because)}`;
  const candidates = mutual.understandings.filter(({ candidate }) => candidate);
  if (candidates.length === 0)
    return `Without words: of ${counted(mutual.tested, "kind")} of deed that could have shown it, none is spared by both sides beyond chance.`;
  return `Without words, both seem to spare each other ${list(candidates.map(({ effect, sector, band }) => `${effect} in ${sector} (${band} severity)`))}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function agreeableConfidence(agreements: Register["agreements"]): string {
  const clauses = agreements.flatMap((agreement) => agreement.clauses);
  const read = clauses.filter(({ checked }) => checked === "page-read").length;
  return `Moderate confidence in what was agreed: ${read} of ${counted(clauses.length, "clause")} were compared with the page named, and what is agreed in private stands nowhere. Low confidence that what a side accepted from others it would accept from the rival.`;
}

/** Whether the case's own agreement, the declared lines and what is watched are being kept. */
export function keptSection(
  register: Register,
  made: Made,
  view: LedgerView,
  { now, flags }: { now: string; flags: readonly Flag[] },
): SectionSentences {
  const agreement = register.agreements.find(({ id }) => id === view.about.agreement.id);
  const lines = register.lines.map((line) => lineSeen(line, view)).filter(({ threshold }) => threshold !== null);
  const sure = lines.flatMap(({ crossings }) =>
    crossings.filter(({ distance }) => distance.crossing === "yes").map(({ incident }) => incident),
  );
  const perhaps = lines.flatMap(({ crossings }) =>
    crossings.filter(({ distance }) => distance.crossing === "possible").map(({ incident }) => incident),
  );
  const at = new Set(sure).size;
  const findings = findingsOn(null, made, now);
  const sentences = [
    ...(agreement ? clauseSentences(agreement, view, made, now) : []),
    lines.length === 0
      ? "No declared line is on record that the codes can measure."
      : `Of ${counted(lines.length, "declared line")} that the codes can measure, ${counted(at, "incident")} ${at === 1 ? "stands" : "stand"} at one or over it by our coding, and ${counted(new Set(perhaps).size, "incident")} perhaps.`,
    findings.length === 0
      ? "No finding has been opened here."
      : `${counted(findings.length, "finding")}: ${list(findings.map(({ id, stage, differ }) => `${id}, ${stage}${differ ? ", the sides differ" : ""}`))}.`,
    ...(made.watches.size > 0
      ? [`${counted(made.watches.size, "tacit understanding")} under watch, ${counted(flags.length, "flag")} raised.`]
      : []),
  ];
  return {
    answer: findings.some(({ closing }) => closing?.how === "acknowledged")
      ? "Not in every clause: a breach was acknowledged."
      : "The record does not settle it; what speaks for and against each clause stands side by side.",
    sentences,
    confidence: "Low confidence: rules propose what may concern a clause, and few of the proposals have been judged.",
    sources: agreement?.read.map(({ url }) => url) ?? [],
  };
}

function clauseSentences(
  agreement: Register["agreements"][number],
  view: LedgerView,
  made: Made,
  now: string,
): string[] {
  const { clauses, title } = checkAgreement(agreement, { view, made, now });
  return clauses.flatMap((clause) => {
    const open = clause.candidates.filter(({ confirmed }) => confirmed === null).length;
    if (clause.scope === null) return [];
    const confirmed = clause.against.filter(({ kind }) => kind === "confirmed").length;
    return [
      `${title.en}, ${clause.id.slice(clause.id.indexOf("#") + 1)} (${clause.kind}): ${counted(confirmed, "incident")} confirmed as concerning it, ${counted(open, "candidate")} by rule for a person to judge.`,
    ];
  });
}
