// Whole histories of the rate drawn from the posterior, exactly (fearnhead2006): the number of changes, then the last
// change given it, the one before, and so on; then each segment's rate. Bands and directions are read off the draws.

import { stream, type Chance } from "../../math/philox.ts";
import { drawGamma } from "../../math/sampling.ts";
import type { GammaSegments, SegmentTable } from "./gamma-segments.ts";
import type { ChangePosterior } from "./number-of-changes.ts";

/** One history: segments in order, each from `from` up to, not including, `to`. */
export type RateHistory = { from: number; to: number; rate: number }[];

export function drawHistories(
  segments: GammaSegments,
  table: SegmentTable,
  { numbers, forward }: ChangePosterior,
  draws: number,
  seed: number,
): RateHistory[] {
  const startsOf = startWeights(table, forward);
  const ofNumbers = cumulated(numbers);
  return Array.from({ length: draws }, (_, draw) => {
    const chance = stream(seed, draw);
    const history: RateHistory = [];
    let to = table.points;
    for (let changes = drawIndex(ofNumbers, chance); changes >= 0; changes--) {
      const from = changes === 0 ? 0 : drawIndex(startsOf(changes, to), chance);
      const { shape, rate } = segments.rateOf(from, to);
      history.push({ from, to, rate: drawGamma(chance, shape) / rate });
      to = from;
    }
    return history.toReversed();
  });
}

/** Running sums of the weights of where the last segment up to `to` starts, after `changes` − 1 changes; each made once. */
function startWeights(
  { logMarginals }: SegmentTable,
  forward: readonly Float64Array[],
): (changes: number, to: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (changes, to) => {
    const key = changes * forward[0]!.length + to;
    const found = known.get(key);
    if (found) return found;
    const before = forward[changes - 1]!;
    const row = (to * (to - 1)) / 2;
    const logs = Float64Array.from({ length: to }, (_, from) =>
      from < changes ? -Infinity : before[from]! + logMarginals[row + from]!,
    );
    const largest = logs.reduce((most, value) => Math.max(most, value), -Infinity);
    const made = cumulated(logs.map((value) => Math.exp(value - largest)));
    known.set(key, made);
    return made;
  };
}

function cumulated(weights: ArrayLike<number>): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

/** An index by its share of the whole: the first whose running sum exceeds the draw. */
function drawIndex(sums: Float64Array, chance: Chance): number {
  const u = chance() * sums.at(-1)!;
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
