// An agreement on the terminal, clause by clause.

import type { AgreementCheck, ClauseCheck } from "../inputs/agreement-check.ts";
import { checkNames, counted, list } from "../words/en.ts";
import {
  bindingWords,
  candidateSentence,
  findingSentence,
  pointSentence,
  statusSentence,
  verifiabilitySentence,
} from "../words/en-register.ts";
import { whenWords } from "../words/en-when.ts";
import type { Effects } from "./command.ts";
import { wrap } from "./table.ts";

const MOST_CANDIDATES = 5;

export function showAgreement(
  agreement: AgreementCheck,
  weighed: boolean,
  { print, columns }: Pick<Effects, "print" | "columns">,
): void {
  const say = (text: string, indent = ""): void => {
    print(
      wrap(text, columns - indent.length)
        .map((line) => `${indent}${line}`)
        .join("\n"),
    );
  };
  const { title, when, binding, parties, alsoBinds, clauses, read, checked } = agreement;
  const others = alsoBinds ? `, and ${alsoBinds.en}` : "";
  say(
    `${title.en}. ${whenWords(when)}; ${bindingWords[binding]} of ${list(parties)}${others}; ${counted(clauses.length, "clause")}.`,
  );
  if (agreement.draftOf) say(`Copied from ${agreement.draftOf.agreement} by ${agreement.draftOf.by}.`);
  if (!agreement.bindsBoth) say("It does not bind both parties of this case.");
  if (read.length > 0) say(`Read it at ${read.map(({ url }) => url).join(" ")} (${checkNames[checked]}).`);
  for (const clause of clauses) {
    print("");
    showClause(clause, weighed, say);
  }
}

function showClause(clause: ClauseCheck, weighed: boolean, say: (text: string, indent?: string) => void): void {
  say(`${clause.id}, ${clause.kind}: ${clause.gist.en}`);
  if (clause.gist.zh) say(clause.gist.zh, "  ");
  for (const reading of clause.readings)
    if ("recorded" in reading) say(`No public reading by ${reading.party} is on record here.`, "  ");
    else
      say(
        `${reading.party} reads it${reading.said ? `, ${whenWords(reading.said)}` : ""}: ${reading.gist.en} (${checkNames[reading.checked]})`,
        "  ",
      );
  say(verifiabilitySentence(clause.verifiability), "  ");
  if (!weighed) {
    for (const entry of clause.status) say(statusSentence(entry), "  ");
    return;
  }
  for (const [name, points] of [
    ["For", clause.for],
    ["Against", clause.against],
    ["Neither way", clause.neither],
  ] as const)
    for (const point of points) say(`${name}: ${pointSentence(point)}.`.replace(/\.\.$/, "."), "  ");
  const open = clause.candidates.filter(({ confirmed }) => confirmed === null);
  for (const candidate of open.slice(0, MOST_CANDIDATES)) say(`Candidate ${candidateSentence(candidate)}.`, "  ");
  if (open.length > MOST_CANDIDATES) say(`… and ${open.length - MOST_CANDIDATES} more; --json has them all.`, "  ");
  if (open[0]?.open) say(`Left to a person: ${open[0].open.en}`, "  ");
  for (const finding of clause.findings) say(findingSentence(finding.id, finding, finding.overdue), "  ");
}
