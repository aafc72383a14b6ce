// What an argument turns on: the smallest change of one parameter that flips its verdict, the share of the parameter box
// on either side (a share of a seeded sample, never a probability), and maps over two parameters.

import { clopperPearson } from "../math/intervals.ts";
import { stream } from "../math/philox.ts";
import type { Axis, Point, Proposition } from "./proposition.ts";

/** The smallest move of one parameter alone that flips the verdict; null where none inside its range does. */
export type Flip = { param: string; from: number; to: number | null; distance: number | null; source: Axis["source"] };

export type Share = { holds: number; fails: number; draws: number; seed: number; lower: number; upper: number };

export type RegimeMap = { x: string; y: string; xs: number[]; ys: number[]; holds: boolean[][] };

const GRID = 240;
const BISECTIONS = 60;

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

function nearestFlip(proposition: Proposition, here: Point, { key, min, max }: Axis): number | null {
  const from = here[key] as number;
  const holds = (x: number): boolean => proposition.margin({ ...here, [key]: x }) >= 0;
  const now = holds(from);
  const side = (end: number): number | null => {
    let last = from;
    for (let k = 1; k <= GRID; k++) {
      const x = from + ((end - from) * k) / GRID;
      if (holds(x) !== now) return bisect(holds, now, last, x);
      last = x;
    }
    return null;
  };
  const found = [side(min), side(max)].filter((x) => x !== null);
  return found.length === 0 ? null : found.reduce((a, b) => (Math.abs(b - from) < Math.abs(a - from) ? b : a));
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
