// How long until what happened becomes known? Only what is known by now can be seen, so short delays are over-represented
// among recent cases. In reverse time that truncation on the right is one on the left, and the chance that a delay is k,
// given that it is k or less, is estimated from the cases that could have been seen at k (lagakos1988, kalbfleischLawless1989):
//   g(k) = n_k / N_k,   F(k) / F(K) = Π_{j > k} (1 − g(j))
// n_k delays are k; N_k are k or less, of cases that are at least k old. The chain ladder of insurers is the same.

import { stream } from "../math/philox.ts";
import { drawGamma } from "../math/sampling.ts";
import { checkedLevel, USUAL_LEVEL } from "../math/intervals.ts";
import type { Estimate, Interval } from "../values/estimate.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

/** When a case happened and when it became known, in whole periods (months or years) from any beginning. */
export type Reported = { happened: number; known: number };

export type Delays = {
  cases: readonly Reported[];
  /** The last period that was watched; nothing known later is among the cases. */
  until: number;
  /** Delays above this many periods are left aside: shares are of those known within it. */
  longest: number;
  unit: "months" | "years";
  level?: number;
  draws?: number;
  seed?: number;
};

/** The median delay, in periods, and the share known within each number of periods. */
export type Delay = Estimate & {
  cases: number;
  longest: number;
  shares: { within: number; share: number; interval: Interval }[];
  quantiles: { share: number; value: number; interval: Interval }[];
  /** F(0), F(1), … F(longest) = 1, drawn from what is known of them: rows are draws. */
  drawn: Float64Array[];
  seed: number;
};

export const FEWEST_DELAYS = 15;
const QUANTILES = [0.5, 0.9] as const;

export const delay: Estimator<Delays, Delay> = {
  name: "reporting-delay",
  question: "How long until what happened becomes known?",
  references: ["lagakos1988", "kalbfleischLawless1989", "lawless1994"],
  assumptions: [
    "cases became known as fast in the last years as in the first",
    "nothing that becomes known later than the longest delay counts",
    "cases become known independently of each other",
  ],
  estimate({ cases, until, longest, unit, level = USUAL_LEVEL, draws = 1000, seed = 1 }) {
    check(cases, until, longest);
    checkedLevel(level);
    const seen = cases.filter(({ happened, known }) => known - happened <= longest);
    if (seen.length < FEWEST_DELAYS)
      return refuse("too-few", `${seen.length} cases have both dates; ${FEWEST_DELAYS} are needed.`);
    const hazards = reverseHazards(seen, until, longest);
    const oldest = Math.max(...seen.map(({ happened }) => until - happened));
    if (oldest < longest) return refuse("too-short", `No case is old enough to show a delay of ${longest} ${unit}.`);
    const shares = sharesFrom(hazards.map(({ here, atRisk }) => (atRisk === 0 ? 0 : here / atRisk)));
    const drawn = Array.from({ length: draws }, (_, draw) => drawShares(hazards, seed, draw));
    const quantiles = QUANTILES.map((share) => {
      const values = Float64Array.from(drawn, (one) => quantileOf(one, share)).sort();
      return { share, value: quantileOf(shares, share), interval: middle(values, level) };
    });
    const median = quantiles[0]!;
    return answer({
      value: median.value,
      unit,
      interval: median.interval,
      cases: seen.length,
      longest,
      shares: [...shares].map((share, within) => {
        const values = Float64Array.from(drawn, (one) => one[within]!).sort();
        return { within, share, interval: middle(values, level) };
      }),
      quantiles,
      drawn,
      seed,
    });
  },
};

type Hazard = { here: number; atRisk: number };

/** By delay k: how many have it, and how many of those that could have shown it have it or less. */
function reverseHazards(cases: readonly Reported[], until: number, longest: number): Hazard[] {
  const hazards = Array.from({ length: longest + 1 }, () => ({ here: 0, atRisk: 0 }));
  for (const { happened, known } of cases) {
    hazards[known - happened]!.here++;
    // At risk at every k from its own delay to its age.
    const oldest = Math.min(until - happened, longest);
    for (let k = known - happened; k <= oldest; k++) hazards[k]!.atRisk++;
  }
  return hazards;
}

/** F by g: the product over the longer delays. */
function sharesFrom(reverse: readonly number[]): Float64Array {
  const shares = new Float64Array(reverse.length).fill(1);
  for (let k = reverse.length - 2; k >= 0; k--) shares[k] = shares[k + 1]! * (1 - reverse[k + 1]!);
  return shares;
}

/** One draw: each g from a beta of its counts, the Bayesian bootstrap of a hazard; a delay never seen has none. */
function drawShares(hazards: readonly Hazard[], seed: number, draw: number): Float64Array {
  const chance = stream(seed, draw);
  return sharesFrom(
    hazards.map(({ here, atRisk }) => {
      if (here === 0) return 0;
      if (here === atRisk) return 1;
      const [hit, missed] = [drawGamma(chance, here), drawGamma(chance, atRisk - here)];
      return hit / (hit + missed);
    }),
  );
}

/**
 * The delay within which a share is known. Periods are calendar ones, so that k of them apart is between k − 1 and k + 1
 * in time: taken as evenly between k − ½ and k + ½, and none below 0.
 */
export function quantileOf(shares: ArrayLike<number>, share: number): number {
  let before = 0;
  for (let k = 0; k < shares.length; k++) {
    const here = shares[k]!;
    if (here >= share) return Math.max(0, k - 0.5 + (here > before ? (share - before) / (here - before) : 0));
    before = here;
  }
  return shares.length - 0.5;
}

export function middle(sorted: ArrayLike<number>, level: number): Interval {
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2), level };
}

function check(cases: readonly Reported[], until: number, longest: number): void {
  if (!Number.isSafeInteger(longest) || longest < 1)
    throw new RangeError(`Cannot measure delays: the longest must be a whole number from 1, got ${longest}`);
  for (const { happened, known } of cases)
    if (!(Number.isSafeInteger(happened) && Number.isSafeInteger(known) && happened <= known && known <= until))
      throw new RangeError(`Cannot measure delays: a case happened in ${happened}, known in ${known}, until ${until}`);
}
