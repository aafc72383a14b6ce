// What an argument turns on: the smallest change of one parameter that flips its verdict, the share of the parameter box
// on either side (a share of a seeded sample, never a probability), and maps over two parameters.

import { clopperPearson } from "../math/intervals.ts";
import { stream } from "../math/philox.ts";
import type { Axis, Point, Proposition } from "./proposition.ts";

/** The smallest move of one parameter alone that flips the verdict; null where none inside its range does. */
export type Flip = { param: string; from: number; to: number | null; distance: number | null; source: Axis["source"] };

export type Share = { holds: number; fails: number; draws: number; seed: number; lower: number; upper: number };

export type RegimeMap = { x: string; y: string; xs: number[]; ys: number[]; holds: boolean[][] };

const GRID = 120;
const BISECTIONS = 50;

export function pointOf(proposition: Proposition, values: Point = {}): Record<string, number> {
  return Object.fromEntries(proposition.axes.map(({ key, at }) => [key, values[key] ?? at]));
}

/** Flips of every parameter alone, the nearest first. */
export function flipsOf(proposition: Proposition, values: Point = {}): Flip[] {
  const here = pointOf(proposition, values);
  const flips = proposition.axes.map((axis): Flip => {
    const from = here[axis.key] as number;
    const to = nearestFlip(proposition, here, axis);
    // Relative where the value is not zero, absolute where it is.
    const distance = to === null ? null : Math.abs(to - from) / (from === 0 ? 1 : Math.abs(from));
    return { param: axis.key, from, to, distance, source: axis.source };
  });
  return flips.sort((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity));
}

/** Steps of equal length to both sides, the nearer first, and then halves: `here` is changed and put back. */
function nearestFlip(proposition: Proposition, here: Record<string, number>, { key, min, max }: Axis): number | null {
  const from = here[key] as number;
  const holds = (x: number): boolean => {
    here[key] = x;
    return proposition.margin(here) >= 0;
  };
  const now = holds(from);
  const step = (Math.max(max, from) - Math.min(min, from)) / GRID;
  let found: number | null = null;
  for (let k = 1; k <= GRID && found === null; k++) {
    for (const [end, x] of [
      [min, Math.max(min, from - k * step)],
      [max, Math.min(max, from + k * step)],
    ] as const) {
      // Past the end already, or on the other side of it from the start.
      if (Math.abs(x - from) <= (k - 1) * step || Math.sign(x - from) !== Math.sign(end - from)) continue;
      if (holds(x) === now) continue;
      const flip = bisect(holds, now, from + Math.sign(x - from) * (k - 1) * step, x);
      if (found === null || Math.abs(flip - from) < Math.abs(found - from)) found = flip;
    }
  }
  here[key] = from;
  return found;
}

function bisect(holds: (x: number) => boolean, now: boolean, same: number, other: number): number {
  let [a, b] = [same, other];
  for (let k = 0; k < BISECTIONS; k++) {
    const middle = (a + b) / 2;
    if (holds(middle) === now) a = middle;
    else b = middle;
  }
  return b;
}

/** The share of the box in which the proposition holds, with the Monte Carlo error as an interval at 95%. */
export function shareOf(proposition: Proposition, draws = 10_000, seed = 1): Share {
  const chance = stream(seed);
  let held = 0;
  const point: Record<string, number> = {};
  for (let draw = 0; draw < draws; draw++) {
    for (const { key, min, max } of proposition.axes) point[key] = min + (max - min) * chance();
    if (proposition.margin(point) >= 0) held++;
  }
  const { lower, upper } = clopperPearson(held, draws);
  return { holds: held / draws, fails: 1 - held / draws, draws, seed, lower, upper };
}

/** Where the proposition holds over two parameters, the others as they stand. */
export function regimeMap(proposition: Proposition, x: string, y: string, values: Point = {}, steps = 60): RegimeMap {
  const here = pointOf(proposition, values);
  const points = (key: string): number[] => {
    const axis = proposition.axes.find((one) => one.key === key);
    if (!axis) throw new RangeError(`Cannot map over "${key}": ${proposition.id} does not turn on it`);
    return Array.from({ length: steps }, (_, k) => axis.min + ((axis.max - axis.min) * (k + 0.5)) / steps);
  };
  const [xs, ys] = [points(x), points(y)];
  const holds = ys.map((vertical) =>
    xs.map((across) => proposition.margin({ ...here, [x]: across, [y]: vertical }) >= 0),
  );
  return { x, y, xs, ys, holds };
}
