// Hidden incidents of one direction, in sentences.

import type { HiddenOfDirection } from "../inputs/case-hidden.ts";
import { about, counted, number } from "./en.ts";
import { percent } from "./en-likelihood.ts";

/** `arrow`: "China against the United States". */
export function hiddenSentences(arrow: string, { overlap, estimate, asLinked, spread }: HiddenOfDirection): string[] {
  const base = `Of ${arrow}, ${counted(overlap.observed, "incident")} ${overlap.observed === 1 ? "stands" : "stand"} on ${number(overlap.lists.length)} lists between them.`;
  if ("refused" in estimate)
    return [base, `How many stand on none cannot be estimated: ${lowerFirst(estimate.refused.because)}`];
  const { value, interval, shares } = estimate;
  const bound = asLinked?.lowerBound;
  return [
    base,
    `With those on no list there are about ${about(value, interval)} (${100 * interval.level}%: ${about(interval.lower, interval)} to ${about(interval.upper, interval)}), over models of how the lists depend on each other and over what is doubtful in the links.`,
    `Of the doubt, ${percent(shares.sampling)} is chance, ${percent(shares.models)} the choice of model and ${percent(shares.linkage)} the links.`,
    ...(spread.answered > 1
      ? [
          `Other ways of counting, with profiles or without, sure links or likely ones, give ${number(Math.round(spread.least))} to ${number(Math.round(spread.most))}.`,
        ]
      : []),
    ...(bound
      ? [
          `If some incidents are harder for every list to see than others, there are more: at least about ${about(bound.value, bound)}, or ${about(bound.forTheseLists.value, bound.forTheseLists)} in the form for ${number(overlap.lists.length)} lists, links as they stand.`,
        ]
      : []),
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
