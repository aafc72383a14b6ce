// Which agreements leave nothing on the table? For two sides with additive utilities, by dynamic programming over the
// issues: N(X + Y) is within N(X) + N(Y), where N keeps the points that no other dominates, so the frontier of the first
// k issues needs only that of the first k − 1 and the undominated options of issue k. Outcomes are never listed one by
// one. Points are merged in order (the first side's utility falling, the second's rising), so a stage costs
// |front| · |options| · log |options|. Exact while no stage looks at more than 2^21 points, hence for every domain of
// up to 10^6 outcomes; beyond, fronts are thinned and how much a side may gain unseen is stated.

import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { outcomesIn, type Additive } from "./additive.ts";
import { addTo, approximate, compareAt, exactSums, type ExactSums } from "./exact-sums.ts";

export type Frontier = {
  /** From the first side's best to the second's; utilities, and the option of every issue by index. */
  a: Float64Array;
  b: Float64Array;
  choices: Uint32Array[];
  method: "exact" | "thinned";
  /** A side's utility that a dropped point may have had above a kept one: 0 where exact. */
  within: { a: number; b: number };
};

type Error = { a: number; b: number };

type Sums = { a: ExactSums; b: ExactSums };

/** `origin` says of each point which candidate it took and from which point of the front before: candidate · width + point. */
type Front = { a: Float64Array[]; b: Float64Array[]; origin: Uint32Array };

type Stage = Front & {
  /** Points of the front before. */
  width: number;
  candidates: readonly number[];
};

/** A stage may look at twice as many points. */
export const MOST_POINTS: number = 2 ** 20;

/** The undominated outcomes at or above both walk-away values, each pair of utilities once. */
export function frontier(game: Additive, most: number = MOST_POINTS): Outcome<Frontier> {
  const [first, second] = game.parties;
  if (!first || !second || game.parties.length !== 2)
    throw new RangeError(`Cannot find a frontier of two sides: got ${game.parties.length}`);
  const a = exactSums(first.additions, first.reservation);
  const b = exactSums(second.additions, second.reservation);
  const { stages, error } = staged({ a, b }, most);
  const last = stages.at(-1)!;
  const { from, to } = acceptable(last, a, b);
  if (from >= to) return refuse("no-agreement", describeNone(game, last));
  const choices = traced(stages, from, to);
  const method = error.a === 0 && error.b === 0 ? "exact" : "thinned";
  return answer({ a: utilities(game, 0, choices), b: utilities(game, 1, choices), choices, method, within: error });
}

/** The undominated sums of rows of floats, as floats: near ties are told apart by rounding only. */
export function frontOfFloats(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): {
  a: Float64Array;
  b: Float64Array;
} {
  const [first, second] = [floatSums(a), floatSums(b)];
  const last = staged({ a: first.sums, b: second.sums }, MOST_POINTS).stages.at(-1)!;
  const back = ([digit]: Float64Array[], least: number): Float64Array => digit!.map((sum) => sum + least);
  return { a: back(last.a, first.least), b: back(last.b, second.least) };
}

/** Sums of one digit each, from 0. */
function floatSums(rows: readonly (readonly number[])[]): { sums: ExactSums; least: number } {
  const lows = rows.map((row) => Math.min(...row));
  const additions = rows.map((row, issue) => [Float64Array.from(row, (value) => value - lows[issue]!)]);
  const least = lows.reduce((sum, low) => sum + low, 0);
  return { sums: { digits: 1, unit: 1, additions, threshold: null }, least };
}

/** Fronts after every issue; each point knows the one it came from. */
function staged(sums: Sums, most: number): { stages: Stage[]; error: Error } {
  const zero = (digits: number): Float64Array[] => Array.from({ length: digits }, () => new Float64Array(1));
  const { a, b } = sums;
  let front: Front = { a: zero(a.digits), b: zero(b.digits), origin: new Uint32Array(1) };
  const stages: Stage[] = [];
  const error = { a: 0, b: 0 };
  for (const [issue, row] of a.additions.entries()) {
    const candidates = undominated(row[0]!.length, row, b.additions[issue]!);
    if (front.origin.length * candidates.length > 2 * most) {
      front = thinned(front, Math.max(2, Math.floor(most / 2 / candidates.length)), error, sums);
      const last = stages.at(-1);
      if (last) stages[stages.length - 1] = { ...last, ...front };
    }
    const width = front.origin.length;
    front = extended(front, candidates, a.additions[issue]!, b.additions[issue]!, 0, candidates.length);
    stages.push({ ...front, width, candidates });
  }
  return { stages, error };
}

