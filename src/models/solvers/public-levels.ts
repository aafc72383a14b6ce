// The set of pure public equilibrium payoffs with public randomisation, from outside: half-planes that hold it, pushed in
// until they rest (abreuPearceStacchetti1990, judd2003). Where h·w ≤ c for the whole set, a point with h·v = c is made by
// some action pair from promises with h·w ≤ c too, so the level of h is the largest over pairs of the c that answers
//   c = max (1−δ) h·g + δ E[h·w]  over promises w in the set with h·w ≤ c that no deviation gains by;
// this spares the slow part of the plain iteration, as in abreuSannikov2014. By duality every price of deviations gives an
// upper bound, so what is pushed in holds the set whatever the linear program's rounding. Directions are added where the
// half-planes' corner stands far from the points that are generated.

import { ContinuationProgram } from "./continuation-program.ts";
import { isWithin, type PayoffPoint } from "./hull.ts";
import { cutBelow, farthest, hausdorff, meet, polygonOf, support, type HalfPlane, type Polygon } from "./polygon.ts";
import type { Profile } from "./public-game.ts";

export type Push = {
  delta: number;
  /** Directions are added until no corner stands farther than this from what is generated. */
  height: number;
  /** Levels that move less than this rest. */
  rest: number;
  mostDirections: number;
  /** Work after which no round is begun. */
  mostWork: number;
};

export type Levels = {
  planes: HalfPlane[];
  polygon: Polygon;
  /** A point on or inside the level of every direction. */
  points: PayoffPoint[];
  rounds: number;
  work: number;
  state: "empty" | "settled" | "cut-short";
};

/** How close a corner must be to a line to lie on it, in a square of side one. */
export const NEAR = 1e-12;
/** Points closer than this are one. */
const SAME = 1e-10;
/** What a deviation may gain, so that rounding and ties leave nothing out. */
const RELAXED = -1e-10;

export function pushIn(profiles: readonly Profile[], start: readonly HalfPlane[], push: Push): Levels {
  let planes = byAngle(start);
  const everyone = profiles.map((profile): Candidate => ({
    profile,
    program: new ContinuationProgram(profile, RELAXED),
  }));
  let candidates = everyone;
  let rounds = 0;
  let cuts = 0;
  const work = (): number => everyone.reduce((sum, { program }) => sum + program.work, 4 * cuts);
  let polygon = meet(planes, NEAR);
  for (;;) {
    rounds++;
    const holding = polygon;
    candidates = polygon.x.length === 0 ? [] : candidates.filter(({ program }) => program.enter(holding));
    if (candidates.length === 0) return { planes, polygon, points: [], rounds, work: work(), state: "empty" };
    let moved = 0;
    const points: PayoffPoint[] = [];
    for (const plane of planes) {
      const before = plane.level;
      points.push(lower(plane, candidates, polygon, push.delta));
      moved = Math.max(moved, before - plane.level);
    }
    if (moved === Infinity) return { planes, polygon, points: [], rounds, work: work(), state: "empty" };
    polygon = meet(planes, NEAR);
    cuts += planes.length * (planes.length + 8);
    const late = work() >= push.mostWork;
    if (moved > push.rest && !late) continue;
    const below = polygon;
    for (const [k, plane] of planes.entries())
      points[k] = pointOn(plane, everyone, below, push.delta) ?? (points[k] as PayoffPoint);
    const more = late ? [] : between(planes, points, polygon, push);
    if (more.length === 0)
      return { planes, polygon, points, rounds, work: work(), state: moved > push.rest ? "cut-short" : "settled" };
    planes = byAngle([...planes.filter((_, k) => !isSpare(points, k)), ...more]);
  }
}

/** Whether the neighbours meet in the same point: the half-planes between them then cut nothing off. */
function isSpare(points: readonly PayoffPoint[], k: number): boolean {
  const [p, q, r] = [points.at(k - 1), points[k], points[(k + 1) % points.length]] as [
    PayoffPoint,
    PayoffPoint,
    PayoffPoint,
  ];
  const close = (one: PayoffPoint): boolean => Math.hypot(one[0] - q[0], one[1] - q[1]) < SAME;
  return close(p) && close(r);
}

