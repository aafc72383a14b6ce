// The set of pure public equilibrium payoffs from inside: points that generate one another (abreuPearceStacchetti1990's
// self-generation, judd2003's inner approximation). From the points that the outer half-planes generate, each round makes
// new ones from promises drawn in a little towards the middle, with something asked of every deviation beyond its need.
// The points of the last rounds are pooled, and those whose promises leave the hull of the pool are struck out until none
// does: what is left generates itself, with room to round. From there it grows by what it generates.

import { ContinuationProgram } from "./continuation-program.ts";
import { hullOf, isWithin, type PayoffPoint } from "./hull.ts";
import { cornersOf as cornersAt, cutBelow, meet, middleOf, polygonOf, type Polygon } from "./polygon.ts";
import type { Profile } from "./public-game.ts";
import { levelOf } from "./public-levels.ts";

/** A payoff with the play behind it: an action pair, and a promise after each of the profile's signals. */
export type Made = {
  point: PayoffPoint;
  profile: Profile;
  promises: PayoffPoint[];
  /** A stage equilibrium played for ever: its payoff is exact. */
  forever?: true;
};

export type Inner = {
  delta: number;
  directions: readonly { readonly x: number; readonly y: number }[];
  /** Work that is left; what is done here is taken off. */
  left: { work: number };
};

/** Points closer than this, in a square of side one, are one. */
const SAME = 1e-9;
/** How far promises are drawn in, for δ near 0: first this share, then eight times as much, as long as none is found. */
const SHRINKS = [1e-3, 8e-3, 6.4e-2, 0.5];
/** Drawn in by this when a set grows: room for rounding. */
const ROOM = 1e-5;
/** Rounds whose points are pooled. */
const POOLED = 16;
/** Rounds after which levels that fall slowly are carried on to where they would end, and a little further; then twice as many. */
const JUMP = 12;
const SLOW = 0.8;
const FURTHER = 1.3;
const GROWTHS = 12;
/** What a hull costs a point, in multiplications. */
const HULL_WORK = 500;

/** A set that generates itself, corners counter-clockwise; empty where none was found this way. */
export function selfGenerated(profiles: readonly Profile[], start: readonly PayoffPoint[], inner: Inner): Made[] {
  const patience = 1 - inner.delta;
  for (const [k, share] of SHRINKS.entries()) {
    const operator = new Operator(profiles, inner, share * patience, share * patience * patience);
    const found = settle(operator, start, (inner.left.work * (k + 1)) / 10);
    inner.left.work -= operator.work();
    if (found.length >= 3) return grown(profiles, found, inner);
  }
  return [];
}

/** Rounds of leaps, and jumps ahead along them, until the points of some rounds contain their promises. */
function settle(operator: Operator, start: readonly PayoffPoint[], mostWork: number): Made[] {
  let base = [...start];
  let [pool, levels]: [Made[][], Float64Array[]] = [[], []];
  let patience = JUMP;
  while (base.length >= 3 && operator.work() < mostWork) {
    const made = operator.leap(base);
    pool = [...pool, made].slice(-POOLED);
    levels.push(operator.levels.slice());
    base = made.map(({ point }) => point);
    if (levels.length % 3 === 0) {
      const found = selfContained(pool.flat(), operator, mostWork);
      if (found.length >= 3) return found;
    }
    if (levels.length < patience) continue;
    const ahead = operator.ahead(levels);
    if (!ahead) continue;
    base = ahead;
    [pool, levels] = [[], []];
    patience *= 2;
  }
  return [];
}

/** The most of the points whose corners keep every promise inside their hull. */
function selfContained(pool: readonly Made[], operator: Operator, mostWork: number): Made[] {
  let left = [...pool];
  while (left.length > 0 && operator.work() < mostWork) {
    operator.spent += left.length * HULL_WORK;
    const corners = cornersOf(left);
    const hull = polygonOf(corners.map(({ point }) => point));
    const broken = new Set(corners.filter(({ promises }) => promises.some(([x, y]) => !isWithin(hull, x, y, 0))));
    if (broken.size === 0) return corners;
    left = left.filter((each) => !broken.has(each));
  }
  return [];
}

/** Leaves out corners that add less than `height` to the set and that no promise needs, the least first. */
export function thinned(made: readonly Made[], height: number): Made[] {
  const left = [...made];
  while (left.length > 3) {
    const points = left.map(({ point }) => point);
    const heights = points.map((_, k) => heightAt(points, k));
    const order = heights.map((_, k) => k).sort((a, b) => (heights[a] as number) - (heights[b] as number));
    const gone = order.find((k) => (heights[k] as number) <= height && isSpare(left, points, k));
    if (gone === undefined) break;
    left.splice(gone, 1);
  }
  return left;
}