/** Options of one issue that no other option dominates, the first of equals. */
function undominated(count: number, a: readonly Float64Array[], b: readonly Float64Array[]): number[] {
  const order = Array.from({ length: count }, (_, option) => option).toSorted(
    (x, y) => compareAt(a, y, a, x) || compareAt(b, y, b, x) || x - y,
  );
  let best = -1;
  return order.filter((option) => {
    if (best >= 0 && compareAt(b, option, b, best) <= 0) return false;
    best = option;
    return true;
  });
}

function extended(
  front: Front,
  candidates: readonly number[],
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  from: number,
  to: number,
): Front {
  if (to - from === 1) {
    const option = candidates[from]!;
    const width = front.origin.length;
    const origin = new Uint32Array(width);
    for (let at = 0; at < width; at++) origin[at] = from * width + at;
    return { a: addTo(front.a, a, option), b: addTo(front.b, b, option), origin };
  }
  const middle = (from + to) >> 1;
  return merged(extended(front, candidates, a, b, from, middle), extended(front, candidates, a, b, middle, to));
}

/** Two fronts as one: the greater first utility next, and a point is kept where it raises the second. */
function merged(x: Front, y: Front): Front {
  if (x.a.length === 1 && x.b.length === 1) return mergedShort(x, y);
  const { picks, count } = pickedLong(x, y);
  const gathered = <Row extends Float64Array | Uint32Array>(into: Row, a: Row, b: Row): Row => {
    for (let at = 0; at < count; at++) {
      const pick = picks[at]!;
      into[at] = pick >= 0 ? a[pick]! : b[~pick]!;
    }
    return into;
  };
  return {
    a: x.a.map((digit, at) => gathered(new Float64Array(count), digit, y.a[at]!)),
    b: x.b.map((digit, at) => gathered(new Float64Array(count), digit, y.b[at]!)),
    origin: gathered(new Uint32Array(count), x.origin, y.origin),
  };
}

/** Which points are kept, in order: at or above 0 a place in x, below 0 one in y. */
type Picked = { picks: Int32Array; count: number };

function pickedLong(x: Front, y: Front): Picked {
  const [nx, ny] = [x.origin.length, y.origin.length];
  const picks = new Int32Array(nx + ny);
  let count = 0;
  let last: Front = x;
  let lastAt = -1;
  for (let i = 0, j = 0; i < nx || j < ny;) {
    const order = i >= nx ? -1 : j >= ny ? 1 : compareAt(x.a, i, y.a, j) || compareAt(x.b, i, y.b, j) || 1;
    const from = order > 0 ? x : y;
    const at = order > 0 ? i++ : j++;
    if (lastAt >= 0 && compareAt(from.b, at, last.b, lastAt) <= 0) continue;
    picks[count++] = from === x ? at : ~at;
    last = from;
    lastAt = at;
  }
  return { picks, count };
}

