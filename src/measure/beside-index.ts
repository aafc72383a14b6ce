// Does an index move with another that somebody else made, month by month? Spearman's rank correlation over the months that
// both have; its interval from blocks of months drawn together with both values, since neighbouring months are alike in
// either series and single months would be counted as more than they are (kunsch1989). Context: neither index is the truth.

import { USUAL_LEVEL } from "../math/intervals.ts";
import { stream } from "../math/philox.ts";
import { answer, refuse } from "../values/outcome.ts";
import { quantileOf } from "./effect/order.ts";
import type { Estimator } from "./estimator.ts";

/** Both values of each month that has both, in order of time. */
export type TwoIndices = {
  pairs: readonly (readonly [number, number])[];
  draws?: number;
  seed?: number;
  level?: number;
};

export const FEWEST_MONTHS = 36;
const MONTHS_A_BLOCK = 12;

export const besideIndex: Estimator<TwoIndices> = {
  name: "rank-correlation-in-blocks",
  question: "Does the index move with another index, month by month?",
  references: ["spearman1904", "kunsch1989"],
  assumptions: [
    "months more than a year apart say nothing of each other, once both indices are known",
    "the same link holds over the whole period",
    "moving together is no proof that either causes the other, or that either is right",
  ],
  estimate({ pairs, draws = 1000, seed = 1, level = USUAL_LEVEL }) {
    if (pairs.length < FEWEST_MONTHS)
      return refuse("too-short", `Both indices have ${pairs.length} months; ${FEWEST_MONTHS} are needed.`);
    const value = rankCorrelation(pairs);
    if (value === null) return refuse("no-variation");
    const chance = stream(seed);
    const starts = pairs.length - MONTHS_A_BLOCK + 1;
    const found = Array.from({ length: draws }, () => {
      const drawn: (readonly [number, number])[] = [];
      while (drawn.length < pairs.length) {
        const from = Math.floor(chance() * starts);
        drawn.push(...pairs.slice(from, from + Math.min(MONTHS_A_BLOCK, pairs.length - drawn.length)));
      }
      return rankCorrelation(drawn) ?? 0;
    });
    const [lower, upper] = [quantileOf(found, (1 - level) / 2), quantileOf(found, (1 + level) / 2)];
    const interval = { lower: Math.min(lower, value), upper: Math.max(upper, value), level };
    return answer({ value, unit: "rank correlation", interval });
  },
};

/** Null where one of the two stands still. */
function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  const [one, other] = [0, 1].map((at) => ranks(pairs.map((pair) => pair[at]!))) as [number[], number[]];
  const middle = (pairs.length + 1) / 2;
  let [both, first, second] = [0, 0, 0];
  for (const [k, rank] of one.entries()) {
    const [a, b] = [rank - middle, other[k]! - middle];
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return first === 0 || second === 0 ? null : Math.max(-1, Math.min(1, both / Math.sqrt(first * second)));
}

/** From 1; equal values share the mean of their places. */
function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((one, other) => values[one]! - values[other]!);
  const found = values.map(() => 0);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let place = from; place < to; place++) found[order[place]!] = (from + 1 + to) / 2;
  }
  return found;
}
