// Every outcome of a negotiation with what it is worth to both sides, and each side's own order of them, so that a
// tactic finds the offer that gives it just what it aims at by halving.

import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import { outcomesIn, type Additive, type AdditiveParty } from "../additive.ts";
import { frontier } from "../frontier.ts";

export type Side = 0 | 1;

export type Bids = {
  utilities: readonly [Float64Array, Float64Array];
  /** Places by rising utility of a side, the lower place first among equals. */
  rising: readonly [Uint32Array, Uint32Array];
  /** The same utilities in that order. */
  sorted: readonly [Float64Array, Float64Array];
  reservation: readonly [number, number];
  discount: readonly [number, number];
  choiceAt: (bid: number) => number[];
};

export const MOST_BIDS = 1_000_000;

export const other = (side: Side): Side => (side === 0 ? 1 : 0);

/** Every outcome; the last issue's option changes fastest. Refuses where no outcome suits both sides. */
export function bidsOf(game: Additive): Outcome<Bids> {
  const count = outcomesIn(game);
  if (count > MOST_BIDS) return refuse("too-many", `Outcomes are offered one by one, so at most ${MOST_BIDS}.`);
  const [a, b] = sidesOf(game);
  const sizes = game.issues.map(({ options }) => options.length);
  const bids = ordered(game, listed(a.additions, count), listed(b.additions, count), (bid) => choiceOf(sizes, bid));
  const [first, second] = bids.utilities;
  const suits = first.some((value, bid) => value >= bids.reservation[0] && second[bid]! >= bids.reservation[1]);
  return suits ? answer(bids) : refuse("no-agreement");
}

/** The undominated outcomes only: any number of outcomes may stand behind them. */
export function bidsOnFrontier(game: Additive): Outcome<Bids> {
  const found = frontier(game);
  if (!found.ok) return found;
  const { a, b, choices } = found.value;
  return answer(ordered(game, a, b, (bid) => choices.map((row) => row[bid]!)));
}

function sidesOf({ parties }: Additive): readonly [AdditiveParty, AdditiveParty] {
  const [a, b] = parties;
  if (!a || !b || parties.length !== 2) throw new RangeError("Cannot negotiate: two sides are needed");
  return [a, b];
}

function ordered(game: Additive, first: Float64Array, second: Float64Array, choiceAt: Bids["choiceAt"]): Bids {
  const sides = sidesOf(game);
  snap(first, sides[0].reservation.toNumber());
  snap(second, sides[1].reservation.toNumber());
  const rising = [risingOrder(first), risingOrder(second)] as const;
  return {
    utilities: [first, second],
    rising,
    sorted: [Float64Array.from(rising[0], (bid) => first[bid]!), Float64Array.from(rising[1], (bid) => second[bid]!)],
    reservation: [sides[0].reservation.toNumber(), sides[1].reservation.toNumber()],
    discount: [sides[0].discount, sides[1].discount],
    choiceAt,
  };
}

/** A sum of floats that misses the walk-away value by its last bits is that value. */
function snap(values: Float64Array, to: number): void {
  const near = 1e-12 * Math.max(1, Math.abs(to));
  for (let at = 0; at < values.length; at++) if (Math.abs(values[at]! - to) <= near) values[at] = to;
}

function listed(additions: readonly (readonly { toNumber(): number }[])[], count: number): Float64Array {
  let list = new Float64Array(1);
  for (const row of additions) {
    const values = row.map((value) => value.toNumber());
    const next = new Float64Array(list.length * values.length);
    for (let at = 0; at < list.length; at++)
      for (let option = 0; option < values.length; option++)
        next[at * values.length + option] = list[at]! + values[option]!;
    list = next;
  }
  if (list.length !== count) throw new RangeError(`Cannot list ${count} outcomes: got ${list.length}`);
  return list;
}

function risingOrder(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, at) => at).sort((x, y) => values[x]! - values[y]! || x - y);
}

function choiceOf(sizes: readonly number[], bid: number): number[] {
  const choice: number[] = [];
  let rest = bid;
  for (const size of sizes.toReversed()) {
    choice.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return choice;
}

/** The outcome that gives a side least at or above a target, the lowest place on ties; its best where none reaches it. */
export function leastAtOrAbove({ sorted, rising }: Bids, side: Side, target: number): number {
  const values = sorted[side];
  let low = firstAtOrAbove(values, target);
  if (low === values.length) low = firstAtOrAbove(values, values[values.length - 1]!);
  return rising[side][low]!;
}

function firstAtOrAbove(values: Float64Array, target: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The most that a side can get. */
export function mostOf({ sorted }: Bids, side: Side): number {
  return sorted[side][sorted[side].length - 1]!;
}

/** What each side gains by a bid over walking away. */
export function gainsOf({ utilities, reservation }: Bids, bid: number): readonly [number, number] {
  return [utilities[0][bid]! - reservation[0], utilities[1][bid]! - reservation[1]];
}
