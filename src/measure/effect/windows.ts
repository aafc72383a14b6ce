// Two windows of a series on either side of a date, with what share of their events is on record: the rate after as a
// multiple of the rate before, and the exact test of so few after (przyborowskiWilenski1940). With equal shares it is
// before-after.ts; the share enters as exposure.

import { binomialBelow } from "../../math/distributions.ts";
import { ratioOfCounts, USUAL_LEVEL } from "../../math/intervals.ts";
import { answer, refuse } from "../../values/outcome.ts";
import { beforeAfter, type Fall } from "../before-after.ts";
import type { Estimator } from "../estimator.ts";

export type Windows = {
  counts: readonly number[];
  /** Per period, the share of its events on record; all of them where nothing is said. */
  exposures?: readonly number[];
  /** Index of the first period after the date. */
  from: number;
  /** Periods in each window. */
  width: number;
  level?: number;
};

export const windows: Estimator<Windows, Fall> = {
  name: "before-after-windows",
  question: beforeAfter.question,
  references: beforeAfter.references,
  assumptions: beforeAfter.assumptions,
  estimate({ counts, exposures, from, width, level = USUAL_LEVEL }) {
    const first = from - width;
    if (first < 0 || from + width > counts.length || width < 1)
      return refuse("too-short", `It does not hold ${width} periods on each side of the date.`);
    const [before, after] = [sum(counts, first, from), sum(counts, from, from + width)];
    if (!exposures) return beforeAfter.estimate({ before, after, level });
    const [early, late] = [sum(exposures, first, from), sum(exposures, from, from + width)];
    if (Math.abs(early - late) < 1e-9 * width) return beforeAfter.estimate({ before, after, level });
    return fallAt(before, after, early, late, level);
  },
};

function fallAt(
  before: number,
  after: number,
  early: number,
  late: number,
  level: number,
): ReturnType<typeof windows.estimate> {
  if (before + after === 0) return refuse("no-cases");
  if (before === 0) return refuse("too-few", "None is on record before the date, so there is nothing to fall from.");
  const interval = ratioOfCounts(after, before, { level, firstExposure: late, secondExposure: early });
  const p = binomialBelow(after, before + after, late / (early + late));
  return answer({ value: after / late / (before / early), unit: "times the earlier rate", interval, before, after, p });
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i]!;
  return total;
}
