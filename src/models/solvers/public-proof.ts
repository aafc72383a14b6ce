// Turns equilibrium payoffs under public monitoring found in floats into a set that proves itself in exact fractions:
// every corner is an action pair today and, after each signal, a lottery over the corners, so that the corner's payoff comes
// out exactly and no deviation gains (abreuPearceStacchetti1990). Points found with room are rounded, and one signal's
// lottery takes up what rounding left over; few points are guessed as simple fractions and proved by exact linear programs.

import { maximise } from "../../math/exact-program.ts";
import { largest, Rational, rational, simplestNear, sumOf } from "../../math/rational.ts";
import type { PayoffPoint } from "./hull.ts";
import type { Made } from "./public-inner.ts";
import { toPayoff, type Units } from "./public-game.ts";

export type ExactPublicGame = {
  one: Rational[][];
  two: Rational[][];
  /** signals[a][b][y]: probability of public signal y. */
  signals: Rational[][][];
  delta: Rational;
};

export type ExactPoint = [Rational, Rational];
/** A lottery over corners. */
export type Lottery = { corner: number; weight: Rational }[];
export type PublicCorner = { point: ExactPoint; actions: readonly [number, number]; promises: Lottery[] };

const payoff = ({ one, two }: ExactPublicGame, i: 0 | 1, a: number, b: number): Rational =>
  ((i === 0 ? one : two)[a] as Rational[])[b] as Rational;
const law = ({ signals }: ExactPublicGame, a: number, b: number): Rational[] =>
  (signals[a] as Rational[][])[b] as Rational[];

/** Digits of points beyond the size of the payoffs, and of weights: the more, the finer the room that patience leaves. */
function digitsFor({ delta }: ExactPublicGame): number {
  return 8 + Math.min(8, Math.ceil(-Math.log10(1 - delta.toNumber())));
}

/** Points with room: null where rounding takes more than there is. */
export function proveRounded(game: ExactPublicGame, made: readonly Made[], units: Units): PublicCorner[] | null {
  const size = Math.max(...units.size);
  const digits = Math.min(40, Math.max(0, digitsFor(game) - Math.floor(Math.log10(size))));
  const floats = made.map(({ point }) => toPayoff(units, point));
  const points = floats.map(([x, y], k): ExactPoint => {
    const each = made[k] as Made;
    if (each.forever) return [payoff(game, 0, ...each.profile.actions), payoff(game, 1, ...each.profile.actions)];
    return [rational(x.toFixed(digits)), rational(y.toFixed(digits))];
  });
  const corners: PublicCorner[] = [];
  for (const [k, { profile, promises, forever }] of made.entries()) {
    if (forever) {
      const always = forEver(game, points[k] as ExactPoint, k, [[...profile.actions]]);
      if (
        !always ||
        !deters(
          game,
          always.actions,
          always.promises.map(() => always.point),
        )
      )
        return null;
      corners.push(always);
      continue;
    }
    const wanted = new Map(profile.signals.map((y, at) => [y, toPayoff(units, promises[at] as PayoffPoint)]));
    const own: Lottery = [{ corner: k, weight: Rational.one }];
    const rounded = law(game, ...profile.actions).map((_, y) => {
      const promise = wanted.get(y);
      return promise ? roundedLottery(floats, promise, 10 ** digitsFor(game)) : own;
    });
    const corner = takenUp(game, points, k, profile.actions, rounded);
    if (!corner) return null;
    corners.push(corner);
  }
  return corners;
}

/** Short weights on a triangle of the fan from the first corner. */
function roundedLottery(points: readonly PayoffPoint[], [x, y]: PayoffPoint, grain: number): Lottery {
  const [fx, fy] = points[0] as PayoffPoint;
  let [best, found]: [number, [number, number, number]] = [-Infinity, [0, 0, 0]];
  for (let k = 1; k + 1 < points.length; k++) {
    const [q, r] = [points[k] as PayoffPoint, points[k + 1] as PayoffPoint];
    const [ux, uy, vx, vy] = [q[0] - fx, q[1] - fy, r[0] - fx, r[1] - fy];
    const area = ux * vy - uy * vx;
    const [toQ, toR] = [((x - fx) * vy - (y - fy) * vx) / area, (ux * (y - fy) - uy * (x - fx)) / area];
    const least = Math.min(toQ, toR, 1 - toQ - toR);
    if (least > best) [best, found] = [least, [k, toQ, toR]];
    if (best >= 0) break;
  }
  const [k, toQ, toR] = found;
  const grains = (share: number, most: number): number => Math.min(most, Math.max(0, Math.round(share * grain)));
  const q = grains(toQ, grain);
  const r = grains(toR, grain - q);
  const parts: [number, number][] = [
    [0, grain - q - r],
    [k, q],
    [k + 1, r],
  ];
  return parts.flatMap(([corner, n]) =>
    n === 0 ? [] : [{ corner, weight: Rational.fraction(BigInt(n), BigInt(grain)) }],
  );
}

