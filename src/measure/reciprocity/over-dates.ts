// Dates known by their month or quarter leave open which event came first. They are drawn, each within the days it can
// mean, several times over; what the tests say is carried over all drawings: parameters by Rubin's rules (rubin1987),
// the test of labels by the mean of its statistic over the drawings, for the same shuffles, so that it stays exact.

import { stream } from "../../math/philox.ts";
import { answer, refuse, type Outcome, type Refusal } from "../../values/outcome.ts";
import type { DatedEvent } from "./case-events.ts";
import { sidedEvents, type SidedEvents } from "./events.ts";
import { hawkesFit, type HawkesFit, type Like } from "./hawkes.ts";
import { FEWEST_EVENTS, tiedIn, USUAL_DRAWS } from "./index.ts";
import { withAndWithoutCross, type LikelihoodRatio } from "./likelihood-ratio.ts";
import { permutationTest, type Permutation } from "./permutation.ts";

export type OverDates = {
  /** Drawings of the dates. */
  dateDraws: number;
  /** Events dated to the day, and those whose day was drawn within a month or a quarter. */
  dated: { day: number; drawn: number };
  counts: [number, number];
  horizonDays: number;
  /** Per drawing, on average, events that share their day with another. */
  tied: number;
  hawkes: Pick<HawkesFit, "mu" | "alpha" | "logLikelihood" | "branching" | "spectralRadius" | "stable"> & {
    beta: (number | null)[];
    standardErrors: Like<number | null>;
  };
  /** At the median drawing, with the least and the largest p over all. */
  likelihoodRatio: LikelihoodRatio & { pLeast: number; pMost: number };
  permutation: Permutation | { refused: Refusal };
};

export type OverDatesOptions = { seed?: number; draws?: number; dateDraws?: number; level?: number };

export const USUAL_DATE_DRAWS = 10;

export function reciprocityOverDates(
  events: readonly DatedEvent[],
  { seed = 1, draws = USUAL_DRAWS, dateDraws = USUAL_DATE_DRAWS, level = 0.95 }: OverDatesOptions = {},
): Outcome<OverDates> {
  if (events.length === 0) return refuse("no-cases");
  const counts: [number, number] = [
    events.filter(({ side }) => side === 0).length,
    events.filter(({ side }) => side === 1).length,
  ];
  if (Math.min(...counts) < FEWEST_EVENTS)
    return refuse("too-few", `One side has ${Math.min(...counts)} dated events; at least ${FEWEST_EVENTS} are needed.`);
  const drawn = events.filter(({ first, last }) => last > first).length;
  const histories = Array.from({ length: drawn === 0 ? 1 : dateDraws }, (_, draw) => drawnHistory(events, seed, draw));
  const fits = histories.map(({ history }) => withAndWithoutCross(history));
  const labels = Int32Array.from(events, ({ side }) => side);
  return answer({
    dateDraws: histories.length,
    dated: { day: events.length - drawn, drawn },
    counts,
    horizonDays: histories[0]!.history.horizon,
    tied: histories.reduce((sum, { history }) => sum + tiedIn(history), 0) / histories.length,
    hawkes: combined(fits.map(({ full }) => hawkesFit(full, level))),
    likelihoodRatio: atMedian(fits.map(({ ratio }) => ratio)),
    permutation: permutationTest(
      histories.map(({ history }) => history),
      labels,
      histories.map(({ order }) => order),
      { draws, seed, periods: "auto" },
    ),
  });
}

/** One drawing: each event on a whole day of those it can mean. `order[k]` is the event that comes kth. */
function drawnHistory(
  events: readonly DatedEvent[],
  seed: number,
  draw: number,
): { history: SidedEvents; order: Int32Array } {
  const chance = stream(seed, draw + 1, 1);
  const from = events.reduce((least, { first }) => Math.min(least, first), Infinity);
  const to = events.reduce((most, { last }) => Math.max(most, last), -Infinity);
  const days = events.map(({ first, last }) => first + Math.floor(chance() * (last - first + 1)) - from + 0.5);
  const order = Int32Array.from(days.keys()).sort((one, other) => days[one]! - days[other]! || one - other);
  const inOrder = [...order].map((index) => ({ time: days[index]!, side: events[index]!.side }));
  return { history: sidedEvents(inOrder, 2, to - from + 1), order };
}

/** Means over the drawings; their spread is added to the squared standard errors (rubin1987). */
function combined(fits: readonly HawkesFit[]): OverDates["hawkes"] {
  const over = (pick: (fit: HawkesFit) => number | null): number | null => {
    const known = fits.map(pick).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const error = (value: (fit: HawkesFit) => number | null, own: (fit: HawkesFit) => number | null): number | null => {
    const within = over((fit) => (own(fit) === null ? null : own(fit)! ** 2));
    const values = fits.map(value).filter((one) => one !== null);
    if (within === null || values.length === 0) return null;
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const between =
      values.length < 2 ? 0 : values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
    return Math.sqrt(within + (1 + 1 / values.length) * between);
  };
  const sides = [0, 1];
  const branching = sides.map((i) => sides.map((j) => over((fit) => fit.branching[i]![j]!)!));
  const radius = over((fit) => fit.spectralRadius)!;
  return {
    mu: sides.map((i) => over((fit) => fit.mu[i]!)!),
    alpha: sides.map((i) => sides.map((j) => over((fit) => fit.alpha[i]![j]!)!)),
    beta: sides.map((i) => over((fit) => fit.beta[i]!)),
    logLikelihood: over((fit) => fit.logLikelihood)!,
    branching,
    spectralRadius: radius,
    stable: fits.every(({ stable }) => stable),
    standardErrors: {
      mu: sides.map((i) =>
        error(
          (fit) => fit.mu[i]!,
          (fit) => fit.standardErrors.mu[i]!,
        ),
      ),
      alpha: sides.map((i) =>
        sides.map((j) =>
          error(
            (fit) => fit.alpha[i]![j]!,
            (fit) => fit.standardErrors.alpha[i]![j]!,
          ),
        ),
      ),
      beta: sides.map((i) =>
        error(
          (fit) => fit.beta[i]!,
          (fit) => fit.standardErrors.beta[i]!,
        ),
      ),
    },
  };
}

function atMedian(ratios: readonly LikelihoodRatio[]): LikelihoodRatio & { pLeast: number; pMost: number } {
  const sorted = ratios.toSorted((one, other) => one.p - other.p);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  return { ...middle, pLeast: sorted[0]!.p, pMost: sorted.at(-1)!.p };
}