function isSpare(made: readonly Made[], points: readonly PayoffPoint[], k: number): boolean {
  const rest = polygonOf(points.toSpliced(k, 1));
  return made.every(({ promises }, at) => at === k || promises.every(([x, y]) => isWithin(rest, x, y, 0)));
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

/** Stage equilibria, each of which generates itself. */
function stageEquilibria(profiles: readonly Profile[]): Made[] {
  const nash = profiles.filter(({ need }) => need.every((x) => x <= 0));
  return nash.map((profile) => ({
    point: [...profile.g],
    profile,
    promises: profile.signals.map((): PayoffPoint => profile.g),
    forever: true,
  }));
}

/** What the set generates is added to it until it rests. */
function grown(profiles: readonly Profile[], first: Made[], inner: Inner): Made[] {
  const patience = 1 - inner.delta;
  const operator = new Operator(profiles, inner, ROOM * patience, ROOM * patience * patience);
  let made = cornersOf([...stageEquilibria(profiles), ...first]);
  for (let round = 0; round < GROWTHS && operator.work() < inner.left.work / 4; round++) {
    const points = made.map(({ point }) => point);
    const next = cornersOf([...made, ...operator.step(points)]);
    const before = polygonOf(points);
    const moved = next.some(({ point: [x, y] }) => !isWithin(before, x, y, 1e-6));
    made = next;
    if (!moved) break;
  }
  inner.left.work -= operator.work();
  return made;
}

/** The set operator in given directions, with promises drawn in by `shrink` and `margin` asked of every deviation. */
class Operator {
  private rounds = 0;
  /** Work done on its points elsewhere. */
  spent = 0;
  private readonly inner: Inner;
  private readonly shrink: number;
  private readonly all: ContinuationProgram[];
  /** A second program per profile for promises below a level, so that the first keeps its basis. */
  private readonly cut: Map<ContinuationProgram, ContinuationProgram>;
  private readonly last: (ContinuationProgram | undefined)[] = [];
  /** How far the last round reached in every direction. */
  readonly levels: Float64Array;

  constructor(profiles: readonly Profile[], inner: Inner, shrink: number, margin: number) {
    this.inner = inner;
    this.levels = new Float64Array(inner.directions.length);
    this.shrink = shrink;
    this.all = profiles.map((profile) => new ContinuationProgram(profile, margin));
    this.cut = new Map(this.all.map((program) => [program, new ContinuationProgram(program.profile, margin)]));
  }

  work(): number {
    let sum = this.spent + this.rounds * this.levels.length * 2000;
    for (const [one, two] of this.cut) sum += one.work + two.work;
    return sum;
  }

  /** Where falling levels would end: past that a set generates more than itself. */
  ahead(levels: readonly Float64Array[]): PayoffPoint[] | null {
    const [last, before, earlier] = [levels.at(-1), levels.at(-2), levels.at(-3)] as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let [fall, fell] = [0, 0];
    for (let k = 0; k < last.length; k++) {
      fall += Math.max(0, (before[k] as number) - (last[k] as number));
      fell += Math.max(0, (earlier[k] as number) - (before[k] as number));
    }
    const ratio = fall / fell;
    if (!(ratio > SLOW && ratio < 1)) return null;
    const more = (FURTHER * ratio) / (1 - ratio);
    const planes = this.inner.directions.map(({ x, y }, k) => {
      const step = Math.max(0, (before[k] as number) - (last[k] as number));
      return { x, y, level: (last[k] as number) - more * step };
    });
    const points = hullOf(cornersAt(meet(planes, SAME)), SAME);
    return points.length < 3 ? null : points;
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
    this.rounds++;
    const polygon = drawnIn(points, this.shrink);
    const open = this.all.filter((program) => program.enter(polygon));
    const made = this.inner.directions.flatMap(({ x, y }, k) => {
      const found = this.farthest(polygon, open, x, y, leap, this.last[k]);
      if (!found) return [];
      this.levels[k] = found.level;
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
  ): { program: ContinuationProgram; made: Made; level: number } | null {
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
      return { program: best, made: madeBy(solo, below, delta), level };
    }
    best.maximise(hx, hy);
    return { program: best, made: madeBy(best, polygon, delta), level };
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
