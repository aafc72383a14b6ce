// Do events of one side follow the other's more than shuffled labels would? The times stay, whose an event is gets
// shuffled: whatever moves both sides alike, a common shock say, moves the shuffled histories too. The statistic is the
// score of λ_i = p_i (m + a S) + ε (p_i S − S_i) at ε = 0, where p_i is side i's share of the events, S(t) = Σ_{s<t}
// exp(−β (t − s)) over all earlier events and S_i over side i's own:
//   Σ_k (S − S_y / p_y)(t_k) / (m + a S(t_k)),   y the side of event k.
// It is high where events follow their own side less than its share, so the other's more. m, a and β are fitted to the
// times alone, so no window is chosen and shuffling leaves them as they are. Where the shares drift over the years,
// labels are shuffled within periods of as many events each, with each period's own shares.

import { chiSquareAbove } from "../../math/distributions.ts";
import { stream, type Chance } from "../../math/philox.ts";
import { fitSide } from "./fit-side.ts";
import { pooled, type SidedEvents } from "./events.ts";

export type Permutation = {
  statistic: number;
  p: number;
  draws: number;
  seed: number;
  /** Events whose labels were shuffled: of a long history the first ones. */
  events: number;
  /** Over how many periods labels were shuffled apart; 1 is over all at once. */
  periods: number;
  /** Chance of so uneven shares over the periods if they did not drift. */
  drift: number | null;
  /** The other tail: how often shuffled labels follow their own side as much. Small: each side runs campaigns. */
  ownSide: number;
};

export type PermutationOptions = {
  draws: number;
  seed: number;
  /** A number of periods, or to go by whether the shares drift. */
  periods: number | "auto";
};

/** Events that a period must hold, and periods at most, where they are made by drift. */
const FEWEST_PER_PERIOD = 20;
const MOST_PERIODS = 10;
const DRIFTS = 0.05;
/** Steps that all shuffles together may take: beyond this, fewer are drawn. */
const MOST_STEPS = 2e7;
const FEWEST_DRAWS = 99;
/** So many events are shuffled at most where nothing else is asked: every shuffle walks through all of them. */
export const MOST_SHUFFLED = 100_000;
/** The kernel remembers a twentieth of the period at most: a rise over the years is no burst. */
const SHORTEST_MEMORIES = 20;

/** One drawing of the times or several: the statistic is then their mean, over the same shuffles of labels. */
export function permutationTest(
  histories: readonly SidedEvents[],
  labels: Int32Array,
  orders: readonly Int32Array[],
  asked: PermutationOptions,
): Permutation {
  const { periods, drift } = periodsOf(labels, asked.periods);
  const scores = histories.map((history, index) => scoring(history, orders[index]!, periods));
  const score = (shuffled: Int32Array): number => scores.reduce((sum, one) => sum + one(shuffled), 0) / scores.length;
  const statistic = score(labels);
  const draws = affordable(asked.draws, labels.length * histories.length);
  const shuffle = shuffler(labels, periods, stream(asked.seed));
  const shuffled = labels.slice();
  const near = 1e-9 * Math.max(1, Math.abs(statistic));
  let atLeast = 0;
  let atMost = 0;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(shuffled);
    const found = score(shuffled);
    if (found >= statistic - near) atLeast++;
    if (found <= statistic + near) atMost++;
  }
  return {
    statistic,
    // The labels as they are count as one shuffle, so p is never 0 (phipsonSmyth2010).
    p: (1 + atLeast) / (1 + draws),
    draws,
    seed: asked.seed,
    events: labels.length,
    periods: periods.length,
    drift,
    ownSide: (1 + atMost) / (1 + draws),
  };
}

/** The test on one history whose labels stand in order of time. */
export function permutationOf(events: SidedEvents, options: PermutationOptions): Permutation {
  const order = Int32Array.from(events.sides, (_, index) => index);
  return permutationTest([events], events.sides, [order], options);
}

/** Puts other labels in place of those that are there: within each period the same ones, in an order of chance. */
function shuffler(labels: Int32Array, periods: readonly Period[], chance: Chance): (into: Int32Array) => void {
  const places = Int32Array.from(labels.keys());
  const parts = periods.map(({ from, to, shares }) => {
    const present = [...shares.keys()].filter((side) => shares[side]! > 0);
    present.sort((one, other) => shares[one]! - shares[other]! || one - other);
    const counts = present.map((side) => Math.round(shares[side]! * (to - from)));
    return { from, to, present, counts };
  });
  return (into) => {
    for (const { from, to, present, counts } of parts) {
      // The commonest side has what the others leave, so only their places are drawn.
      into.fill(present.at(-1)!, from, to);
      let at = from;
      for (let index = 0; index < present.length - 1; index++) {
        for (const end = at + counts[index]!; at < end; at++) {
          const pick = at + Math.floor(chance() * (to - at));
          const place = places[pick]!;
          places[pick] = places[at]!;
          places[at] = place;
          into[place] = present[index]!;
        }
      }
    }
  };
}

function affordable(draws: number, steps: number): number {
  return Math.max(Math.min(draws, FEWEST_DRAWS), Math.min(draws, Math.floor(MOST_STEPS / Math.max(1, steps))));
}

type Period = { from: number; to: number; shares: Float64Array };

