// For each number of segments up to a few, the segmentation that costs least: C_k(t) = min_s C_{k−1}(s) + C(s, t)
// (jackson2005, baiPerron2003). Exact; grows with the square of the points.

export type Segmentation = { changes: number[]; cost: number };

/** What a segment from `from` up to, not including, `to` costs. */
export type CostOf = (from: number, to: number) => number;

/** Entry k has k changes; segments have at least `least` points. Stops where no more segments fit. */
export function fewChanges(points: number, least: number, most: number, costOf: CostOf): Segmentation[] {
  const found: Segmentation[] = [];
  const froms: Int32Array[] = [];
  let costs = new Float64Array(points + 1).fill(Infinity);
  for (let to = least; to <= points; to++) costs[to] = costOf(0, to);
  for (let changes = 0; changes <= most && (changes + 1) * least <= points; changes++) {
    if (changes > 0) costs = further(costs, froms, least, costOf);
    found.push({ changes: traced(froms, points), cost: costs[points]! });
  }
  return found;
}

/** The least costs with one more change, and in `froms` where the last segment then starts. */
function further(before: Float64Array, froms: Int32Array[], least: number, costOf: CostOf): Float64Array<ArrayBuffer> {
  const points = before.length - 1;
  const from = new Int32Array(points + 1);
  const best = new Float64Array(points + 1).fill(Infinity);
  const earliest = (froms.length + 1) * least;
  for (let to = earliest + least; to <= points; to++) {
    for (let start = earliest; start <= to - least; start++) {
      const value = before[start]! + costOf(start, to);
      if (value < best[to]!) {
        best[to] = value;
        from[to] = start;
      }
    }
  }
  froms.push(from);
  return best;
}

function traced(froms: readonly Int32Array[], points: number): number[] {
  const changes: number[] = [];
  let to = points;
  for (const from of froms.toReversed()) {
    to = from[to]!;
    changes.push(to);
  }
  return changes.toReversed();
}
