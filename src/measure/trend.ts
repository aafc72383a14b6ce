// Is it getting more or less? Counts by period, log μ = log e + a + b t, negative binomial where they vary more than
// Poisson counts do (lawless1987): e is the period's exposure, the share of its cases that is known by now. With draws of
// e, what is not known of it adds to the slope's variance, as between completed tables (rubin1987).

import { fitCounts, type CountFit } from "../math/negative-binomial.ts";
import { normalBelow, normalEnds } from "../math/distributions.ts";
import { checkedLevel, USUAL_LEVEL } from "../math/intervals.ts";
import type { Estimate } from "../values/estimate.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

export type TrendAsked = {
  counts: readonly number[];
  /** Periods in a year: 1 where they are years. */
  perYear?: number;
  /** Share of each period's cases known by now, between 0 and 1; all of them where not given. */
  shares?: readonly number[];
  /** Draws of the same. */
  drawn?: readonly (readonly number[])[];
  level?: number;
};

/** By how many times the rate changes from one year to the next. */
export type Trend = Estimate & {
  total: number;
  probabilityOfRise: number;
  /** log of the value, its standard error, and how much of its variance is not knowing the delay. */
  slope: { perYear: number; standardError: number; shareOfDelay: number };
  theta: number | null;
  fitted: number[];
  /** By how many the last period's count would have to differ for the slope to change its sign; null where it cannot. */
  wouldTurn: number | null;
};

export const FEWEST_CASES = 10;
export const FEWEST_PERIODS = 5;
/** A period of which less than this share is known says more about the delay than about itself. */
const LEAST_KNOWN = 0.1;
const MOST_DRAWS = 100;

export const trend: Estimator<TrendAsked, Trend> = {
  name: "trend",
  question: "Does the rate rise or fall, and by how much a year?",
  references: ["lawless1987", "venablesRipley2002", "rubin1987"],
  assumptions: [
    "the rate changes by the same factor every year",
    "cases of different periods are independent",
    "every period was watched with equal care, but for the delay in reporting",
  ],
  estimate({ counts, perYear = 1, shares = counts.map(() => 1), drawn = [], level = USUAL_LEVEL }) {
    check(counts, perYear, shares);
    checkedLevel(level);
    const kept = counts.map((_, t) => t).filter((t) => shares[t]! >= LEAST_KNOWN);
    const total = kept.reduce((sum, t) => sum + counts[t]!, 0);
    if (total === 0) return refuse("no-cases");
    if (kept.length < FEWEST_PERIODS)
      return refuse("too-short", `It has ${kept.length} periods; ${FEWEST_PERIODS} are needed.`);
    if (total < FEWEST_CASES) return refuse("too-few", `${total} are on record; ${FEWEST_CASES} are needed.`);
    const years = kept.map((t) => t / perYear);
    const fitWith = (known: readonly number[], last: number = counts[kept.at(-1)!]!): Outcome<CountFit> =>
      fitCounts({
        rows: years.map((year) => [1, year - years[0]!]),
        counts: kept.map((t, i) => (i === kept.length - 1 ? last : counts[t]!)),
        offsets: kept.map((t) => Math.log(Math.max(known[t]!, LEAST_KNOWN))),
      });
    const fit = fitWith(shares);
    if (!fit.ok) return fit;
    const slope = fit.value.coefficients[1]!;
    const within = fit.value.standardErrors[1]! ** 2;
    const between = spreadOf(drawn.slice(0, MOST_DRAWS).map((known) => fitWith(known)));
    const standardError = Math.sqrt(within + between);
    const reach = normalEnds(level) * standardError;
    return answer({
      value: bounded(Math.exp(slope)),
      unit: "times a year",
      interval: { lower: Math.exp(slope - reach), upper: bounded(Math.exp(slope + reach)), level },
      total,
      probabilityOfRise: normalBelow(slope / standardError),
      slope: { perYear: slope, standardError, shareOfDelay: between / (within + between) },
      theta: fit.value.theta,
      fitted: counts.map((_, t) => (kept.includes(t) ? fit.value.fitted[kept.indexOf(t)]! : 0)),
      wouldTurn: wouldTurn(counts[kept.at(-1)!]!, slope, (last) => fitWith(shares, last)),
    });
  },
};

function spreadOf(fits: readonly Outcome<CountFit>[]): number {
  const slopes = fits.flatMap((fit) => (fit.ok ? [fit.value.coefficients[1]!] : []));
  if (slopes.length < 2) return 0;
  const mean = slopes.reduce((sum, value) => sum + value, 0) / slopes.length;
  const variance = slopes.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (slopes.length - 1);
  return variance * (1 + 1 / slopes.length);
}

/** The nearest count of the last period at which the slope has another sign, less the count itself. */
function wouldTurn(last: number, slope: number, fitWith: (last: number) => Outcome<CountFit>): number | null {
  const turned = (count: number): boolean => {
    const fit = fitWith(count);
    return fit.ok && fit.value.coefficients[1]! * slope <= 0;
  };
  if (slope === 0) return 0;
  const sign = slope < 0 ? 1 : -1;
  const furthest = slope < 0 ? 2 ** 14 : last;
  let [near, far] = [0, Math.min(1, furthest)];
  while (far < furthest && !turned(last + sign * far)) [near, far] = [far, Math.min(2 * far, furthest)];
  if (far === 0 || !turned(last + sign * far)) return null;
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2);
    if (turned(last + sign * middle)) far = middle;
    else near = middle;
  }
  return sign * far;
}

function bounded(value: number): number {
  return Math.min(value, Number.MAX_VALUE);
}

function check(counts: readonly number[], perYear: number, shares: readonly number[]): void {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError("Cannot fit a trend: a count is no whole number from 0");
  if (!(perYear > 0 && perYear < Infinity)) throw new RangeError(`Cannot fit a trend: ${perYear} periods in a year`);
  if (shares.length !== counts.length || !shares.every((share) => share >= 0 && share <= 1))
    throw new RangeError("Cannot fit a trend: each period needs a share between 0 and 1");
}
