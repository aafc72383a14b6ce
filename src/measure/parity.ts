// Are the two directions equal? The ratio of two rates, with the exact interval of the conditional binomial test
// (przyborowskiWilenski1940): given the sum of two Poisson counts, the first is binomial.

import { binomialAbove, binomialBelow } from "../math/distributions.ts";
import { ratioOfCounts, USUAL_LEVEL } from "../math/intervals.ts";
import { InputError } from "../values/errors.ts";
import type { Estimate } from "../values/estimate.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

/** Counts in one direction and in the other; years of coverage where they differ. */
export type TwoCounts = {
  first: number;
  second: number;
  firstYears?: number;
  secondYears?: number;
  level?: number;
};

/** How many times the first rate is the second, and how likely so uneven a split is between equal rates. */
export type Parity = Estimate & { first: number; second: number; p: number };

/** Fewer in either direction, and the ratio says more about the lists than about the states (cochran1954). */
export const FEWEST_PER_DIRECTION = 5;

export const parity: Estimator<TwoCounts, Parity> = {
  name: "parity",
  question: "Are the two directions equal?",
  references: ["przyborowskiWilenski1940", "clopperPearson1934", "cochran1954"],
  assumptions: [
    "both directions were watched with equal care by those who count",
    "incidents are independent of each other",
    "an incident counts the same in both directions",
  ],
  estimate({ first, second, firstYears = 1, secondYears = 1, level = USUAL_LEVEL }) {
    checkCount("first", first);
    checkCount("second", second);
    checkYears("firstYears", firstYears);
    checkYears("secondYears", secondYears);
    if (first + second === 0) return refuse("no-cases");
    const fewest = Math.min(first, second);
    if (fewest < FEWEST_PER_DIRECTION) {
      const needed = `One direction has ${fewest}; at least ${FEWEST_PER_DIRECTION} in each are needed.`;
      return refuse("too-few", needed);
    }
    const interval = ratioOfCounts(first, second, { level, firstExposure: firstYears, secondExposure: secondYears });
    const value = first / firstYears / (second / secondYears);
    const p = twoSided(first, first + second, firstYears / (firstYears + secondYears));
    return answer({ value, unit: "times", interval, first, second, p });
  },
};

/** Twice the smaller tail: the test that belongs to the interval's equal tails. */
function twoSided(k: number, n: number, share: number): number {
  return Math.min(1, 2 * Math.min(binomialBelow(k, n, share), binomialAbove(k, n, share)));
}

function checkCount(place: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new InputError(place, "a whole number from 0", count);
}

function checkYears(place: string, years: number): void {
  if (!(years > 0 && years < Infinity)) throw new InputError(place, "a number of years above 0", years);
}
