// At least how many incidents happened, counting those that no list saw? f_k units stand on exactly k lists.
//   n + f1² / (2 f2)                          (chao1987)
//   n + f1 (f1 − 1) / 2 where f2 = 0          (bias-corrected; colwell2012)
// A lower bound whatever the lists' unequal reach, and a lower bound only: lists that see the same things make the
// true number larger. Intervals are log-normal above the observed.

import { logNormalAbove, USUAL_LEVEL } from "../math/intervals.ts";
import { normalEnds } from "../math/distributions.ts";
import type { Estimate, Interval } from "../values/estimate.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

/**
 * `frequencies[k − 1]` units stand on exactly k lists. With `lists` the bound is that for so many lists, (t − 1)/t of
 * the unseen: t equally likely, independent sightings have f1² / (2 f2) = t/(t − 1) f0 (rivestBaillargeon2007).
 */
export type Frequencies = { frequencies: readonly number[]; lists?: number; level?: number; unit?: string };

/** A lower bound on the total, with what went into it. */
export type LowerBound = Estimate & { observed: number; unseen: number; kind: "lower-bound" };

/**
 * Fewer units than this on two or more lists, and the ratio of counts is mostly chance: the common floor of 5 for a
 * cell whose size carries an approximation (cochran1954). Seber (seber1982, p. 60) asks for 7 before he trusts two lists.
 */
export const FEWEST_SHARED = 5;

export const chao: Estimator<Frequencies, LowerBound> = {
  name: "chao",
  question: "At least how many incidents happened, counting those that no list saw?",
  references: ["chao1987", "colwell2012", "cochran1954", "rivestBaillargeon2007"],
  assumptions: [
    "the number is a lower bound: the true total may be much larger",
    "no list draws on another; where lists copy each other the bound falls further below the truth",
    "nothing is on record that did not happen, and records are matched rightly",
    "every unit could have been listed throughout the period",
    "many lists; with t independent lists and equal cases the bound overshoots by t / (t − 1) of the unseen",
  ],
  estimate({ frequencies, lists, level = USUAL_LEVEL, unit = "incidents" }) {
    checkCounts(frequencies);
    const n = sum(frequencies);
    if (n === 0) return refuse("no-cases");
    if (frequencies.length < 2) return refuse("one-list");
    if (lists !== undefined && !(lists >= 2)) throw new InputError("lists", "a whole number from 2", lists);
    const [f1 = 0, f2 = 0] = frequencies;
    const shared = n - f1;
    if (shared === 0) return refuse("no-overlap");
    if (shared < FEWEST_SHARED) return refuse("too-few", tooFewShared(shared));
    const factor = lists === undefined ? 1 : (lists - 1) / lists;
    const unseen = factor * (f2 > 0 ? (f1 * f1) / (2 * f2) : (f1 * (f1 - 1)) / 2);
    const interval =
      unseen > 0
        ? logNormalAbove(n, unseen, factor ** 2 * varianceOfUnseen(f1, f2, n + unseen / factor), level)
        : intervalWhenNoneUnseen(frequencies, n, level);
    return answer({ value: n + unseen, unit, interval, observed: n, unseen, kind: "lower-bound" as const });
  },
};

/** The refusal's detail: what there is, and what would be needed. */
export function tooFewShared(shared: number): string {
  const stand = shared === 1 ? "stands" : "stand";
  return `Only ${shared} ${stand} on two or more lists; at least ${FEWEST_SHARED} are needed.`;
}

function varianceOfUnseen(f1: number, f2: number, total: number): number {
  if (f2 > 0) {
    const ratio = f1 / f2;
    return f2 * (0.25 * ratio ** 4 + ratio ** 3 + 0.5 * ratio ** 2); // chao1987
  }
  // colwell2012, eq. for f2 = 0
  return Math.max(0, (f1 * (f1 - 1)) / 2 + (f1 * (2 * f1 - 1) ** 2) / 4 - f1 ** 4 / (4 * total));
}

/** With at most one unit listed once, the chance of being missed is taken as P = exp(−Σ k f_k / n) (colwell2012). */
function intervalWhenNoneUnseen(frequencies: readonly number[], n: number, level: number): Interval {
  const listings = frequencies.reduce((total, f, index) => total + f * (index + 1), 0);
  const missed = Math.exp(-listings / n);
  const expected = n / (1 - missed);
  const reach = (normalEnds(level) * Math.sqrt(n * missed)) / (1 - missed);
  return { lower: n, upper: expected + reach, level };
}

function checkCounts(counts: readonly number[]): void {
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new InputError("frequencies", "whole numbers from 0", count);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
