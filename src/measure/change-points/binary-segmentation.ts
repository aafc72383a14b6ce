// Greedy: the one change that gains most over all segments, then the next, while it gains more than the penalty.
// Not exact; kept because programs in use offer it, and their answers can be compared.

import { lengthCost, type Penalty } from "./penalty.ts";
import { costOf, type SegmentCost } from "./segment-cost.ts";

export function binarySegmentation(cost: SegmentCost, penalty: Penalty, most: number): number[] {
  const ends = [0, cost.points];
  while (ends.length - 2 < most) {
    let best = { gain: -Infinity, at: 0 };
    for (let i = 1; i < ends.length; i++) {
      const found = bestSplit(cost, penalty, ends[i - 1]!, ends[i]!);
      if (found.gain > best.gain) best = found;
    }
    if (!(best.gain > penalty.perSegment)) break;
    ends.push(best.at);
    ends.sort((a, b) => a - b);
  }
  return ends.slice(1, -1);
}

function bestSplit(cost: SegmentCost, penalty: Penalty, from: number, to: number): { gain: number; at: number } {
  const total = (a: number, b: number): number => costOf(cost, a, b) + lengthCost(penalty, a, b);
  let best = { gain: -Infinity, at: from };
  const whole = total(from, to);
  for (let at = from + cost.least; at <= to - cost.least; at++) {
    const gain = whole - total(from, at) - total(at, to);
    if (gain > best.gain) best = { gain, at };
  }
  return best;
}
