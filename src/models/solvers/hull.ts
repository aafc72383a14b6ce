// Convex hulls in the plane that bear rounding noise: corners closer than `near` are one, points within `near` of an edge
// are no corners. Points stand in two flat arrays, because sets are iterated many times.

export type PayoffPoint = readonly [number, number];

/** Corners in turn; a point or a segment has one or two. */
export type Corners = { readonly x: Float64Array; readonly y: Float64Array };

/** Corners of the convex hull, counter-clockwise, from the lowest leftmost. */
export function hullOf(points: readonly PayoffPoint[], near: number): PayoffPoint[] {
  const x = Float64Array.from(points, ([at]) => at);
  const y = Float64Array.from(points, ([, at]) => at);
  return hullAt(x, y, points.length, near).map((k) => points[k] as PayoffPoint);
}

/** The same by index, over the first `count` points. */
export function hullAt(x: Float64Array, y: Float64Array, count: number, near: number): number[] {
  const order = outerOnly(x, y, count);
  sortAcross(order, x, y);
  if (order.length <= 1) return order;
  const chain = half(order, x, y);
  chain.pop();
  const back = half(order.reverse(), x, y);
  back.pop();
  chain.push(...back);
  return withoutNoise(chain, x, y, near);
}

const COMPASS = [
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
] as const;

/** Leaves out points inside the octagon of the extreme points in eight directions: they can be no corners. */
function outerOnly(x: Float64Array, y: Float64Array, count: number): number[] {
  const kept: number[] = [];
  if (count < 24) {
    for (let k = 0; k < count; k++) kept.push(k);
    return kept;
  }
  const far = COMPASS.map(([dx, dy]) => {
    let [best, at] = [-Infinity, 0];
    for (let k = 0; k < count; k++) {
      const reach = dx * (x[k] as number) + dy * (y[k] as number);
      if (reach > best) {
        best = reach;
        at = k;
      }
    }
    return at;
  });
  for (let k = 0; k < count; k++) {
    for (let side = 0; side < 8; side++) {
      if (turn(x, y, far[side] as number, far[(side + 1) % 8] as number, k) > 0) continue;
      kept.push(k);
      break;
    }
  }
  return kept;
}

/** From left to right, then from below. */
function sortAcross(order: number[], x: Float64Array, y: Float64Array): void {
  const isAfter = (a: number, b: number): boolean =>
    (x[a] as number) > (x[b] as number) || (x[a] === x[b] && (y[a] as number) > (y[b] as number));
  if (order.length > 60) {
    order.sort((a, b) => (isAfter(a, b) ? 1 : isAfter(b, a) ? -1 : 0));
    return;
  }
  for (let i = 1; i < order.length; i++) {
    const point = order[i] as number;
    let at = i - 1;
    while (at >= 0 && isAfter(order[at] as number, point)) {
      order[at + 1] = order[at] as number;
      at--;
    }
    order[at + 1] = point;
  }
}

function half(ordered: readonly number[], x: Float64Array, y: Float64Array): number[] {
  const chain: number[] = [];
  for (const point of ordered) {
    while (chain.length >= 2) {
      const [p, q] = [chain[chain.length - 2] as number, chain[chain.length - 1] as number];
      if (turn(x, y, p, q, point) > 0) break;
      chain.pop();
    }
    chain.push(point);
  }
  return chain;
}

function withoutNoise(corners: readonly number[], x: Float64Array, y: Float64Array, near: number): number[] {
  const close = (p: number, q: number): boolean =>
    Math.abs((x[p] as number) - (x[q] as number)) <= near && Math.abs((y[p] as number) - (y[q] as number)) <= near;
  const left: number[] = [];
  for (const corner of corners) if (left.length === 0 || !close(corner, left.at(-1) as number)) left.push(corner);
  if (left.length > 1 && close(left[0] as number, left.at(-1) as number)) left.pop();
  for (let k = 0; k < left.length && left.length > 2;) {
    const p = left[k === 0 ? left.length - 1 : k - 1] as number;
    const q = left[k] as number;
    const r = left[k + 1 === left.length ? 0 : k + 1] as number;
    if (isCorner(x, y, p, q, r, near)) k++;
    else left.splice(k, 1);
  }
  return left;
}

/** Whether q stands out from the line of its neighbours; the end of a sliver does, however thin the sliver is. */
function isCorner(x: Float64Array, y: Float64Array, p: number, q: number, r: number, near: number): boolean {
  const [toX, toY] = [(x[q] as number) - (x[p] as number), (y[q] as number) - (y[p] as number)];
  const [onX, onY] = [(x[r] as number) - (x[q] as number), (y[r] as number) - (y[q] as number)];
  if (toX * onX + toY * onY <= 0) return true;
  const [baseX, baseY] = [toX + onX, toY + onY];
  return toX * baseY - toY * baseX > near * Math.sqrt(baseX * baseX + baseY * baseY);
}

/** Twice the area of the triangle: above zero where p, q, r turn left. */
function turn(x: Float64Array, y: Float64Array, p: number, q: number, r: number): number {
  const [px, py] = [x[p] as number, y[p] as number];
  return ((x[q] as number) - px) * ((y[r] as number) - py) - ((y[q] as number) - py) * ((x[r] as number) - px);
}

export function isInside(W: readonly PayoffPoint[], x: number, y: number, near: number): boolean {
  return isWithin({ x: Float64Array.from(W, ([at]) => at), y: Float64Array.from(W, ([, at]) => at) }, x, y, near);
}

export function isWithin({ x: cx, y: cy }: Corners, x: number, y: number, near: number): boolean {
  const count = cx.length;
  if (count === 0) return false;
  if (count === 1) return Math.abs((cx[0] as number) - x) <= near && Math.abs((cy[0] as number) - y) <= near;
  for (let k = 0; k < count; k++) {
    const j = k + 1 === count ? 0 : k + 1;
    const [px, py] = [cx[k] as number, cy[k] as number];
    const [dx, dy] = [(cx[j] as number) - px, (cy[j] as number) - py];
    const off = dx * (y - py) - dy * (x - px);
    const squared = dx * dx + dy * dy;
    if (off < 0 && off * off > near * near * squared) return false;
    if (count > 2) continue;
    const length = Math.sqrt(squared);
    const along = (dx * (x - px) + dy * (y - py)) / length;
    if (along < -near || along > length + near) return false;
  }
  return true;
}