type Candidate = { profile: Profile; program: ContinuationProgram };

function byAngle(planes: readonly HalfPlane[]): HalfPlane[] {
  return planes.map((plane) => ({ ...plane })).sort((a, b) => Math.atan2(a.y, a.x) - Math.atan2(b.y, b.x));
}

/** Lowers the level of a direction to the highest that some action pair gives. */
function lower(plane: HalfPlane, candidates: readonly Candidate[], polygon: Polygon, delta: number): PayoffPoint {
  const { x: hx, y: hy } = plane;
  const reaches = polygon.x.map((x, k) => hx * x + hy * (polygon.y[k] as number));
  const most = Math.min(
    plane.level,
    reaches.reduce((a, b) => Math.max(a, b)),
  );
  let [level, mean1, mean2] = [-Infinity, 0, 0];
  let best = candidates[0] as Candidate;
  const first = candidates.findIndex(({ profile }) => profile === plane.last);
  for (let step = first < 0 ? 0 : -1; step < candidates.length && level < most; step++) {
    if (step === first && first >= 0) continue;
    const candidate = candidates[step < 0 ? first : step] as Candidate;
    const { profile, program } = candidate;
    // For ever is the most that a pair can give in any direction.
    if (Math.min(most, hx * profile.g[0] + hy * profile.g[1]) <= level) continue;
    program.maximise(hx, hy);
    const found = levelOf(program, reaches, hx, hy, most, polygon, delta);
    program.work += 8 * profile.pi.length * polygon.x.length;
    if (found <= level) continue;
    [level, best, mean1, mean2] = [found, candidate, program.mean[0], program.mean[1]];
  }
  plane.level = Math.min(level, most);
  plane.last = best.profile;
  const { g } = best.profile;
  return [(1 - delta) * g[0] + delta * mean1, (1 - delta) * g[1] + delta * mean2];
}

/**
 * A point on the level of a direction, from promises below it; where a pair's payoff for ever is on the level, that, since
 * the rest of the face may be there only because it is there.
 */
function pointOn(
  plane: HalfPlane,
  candidates: readonly Candidate[],
  polygon: Polygon,
  delta: number,
): PayoffPoint | null {
  const { x: hx, y: hy, level } = plane;
  const best = candidates.find(({ profile }) => profile === plane.last);
  const [g1, g2] = best?.profile.g ?? [0, 0];
  if (best && Math.abs(hx * g1 + hy * g2 - level) < SAME && isWithin(polygon, g1, g2, SAME)) return [g1, g2];
  const below = cutBelow(polygon, hx, hy, level);
  if (!best || below.x.length === 0 || !best.program.enter(below)) return null;
  best.program.maximise(hx, hy);
  const [{ g }, mean] = [best.profile, best.program.mean];
  return [(1 - delta) * g[0] + delta * mean[0], (1 - delta) * g[1] + delta * mean[1]];
}

const NEWTON_STEPS = 6;

/**
 * The fixed point c = (1−δ) h·g + δ (Σ_y max p_y·w − owed) over w with h·w ≤ c, from above by Newton steps, at the prices
 * that the program was last solved with; `reaches` holds h·corner.
 */
export function levelOf(
  program: ContinuationProgram,
  reaches: Float64Array,
  hx: number,
  hy: number,
  most: number,
  polygon: Polygon,
  delta: number,
): number {
  const { g, pi } = program.profile;
  const owed = program.price(hx, hy);
  const forever = hx * g[0] + hy * g[1];
  if (owed === null) return Math.min(most, forever);
  const fixed = (1 - delta) * forever - delta * owed;
  let c = most;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    let [value, slope] = [fixed, 0];
    for (let y = 0; y < pi.length; y++) {
      supportBelow(polygon, program.px[y] as number, program.py[y] as number, reaches, c);
      value += delta * below.value;
      slope += delta * below.slope;
    }
    if (value >= c) return c;
    if (slope >= 1 || value === -Infinity) return -Infinity;
    const next = (value - slope * c) / (1 - slope);
    if (c - next < 1e-14) return next;
    c = next;
  }
  return c;
}

