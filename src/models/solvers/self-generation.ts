// Turns a set of equilibrium payoffs found in floats into one that proves itself: every corner is a stage payoff today
// and a lottery over corners tomorrow, and nobody gains by a deviation that is answered by its own worst corner
// (abreu1988, abreuPearceStacchetti1990). Exact where the corners are fractions; else to a stated eps.

import { largest, Rational, rational, simplestNear, smallest } from "../../math/rational.ts";
import type { PayoffPoint } from "./hull.ts";

export type ExactGame = { one: Rational[][]; two: Rational[][]; delta: Rational };
export type Corner = { point: [Rational, Rational]; actions: [number, number]; weights: Rational[] };
export type SelfGenerating = { corners: Corner[]; eps: Rational };

const LOOSE = rational("1/1000000000");

export function selfGenerating(game: ExactGame, vertices: readonly PayoffPoint[]): SelfGenerating | null {
  const size = Math.max(1, ...vertices.flat().map(Math.abs));
  for (const { eps, tolerance } of [
    { eps: Rational.zero, tolerance: 2e-10 * size },
    { eps: LOOSE.times(simplestNear(size, 0.5).plus(1)), tolerance: 0 },
  ]) {
    const points = vertices.map(([x, y]): [Rational, Rational] => [near(x, tolerance), near(y, tolerance)]);
    const corners = points.map((point) => generate(game, points, point, eps));
    if (corners.every((corner) => corner !== null)) return { corners, eps };
  }
  return null;
}

function near(value: number, tolerance: number): Rational {
  return tolerance === 0 ? rational(value) : simplestNear(value, tolerance);
}

/** The first action pair, and a lottery over the corners after it, that give a corner. */
function generate(
  { one, two, delta }: ExactGame,
  points: readonly [Rational, Rational][],
  point: [Rational, Rational],
  eps: Rational,
): Corner | null {
  const now = Rational.one.minus(delta);
  const worst = ([0, 1] as const).map((i) => smallest(points.map((corner) => corner[i]))) as [Rational, Rational];
  for (const [a, row] of one.entries()) {
    for (const [b, g1] of row.entries()) {
      const g2 = (two[a] as Rational[])[b] as Rational;
      const best = [largest(one.map((line) => line[b] as Rational)), largest(two[a] as Rational[])] as const;
      const held = ([0, 1] as const).every((i) =>
        point[i].plus(eps).isAtLeast(now.times(best[i]).plus(delta.times(worst[i]))),
      );
      if (!held) continue;
      const weights = delta.isZero()
        ? stageOnly(points, point, [g1, g2])
        : lottery(points, [later(point[0], g1, delta), later(point[1], g2, delta)], eps);
      if (weights) return { point, actions: [a, b], weights };
    }
  }
  return null;
}

function later(value: Rational, payoff: Rational, delta: Rational): Rational {
  return value.minus(Rational.one.minus(delta).times(payoff)).over(delta);
}

function stageOnly(
  points: readonly [Rational, Rational][],
  point: [Rational, Rational],
  payoff: [Rational, Rational],
): Rational[] | null {
  if (!point[0].equals(payoff[0]) || !point[1].equals(payoff[1])) return null;
  return points.map((_, k) => (k === 0 ? Rational.one : Rational.zero));
}

/** Weights over the corners of a convex polygon that give w, or give it to eps. */
function lottery(points: readonly [Rational, Rational][], w: [Rational, Rational], eps: Rational): Rational[] | null {
  const none = points.map(() => Rational.zero);
  const set = (entries: [number, Rational][]): Rational[] => {
    const weights = [...none];
    for (const [k, weight] of entries) weights[k] = (weights[k] as Rational).plus(weight);
    return weights;
  };
  const [first] = points as [[Rational, Rational], ...[Rational, Rational][]];
  if (points.length === 1) return isNear(first, w, eps) ? set([[0, Rational.one]]) : null;
  if (points.length === 2) return onSegment(points, w, eps, set);
  // A fan of triangles from the first corner.
  for (let k = 1; k + 1 < points.length; k++) {
    const [q, r] = [points[k], points[k + 1]] as [[Rational, Rational], [Rational, Rational]];
    const [ux, uy, vx, vy] = [q[0].minus(first[0]), q[1].minus(first[1]), r[0].minus(first[0]), r[1].minus(first[1])];
    const area = ux.times(vy).minus(uy.times(vx));
    if (area.isZero()) continue;
    const [wx, wy] = [w[0].minus(first[0]), w[1].minus(first[1])];
    const toQ = wx.times(vy).minus(wy.times(vx)).over(area);
    const toR = ux.times(wy).minus(uy.times(wx)).over(area);
    const exactly = [toQ, toR, Rational.one.minus(toQ).minus(toR)];
    const least = smallest(exactly);
    if (least.sign() >= 0)
      return set([
        [k, toQ],
        [k + 1, toR],
        [0, exactly[2] as Rational],
      ]);
    // Rounding may leave w a hair outside: cut the weights, and see how far the lottery then misses.
    if (eps.isZero()) continue;
    const cut = exactly.map((x) => (x.sign() < 0 ? Rational.zero : x));
    const sum = cut.reduce((x, y) => x.plus(y));
    const [cq, cr, c0] = cut.map((x) => x.over(sum)) as [Rational, Rational, Rational];
    const got = ([0, 1] as const).map((i) => q[i].times(cq).plus(r[i].times(cr)).plus(first[i].times(c0))) as [
      Rational,
      Rational,
    ];
    if (isNear(got, w, eps))
      return set([
        [k, cq],
        [k + 1, cr],
        [0, c0],
      ]);
  }
  return null;
}

function onSegment(
  points: readonly [Rational, Rational][],
  w: [Rational, Rational],
  eps: Rational,
  set: (entries: [number, Rational][]) => Rational[],
): Rational[] | null {
  const [p, q] = points as [[Rational, Rational], [Rational, Rational]];
  const [dx, dy] = [q[0].minus(p[0]), q[1].minus(p[1])];
  const along = w[0]
    .minus(p[0])
    .times(dx)
    .plus(w[1].minus(p[1]).times(dy))
    .over(dx.times(dx).plus(dy.times(dy)));
  const share = along.sign() < 0 ? Rational.zero : along.isAbove(1) ? Rational.one : along;
  const got: [Rational, Rational] = [p[0].plus(share.times(dx)), p[1].plus(share.times(dy))];
  return isNear(got, w, eps)
    ? set([
        [0, Rational.one.minus(share)],
        [1, share],
      ])
    : null;
}

function isNear(got: readonly [Rational, Rational], want: readonly [Rational, Rational], eps: Rational): boolean {
  return got[0].minus(want[0]).abs().isAtMost(eps) && got[1].minus(want[1]).abs().isAtMost(eps);
}
