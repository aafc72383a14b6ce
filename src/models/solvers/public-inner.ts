// The set of pure public equilibrium payoffs from inside: points that generate one another (abreuPearceStacchetti1990's
// self-generation, judd2003's inner approximation). From the points that the outer half-planes generate, each round makes
// new ones from promises drawn in a little towards the middle, with something asked of every deviation beyond its need.
// The points of the last rounds are pooled, and those whose promises leave the hull of the pool are struck out until none
// does: what is left generates itself, with room to round. From there it grows by what it generates.

import { ContinuationProgram } from "./continuation-program.ts";
import { hullOf, isInside, type PayoffPoint } from "./hull.ts";
import { cutBelow, middleOf, polygonOf, type Polygon } from "./polygon.ts";
import type { Profile } from "./public-game.ts";
import { levelOf } from "./public-levels.ts";

/** A payoff with the play behind it: an action pair, and a promise after each of the profile's signals. */
export type Made = { point: PayoffPoint; profile: Profile; promises: PayoffPoint[] };

export type Inner = {
  delta: number;
  directions: readonly { readonly x: number; readonly y: number }[];
  mostWork: number;
};

/** Points closer than this, in a square of side one, are one. */
const SAME = 1e-9;
/** How far promises are drawn in, for δ near 0: first this share, then eight times as much, as long as none is found. */
const SHRINKS = [1e-3, 8e-3, 6.4e-2, 0.5];
/** Drawn in by this when a set grows: room for rounding. */
const ROOM = 1e-7;
/** Rounds whose points are pooled. */
const POOLED = 16;
const GROWTHS = 12;

/** A set that generates itself, corners counter-clockwise; empty where none was found this way. */
export function selfGenerated(profiles: readonly Profile[], start: readonly PayoffPoint[], inner: Inner): Made[] {
  const patience = 1 - inner.delta;
  const rounds = Math.ceil(30 + 1.5 / patience);
  let left = inner.mostWork;
  for (const share of SHRINKS) {
    const operator = new Operator(profiles, inner, share * patience, share * patience * patience);
    let base = [...start];
    let pool: Made[][] = [];
    for (let round = 1; round <= rounds && base.length >= 3 && operator.work() < left; round++) {
      const made = operator.leap(base);
      pool = [...pool, made].slice(-POOLED);
      base = made.map(({ point }) => point);
      const found = round % 4 === 0 ? selfContained(pool.flat()) : [];
      if (found.length >= 3) return grown(profiles, found, inner);
    }
    left -= operator.work();
    if (left <= 0) break;
  }
  return [];
}

/** The most of the points whose corners keep every promise inside their hull. */
function selfContained(pool: readonly Made[]): Made[] {
  let left = [...pool];
  while (left.length > 0) {
    const corners = cornersOf(left);
    const hull = corners.map(({ point }) => point);
    const broken = new Set(corners.filter(({ promises }) => promises.some(([x, y]) => !isInside(hull, x, y, 0))));
    if (broken.size === 0) return corners;
    left = left.filter((each) => !broken.has(each));
  }
  return [];
}

/** Leaves out corners that add less than `height` to the set and that no promise needs, the least first. */
export function thinned(made: readonly Made[], height: number): Made[] {
  const left = [...made];
  for (;;) {
    const points = left.map(({ point }) => point);
    const heights = points.map((_, k) => heightAt(points, k));
    const order = heights.map((_, k) => k).sort((a, b) => (heights[a] as number) - (heights[b] as number));
    const gone = order.find((k) => {
      if (left.length <= 3 || (heights[k] as number) > height) return false;
      const rest = points.toSpliced(k, 1);
      return left.every(({ promises }, at) => at === k || promises.every(([x, y]) => isInside(rest, x, y, 0)));
    });
    if (gone === undefined) return left;
    left.splice(gone, 1);
  }
}

function heightAt(points: readonly PayoffPoint[], k: number): number {
  const [p, [x, y], q] = [points.at(k - 1), points[k], points[(k + 1) % points.length]] as [
    PayoffPoint,
    PayoffPoint,
    PayoffPoint,
  ];
  const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
  return length === 0 ? 0 : ((q[1] - p[1]) * (x - p[0]) - (q[0] - p[0]) * (y - p[1])) / length;
}

/** What the set generates is added to it until it rests. */
function grown(profiles: readonly Profile[], first: Made[], inner: Inner): Made[] {
  const patience = 1 - inner.delta;
  const operator = new Operator(profiles, inner, ROOM * patience, ROOM * patience * patience);
  let made = first;
  for (let round = 0; round < GROWTHS && operator.work() < inner.mostWork / 4; round++) {
    const points = made.map(({ point }) => point);
    const next = cornersOf([...made, ...operator.step(points)]);
    const moved = next.some(({ point: [x, y] }) => !isInside(points, x, y, 1e-6));
    made = next;
    if (!moved) break;
  }
  return made;
}

