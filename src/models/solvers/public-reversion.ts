// Equilibria behind a public signal that need no iteration: an action pair a is played until a signal, by lottery, ends it
// in a stage equilibrium N for ever (after greenPorter1984, with the ending chosen signal by signal). If signal y ends it with
// chance t_y, T = Σ_y π_y t_y, then
//   v = N + λ (g(a) − N),  λ = (1−δ)/(1−δ+δT),
// and a deviation with gain γ and signal law π' does not pay iff  δ (g_i − N_i) Σ_y (π'_y − π_y) t_y ≥ γ (1−δ+δT): linear in
// t, so the least T is an exact linear program. Sets without an inside, where rounding has no room, are often just these.

import { maximise } from "../../math/exact-program.ts";
import { Rational, sumOf } from "../../math/rational.ts";
import { hullOf, type PayoffPoint } from "./hull.ts";
import {
  deviationsFrom,
  stageEquilibria,
  type ExactPoint,
  type ExactPublicGame,
  type Lottery,
  type PublicCorner,
} from "./public-proof.ts";

/** Exact programs are solved for every pair and stage equilibrium: numbers in them over all. */
const MOST_WORK = 40_000;

/** Stage equilibria, and what can be kept up until one of them; none where the game is too large. */
export function reversions(game: ExactPublicGame): PublicCorner[] {
  const nash = stageEquilibria(game);
  const [rows, columns, signals] = [game.one.length, game.one[0]?.length ?? 0, game.signals[0]?.[0]?.length ?? 0];
  const work = nash.length * rows * columns * signals * (rows + columns + signals);
  const corners = nash.map((pair, k) => forEver(game, pair, k));
  if (game.delta.isZero() || work > MOST_WORK) return corners;
  const ends = corners.length;
  for (let end = 0; end < ends; end++)
    for (let a = 0; a < rows; a++)
      for (let b = 0; b < columns; b++) {
        const found = until(game, [a, b], (corners[end] as PublicCorner).point);
        if (!found) continue;
        const here = corners.length;
        corners.push({
          point: found.point,
          actions: [a, b],
          promises: found.ends.map((t): Lottery => lotteryOf(here, end, t)),
        });
      }
  return joined([corners]);
}

function forEver(game: ExactPublicGame, pair: readonly [number, number], k: number): PublicCorner {
  const promises = lawOf(game, pair).map((): Lottery => [{ corner: k, weight: Rational.one }]);
  return { point: payoffs(game, pair), actions: pair, promises };
}

function lotteryOf(here: number, end: number, t: Rational): Lottery {
  const parts = [
    { corner: here, weight: Rational.one.minus(t) },
    { corner: end, weight: t },
  ];
  return parts.filter(({ weight }) => !weight.isZero());
}

function payoffs({ one, two }: ExactPublicGame, [a, b]: readonly [number, number]): ExactPoint {
  return [(one[a] as Rational[])[b] as Rational, (two[a] as Rational[])[b] as Rational];
}

function lawOf({ signals }: ExactPublicGame, [a, b]: readonly [number, number]): Rational[] {
  return (signals[a] as Rational[][])[b] as Rational[];
}

type Until = { point: ExactPoint; ends: Rational[] };

/** The pair kept up as long as can be; null where no ending deters, or where nothing is gained over the end. */
function until(game: ExactPublicGame, pair: readonly [number, number], end: ExactPoint): Until | null {
  const { delta } = game;
  const now = Rational.one.minus(delta);
  const g = payoffs(game, pair);
  const law = lawOf(game, pair);
  const above = [g[0].minus(end[0]), g[1].minus(end[1])] as const;
  if (above.every((x) => x.isZero())) return null;
  const matrix = law.map((_, y) => law.map((__, z) => (z === y ? Rational.one : Rational.zero)));
  const limits = law.map(() => Rational.one);
  for (const { player, gain, rise } of deviationsFrom(game, pair)) {
    // rise = π − π'.
    matrix.push(rise.map((r, y) => delta.times(r.times(above[player]).plus(gain.times(law[y] as Rational)))));
    limits.push(gain.times(now).negated());
  }
  const solved = maximise({ objective: law.map((p) => p.negated()), matrix, limits });
  if (solved.state !== "optimal") return null;
  const ending = sumOf(law.map((p, y) => p.times(solved.point[y] as Rational)));
  const share = now.over(now.plus(delta.times(ending)));
  return { point: [end[0].plus(share.times(above[0])), end[1].plus(share.times(above[1]))], ends: solved.point };
}

/**
 * Sets that prove themselves, taken together: what lotteries over all of them reach proves itself too. The corners of the
 * hull come first, counter-clockwise; after them those that a promise still names.
 */
export function joined(sets: readonly (readonly PublicCorner[])[]): PublicCorner[] {
  const all: PublicCorner[] = [];
  for (const set of sets) {
    const from = all.length;
    for (const { point, actions, promises } of set)
      all.push({
        point,
        actions,
        promises: promises.map((lottery) => lottery.map(({ corner, weight }) => ({ corner: corner + from, weight }))),
      });
  }
  const floats = all.map(({ point: [x, y] }): PayoffPoint => [x.toNumber(), y.toNumber()]);
  const size = Math.max(1e-300, ...floats.flat().map(Math.abs));
  // Equal points are one: the first stands for all.
  const same = all.map(({ point }, k) =>
    all.findIndex((other, j) => j <= k && other.point[0].equals(point[0]) && other.point[1].equals(point[1])),
  );
  const first = floats.filter((_, k) => same[k] === k);
  const order = hullOf(first, 1e-12 * size).map((corner) => floats.indexOf(corner));
  for (const k of order)
    for (const { corner } of (all[k] as PublicCorner).promises.flat()) {
      const named = same[corner] as number;
      if (!order.includes(named)) order.push(named);
    }
  const place = new Map(order.map((k, at) => [k, at]));
  return order.map((k) => {
    const { point, actions, promises } = all[k] as PublicCorner;
    return {
      point,
      actions,
      promises: promises.map((lottery) => merged(lottery, (corner) => place.get(same[corner] as number) as number)),
    };
  });
}

/** Under new numbers, two of which may be the same. */
function merged(lottery: Lottery, number: (corner: number) => number): Lottery {
  const weights = new Map<number, Rational>();
  for (const { corner, weight } of lottery)
    weights.set(number(corner), weight.plus(weights.get(number(corner)) ?? Rational.zero));
  return [...weights].map(([corner, weight]) => ({ corner, weight }));
}
