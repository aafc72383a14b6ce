// The brief's sentences on whether an agreement would be kept, made from its numbers by rule.

import type { IssueKept } from "../../models/keeping.ts";
import type { Party } from "../../values/case-file.ts";
import { list, probability } from "../words/en.ts";
import type { KeepingAt } from "./keeping-at.ts";

type Parties = readonly [Party, Party];

export const keepingQuestion = "Would either side keep an agreement, given how well it can be watched? Which one?";

export function keepingAnswer(found: KeepingAt, parties: Parties): string {
  return [watchingSentence(found), keptSentence(found, parties), endsSentence(found), seenSentence(found, parties)]
    .concat(linkedSentence(found, parties))
    .filter((sentence) => sentence !== "")
    .join(" ");
}

export function keepingConfidence({ assumed }: KeepingAt): string {
  return `Low confidence: ${assumed.count} of the ${assumed.of} values behind this are assumptions, the payoffs and the patience of both sides among them, and a side is taken to want only what its payoffs say. Read it as what such values would imply; every one of them can be changed.`;
}

function watchingSentence({ watching: { q, rho, interval } }: KeepingAt): string {
  const known = interval
    ? `as far as the record tells (${100 * interval.level}%: ${percent(interval.lower)} to ${percent(interval.upper)})`
    : "as is assumed here";
  return `A breach is seen and its author named within a quarter ${percent(q)} of the time, ${known}, and false alarms are assumed in ${percent(rho)} of quarters.`;
}

function keptSentence({ issues }: KeepingAt, [a, b]: Parties): string {
  const named = (keeps: (issue: IssueKept) => boolean): string => list(issues.filter(keeps).map(titleOf));
  const told = [
    [named(({ A, B }) => A.keeps && B.keeps), "both sides would keep restraint"],
    [named(({ A, B }) => A.keeps && !B.keeps), `only ${a.inSentence.en} would`],
    [named(({ A, B }) => !A.keeps && B.keeps), `only ${b.inSentence.en} would`],
    [named(({ A, B }) => !A.keeps && !B.keeps), "neither would"],
  ].flatMap(([titles, words]) => (titles === "" ? [] : [`in ${titles} ${words}`]));
  return `Watched so, ${told.join("; ")}.`;
}

function endsSentence({ atEnds, issues, watching: { interval } }: KeepingAt): string {
  if (!atEnds || !interval) return "";
  const named = (ids: readonly string[]): string =>
    ids.length === 0 ? "no agreement" : list(issues.filter(({ id }) => ids.includes(id)).map(titleOf));
  if (atEnds.lower.join() === atEnds.upper.join())
    return "What the record leaves open of that changes nothing in which ones both would keep.";
  return `The record leaves it open: at ${percent(interval.lower)} both would keep ${named(atEnds.lower)}, at ${percent(interval.upper)} ${named(atEnds.upper)}.`;
}

/** What watching alone could do, and where no watching is enough: issues that need the same are named together. */
function seenSentence({ issues }: KeepingAt, parties: Parties): string {
  const byNeed = new Map<string, string[]>();
  for (const issue of issues.filter(({ A, B }) => !A.keeps || !B.keeps)) {
    const need = needOf(issue, parties);
    byNeed.set(need, [...(byNeed.get(need) ?? []), titleOf(issue)]);
  }
  const told = [...byNeed].map(([need, titles]) => `in ${list(titles)} ${need}`);
  return told.length === 0 ? "" : `For both to keep it, ${told.join("; ")}.`;
}

function needOf({ A, B }: IssueKept, [a, b]: Parties): string {
  const needs = [A.detection, B.detection];
  const beyond = [a, b].filter((_, at) => needs[at] === null).map(({ inSentence }) => inSentence.en);
  return beyond.length > 0
    ? `no watching would hold ${list(beyond)}`
    : `breaches would have to be seen ${percent(Math.max(...needs.map((need) => need ?? 0)))} of the time`;
}

function linkedSentence({ linked, issues }: KeepingAt, [a, b]: Parties): string {
  const [theft, penalty] = [linked?.chosen, linked?.penalty].map((id) => issues.find((issue) => issue.id === id));
  if (!linked || !theft || !penalty) return "";
  const falls = [
    { side: a, alone: theft.A.patienceIfSeen, tied: linked.A },
    { side: b, alone: theft.B.patienceIfSeen, tied: linked.B },
  ].map(({ side, alone, tied }) => `from ${probability(alone)} to ${probability(tied)} for ${side.inSentence.en}`);
  return `If everything were seen, tying ${lowerFirst(theft.title.en)} to ${lowerFirst(penalty.title.en)} would change the weight that the next quarter must have ${list(falls)}.`;
}

function titleOf({ title }: { title: IssueKept["title"] }): string {
  return lowerFirst(title.en);
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