/** The set operator in given directions, with promises drawn in by `shrink` and `margin` asked of every deviation. */
class Operator {
  private readonly inner: Inner;
  private readonly shrink: number;
  private readonly all: ContinuationProgram[];
  /** A second program per profile for promises below a level, so that the first keeps its basis. */
  private readonly cut: Map<ContinuationProgram, ContinuationProgram>;
  private readonly last: (ContinuationProgram | undefined)[] = [];

  constructor(profiles: readonly Profile[], inner: Inner, shrink: number, margin: number) {
    this.inner = inner;
    this.shrink = shrink;
    this.all = profiles.map((profile) => new ContinuationProgram(profile, margin));
    this.cut = new Map(this.all.map((program) => [program, new ContinuationProgram(program.profile, margin)]));
  }

  work(): number {
    let sum = 0;
    for (const [one, two] of this.cut) sum += one.work + two.work;
    return sum;
  }

  /** In every direction the farthest point that the set generates. */
  step(points: readonly PayoffPoint[]): Made[] {
    return this.each(points, false);
  }

  /** In every direction h a point at the level c that promises with h·w ≤ c give: where many steps would lead. */
  leap(points: readonly PayoffPoint[]): Made[] {
    return this.each(points, true);
  }

  private each(points: readonly PayoffPoint[], leap: boolean): Made[] {
    const polygon = drawnIn(points, this.shrink);
    const open = this.all.filter((program) => program.enter(polygon));
    const made = this.inner.directions.flatMap(({ x, y }, k) => {
      const found = this.farthest(polygon, open, x, y, leap, this.last[k]);
      if (!found) return [];
      this.last[k] = found.program;
      return [found.made];
    });
    return cornersOf(made);
  }

  private farthest(
    polygon: Polygon,
    open: readonly ContinuationProgram[],
    hx: number,
    hy: number,
    leap: boolean,
    last: ContinuationProgram | undefined,
  ): { program: ContinuationProgram; made: Made } | null {
    const { delta } = this.inner;
    const across = polygon.x.map((x, k) => hx * x + hy * (polygon.y[k] as number));
    const most = across.reduce((a, b) => Math.max(a, b), -Infinity);
    let best: ContinuationProgram | null = null;
    let level = -Infinity;
    const first = last ? open.indexOf(last) : -1;
    for (let at = first < 0 ? 0 : -1; at < open.length; at++) {
      if (at === first && first >= 0) continue;
      const program = open[at < 0 ? first : at] as ContinuationProgram;
      const forever = hx * program.profile.g[0] + hy * program.profile.g[1];
      const now = (1 - delta) * forever;
      if ((leap ? Math.min(most, forever) : now + delta * most) <= level) continue;
      let found = now + delta * program.maximise(hx, hy);
      if (leap && found < most) found = levelOf(program, across, hx, hy, most, polygon, delta);
      if (found > level + 1e-13) [best, level] = [program, found];
    }
    if (!best) return null;
    if (leap && level < most - SAME) {
      const below = cutBelow(polygon, hx, hy, level);
      const solo = this.cut.get(best) as ContinuationProgram;
      if (below.x.length === 0 || !solo.enter(below)) return null;
      solo.maximise(hx, hy);
      return { program: best, made: madeBy(solo, below, delta) };
    }
    best.maximise(hx, hy);
    return { program: best, made: madeBy(best, polygon, delta) };
  }
}

function drawnIn(points: readonly PayoffPoint[], shrink: number): Polygon {
  const [cx, cy] = middleOf(points);
  const { x, y } = polygonOf(points);
  return { x: x.map((at) => at + shrink * (cx - at)), y: y.map((at) => at + shrink * (cy - at)) };
}

function madeBy(program: ContinuationProgram, polygon: Polygon, delta: number): Made {
  const { profile, mean } = program;
  const promises = program.promises().map((weights): PayoffPoint => {
    let [x, y] = [0, 0];
    for (const { corner, weight } of weights) {
      x += weight * (polygon.x[corner] as number);
      y += weight * (polygon.y[corner] as number);
    }
    return [x, y];
  });
  const { g } = profile;
  return { point: [(1 - delta) * g[0] + delta * mean[0], (1 - delta) * g[1] + delta * mean[1]], profile, promises };
}

function cornersOf(made: readonly Made[]): Made[] {
  const by = new Map(made.map((each) => [each.point, each]));
  return hullOf([...by.keys()], SAME).map((point) => by.get(point) as Made);
}
