// Greedy: the one change that gains most over all segments, then the next, while it gains more than the penalty.
// Not exact; kept because programs in use offer it, and their answers can be compared.

import { lengthCost, type Penalty } from "./penalty.ts";
import { costOf, type SegmentCost } from "./segment-cost.ts";

export function binarySegmentation(cost: SegmentCost, penalty: Penalty, most: number): number[] {
  const pieces = [bestSplit(cost, penalty, 0, cost.points)];
  while (pieces.length - 1 < most) {
    const best = pieces.reduce((most, piece) => (piece.gain > most.gain ? piece : most));
    if (!(best.gain > penalty.perSegment)) break;
    const { from, at, to } = best;
    pieces.splice(pieces.indexOf(best), 1, bestSplit(cost, penalty, from, at), bestSplit(cost, penalty, at, to));
  }
  return pieces.slice(1).map(({ from }) => from);
}

type Split = { from: number; to: number; gain: number; at: number };

function bestSplit(cost: SegmentCost, penalty: Penalty, from: number, to: number): Split {
  const total = (a: number, b: number): number => costOf(cost, a, b) + lengthCost(penalty, a, b);
  const whole = total(from, to);
  let [best, place] = [-Infinity, from];
  for (let at = from + cost.least; at <= to - cost.least; at++) {
    const gain = whole - total(from, at) - total(at, to);
    if (gain > best) [best, place] = [gain, at];
  }
  return { from, to, gain: best, at: place };
}