function periodsOf(labels: Int32Array, asked: number | "auto"): { periods: Period[]; drift: number | null } {
  const most = Math.min(MOST_PERIODS, Math.floor(labels.length / FEWEST_PER_PERIOD));
  const fine = most >= 2 ? split(labels, most) : null;
  const drift = fine && driftOf(fine, labels);
  if (asked !== "auto") return { periods: split(labels, Math.max(1, Math.min(asked, labels.length))), drift };
  return { periods: fine && drift !== null && drift < DRIFTS ? fine : split(labels, 1), drift };
}

function split(labels: Int32Array, count: number): Period[] {
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * labels.length) / count);
    const to = Math.floor(((index + 1) * labels.length) / count);
    return { from, to, shares: sharesOf(labels, from, to) };
  });
}

function sharesOf(labels: Int32Array, from: number, to: number): Float64Array {
  const shares = new Float64Array(labels.reduce((top, label) => Math.max(top, label), 0) + 1);
  for (let k = from; k < to; k++) shares[labels[k]!]! += 1 / (to - from);
  return shares;
}

/** Pearson's chi-square of sides by periods. */
function driftOf(periods: readonly Period[], labels: Int32Array): number | null {
  const all = sharesOf(labels, 0, labels.length);
  const present = all.filter((share) => share > 0).length;
  if (present < 2) return null;
  const statistic = periods.reduce((sum, { from, to, shares }) => {
    const parts = all.map((share, side) => (share > 0 ? ((shares[side]! - share) ** 2 / share) * (to - from) : 0));
    return sum + parts.reduce((one, other) => one + other, 0);
  }, 0);
  return chiSquareAbove(statistic, (periods.length - 1) * (present - 1));
}

/** The statistic as a function of the labels: one pass over the events in order of time. */
function scoring(events: SidedEvents, order: Int32Array, periods: readonly Period[]): (labels: Int32Array) => number {
  const { times } = events;
  const n = times.length;
  const { mu, branching, logBeta } = fitSide(pooled(events), 0, [true], [], SHORTEST_MEMORIES);
  const clustered = branching[0]! > 0;
  // Where times do not cluster at all, any decay will do: the mean gap's.
  const beta = clustered ? Math.exp(logBeta) : n / events.horizon;
  const excitation = branching[0]! * beta;
  const fade = new Float64Array(n);
  const sums = new Float64Array(n);
  const weight = new Float64Array(n); // 1 / (m + a S)
  let fixed = 0;
  let sum = 0;
  let fresh = 0;
  for (let k = 0; k < n; k++) {
    const dt = times[k]! - (k === 0 ? 0 : times[k - 1]!);
    fade[k] = dt > 0 ? Math.exp(-beta * dt) : -1;
    if (dt > 0) {
      sum = (sum + fresh) * fade[k]!;
      fresh = 0;
    }
    sums[k] = sum;
    weight[k] = 1 / (mu + excitation * sum);
    fixed += sum * weight[k]!;
    fresh += 1;
  }
  const sides = Math.max(...periods.map(({ shares }) => shares.length));
  const kernel: Kernel = { order, fade, sums, weights: weightsOf(order, periods, weight, sides), sides };
  return sides === 2
    ? (labels) => fixed - ownFollowingOfTwo(kernel, labels)
    : (labels) => fixed - ownFollowing(kernel, labels);
}

type Kernel = {
  order: Int32Array;
  /** What is left of what was, since the event before; −1 where both are of one instant. */
  fade: Float64Array;
  /** S at each event, over all sides. */
  sums: Float64Array;
  /** Per side, 1 / ((m + a S) p) at each event. */
  weights: readonly Float64Array[];
  sides: number;
};

function weightsOf(
  order: Int32Array,
  periods: readonly Period[],
  weight: Float64Array,
  sides: number,
): readonly Float64Array[] {
  const shares = Array.from(order, (label) => periods.find(({ from, to }) => label >= from && label < to)!.shares);
  return Array.from({ length: sides }, (_, side) => weight.map((one, k) => one / shares[k]![side]!));
}

/** Σ_k S_y(t_k) weight_y(k). Events of one instant do not follow each other. */
function ownFollowing({ order, fade, weights, sides }: Kernel, labels: Int32Array): number {
  const recent = new Float64Array(sides);
  const fresh = new Float64Array(sides);
  let total = 0;
  for (let k = 0; k < order.length; k++) {
    if (fade[k]! >= 0) {
      for (let side = 0; side < sides; side++) {
        recent[side] = (recent[side]! + fresh[side]!) * fade[k]!;
        fresh[side] = 0;
      }
    }
    const side = labels[order[k]!]!;
    total += recent[side]! * weights[side]![k]!;
    fresh[side]! += 1;
  }
  return total;
}

/** The same for two sides: what is not the one's is the other's. */
function ownFollowingOfTwo({ order, fade, sums, weights }: Kernel, labels: Int32Array): number {
  const [firsts, seconds] = weights as [Float64Array, Float64Array];
  const n = order.length;
  let recent = 0;
  let fresh = 0;
  let total = 0;
  for (let k = 0; k < n; k++) {
    const left = fade[k]!;
    if (left >= 0) {
      recent = (recent + fresh) * left;
      fresh = 0;
    }
    if (labels[order[k]!] === 0) {
      total += recent * firsts[k]!;
      fresh += 1;
    } else total += (sums[k]! - recent) * seconds[k]!;
  }
  return total;
}
