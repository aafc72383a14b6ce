// Convex hulls in the plane that bear rounding noise: corners closer than `near` are one, points within `near` of an edge
// are no corners.

export type PayoffPoint = readonly [number, number];

/** Corners of the convex hull, counter-clockwise, from the lowest leftmost. */
export function hullOf(points: readonly PayoffPoint[], near: number): PayoffPoint[] {
  const sorted = outerOnly(points).sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  if (sorted.length <= 1) return sorted;
  const chain = [...half(sorted), ...half(sorted.reverse())];
  return withoutNoise(chain, near);
}

/** Leaves out points inside the octagon of the extreme points in eight directions: they can be no corners. */
function outerOnly(points: readonly PayoffPoint[]): PayoffPoint[] {
  if (points.length < 24) return [...points];
  const directions = [
    [0, -1],
    [1, -1],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [-1, -1],
  ] as const;
  const far = directions.map(([dx, dy]) => {
    let [best, at] = [-Infinity, 0];
    for (let k = 0; k < points.length; k++) {
      const point = points[k] as PayoffPoint;
      const reach = dx * point[0] + dy * point[1];
      if (reach > best) [best, at] = [reach, k];
    }
    return points[at] as PayoffPoint;
  });
  return points.filter((point) =>
    far.some((p, k) => {
      const q = far[(k + 1) % 8] as PayoffPoint;
      return cross(p, q, point) <= 0;
    }),
  );
}

function half(ordered: readonly PayoffPoint[]): PayoffPoint[] {
  const chain: PayoffPoint[] = [];
  for (const point of ordered) {
    while (chain.length >= 2 && cross(chain.at(-2) as PayoffPoint, chain.at(-1) as PayoffPoint, point) <= 0)
      chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function withoutNoise(corners: readonly PayoffPoint[], near: number): PayoffPoint[] {
  let left = corners.filter((p, k) => {
    const before = corners[(k + corners.length - 1) % corners.length] as PayoffPoint;
    return k === 0 || Math.abs(p[0] - before[0]) > near || Math.abs(p[1] - before[1]) > near;
  });
  const [first, last] = [left[0] as PayoffPoint, left.at(-1) as PayoffPoint];
  if (left.length > 1 && Math.abs(first[0] - last[0]) <= near && Math.abs(first[1] - last[1]) <= near)
    left = left.slice(0, -1);
  for (let k = 0; k < left.length && left.length > 2;) {
    const [p, q, r] = [left[(k + left.length - 1) % left.length], left[k], left[(k + 1) % left.length]] as [
      PayoffPoint,
      PayoffPoint,
      PayoffPoint,
    ];
    const base = Math.hypot(r[0] - p[0], r[1] - p[1]);
    if (cross(p, q, r) > near * base) k++;
    else left = left.filter((_, at) => at !== k);
  }
  return left;
}

/** Twice the area of the triangle: above zero where p, q, r turn left. */
function cross(p: PayoffPoint, q: PayoffPoint, r: PayoffPoint): number {
  return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
}

export function isInside(W: readonly PayoffPoint[], x: number, y: number, near: number): boolean {
  const [first] = W;
  if (!first) return false;
  if (W.length === 1) return Math.abs(first[0] - x) <= near && Math.abs(first[1] - y) <= near;
  for (let k = 0; k < W.length; k++) {
    const [p, q] = [W[k] as PayoffPoint, W[(k + 1) % W.length] as PayoffPoint];
    const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (dx * (y - p[1]) - dy * (x - p[0]) < -near * length) return false;
    if (W.length > 2) continue;
    const along = (dx * (x - p[0]) + dy * (y - p[1])) / length;
    if (along < -near || along > length + near) return false;
  }
  return true;
}
