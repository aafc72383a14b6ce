// What would the series have done without the event? A structural model learns level, seasons and controls before it
// and predicts on (brodersen2015): y_t = μ_t + τ_t + βᵀx_t + ε_t. Everything is standardised over the time before; the
// priors are those of the paper's program: level steps of 0.01 standard deviations (32 observations' worth), an R² of 0.8
// (50 worth) and 3 controls that matter (scottVarian2014). States by simulation smoother (durbinKoopman2002).

import { stream } from "../../math/philox.ts";
import { USUAL_LEVEL } from "../../math/intervals.ts";
import type { Estimate, Interval } from "../../values/estimate.ts";
import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";
import { quantileOfSorted } from "./order.ts";
import { drawStructural, type StructuralDraws } from "./structural-draws.ts";

export type StructuralInput = {
  /** The series, before and after; of the time before, null is missing. */
  response: readonly (number | null)[];
  /** Series that the event did not touch, over the same time. */
  controls?: readonly (readonly number[])[];
  /** Index of the first time after the event. */
  from: number;
  seasons?: number;
  levelPriorSd?: number;
  draws?: number;
  seed?: number;
  level?: number;
};

/** A time: what was predicted, with its interval, and what was seen. */
export type Predicted = { observed: number | null; predicted: number; lower: number; upper: number };

export type StructuralEffect = Estimate & {
  /** The average a time: seen, predicted, and the spread of the prediction. */
  actual: number;
  predicted: { value: number; sd: number; interval: Interval };
  /** The effect as a share of the prediction; null where the prediction may be next to nothing. */
  relative: Estimate | null;
  cumulative: Estimate;
  /** One-sided: the posterior chance of a sum as extreme without an effect; never below 1 / (draws + 1). */
  p: number;
  series: Predicted[];
  /** Share of predictions after the event that are below 0, which no count is. */
  negative: number;
  observationSd: number;
  levelSd: number;
  /** Per control: how often it was in, and its mean coefficient on the standardised scale. */
  controls: { inclusion: number; coefficient: number }[];
  draws: number;
  seed: number;
  /** Monte Carlo standard error of `value`, by batches. */
  monteCarloError: number;
};

export const FEWEST_BEFORE = 10;
/** So many standard deviations above 0 a prediction must lie to be divided by. */
const SURELY_ABOVE = 3;
/** Draws times length: beyond it neither memory nor patience would do. */
const MOST_CELLS = 1e7;

export const structural: Estimator<StructuralInput, StructuralEffect> = {
  name: "structural-series",
  question: "What would the series have done without the event?",
  references: ["brodersen2015", "scottVarian2014", "durbinKoopman2002", "harvey1989"],
  assumptions: [
    "what held before the event would have gone on: the level wanders as it did, the controls explain as much",
    "the event did not touch the controls",
    "the noise is normal with one variance: for small counts it may predict fewer than none, and the negative binomial form is to be preferred",
  ],
  estimate(input) {
    const { response, controls = [], from, seasons = 1, draws = 1000, seed = 1, level = USUAL_LEVEL } = input;
    const before = response.slice(0, from).filter((value) => value !== null);
    const after = response.slice(from);
    if (before.length < Math.max(FEWEST_BEFORE, 2 * seasons) || after.length === 0)
      return refuse("too-short", `${before.length} times before the date and ${after.length} after it.`);
    if (before.every((value) => value === before[0])) return refuse("no-variation");
    if (response.length * draws > MOST_CELLS)
      return refuse("too-many", `${response.length} times with ${draws} draws.`);
    const drawn = drawStructural({
      response,
      controls,
      from,
      seasons,
      levelPriorSd: input.levelPriorSd ?? 0.01,
      draws,
      chance: stream(seed),
    });
    return answer({ ...summary(response, from, drawn, level), seed });
  },
};

function summary(
  response: readonly (number | null)[],
  from: number,
  drawn: StructuralDraws,
  level: number,
): Omit<StructuralEffect, "seed"> {
  const times = response.flatMap((value, t) => (t >= from && value !== null ? [t] : []));
  const actual = meanOf(times.map((t) => response[t] ?? 0));
  // Rows are draws; both the state's average after the event and that of what would have been seen.
  const states = drawn.states.map((row) => meanOf(times.map((t) => row[t]!)));
  const seen = drawn.seen.map((row) => meanOf(times.map((t) => row[t]!)));
  const value = meanOf(states);
  const ends = endsOf(seen, level);
  const effect = actual - value;
  const interval = { lower: actual - ends.upper, upper: actual - ends.lower, level };
  const count = times.length;
  const above = 1 + seen.filter((one) => one >= actual).length;
  const below = 1 + seen.filter((one) => one <= actual).length;
  return {
    value: effect,
    unit: "a time, against what was predicted",
    interval,
    actual,
    predicted: { value, sd: sdOf(seen), interval: { ...ends, level } },
    relative: sdOf(seen) * SURELY_ABOVE < value ? relativeOf(actual, seen, level) : null,
    cumulative: {
      value: effect * count,
      unit: "in all, against what was predicted",
      interval: { lower: interval.lower * count, upper: interval.upper * count, level },
    },
    p: Math.min(above, below) / (seen.length + 1),
    series: pointwise(response, drawn, level),
    negative: meanOf(drawn.seen.map((row) => meanOf(times.map((t) => (row[t]! < 0 ? 1 : 0))))),
    observationSd: meanOf(drawn.observationSds),
    levelSd: meanOf(drawn.levelSds),
    controls: drawn.controls,
    draws: seen.length,
    monteCarloError: batchError(states),
  };
}

/** The mean of the shares of single draws, as the paper's program has it. */
function relativeOf(actual: number, seen: readonly number[], level: number): Estimate {
  const shares = seen.map((one) => actual / one - 1).filter(Number.isFinite);
  return { value: meanOf(shares), unit: "of what was predicted", interval: { ...endsOf(shares, level), level } };
}

function pointwise(
  response: readonly (number | null)[],
  { states, seen }: StructuralDraws,
  level: number,
): Predicted[] {
  // Columns of tall tables: one scratch column serves all times.
  const column = new Float64Array(seen.length);
  return response.map((observed, t) => {
    let sum = 0;
    for (const row of states) sum += row[t]!;
    for (let draw = 0; draw < seen.length; draw++) column[draw] = seen[draw]![t]!;
    return {
      observed,
      predicted: states.length === 0 ? 0 : sum / states.length,
      ...endsOfSorted(column.sort(), level),
    };
  });
}

/** Standard error of a chain's mean from the means of 20 stretches of it (geyer1992). */
function batchError(chain: readonly number[]): number {
  const batches = 20;
  const size = Math.floor(chain.length / batches);
  if (size < 1) return sdOf(chain);
  const means = Array.from({ length: batches }, (_, k) => meanOf(chain.slice(k * size, (k + 1) * size)));
  return sdOf(means) / Math.sqrt(batches);
}

function endsOf(values: readonly number[], level: number): { lower: number; upper: number } {
  return endsOfSorted(Float64Array.from(values).sort(), level);
}

function endsOfSorted(sorted: Float64Array, level: number): { lower: number; upper: number } {
  return { lower: quantileOfSorted(sorted, (1 - level) / 2), upper: quantileOfSorted(sorted, (1 + level) / 2) };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sdOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1));
}