/** The same in one pass where every sum is one float: most domains, and much faster. */
function mergedShort(x: Front, y: Front): Front {
  const [xa, xb, ya, yb] = [x.a[0]!, x.b[0]!, y.a[0]!, y.b[0]!];
  const [nx, ny] = [xa.length, ya.length];
  const [a, b, origin] = [new Float64Array(nx + ny), new Float64Array(nx + ny), new Uint32Array(nx + ny)];
  let count = 0;
  let best = -1; // sums are never below zero
  let [i, j] = [0, 0];
  while (i < nx && j < ny) {
    const lead = xa[i]! - ya[j]! || xb[i]! - yb[j]!;
    if (lead >= 0) {
      if (xb[i]! > best) {
        a[count] = xa[i]!;
        best = b[count] = xb[i]!;
        origin[count++] = x.origin[i]!;
      }
      i++;
    } else {
      if (yb[j]! > best) {
        a[count] = ya[j]!;
        best = b[count] = yb[j]!;
        origin[count++] = y.origin[j]!;
      }
      j++;
    }
  }
  const [rest, from] = i < nx ? [x, i] : [y, j];
  // The rest of a front rises in b: from the first point above the best on, all of it stays.
  const start = firstWhere(rest.origin.length - from, (at) => rest.b[0]![from + at]! > best) + from;
  a.set(rest.a[0]!.subarray(start), count);
  b.set(rest.b[0]!.subarray(start), count);
  origin.set(rest.origin.subarray(start), count);
  count += rest.origin.length - start;
  return { a: [a.subarray(0, count)], b: [b.subarray(0, count)], origin: origin.subarray(0, count) };
}

/** Of a front too long to carry on, evenly spaced points: a dropped one lies between two that are kept. */
function thinned(front: Front, target: number, error: Error, sums: Sums): Front {
  const length = front.origin.length;
  const kept = Int32Array.from({ length: target }, (_, at) => Math.round((at * (length - 1)) / (target - 1)));
  const pick = (digit: Float64Array): Float64Array => Float64Array.from(kept, (at) => digit[at]!);
  for (const side of ["a", "b"] as const) {
    const values = Float64Array.from(kept, (at) => approximate(front[side], at, sums[side].unit));
    let widest = 0;
    for (let at = 1; at < target; at++) widest = Math.max(widest, Math.abs(values[at]! - values[at - 1]!));
    error[side] += widest;
  }
  return {
    a: front.a.map(pick),
    b: front.b.map(pick),
    origin: Uint32Array.from(kept, (at) => front.origin[at]!),
  };
}

/** The points at or above both walk-away values: one utility falls as the other rises, so they stand together. */
function acceptable(
  { a: firsts, b: seconds, origin }: Front,
  a: ExactSums,
  b: ExactSums,
): { from: number; to: number } {
  const reaches = (sums: Float64Array[], { threshold }: ExactSums, at: number): boolean =>
    threshold === null || compareAt(sums, at, threshold, 0) >= 0;
  return {
    from: firstWhere(origin.length, (at) => reaches(seconds, b, at)),
    to: firstWhere(origin.length, (at) => !reaches(firsts, a, at)),
  };
}

/** The first place from which something holds, where it holds from some place on. */
function firstWhere(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The options of the points, found by walking back from stage to stage. */
function traced(stages: readonly Stage[], from: number, to: number): Uint32Array[] {
  const choices = stages.map(() => new Uint32Array(to - from));
  const at = upTo(to).subarray(from);
  for (let stage = stages.length - 1; stage >= 0; stage--) {
    const { origin, width, candidates } = stages[stage]!;
    const row = choices[stage]!;
    for (let point = 0; point < at.length; point++) {
      const code = origin[at[point]!]!;
      const candidate = (code / width) | 0;
      row[point] = candidates[candidate]!;
      at[point] = code - candidate * width;
    }
  }
  return choices;
}

function upTo(length: number): Int32Array {
  const out = new Int32Array(length);
  for (let at = 0; at < length; at++) out[at] = at;
  return out;
}

function utilities({ parties }: Additive, side: number, choices: readonly Uint32Array[]): Float64Array {
  const numbers = parties[side]!.additions.map((row) => Float64Array.from(row, (value) => value.toNumber()));
  const out = new Float64Array(choices[0]?.length ?? 0);
  for (const [issue, row] of choices.entries()) {
    const values = numbers[issue]!;
    for (let point = 0; point < out.length; point++) out[point]! += values[row[point]!]!;
  }
  return out;
}

function describeNone(game: Additive, { origin }: Front): string {
  const walkAway = game.parties.map(({ reservation }) => String(reservation.toNumber())).join(" and ");
  const counted = `${outcomesIn(game)} outcomes, ${origin.length} of them on the frontier`;
  return `Walk-away values are ${walkAway}; ${counted}.`;
}