/** Makes the payoff come out exactly by one signal's lottery, and checks every deviation. */
function takenUp(
  game: ExactPublicGame,
  points: readonly ExactPoint[],
  k: number,
  actions: readonly [number, number],
  rounded: readonly Lottery[],
): PublicCorner | null {
  const point = points[k] as ExactPoint;
  const chances = law(game, ...actions);
  const promised = rounded.map((lottery) => meanOf(points, lottery));
  const order = chances.map((_, y) => y).sort((a, b) => (chances[b] as Rational).compare(chances[a] as Rational));
  for (const y of order.slice(0, 6)) {
    const chance = chances[y] as Rational;
    if (chance.isZero()) break;
    const left = ([0, 1] as const).map((i) => {
      const others = sumOf(chances.map((p, z) => (z === y ? Rational.zero : p.times((promised[z] as ExactPoint)[i]))));
      return laterOf(game, point[i], payoff(game, i, ...actions))
        .minus(others)
        .over(chance);
    }) as ExactPoint;
    const lottery = exactLottery(points, left);
    if (!lottery) continue;
    const promises = rounded.with(y, lottery);
    if (deters(game, actions, promised.with(y, left))) return { point, actions, promises };
  }
  return null;
}

/** What must be promised on average for a payoff: (v − (1−δ) g)/δ. */
function laterOf({ delta }: ExactPublicGame, value: Rational, today: Rational): Rational {
  return value.minus(Rational.one.minus(delta).times(today)).over(delta);
}

function meanOf(points: readonly ExactPoint[], lottery: Lottery): ExactPoint {
  return ([0, 1] as const).map((i) =>
    sumOf(lottery.map(({ corner, weight }) => weight.times((points[corner] as ExactPoint)[i]))),
  ) as ExactPoint;
}

function exactLottery(points: readonly ExactPoint[], [x, y]: ExactPoint): Lottery | null {
  const [fx, fy] = points[0] as ExactPoint;
  for (let k = 1; k + 1 < points.length; k++) {
    const [q, r] = [points[k] as ExactPoint, points[k + 1] as ExactPoint];
    const [ux, uy, vx, vy] = [q[0].minus(fx), q[1].minus(fy), r[0].minus(fx), r[1].minus(fy)];
    const area = ux.times(vy).minus(uy.times(vx));
    if (area.isZero()) continue;
    const [dx, dy] = [x.minus(fx), y.minus(fy)];
    const toQ = dx.times(vy).minus(dy.times(vx)).over(area);
    const toR = ux.times(dy).minus(uy.times(dx)).over(area);
    const rest = Rational.one.minus(toQ).minus(toR);
    if (toQ.sign() < 0 || toR.sign() < 0 || rest.sign() < 0) continue;
    return [
      { corner: 0, weight: rest },
      { corner: k, weight: toQ },
      { corner: k + 1, weight: toR },
    ].filter(({ weight }) => !weight.isZero());
  }
  return null;
}

type Deviation = { player: 0 | 1; gain: Rational; rise: Rational[] };

export function deviationsFrom(game: ExactPublicGame, [a, b]: readonly [number, number]): Deviation[] {
  const here = law(game, a, b);
  const from = (player: 0 | 1, x: number, y: number): Deviation => ({
    player,
    gain: payoff(game, player, x, y).minus(payoff(game, player, a, b)),
    rise: law(game, x, y).map((p, at) => (here[at] as Rational).minus(p)),
  });
  return [
    ...game.one.flatMap((_, x) => (x === a ? [] : [from(0, x, b)])),
    ...(game.one[0] ?? []).flatMap((_, y) => (y === b ? [] : [from(1, a, y)])),
  ];
}

function deters(game: ExactPublicGame, actions: readonly [number, number], promised: readonly ExactPoint[]): boolean {
  const now = Rational.one.minus(game.delta);
  return deviationsFrom(game, actions).every(({ player, gain, rise }) => {
    const loss = sumOf(rise.map((p, y) => p.times((promised[y] as ExactPoint)[player])));
    return game.delta.times(loss).isAtLeast(now.times(gain));
  });
}

