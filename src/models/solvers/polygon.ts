// Convex polygons in the plane, as corners in counter-clockwise order in two flat arrays: made from half-planes, asked for
// their support, compared.

import type { PayoffPoint } from "./hull.ts";

export type Polygon = { x: Float64Array; y: Float64Array };

export function polygonOf(points: readonly PayoffPoint[]): Polygon {
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}

export function cornersOf({ x, y }: Polygon): PayoffPoint[] {
  return Array.from(x, (value, k): PayoffPoint => [value, y[k] as number]);
}

/** A half-plane {w : x w_1 + y w_2 ≤ level}; `last` is what set its level. */
export type HalfPlane = { x: number; y: number; level: number; last?: unknown };

/** The index of a corner farthest in a direction. */
export function farthest({ x, y }: Polygon, hx: number, hy: number): number {
  let [best, at] = [-Infinity, 0];
  for (let k = 0; k < x.length; k++) {
    const reach = hx * (x[k] as number) + hy * (y[k] as number);
    if (reach > best) {
      best = reach;
      at = k;
    }
  }
  return at;
}

export function support(polygon: Polygon, hx: number, hy: number): number {
  const at = farthest(polygon, hx, hy);
  return hx * (polygon.x[at] as number) + hy * (polygon.y[at] as number);
}

/** What all half-planes share, within a box; points this close to a line are on it. */
export function meet(planes: readonly HalfPlane[], near: number): Polygon {
  let points: PayoffPoint[] = [
    [-1, -1],
    [2, -1],
    [2, 2],
    [-1, 2],
  ];
  for (const plane of planes) points = cut(points, plane, near);
  return polygonOf(merged(points, near));
}

/** The part of a polygon where h·w ≤ level. */
export function cutBelow(polygon: Polygon, hx: number, hy: number, level: number): Polygon {
  return polygonOf(cut(cornersOf(polygon), { x: hx, y: hy, level }, 0));
}

export function middleOf(points: readonly PayoffPoint[]): PayoffPoint {
  let [sumX, sumY] = [0, 0];
  for (const [x, y] of points) [sumX, sumY] = [sumX + x, sumY + y];
  return [sumX / points.length, sumY / points.length];
}

function cut(points: readonly PayoffPoint[], { x, y, level }: HalfPlane, near: number): PayoffPoint[] {
  const kept: PayoffPoint[] = [];
  for (let k = 0; k < points.length; k++) {
    const p = points[k] as PayoffPoint;
    const q = points[(k + 1) % points.length] as PayoffPoint;
    const [over, next] = [x * p[0] + y * p[1] - level, x * q[0] + y * q[1] - level];
    if (over <= near) kept.push(p);
    if ((over > near && next < -near) || (over < -near && next > near)) {
      const share = over / (over - next);
      kept.push([p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])]);
    }
  }
  return kept;
}

function merged(points: readonly PayoffPoint[], near: number): PayoffPoint[] {
  const close = (p: PayoffPoint, q: PayoffPoint): boolean =>
    Math.abs(p[0] - q[0]) <= 4 * near && Math.abs(p[1] - q[1]) <= 4 * near;
  const kept: PayoffPoint[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || !close(last, point)) kept.push(point);
  }
  while (kept.length > 1 && close(kept[0] as PayoffPoint, kept.at(-1) as PayoffPoint)) kept.pop();
  return kept;
}

export function areaOf(points: readonly PayoffPoint[]): number {
  let twice = 0;
  for (const [k, p] of points.entries()) {
    const q = points[(k + 1) % points.length] as PayoffPoint;
    twice += p[0] * q[1] - p[1] * q[0];
  }
  return twice / 2;
}

export function diameterOf(points: readonly PayoffPoint[]): number {
  let widest = 0;
  for (const [k, p] of points.entries())
    for (const q of points.slice(k + 1)) widest = Math.max(widest, Math.hypot(p[0] - q[0], p[1] - q[1]));
  return widest;
}

/** How far the farthest corner of one convex set lies from another that it holds: their Hausdorff distance. */
export function hausdorff(outer: readonly PayoffPoint[], inner: readonly PayoffPoint[]): number {
  return Math.max(0, ...outer.map((point) => distanceTo(inner, point)));
}

function distanceTo(points: readonly PayoffPoint[], [x, y]: PayoffPoint): number {
  let [least, inside] = [Infinity, points.length > 2];
  for (const [k, p] of points.entries()) {
    const q = points[(k + 1) % points.length] as PayoffPoint;
    const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (dx * (x - p[0]) + dy * (y - p[1])) / length));
    least = Math.min(least, Math.hypot(x - p[0] - along * dx, y - p[1] - along * dy));
    if (dx * (y - p[1]) - dy * (x - p[0]) < 0) inside = false;
  }
  return inside ? 0 : least;
}
