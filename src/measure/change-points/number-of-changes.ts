// Exact inference on the number of changes and their places (fearnhead2006, with a prior on the number; the product
// partitions of barryHartigan1993): forward F_m(t) = Σ_s F_{m−1}(s) P(s, t) over all ways to have m changes in the
// first t points; backward is forward on the series turned round. The number has a prior; given it, all places are
// equally likely.

import { logChoose } from "../../math/gamma.ts";
import type { SegmentTable } from "./gamma-segments.ts";

export type ChangePosterior = {
  /** P(m changes), m = 0, 1, … */
  numbers: number[];
  /** P(a segment starts at the point), by position; 0 at the first. */
  starts: number[];
  /** log F_m(t), for drawing. */
  forward: Float64Array[];
};

export const MOST_CHANGES = 100;
/** So many numbers in a row this improbable, by log, and no larger one is considered. */
const IMPROBABLE_IN_A_ROW = 4;
const IMPROBABLE = -16;
/** Below e^−40 of the largest, a term adds nothing to a sum. */
const LEAST_TERM = -40;

/** P(no change) = `none`; of the rest, P(m) halves with every further change. `turned` is the table of the series turned round. */
export function changePosterior(table: SegmentTable, turned: SegmentTable, none: number): ChangePosterior {
  const n = table.points;
  const forward: Float64Array[] = [];
  const logs: number[] = [];
  let [largest, improbable] = [-Infinity, 0];
  for (let m = 0; m <= Math.min(MOST_CHANGES, n - 1) && improbable < IMPROBABLE_IN_A_ROW; m++) {
    forward.push(sumsWithOneMore(table, forward[m - 1]));
    const log = logPrior(m, none) - logChoose(n - 1, m) + forward[m]![n]!;
    logs.push(log);
    largest = Math.max(largest, log);
    improbable = log < largest + IMPROBABLE ? improbable + 1 : 0;
  }
  const backward: Float64Array[] = [];
  for (let m = 0; m < logs.length - 1; m++) backward.push(sumsWithOneMore(turned, backward[m - 1]));
  return { numbers: normalized(logs), starts: startsFrom(forward, backward, logs), forward };
}

function logPrior(changes: number, none: number): number {
  return changes === 0 ? Math.log(none) : Math.log1p(-none) - changes * Math.LN2;
}

/** F_m from F_{m−1}, by number of points; without one before, F_0. */
function sumsWithOneMore({ points: n, logMarginals }: SegmentTable, before?: Float64Array): Float64Array {
  const sums = new Float64Array(n + 1).fill(-Infinity);
  for (let t = 1, row = 0; t <= n; row += t, t++) {
    if (!before) {
      sums[t] = logMarginals[row]!;
      continue;
    }
    // One pass: the sum is kept relative to the largest term so far.
    let largest = -Infinity;
    let sum = 0;
    for (let s = 1; s < t; s++) {
      const term = before[s]! + logMarginals[row + s]!;
      const above = term - largest;
      if (above > 0) {
        sum = sum * Math.exp(-above) + 1;
        largest = term;
      } else if (above > LEAST_TERM) sum += Math.exp(above);
    }
    if (sum > 0) sums[t] = largest + Math.log(sum);
  }
  return sums;
}

/** Σ_m P(m) Σ_j F_j(t) B_{m−1−j}(t) / F_m(n): j changes before t, one at t, the rest after. */
function startsFrom(
  forward: readonly Float64Array[],
  backward: readonly Float64Array[],
  logs: readonly number[],
): number[] {
  const n = forward[0]!.length - 1;
  const weights = normalized(logs).map(Math.log);
  const whole = forward.map((sums) => sums[n]!);
  return Array.from({ length: n }, (_, t) => {
    if (t === 0) return 0;
    let probability = 0;
    for (let m = 1; m < logs.length; m++) {
      for (let j = 0; j < m; j++) {
        // Those of like size first: of large counts they are billions, and their difference is what counts.
        const log = weights[m]! + (forward[j]![t]! - whole[m]! + backward[m - 1 - j]![n - t]!);
        if (log > LEAST_TERM) probability += Math.exp(log);
      }
    }
    return Math.min(1, probability);
  });
}

/** Relative to the largest before anything is added up: beside billions a sum's own logarithm would be rounded away. */
function normalized(logs: readonly number[]): number[] {
  const largest = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  const weights = logs.map((value) => Math.exp(value - largest));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}