/** What `supportBelow` found: a record of its own would cost more than the search. */
const below = { value: 0, slope: 0 };

/** The largest p·w over a polygon where h·w ≤ c, and how it grows with c; `reaches` holds h·corner. */
function supportBelow({ x, y }: Polygon, px: number, py: number, reaches: Float64Array, c: number): void {
  let value = -Infinity;
  let slope = 0;
  const count = x.length;
  let before = (reaches[count - 1] as number) - c;
  let reachBefore = px * (x[count - 1] as number) + py * (y[count - 1] as number);
  for (let k = 0; k < count; k++) {
    const over = (reaches[k] as number) - c;
    const reach = px * (x[k] as number) + py * (y[k] as number);
    if (over <= NEAR && reach > value) {
      value = reach;
      slope = 0;
    }
    if ((before > NEAR && over < 0) || (before < 0 && over > NEAR)) {
      const rate = (reach - reachBefore) / (over - before);
      const there = reach - over * rate;
      if (there > value) {
        value = there;
        slope = rate;
      }
    }
    before = over;
    reachBefore = reach;
  }
  below.value = value;
  below.slope = slope;
}

/** Directions that look into the corners of the half-planes that stand too far from what is generated. */
function between(
  planes: readonly HalfPlane[],
  points: readonly PayoffPoint[],
  polygon: Polygon,
  { height, mostDirections }: Push,
): HalfPlane[] {
  const more: HalfPlane[] = [];
  for (const [k, plane] of planes.entries()) {
    if (planes.length + more.length >= mostDirections) break;
    const after = (k + 1) % planes.length;
    const other = planes[after] as HalfPlane;
    const [p, q] = [points[k] as PayoffPoint, points[after] as PayoffPoint];
    const found = across(plane, other, p, q);
    if (!found) continue;
    const at = farthest(polygon, found.x, found.y);
    const corner: PayoffPoint = [polygon.x[at] as number, polygon.y[at] as number];
    if (hausdorff([corner], [p, q]) <= height) continue;
    more.push({ ...found, level: found.x * corner[0] + found.y * corner[1] });
  }
  return more;
}

/** Two directions this close leave nothing between them. */
const NARROW = 1e-7;

/** The direction across the chord of two points, if it lies between the two they were found in; else the one halfway. */
function across(one: HalfPlane, two: HalfPlane, p: PayoffPoint, q: PayoffPoint): { x: number; y: number } | null {
  const turn = (a: { x: number; y: number }, b: { x: number; y: number }): number => a.x * b.y - a.y * b.x;
  const width = Math.hypot(one.x - two.x, one.y - two.y);
  if (width < 2 * NARROW) return null;
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const length = Math.hypot(dx, dy);
  const chord = { x: dy / length, y: -dx / length };
  if (length > SAME && turn(one, chord) > NARROW && turn(chord, two) > NARROW) return chord;
  const half = Math.hypot(one.x + two.x, one.y + two.y);
  return half < SAME ? null : { x: (one.x + two.x) / half, y: (one.y + two.y) / half };
}

/** Half-planes along the edges of the hull of the stage payoffs, and in eight directions of the compass. */
export function stageHull(corners: readonly PayoffPoint[]): HalfPlane[] {
  const hull = polygonOf(corners);
  const directions: [number, number][] = [];
  for (let k = 0; k < 8; k++) directions.push([Math.cos((k * Math.PI) / 4), Math.sin((k * Math.PI) / 4)]);
  for (const [k, [x, y]] of corners.entries()) {
    const next = corners[(k + 1) % corners.length] as PayoffPoint;
    const length = Math.hypot(next[0] - x, next[1] - y);
    if (length > 0) directions.push([(next[1] - y) / length, -(next[0] - x) / length]);
  }
  return directions.map(([x, y]) => ({ x, y, level: support(hull, x, y) }));
}
