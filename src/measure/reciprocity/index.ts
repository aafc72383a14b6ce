// Do the sides answer each other? Two tests on the same dated events, because one alone misleads: the likelihood ratio
// of a Hawkes process takes common shocks for answers, the permutation of labels given the times does not.

import { USUAL_LEVEL } from "../../math/intervals.ts";
import type { Interval } from "../../values/estimate.ts";
import { answer, refuse, type Outcome, type Refusal } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";
import { countsOf, opening, sidedEvents, type SideEvent, type SidedEvents } from "./events.ts";
import { hawkesFit, type HawkesFit } from "./hawkes.ts";
import { withAndWithoutCross, type LikelihoodRatio } from "./likelihood-ratio.ts";
import { MOST_SHUFFLED, permutationOf, type Permutation } from "./permutation.ts";
import { residuals, type Residuals } from "./residuals.ts";

export type Asked = {
  events: readonly SideEvent[];
  /** Names of the sides, by number. */
  sides: readonly string[];
  /** End of the period watched, which starts at 0; the last event's time where it is not known. */
  horizon?: number;
  seed?: number;
  draws?: number;
  /** Periods within which labels are shuffled; by default as many as a drift of the shares asks for. */
  periods?: number | "auto";
  /** Of a longer history the labels of the first so many events are shuffled. */
  mostShuffled?: number;
  level?: number;
};

export type Reciprocity = {
  sides: { side: string; events: number }[];
  horizon: number;
  /** Events that share their instant with another: they do not answer each other here. */
  tied: number;
  hawkes: HawkesFit & { residuals: (Residuals | null)[] };
  likelihoodRatio: LikelihoodRatio | { refused: Refusal };
  permutation: Permutation | { refused: Refusal };
  cautions: string[];
};

export const USUAL_DRAWS = 1999;
export const FEWEST_EVENTS = 5;
const ROUGH = 20;

export const reciprocity: Estimator<Asked, Reciprocity> = {
  name: "reciprocity",
  question: "Do the sides answer each other?",
  references: ["hawkes1971", "ozaki1979", "ogata1981", "ogata1988", "selfLiang1987", "phipsonSmyth2010"],
  assumptions: [
    "an event makes others likelier at once, and less and less so from then on",
    "what excites is among the events on record",
    "base rates do not change over the period",
    "for the test of labels: whose an event is would be chance, at shares that are even within a period, if nobody answered",
  ],
  estimate({
    events,
    sides,
    horizon,
    seed = 1,
    draws = USUAL_DRAWS,
    periods = "auto",
    mostShuffled = MOST_SHUFFLED,
    level = USUAL_LEVEL,
  }) {
    const sided = sidedEvents(events, Math.max(1, sides.length), horizon);
    const refused = refusalOf(sided);
    if (refused) return refused;
    const counts = countsOf(sided);
    const { full, ratio } = withAndWithoutCross(sided);
    const missing = crossless(counts);
    const hawkes = hawkesFit(full, level);
    const permutation =
      missing ??
      crossless(countsOf(opening(sided, mostShuffled))) ??
      permutationOf(opening(sided, mostShuffled), { draws, seed, periods });
    return answer({
      sides: sides.map((side, index) => ({ side, events: counts[index]! })),
      horizon: sided.horizon,
      tied: tiedIn(sided),
      hawkes: {
        ...hawkes,
        residuals: full.map((fit, side) => residuals(sided, side, fit)),
      },
      likelihoodRatio: missing ?? ratio,
      permutation,
      cautions: [
        ...cautionsOf(
          sides,
          counts,
          sided,
          full.map(({ betaAtBound }) => betaAtBound),
        ),
        ...unboundedIn(hawkes, sides),
        ...shortenedIn(permutation, sided.times.length, draws),
      ],
    });
  },
};

function refusalOf({ times, horizon }: SidedEvents): (Outcome<never> & { ok: false }) | null {
  if (times.length === 0) return refuse("no-cases");
  if (times.length < FEWEST_EVENTS)
    return refuse("too-few", `There are ${times.length} events; at least ${FEWEST_EVENTS} are needed.`);
  if (horizon <= 0 || times[0] === times.at(-1))
    return refuse("no-variation", "All events stand at one moment, so none can follow another.");
  return null;
}

/** Why cross excitation cannot be asked about, if so. */
function crossless(counts: readonly number[]): { refused: Refusal } | null {
  const acting = counts.filter((count) => count > 0).length;
  if (acting < 2) return { refused: refuse("too-few", "Only one side acts.").refusal };
  if (Math.min(...counts.filter((count) => count > 0)) < 2)
    return { refused: refuse("too-few", "One side acts only once; at least 2 events of each are needed.").refusal };
  return null;
}

/** Parameters that the data do not bound. */
function unboundedIn({ standardErrors, intervals, mu, alpha, beta }: HawkesFit, sides: readonly string[]): string[] {
  const loose = (value: number | null, error: number | null, interval: Interval | null): boolean =>
    value !== null && value > 0 && error !== null && interval === null;
  const found = sides.flatMap((side, i) => [
    ...(loose(mu[i]!, standardErrors.mu[i]!, intervals.mu[i]!) ? [`the base rate of ${side}`] : []),
    ...sides.flatMap((other, j) =>
      loose(alpha[i]![j]!, standardErrors.alpha[i]![j]!, intervals.alpha[i]![j]!)
        ? [`the rate of ${side} after ${other}`]
        : [],
    ),
    ...(loose(beta[i]!, standardErrors.beta[i]!, intervals.beta[i]!) ? [`the decay of ${side}`] : []),
  ]);
  return found.length === 0 ? [] : [`not bounded by the data, so without an interval: ${found.join(", ")}`];
}

/** What the test of labels left out, so that it ends in time. */
function shortenedIn(permutation: Reciprocity["permutation"], events: number, asked: number): string[] {
  if ("refused" in permutation) return [];
  return [
    ...(permutation.events < events
      ? [`labels were shuffled over the first ${permutation.events} of ${events} events: more would take too long`]
      : []),
    ...(permutation.draws < asked
      ? [`of ${asked} shuffles asked for ${permutation.draws} were made: more would take too long`]
      : []),
  ];
}

export function tiedIn({ times }: SidedEvents): number {
  return times.filter((time, k) => time === times[k - 1] || time === times[k + 1]).length;
}

function cautionsOf(
  sides: readonly string[],
  counts: readonly number[],
  { times, horizon }: SidedEvents,
  betaAtBound: readonly boolean[],
): string[] {
  const few = sides.filter((_, side) => counts[side]! < ROUGH);
  const ended = sides.filter((_, side) => betaAtBound[side]);
  const tied = tiedIn({ times, sides: new Int32Array(0), count: 0, horizon });
  return [
    ...(few.length > 0 ? [`fewer than ${ROUGH} events of ${few.join(", ")}: what is fitted to them is rough`] : []),
    ...(ended.length > 0
      ? [
          `the decay of ${ended.join(", ")} stands at the end of the range in which it was sought: faster or slower than the dates can tell`,
        ]
      : []),
    ...(tied > 0 ? [`${tied} events share their instant with another: none of them is taken to answer the other`] : []),
    ...(times[0]! > horizon / 2
      ? ["nothing happens in the first half of the period watched: it may have begun later than 0"]
      : []),
  ];
}
