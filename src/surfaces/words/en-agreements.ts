// What a negotiation's numbers say, in English.

import type { Robustness, SideGivesUp } from "../../agreements/index.ts";
import { counted, list, significant } from "./en.ts";

export const fairNames = {
  nash: "Nash: greatest product of gains",
  kalaiSmorodinsky: "Kalai–Smorodinsky: most equal shares of what each could hope for",
  egalitarian: "Egalitarian: greatest smallest gain",
  utilitarian: "Utilitarian: greatest sum",
} as const;

export const scaleSentence = {
  normalized: "A side's utility is 1 where it gets its best option on every issue.",
  raw: "Utilities are sums of weight times evaluation, as the files have them.",
} as const;

/** "B gives up 0.42 of its 1: on Price it wanted $3.47 and gets $4.37 (0.29); …" */
export function givesUpSentence(name: string, { best, gets, costs }: SideGivesUp): string {
  if (costs.length === 0) return `${name} gets all that it wanted: ${significant(best)}.`;
  const each = costs.map(
    ({ issue, wanted, gets: got, cost }) =>
      `on ${issue.trim()} it wanted ${wanted.trim()} and gets ${got.trim()} (${significant(cost)})`,
  );
  return `${name} gives up ${significant(best - gets)} of its ${significant(best)}: ${list(each)}.`;
}

export function frontierSentence(outcomes: number, points: number): string {
  return `${counted(outcomes, "outcome")}; ${counted(points, "of them leaves", "of them leave")} nothing on the table and give every side at least what it has without agreement.`;
}

export function thinnedSentence(within: readonly number[]): string {
  const most = within.map((value) => significant(value));
  return `The frontier was too long to keep whole: a side may gain up to ${list(most)} at a point left out.`;
}

export function discretisedSentence(issue: string, steps: number): string {
  return `${issue} is a real number: ${counted(steps + 1, "value")} of it were looked at, with every bend of a side's evaluation.`;
}

/** How an automated negotiation ended. */
export function agreementSentence(
  agreement: { outcome: readonly string[]; a: number; b: number } | null,
  round: number,
): string {
  if (!agreement) return `No agreement by the deadline, after ${counted(round, "round")}.`;
  const worth = `worth ${significant(agreement.a)} to A and ${significant(agreement.b)} to B`;
  return `Agreed at t = ${round}, ${worth}: ${agreement.outcome.join("; ")}.`;
}

/** How sure the deal is, over the draws. */
export function sureSentence({ draws, onFrontier, aboveWalkAway, good }: Robustness): string {
  const share = ({ value, standardError }: Robustness["good"]): string =>
    `${(100 * value).toFixed(0)}% (±${(100 * standardError).toFixed(1)})`;
  return `Over ${counted(draws, "draw")} of what both sides may want, the Nash deal is on the frontier in ${share(onFrontier)}, beats both sides' walking away in ${share(aboveWalkAway.both)}, and does both in ${share(good)}.`;
}