/** Action pairs that no deviation gains from today. */
export function stageEquilibria({ one, two }: ExactPublicGame): [number, number][] {
  const tops = (one[0] ?? []).map((_, b) => largest(one.map((row) => row[b] as Rational)));
  return one.flatMap((row, a) => {
    const best = largest(two[a] as Rational[]);
    return row.flatMap((x, b): [number, number][] =>
      x.equals(tops[b] as Rational) && two[a]?.[b]?.equals(best) ? [[a, b]] : [],
    );
  });
}

export type Guess = { points: readonly PayoffPoint[]; near: number; actions: readonly (readonly [number, number])[] };

/** Few points, each guessed as the simplest fraction near it, and proved; null where a guess is none. */
export function proveGuessed(game: ExactPublicGame, { points, near, actions }: Guess): PublicCorner[] | null {
  const exact = points.map(([x, y]): ExactPoint => [simplestNear(x, near), simplestNear(y, near)]);
  return proveExactly(game, exact, actions);
}

/** Given points, the play behind each: a stage equilibrium for ever, or promises found by an exact linear program. */
export function proveExactly(
  game: ExactPublicGame,
  points: readonly ExactPoint[],
  actions: readonly (readonly [number, number])[],
): PublicCorner[] | null {
  const nash = stageEquilibria(game);
  const corners: PublicCorner[] = [];
  for (const [k, point] of points.entries()) {
    const corner = forEver(game, point, k, nash) ?? byProgram(game, points, point, actions);
    if (!corner) return null;
    corners.push(corner);
  }
  return corners;
}

function forEver(game: ExactPublicGame, point: ExactPoint, k: number, nash: [number, number][]): PublicCorner | null {
  const found = nash.find(([a, b]) => ([0, 1] as const).every((i) => payoff(game, i, a, b).equals(point[i])));
  if (!found) return null;
  return { point, actions: found, promises: law(game, ...found).map(() => [{ corner: k, weight: Rational.one }]) };
}

/** Variables: the weight on every corner but the first after each signal that matters. */
function byProgram(
  game: ExactPublicGame,
  points: readonly ExactPoint[],
  point: ExactPoint,
  actions: readonly (readonly [number, number])[],
): PublicCorner | null {
  if (game.delta.isZero() || points.length < 2) return null;
  for (const pair of actions) {
    const promises = promisesFor(game, points, point, pair);
    if (promises) return { point, actions: pair, promises };
  }
  return null;
}

function promisesFor(
  game: ExactPublicGame,
  points: readonly ExactPoint[],
  point: ExactPoint,
  pair: readonly [number, number],
): Lottery[] | null {
  const chances = law(game, ...pair);
  const deviations = deviationsFrom(game, pair);
  const free = points.length - 1;
  const first = points[0] as ExactPoint;
  const now = Rational.one.minus(game.delta);
  // What a row of factors per signal makes of the promises: Σ_y factor_y w_y, less its value at the first corner.
  const row = (factors: readonly Rational[], i: 0 | 1): Rational[] =>
    factors.flatMap((f) => points.slice(1).map((corner) => f.times(corner[i].minus(first[i]))));
  const matrix: Rational[][] = chances.map((_, y) =>
    chances.flatMap((__, z) => Array.from({ length: free }, () => (z === y ? Rational.one : Rational.zero))),
  );
  const limits = chances.map(() => Rational.one);
  for (const i of [0, 1] as const) {
    const want = laterOf(game, point[i], payoff(game, i, ...pair)).minus(first[i]);
    const line = row(chances, i);
    matrix.push(
      line,
      line.map((x) => x.negated()),
    );
    limits.push(want, want.negated());
  }
  for (const { player, gain, rise } of deviations) {
    // Σ rise = 0, so the first corner's part falls out.
    matrix.push(row(rise, player).map((x) => x.negated()));
    limits.push(now.times(gain).over(game.delta).negated());
  }
  const solved = maximise({ objective: matrix[0]?.map(() => Rational.zero) ?? [], matrix, limits });
  if (solved.state !== "optimal") return null;
  return chances.map((_, y): Lottery => {
    const weights = solved.point.slice(y * free, (y + 1) * free);
    const lottery = [Rational.one.minus(sumOf(weights)), ...weights];
    return lottery.flatMap((weight, corner) => (weight.isZero() ? [] : [{ corner, weight }]));
  });
}
