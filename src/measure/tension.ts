// How tense are things between the two sides? Each act and each operation adds its weight on its day and fades:
//   S(t) = Σ w(kind) × severity × 2^(−(t − day) / half-life),   index(t) = 100 S(t) / mean of S over the months
// so 100 is the dyad's own long-run mean. Weights are a scale of conflict and cooperation in the manner of goldstein1992. The
// band is over draws: half-life and weights vary around what was given, days within what their dates leave open.

import { stream, type Chance } from "../math/philox.ts";
import { drawNormal } from "../math/sampling.ts";
import { checkedLevel, USUAL_LEVEL } from "../math/intervals.ts";
import { addMonths, dayNumber, lastDayOfMonth, type Day } from "../values/day.ts";
import type { Estimate } from "../values/estimate.ts";
import { answer, refuse } from "../values/outcome.ts";
import { middle } from "./delay.ts";
import type { Estimator } from "./estimator.ts";
import {
  severityFactor,
  tensionKinds,
  usualWeights,
  type TensionKind,
  type TensionWeights,
} from "./tension-weights.ts";

export type TensionEvent = {
  id: string;
  kind: TensionKind;
  /** First and last day that its date can mean. */
  first: Day;
  last: Day;
  /** How much of it goes in the first direction and in the second: [1, 0], or [½, ½] where both act. */
  share: readonly [number, number];
  /** Share of scored incidents that are milder; null where it is not scored or is an act. */
  rank: number | null;
};

export type TensionAsked = {
  events: readonly TensionEvent[];
  /** First and last month, as their first days. */
  months: { from: Day; to: Day };
  weights?: Partial<TensionWeights>;
  halfLifeDays?: number;
  level?: number;
  draws?: number;
  seed?: number;
};

export type TensionMonth = {
  /** YYYY-MM */
  month: string;
  /** 100 is the long-run mean; the two directions add up to it. */
  index: number;
  lower: number;
  upper: number;
  directions: [number, number];
  /** How much of the index is operations; the rest is acts. */
  incidents: number;
};

/** The index in the last month. */
export type Tension = Estimate & {
  directions: [Estimate, Estimate];
  months: TensionMonth[];
  /** What each event adds to the last month's index, the largest first, whichever its sign. */
  contributions: { id: string; kind: TensionKind; weight: number; points: number; directions: [number, number] }[];
  weights: TensionWeights;
  halfLifeDays: number;
  seed: number;
};

export const USUAL_HALF_LIFE = 180;
export const FEWEST_EVENTS = 5;
/** Spread of log half-life (×½ to ×2 in 90 of 100 draws) and of each kind's log weight (×0.6 to ×1.6). */
const HALF_LIFE_SPREAD: number = Math.LN2 / 1.645;
const WEIGHT_SPREAD = 0.3;
const UNIT = "points, the long-run mean is 100";

export const tension: Estimator<TensionAsked, Tension> = {
  name: "tension-index",
  question: "How tense are things between the two sides, against their own long-run mean?",
  references: ["goldstein1992", "plover2022"],
  assumptions: [
    "the weights of the kinds are ours, not measured: the band varies them, the reader can set them",
    "tension fades evenly, by half in a half-life, whatever caused it",
    "what is on record is as complete in one year as in another",
    "an operation counts from when it happened or became known, whatever anyone knew then",
  ],
  estimate(asked) {
    const { events, months, halfLifeDays = USUAL_HALF_LIFE, level = USUAL_LEVEL, draws = 400, seed = 1 } = asked;
    const weights: TensionWeights = { ...usualWeights, ...asked.weights };
    check(weights, halfLifeDays);
    checkedLevel(level);
    const ends = monthEnds(months);
    const dated = events
      .map((event) => ({ ...event, from: dayNumber(event.first), to: dayNumber(event.last) }))
      .filter(({ from }) => from <= (ends.at(-1) ?? -Infinity));
    if (dated.length === 0) return refuse("no-cases");
    if (dated.length < FEWEST_EVENTS || ends.length < 12)
      return refuse("too-few", `${dated.length} acts and operations in ${ends.length} months.`);
    const central = seriesOf(dated, ends, middles(dated), (event) => weightOf(event, weights), halfLifeDays);
    const scale = scaleOf(central);
    if (scale === null)
      return refuse("no-variation", "What eases outweighs what strains, so no mean can be set to 100.");
    const drawn = Array.from({ length: draws }, (_, draw) =>
      drawSeries(dated, ends, weights, halfLifeDays, stream(seed, draw)),
    ).filter((one) => one !== null);
    // Where draws of the weights often leave nothing to set to 100, no band can be told.
    if (drawn.length < draws / 2) return refuse("no-variation", "What eases nearly outweighs what strains.");
    const described = describe(scaled(central, scale), drawn, months.from, level);
    const contributions = contributionsOf(dated, weights, halfLifeDays, ends.at(-1)!, scale);
    return answer({ ...described, contributions, weights, halfLifeDays, seed });
  },
};

