// The set of public equilibrium payoffs between a polygon that holds it and corners that prove themselves: by rounding, by a
// guess, by what can be kept up until a stage equilibrium, and by what less patient sides can keep.

import type { Rational } from "../../math/rational.ts";
import { hullOf, type PayoffPoint } from "./hull.ts";
import type { PublicGame } from "./public-game.ts";
import { carried } from "./public-patience.ts";
import {
  proveExactly,
  proveGuessed,
  proveRounded,
  stageEquilibria,
  type ExactPoint,
  type ExactPublicGame,
  type PublicCorner,
} from "./public-proof.ts";
import { joined, reversions } from "./public-reversion.ts";
import { CLOSE, gapOf, publicSet, type Gap } from "./public-set.ts";

export type Bounds = {
  outer: PayoffPoint[];
  corners: PublicCorner[] | null;
  gap: Gap;
  rounds: number;
  directions: number;
};

export function boundsOf(game: ExactPublicGame): Bounds {
  return game.delta.isZero() ? stageOnly(game) : between(game);
}

/** Without a future only stage equilibria, and lotteries over them. */
function stageOnly(game: ExactPublicGame): Bounds {
  const nash = stageEquilibria(game);
  const points = nash.map(([a, b]) => payoffs(game, a, b));
  const corners = points.length === 0 ? null : proveExactly(game, hullOfExact(points), nash);
  const outer = innerOf(corners ?? []);
  return { outer, corners, gap: gapOf(outer, outer), rounds: 0, directions: 0 };
}

function between(game: ExactPublicGame): Bounds {
  const set = publicSet(floatsOf(game));
  const guessed = set.few
    ? proveGuessed(game, {
        points: set.few.points,
        near: 1e-6 * Math.max(...set.units.size),
        actions: set.few.actions,
      })
    : null;
  const { rounds, directions } = set;
  if (guessed) {
    // A guess is exact, and the outer corners beside it are it but for rounding.
    const outer = innerOf(guessed);
    return { outer, corners: guessed, gap: gapOf(outer, outer), rounds, directions };
  }
  const rounded = set.made.length > 0 ? proveRounded(game, set.made, set.units) : null;
  const bounds = (corners: PublicCorner[] | null): Bounds => {
    const found = corners && corners.length > 0 ? corners : null;
    return { outer: set.outer, corners: found, gap: gapOf(set.outer, innerOf(found ?? [])), rounds, directions };
  };
  const first = bounds(rounded);
  if (isClose(first)) return first;
  const more = bounds(joined([rounded ?? [], reversions(game)]));
  const less = isClose(more) ? null : lessPatient(game);
  return less ? bounds(joined([more.corners ?? [], less])) : more;
}

function isClose({ gap }: Bounds): boolean {
  return Math.max(gap.area, gap.distance) <= CLOSE;
}

/** From here on the iteration slows down, and a set for sides half as patient is sought first. */
const PATIENT = "9/10";
/** More promises would be more than a certificate may hold. */
const MOST_PROMISES = 6000;

/** What can be proved of sides that are half as patient, carried to these. */
function lessPatient(game: ExactPublicGame): PublicCorner[] | null {
  const delta = game.delta.times(2).minus(1);
  if (game.delta.isBelow(PATIENT)) return null;
  const { corners } = between({ ...game, delta });
  if (!corners || corners.length * (game.signals[0]?.[0]?.length ?? 0) > MOST_PROMISES) return null;
  return carried(corners, delta, game.delta);
}

/** The payoffs that are corners of the proved set; those after them are only names for promises inside it. */
export function innerOf(corners: readonly PublicCorner[]): PayoffPoint[] {
  const points = corners.map(({ point }) => inFloats(point));
  const hull = hullOf(points, 0);
  return points.length < 3 || hull.length < 3 ? hull : points.filter((point) => hull.includes(point));
}

function payoffs({ one, two }: ExactPublicGame, a: number, b: number): ExactPoint {
  return [(one[a] as Rational[])[b] as Rational, (two[a] as Rational[])[b] as Rational];
}

function hullOfExact(points: readonly ExactPoint[]): ExactPoint[] {
  const by = new Map(points.map((point) => [inFloats(point), point]));
  return hullOf([...by.keys()], 0).map((corner) => by.get(corner) as ExactPoint);
}

function inFloats([x, y]: ExactPoint): PayoffPoint {
  return [x.toNumber(), y.toNumber()];
}

function floatsOf({ one, two, signals, delta }: ExactPublicGame): PublicGame {
  const flat = (of: readonly Rational[]): Float64Array => Float64Array.from(of, (x) => x.toNumber());
  return {
    one: flat(one.flat()),
    two: flat(two.flat()),
    rows: one.length,
    columns: one[0]?.length ?? 0,
    law: flat(signals.flat(2)),
    count: signals[0]?.[0]?.length ?? 0,
    delta: delta.toNumber(),
  };
}
