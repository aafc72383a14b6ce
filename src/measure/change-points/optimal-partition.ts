// The segmentation that costs least, every number and place of changes considered: F(t) = min_s F(s) + C(s, t) + β
// (jackson2005). Starts that can never be best again are dropped, which keeps it exact and makes it fast (PELT,
// killick2012): once F(s) + C(s, t) ≥ F(t), a change at t beats one at s for every end from t + (least length) on.

import type { Penalty } from "./penalty.ts";
import { cheapestStart, type SegmentCost, type Starts } from "./segment-cost.ts";

/** Dropping starts costs a pass of its own: every so many points is enough. */
const POINTS_BETWEEN_DROPS = 8;

/** Where little changes no start can be dropped, and the work grows with the square of the points: it ends here. */
const MOST_COSTS = 5e8;

/** First points of the segments after the first, in order; empty where nothing changed, null where it takes too long. */
export function optimalPartition(cost: SegmentCost, penalty: Penalty, mostCosts: number = MOST_COSTS): number[] | null {
  const { points: n, least } = cost;
  const best = new Float64Array(n + 1).fill(Infinity);
  const from = new Int32Array(n + 1);
  const open = startsOf(n);
  const logs = lengthLogs(penalty, n);
  best[0] = -penalty.perSegment;
  let work = 0;
  for (let t = least; t <= n; t++) {
    // A segment that ends at t may start at t − least and earlier, where the points before can be parted at all.
    const start = t - least;
    if (best[start]! < Infinity) {
      open.list[open.size] = start;
      open.base[open.size++] = best[start]!;
    }
    work += open.size;
    if (work > mostCosts) return null;
    const at = cheapestStart(cost, open, logs, t);
    from[t] = open.list[at]!;
    best[t] = open.values[at]! + penalty.perSegment;
    if (t % POINTS_BETWEEN_DROPS === 0) drop(open, logs, t, least, best[t]!);
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

/** As the opening says, and until when a start found beaten is kept. */
type Open = Starts & { until: Int32Array };

function startsOf(n: number): Open {
  return {
    size: 0,
    list: new Int32Array(n + 1),
    base: new Float64Array(n + 1),
    values: new Float64Array(n + 1),
    until: new Int32Array(n + 1).fill(0x7fffffff),
  };
}

/**
 * Drops the starts that are beaten at t, where F(s) + C(s, t) exceeds F(t): parting never costs likelihood, and a longer
 * last segment no less by its length. t itself then serves every end from t + least on, so until there they are kept.
 */
function drop(open: Open, logs: Float64Array, t: number, least: number, best: number): void {
  const { list, base, values, until } = open;
  let kept = 0;
  for (let i = 0; i < open.size; i++) {
    const s = list[i]!;
    if (values[i]! - logs[t - s]! > best && until[s]! > t + least) until[s] = t + least;
    if (until[s]! <= t + 1) continue;
    list[kept] = s;
    base[kept++] = base[i]!;
  }
  open.size = kept;
}
