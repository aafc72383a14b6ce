// How many will recent periods have in the end? Of N cases of a period a share F is known by now; the rest will come.
// Given a rate λ, what is known and what is still to come are independent Poisson counts of mean λ F and λ (1 − F)
// (lawless1994); λ varies between periods as a gamma around a log-linear trend, fitted with log F as its offset, so that a
// period without any known yet is still expected to have some. Draws carry what is not known of F, of λ, of what comes.

import { fitCounts } from "../math/negative-binomial.ts";
import { stream, type Chance } from "../math/philox.ts";
import { drawGamma, drawNormal, drawPoisson } from "../math/sampling.ts";
import { checkedLevel, USUAL_LEVEL } from "../math/intervals.ts";
import type { Estimate, Interval } from "../values/estimate.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { middle } from "./delay.ts";
import type { Estimator } from "./estimator.ts";

export type Nowcasted = {
  /** Known by now, by period; the last entry is the latest period. */
  counts: readonly number[];
  /** F by number of periods since, from the latest period (0) back; older ones are complete. */
  shares: readonly number[];
  /** The same, drawn; each draw as long as `shares`. */
  drawn: readonly ArrayLike<number>[];
  unit?: string;
  level?: number;
  seed?: number;
};

/** Expected to be added to the recent periods, and for each of them the count in the end. */
export type Nowcast = Estimate & {
  known: number;
  periods: { index: number; known: number; share: number; expected: number; interval: Interval }[];
  seed: number;
};

/** Rates vary at least this much between periods (shape of the gamma): the latest need not be like the others. */
const STEADIEST = 10;
const FEWEST_PERIODS = 5;
/** Periods of which this share is known are complete. */
const COMPLETE = 0.995;

export const nowcast: Estimator<Nowcasted, Nowcast> = {
  name: "nowcast",
  question: "How many will the recent periods have once all is known?",
  references: ["lawless1994", "lawless1987"],
  assumptions: [
    "what comes to be known later comes as late as it used to",
    "the rate changes by the same factor from each period to the next, and varies around that",
    "nothing is known later than the longest delay",
  ],
  estimate({ counts, shares, drawn, unit = "incidents", level = USUAL_LEVEL, seed = 1 }) {
    checkedLevel(level);
    if (counts.length < FEWEST_PERIODS) return refuse("too-short", `It has ${counts.length} periods; 5 are needed.`);
    const shareOf = (index: number): number => shares[counts.length - 1 - index] ?? 1;
    const usable = counts.map((_, index) => index).filter((index) => shareOf(index) > 0);
    const line = trendLine(
      usable.map((index) => index - counts.length + 1),
      usable.map((index) => counts[index]!),
      usable.map((index) => shareOf(index)),
    );
    if (!line.ok) return line;
    const recent = counts.map((_, index) => index).filter((index) => shareOf(index) < COMPLETE);
    const draws = drawn.map((ages, draw) => drawMissing(counts, recent, ages, line.value, stream(seed, draw, 1)));
    const totals = Float64Array.from(draws, (missing) => missing.reduce((sum, value) => sum + value, 0)).sort();
    return answer({
      value: mean(totals),
      unit,
      interval: middle(totals, level),
      known: counts.reduce((sum, count) => sum + count, 0),
      periods: recent.map((index, i) => {
        const ends = Float64Array.from(draws, (missing) => counts[index]! + missing[i]!).sort();
        return {
          index,
          known: counts[index]!,
          share: shareOf(index),
          expected: mean(ends),
          interval: middle(ends, level),
        };
      }),
      seed,
    });
  },
};

/** log λ by age, 0 for the latest period: a draw of the line, and how much rates vary around it. */
type Line = { draw: (chance: Chance) => (age: number) => number; shape: number };

/** A trend where the series can tell one, else a constant rate. */
function trendLine(times: readonly number[], counts: readonly number[], shares: readonly number[]): Outcome<Line> {
  const offsets = shares.map((share) => Math.log(share));
  const sloped = fitCounts({ rows: times.map((time) => [1, time]), counts, offsets });
  const fit = sloped.ok ? sloped : fitCounts({ rows: times.map(() => [1]), counts, offsets });
  if (!fit.ok) return fit;
  const { coefficients, covariance, theta } = fit.value;
  const [level, slope] = [coefficients[0]!, coefficients[1] ?? 0];
  const root = Math.sqrt(covariance[0]![0]!);
  const shared = (covariance[1]?.[0] ?? 0) / root;
  const own = Math.sqrt(Math.max(0, (covariance[1]?.[1] ?? 0) - shared * shared));
  return answer({
    shape: Math.min(theta ?? Infinity, STEADIEST),
    draw: (chance) => {
      const [first, second] = [drawNormal(chance), drawNormal(chance)];
      return (age) => level + root * first - age * (slope + shared * first + own * second);
    },
  });
}

/** What is still to come in each recent period, once. */
function drawMissing(
  counts: readonly number[],
  recent: readonly number[],
  ages: ArrayLike<number>,
  { draw, shape }: Line,
  chance: Chance,
): number[] {
  const logRate = draw(chance);
  return recent.map((index) => {
    const age = counts.length - 1 - index;
    const share = ages[age] ?? 1;
    const rate = drawGamma(chance, shape + counts[index]!) / (shape / Math.exp(logRate(age)) + share);
    return drawPoisson(chance, rate * (1 - share));
  });
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
