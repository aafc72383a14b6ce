// How many incidents happened, counting those neither of two lists saw?
// N = (n1+1)(n2+1)/(m+1) - 1 (chapman1951), written as what is on record plus what is unseen.
// Variance: seber1970. n1, n2, m are the papers' letters.

import { logFactorial } from "../../math/gamma.ts";
import { logNormalAbove, USUAL_LEVEL } from "../../math/intervals.ts";
import { InputError } from "../../values/errors.ts";
import type { Interval } from "../../values/estimate.ts";
import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";

/** Incidents on the first list, on the second, and on both. */
export type TwoLists = { first: number; second: number; both: number; level?: number };

export const chapman: Estimator<TwoLists> = {
  name: "chapman",
  question: "How many incidents happened, counting those neither list saw?",
  references: ["chapman1951", "seber1970", "chao1987"],
  assumptions: [
    "a list sees an incident whether or not the other does",
    "each list is equally likely to see every incident",
    "records are matched rightly",
    "no incident entered or left the period between the lists",
  ],
  estimate({ first: n1, second: n2, both: m, level = USUAL_LEVEL }) {
    check({ first: n1, second: n2, both: m });
    if (n1 + n2 === 0) return refuse("no-cases");
    if (n1 === 0 || n2 === 0) return refuse("one-list");
    if (m === 0) return refuse("no-overlap");
    const onRecord = n1 + n2 - m;
    const unseen = ((n1 - m) * (n2 - m)) / (m + 1);
    const variance = (unseen * ((n1 + 1) * (n2 + 1))) / ((m + 1) * (m + 2));
    const interval = unseen > 0 ? logNormalAbove(onRecord, unseen, variance, level) : whenNested(n1, n2, m, level);
    return answer({ value: onRecord + unseen, unit: "incidents", interval });
  },
};

/**
 * One list holds the other: none is estimated unseen, yet the overlap is a draw. The exact upper end is the largest
 * N at which so complete an overlap has probability above half of 1 − level (hypergeometric).
 */
function whenNested(n1: number, n2: number, m: number, level: number): Interval {
  const observed = n1 + n2 - m;
  const [small, large] = [Math.min(n1, n2), Math.max(n1, n2)];
  // P(all `small` among `large` of N) = C(large, small) / C(N, small)
  const logFull = (total: number): number =>
    logFactorial(large) - logFactorial(large - small) - logFactorial(total) + logFactorial(total - small);
  const floor = Math.log((1 - level) / 2);
  let [low, high] = [observed, observed * 2 + 1];
  while (logFull(high) > floor && high < 1e12) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (logFull(middle) > floor) low = middle;
    else high = middle;
  }
  return { lower: observed, upper: low, level };
}

function check(lists: Record<"first" | "second" | "both", number>): void {
  for (const [place, count] of Object.entries(lists)) {
    if (!Number.isSafeInteger(count) || count < 0) throw new InputError(place, "a whole number from 0", count);
  }
  if (lists.both > Math.min(lists.first, lists.second)) {
    throw new InputError("both", "at most the smaller list", lists.both);
  }
}