function describe(
  points: Series,
  drawn: readonly Series[],
  from: Day,
  level: number,
): Estimate & Pick<Tension, "directions" | "months"> {
  const band = (value: number, of: (one: Series) => number): Estimate => {
    const { lower, upper } = middle(Float64Array.from(drawn, of).sort(), level);
    // The value takes half-life and weights as given: the band holds it wherever the draws lie.
    const interval = { lower: Math.min(lower, value), upper: Math.max(upper, value), level };
    return { value, unit: UNIT, interval };
  };
  const last = points.all.length - 1;
  return {
    ...band(points.all[last]!, ({ all }) => all[last]!),
    directions: [
      band(points.first[last]!, ({ first }) => first[last]!),
      band(points.second[last]!, ({ second }) => second[last]!),
    ],
    months: Array.from(points.all, (value, m) => {
      const { value: index, interval } = band(value, ({ all }) => all[m]!);
      const { lower, upper } = interval;
      const directions: [number, number] = [points.first[m]!, points.second[m]!];
      return { month: monthOf(from, m), index, lower, upper, directions, incidents: points.incidents[m]! };
    }),
  };
}

type Dated = TensionEvent & { from: number; to: number };

/** S by month: of both directions, of each, and of operations alone. */
type Series = { all: Float64Array; first: Float64Array; second: Float64Array; incidents: Float64Array };

function seriesOf(
  events: readonly Dated[],
  ends: readonly number[],
  days: ArrayLike<number>,
  weight: (event: Dated) => number,
  halfLifeDays: number,
): Series {
  const empty = (): Float64Array => new Float64Array(ends.length);
  const series: Series = { all: empty(), first: empty(), second: empty(), incidents: empty() };
  events.forEach((event, i) => {
    const month = monthAt(ends, days[i]!);
    if (month >= ends.length) return;
    const left = weight(event) * 2 ** (-(ends[month]! - days[i]!) / halfLifeDays);
    series.first[month]! += left * event.share[0];
    series.second[month]! += left * event.share[1];
    if (event.kind === "INCIDENT") series.incidents[month]! += left * (event.share[0] + event.share[1]);
  });
  for (let m = 0; m < ends.length; m++) {
    const kept = m === 0 ? 0 : 2 ** (-(ends[m]! - ends[m - 1]!) / halfLifeDays);
    for (const part of [series.first, series.second, series.incidents]) part[m]! += m === 0 ? 0 : kept * part[m - 1]!;
    series.all[m] = series.first[m]! + series.second[m]!;
  }
  return series;
}

/** The first month that ends on or after a day. */
function monthAt(ends: readonly number[], day: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (ends[half]! >= day) high = half;
    else low = half + 1;
  }
  return low;
}

function drawSeries(
  events: readonly Dated[],
  ends: readonly number[],
  weights: TensionWeights,
  halfLifeDays: number,
  chance: Chance,
): Series | null {
  const halfLife = halfLifeDays * Math.exp(HALF_LIFE_SPREAD * drawNormal(chance));
  const factors = new Map(tensionKinds.map((kind) => [kind, Math.exp(WEIGHT_SPREAD * drawNormal(chance))]));
  const days = Float64Array.from(events, ({ from, to }) => from + Math.floor(chance() * (to - from + 1)));
  const weight = (event: Dated): number => weightOf(event, weights) * (factors.get(event.kind) ?? 1);
  const series = seriesOf(events, ends, days, weight, halfLife);
  const scale = scaleOf(series);
  return scale === null ? null : scaled(series, scale);
}

/** What makes the long-run mean 100; null where it is not above 0. */
function scaleOf({ all }: Series): number | null {
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return mean > 1e-9 ? 100 / mean : null;
}

function scaled({ all, first, second, incidents }: Series, scale: number): Series {
  const times = (values: Float64Array): Float64Array => values.map((value) => value * scale);
  return { all: times(all), first: times(first), second: times(second), incidents: times(incidents) };
}

function middles(events: readonly Dated[]): Float64Array {
  return Float64Array.from(events, ({ from, to }) => Math.floor((from + to) / 2));
}

function weightOf({ kind, rank }: TensionEvent, weights: TensionWeights): number {
  return weights[kind] * severityFactor(rank);
}

function contributionsOf(
  events: readonly Dated[],
  weights: TensionWeights,
  halfLifeDays: number,
  end: number,
  scale: number,
): Tension["contributions"] {
  const days = middles(events);
  return events
    .map((event, i) => {
      const weight = weightOf(event, weights);
      const left = days[i]! > end ? 0 : scale * weight * 2 ** (-(end - days[i]!) / halfLifeDays);
      const directions: [number, number] = [left * event.share[0], left * event.share[1]];
      return { id: event.id, kind: event.kind, weight, points: directions[0] + directions[1], directions };
    })
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points) || (one.id < other.id ? -1 : 1));
}

function monthEnds({ from, to }: TensionAsked["months"]): number[] {
  const count =
    12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Array.from({ length: Math.max(0, count + 1) }, (_, m) => {
    const month = monthOf(from, m);
    return dayNumber(lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5))));
  });
}

function monthOf(from: Day, months: number): string {
  return addMonths(`${from.slice(0, 7)}-01` as Day, months).slice(0, 7);
}

function check(weights: TensionWeights, halfLifeDays: number): void {
  if (!(halfLifeDays > 0 && halfLifeDays < Infinity))
    throw new RangeError(`Cannot measure tension: the half-life must be above 0 days, got ${halfLifeDays}`);
  for (const kind of tensionKinds)
    if (!Number.isFinite(weights[kind])) throw new RangeError(`Cannot measure tension: ${kind} has no finite weight`);
}
