// The frontier of a list of utilities, for agreements that do not add up issue by issue. Two passes over buckets of the
// first utility drop what a better bucket dominates; what is left is sorted bucket by bucket. Evenly spread points
// cost time in proportion to their number, whether few or all of them are on the frontier.

/** Indices of the undominated points, from the greatest a to the least, each pair of utilities once. */
export function frontierOfPoints(a: Float64Array, b: Float64Array): Uint32Array {
  if (a.length !== b.length) throw new RangeError(`Cannot pair utilities: got ${a.length} and ${b.length}`);
  const ordered = byFirst(a, b, surviving(a, b));
  const kept: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const at of ordered) {
    if (b[at]! <= best) continue;
    kept.push(at);
    best = b[at]!;
  }
  return Uint32Array.from(kept);
}

/** Equal stretches of the utilities of some points: place = (value − lowest) · scale, rounded down. */
function stretches(a: Float64Array, points: Uint32Array | null, count: number): { lowest: number; scale: number } {
  const length = points?.length ?? a.length;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < length; at++) {
    const value = a[points ? points[at]! : at]!;
    if (!(value - value === 0)) throw new RangeError("Cannot compare utilities: one is not finite");
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  // Just short of `count`, so that the highest value has the last place.
  return { lowest, scale: highest > lowest ? (count * (1 - 1e-12)) / (highest - lowest) : 0 };
}

/** Points that no point of a strictly better stretch dominates. */
function surviving(a: Float64Array, b: Float64Array): Uint32Array {
  const count = Math.max(1, Math.min(1 << 14, a.length >> 2));
  const { lowest, scale } = stretches(a, null, count);
  stretches(b, null, count); // refuses what is not finite
  const best = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < a.length; at++) {
    const own = ((a[at]! - lowest) * scale) | 0;
    if (b[at]! > best[own]!) best[own] = b[at]!;
  }
  for (let at = count - 1; at >= 0; at--) if (best[at + 1]! > best[at]!) best[at] = best[at + 1]!;
  const kept = new Uint32Array(a.length);
  let length = 0;
  for (let at = 0; at < a.length; at++) if (b[at]! > best[(((a[at]! - lowest) * scale) | 0) + 1]!) kept[length++] = at;
  return kept.subarray(0, length);
}

/** By falling a, ties by falling b and then by index. */
function byFirst(a: Float64Array, b: Float64Array, points: Uint32Array): Uint32Array {
  const count = Math.max(1, points.length);
  const { lowest, scale } = stretches(a, points, count);
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < points.length; at++) starts[count - 1 - (((a[points[at]!]! - lowest) * scale) | 0)]!++;
  for (let at = 0, sum = 0; at <= count; at++) {
    const size = starts[at]!;
    starts[at] = sum;
    sum += size;
  }
  const filled = starts.slice();
  const ordered = new Uint32Array(points.length);
  for (let at = 0; at < points.length; at++) {
    const place = count - 1 - (((a[points[at]!]! - lowest) * scale) | 0);
    ordered[filled[place]!++] = points[at]!;
  }
  for (let at = 0; at < count; at++) sortStretch(ordered, starts[at]!, starts[at + 1]!, a, b);
  return ordered;
}

/** A few points by insertion, many by the engine's own sort. */
function sortStretch(ordered: Uint32Array, from: number, to: number, a: Float64Array, b: Float64Array): void {
  const order = (x: number, y: number): number => a[y]! - a[x]! || b[y]! - b[x]! || x - y;
  if (to - from > 16) {
    ordered.subarray(from, to).sort(order);
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const point = ordered[at]!;
    let place = at;
    for (; place > from && order(ordered[place - 1]!, point) > 0; place--) ordered[place] = ordered[place - 1]!;
    ordered[place] = point;
  }
}
