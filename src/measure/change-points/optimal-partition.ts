// The segmentation that costs least, every number and place of changes considered: F(t) = min_s F(s) + C(s, t) + β
// (jackson2005). Starts that can never be best again are dropped, which keeps it exact and makes it fast (PELT,
// killick2012): once F(s) + C(s, t) + K ≥ F(t), a change at t beats one at s for every end from t + (least length) on.

import type { Penalty } from "./penalty.ts";
import { costsInto, type SegmentCost } from "./segment-cost.ts";

/** Dropping starts costs a pass of its own: every so many points is enough. */
const POINTS_BETWEEN_DROPS = 8;

/** Where little changes no start can be dropped, and the work grows with the square of the points: it ends here. */
const MOST_COSTS = 5e8;

/** First points of the segments after the first, in order; empty where nothing changed, null where it takes too long. */
export function optimalPartition(cost: SegmentCost, penalty: Penalty, mostCosts: number = MOST_COSTS): number[] | null {
  const { points: n, least } = cost;
  const best = new Float64Array(n + 1).fill(Infinity);
  const from = new Int32Array(n + 1);
  const starts = new Starts(n);
  const K = splitLoss(penalty, n);
  const logs = lengthLogs(penalty, n);
  best[0] = -penalty.perSegment;
  let work = 0;
  for (let t = least; t <= n; t++) {
    // A segment that ends at t may start at t − least and earlier, where the points before can be parted at all.
    if (best[t - least]! < Infinity) starts.list[starts.size++] = t - least;
    const { list, values, size } = starts;
    work += size;
    if (work > mostCosts) return null;
    costsInto(values, cost, list, size, t);
    let lowest = Infinity;
    for (let i = 0; i < size; i++) {
      const s = list[i]!;
      const value = values[i]! + best[s]! + logs[t - s]!;
      values[i] = value;
      if (value < lowest) {
        lowest = value;
        from[t] = s;
      }
    }
    best[t] = lowest + penalty.perSegment;
    if (t % POINTS_BETWEEN_DROPS === 0) starts.drop(t, least, best[t]! - K);
  }
  const changes: number[] = [];
  for (let t = from[n]!; t > 0; t = from[t]!) changes.push(t);
  return changes.toReversed();
}

function lengthLogs({ logLengths }: Penalty, n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  if (logLengths) for (let length = 1; length <= n; length++) logs[length] = Math.log(length);
  return logs;
}

/**
 * The K with C(s, t) + C(t, T) + K ≤ C(s, T) for every s < t < T. Parting never costs likelihood, so 0 does; the logs
 * of two lengths may exceed that of their sum, by at most log(n / 4).
 */
function splitLoss({ logLengths }: Penalty, n: number): number {
  return logLengths ? -Math.max(0, Math.log(n / 4)) : 0;
}

/** Where the last segment may start, in order, and what the best segmentation with each would cost. */
class Starts {
  readonly list: Int32Array;
  readonly values: Float64Array;
  size = 0;
  /** The first end that a start found beaten can no longer serve. */
  private readonly until: Int32Array;

  constructor(n: number) {
    this.list = new Int32Array(n + 1);
    this.values = new Float64Array(n + 1);
    this.until = new Int32Array(n + 1).fill(0x7fffffff);
  }

  /** Drops what is beaten at t: t itself then serves every end from t + least on, so until there a start is kept. */
  drop(t: number, least: number, limit: number): void {
    let kept = 0;
    for (let i = 0; i < this.size; i++) {
      const s = this.list[i]!;
      if (this.values[i]! > limit && this.until[s]! > t + least) this.until[s] = t + least;
      if (this.until[s]! > t + 1) this.list[kept++] = s;
    }
    this.size = kept;
  }
}
