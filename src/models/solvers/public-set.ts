// All pure public equilibrium payoffs of a repeated two-player game with public randomisation, between two polygons: one
// that holds them all, one whose points generate one another, refined until the two are close or the work runs out.

import { hullOf, type PayoffPoint } from "./hull.ts";
import { areaOf, cornersOf, diameterOf, hausdorff, type HalfPlane } from "./polygon.ts";
import { selfGenerated, thinned, type Made } from "./public-inner.ts";
import { profilesOf, toPayoff, unitsOf, type Profile, type PublicGame, type Units } from "./public-game.ts";
import { pushIn, stageHull, type Levels } from "./public-levels.ts";

export type PublicSet = {
  units: Units;
  /** Corners that hold every equilibrium payoff, counter-clockwise; none where there is no equilibrium. */
  outer: PayoffPoint[];
  /** Points in units that generate one another; none where none were found, or where the set has no inside. */
  made: Made[];
  /** Where the outer set has few corners: they, as close as floats come, and the action pairs behind them. */
  few: { points: PayoffPoint[]; actions: (readonly [number, number])[] } | null;
  rounds: number;
  directions: number;
};

/** How far apart the two are: as a share of the outer set's area, and of its diameter (Hausdorff distance). */
export type Gap = { area: number; distance: number };

/** Near enough: the rest is not worth more work. */
export const CLOSE = 0.01;
/** Heights of corners that are looked into, as shares of the set's diameter. */
const STAGES = [1 / 50, 1 / 500, 1 / 2000, 1 / 8000, 1 / 32_000];
const MOST_WORK = 600_000_000;
const MOST_DIRECTIONS = 240;
const NOISE = 1e-9;
const FEW = 8;
/** Corners closer than this may be one. */
const BLUR = 1e-7;

export function publicSet(game: PublicGame): PublicSet {
  const units = unitsOf(game);
  const profiles = profilesOf(game, units);
  const stage = Array.from(game.one, (x, k): PayoffPoint => [
    (x - units.low[0]) / units.size[0],
    ((game.two[k] as number) - units.low[1]) / units.size[1],
  ]);
  let planes: HalfPlane[] = stageHull(hullOf(stage, NOISE));
  const left = { work: MOST_WORK };
  let rounds = 0;
  let [levels, made]: [Levels | null, Made[]] = [null, []];
  for (const share of STAGES) {
    const size = levels ? Math.max(diameterOf(cornersOf(levels.polygon)), NOISE) : 1;
    levels = pushed(profiles, planes, game.delta, share * size, left.work / 2);
    planes = levels.planes;
    left.work -= levels.work;
    rounds += levels.rounds;
    const corners = hullOf(cornersOf(levels.polygon), BLUR);
    if (corners.length < 3 || levels.state === "empty") break;
    if (share > STAGES[1]!) continue;
    // Nothing has room in a set that thin; what its ends are is proved without.
    if (isFlat(corners)) continue;
    const found = selfGenerated(profiles, corners, {
      delta: game.delta,
      directions: planes,
      left,
    });
    if (area(found) >= area(made)) made = found;
    const gap = gapOf(
      corners,
      made.map(({ point }) => point),
    );
    if (Math.max(gap.area, gap.distance) <= CLOSE || left.work < 0) break;
  }
  const outer = levels && levels.state !== "empty" ? cornersOf(levels.polygon) : [];
  return {
    units,
    outer: outer.map((point) => toPayoff(units, point)),
    made: thinned(made, diameterOf(outer) / 2000),
    few: hullOf(outer, BLUR).length <= FEW ? sharpened(profiles, planes, game.delta, units) : null,
    rounds,
    directions: planes.length,
  };
}

function pushed(profiles: Profile[], planes: HalfPlane[], delta: number, height: number, mostWork: number): Levels {
  return pushIn(profiles, planes, { delta, height, rest: height / 10, mostDirections: MOST_DIRECTIONS, mostWork });
}

/** The same half-planes, pushed in until nothing moves. */
function sharpened(profiles: Profile[], planes: HalfPlane[], delta: number, units: Units): PublicSet["few"] {
  const levels = pushIn(profiles, planes, {
    delta,
    height: 1,
    rest: 1e-13,
    mostDirections: 0,
    mostWork: MOST_WORK / 4,
  });
  if (levels.state === "empty") return null;
  const points = hullOf(cornersOf(levels.polygon), BLUR);
  const actions = new Set(levels.planes.flatMap(({ last }) => (last ? [(last as Profile).actions] : [])));
  return { points: points.map((point) => toPayoff(units, point)), actions: [...actions] };
}

function area(made: readonly Made[]): number {
  return areaOf(made.map(({ point }) => point));
}

/** Thinner than this share of its width, a set is compared by distance alone. */
const FLAT = 1e-3;

function isFlat(points: readonly PayoffPoint[]): boolean {
  return points.length < 3 || areaOf(points) <= FLAT * diameterOf(points) ** 2;
}

/** Of a set without an inside, or all but without, the area's share is zero. */
export function gapOf(outer: readonly PayoffPoint[], inner: readonly PayoffPoint[]): Gap {
  if (inner.length === 0) return { area: 1, distance: 1 };
  const [all, width] = [areaOf(outer), diameterOf(outer)];
  return {
    area: isFlat(outer) ? 0 : Math.max(0, 1 - areaOf(inner) / all),
    distance: width === 0 ? 0 : hausdorff(outer, inner) / width,
  };
}
