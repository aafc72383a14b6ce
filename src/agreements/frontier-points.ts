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

function buckets(a: Float64Array, count: number): (value: number) => number {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of a) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const width = highest - lowest;
  if (a.length > 0 && !Number.isFinite(width)) throw new RangeError("Cannot compare utilities: one is not finite");
  const scale = width > 0 ? count / width : 0;
  return (value) => Math.min(count - 1, Math.floor((value - lowest) * scale));
}

/** Points that no point of a strictly better bucket dominates. */
function surviving(a: Float64Array, b: Float64Array): Uint32Array {
  const count = Math.max(1, Math.min(1 << 16, a.length >> 2));
  const bucket = buckets(a, count);
  const best = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < a.length; at++) {
    const own = bucket(a[at]!);
    if (b[at]! > best[own]!) best[own] = b[at]!;
  }
  for (let at = count - 1; at >= 0; at--) best[at] = Math.max(best[at]!, best[at + 1]!);
  const kept = new Uint32Array(a.length);
  let length = 0;
  for (let at = 0; at < a.length; at++) if (b[at]! > best[bucket(a[at]!) + 1]!) kept[length++] = at;
  return kept.subarray(0, length);
}

/** By falling a, ties by falling b and then by index. */
function byFirst(a: Float64Array, b: Float64Array, points: Uint32Array): Uint32Array {
  const count = Math.max(1, points.length >> 1);
  const bucket = buckets(
    Float64Array.from(points, (at) => a[at]!),
    count,
  );
  const starts = new Uint32Array(count + 1);
  for (const at of points) starts[count - 1 - bucket(a[at]!)]!++;
  for (let at = 0, sum = 0; at <= count; at++) {
    const size = starts[at]!;
    starts[at] = sum;
    sum += size;
  }
  const filled = starts.slice();
  const ordered = new Uint32Array(points.length);
  for (const at of points) ordered[filled[count - 1 - bucket(a[at]!)]!++] = at;
  for (let at = 0; at < count; at++) {
    const size = starts[at + 1]! - starts[at]!;
    if (size > 1) ordered.subarray(starts[at], starts[at + 1]).sort((x, y) => a[y]! - a[x]! || b[y]! - b[x]! || x - y);
  }
  return ordered;
}
