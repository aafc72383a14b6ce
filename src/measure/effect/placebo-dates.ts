// Placebo dates: the same two windows at every period of the series at which both fit. Were the date like any other, it
// would rank among them by chance.

import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";
import { rankLowest, type Placebo, type PlaceboRow } from "./placebo.ts";
import { periodStart, type CountSeries } from "./series.ts";

export type PlaceboDates = {
  series: CountSeries;
  exposures?: readonly number[];
  from: number;
  width: number;
};

export const placeboDates: Estimator<PlaceboDates, Placebo> = {
  name: "placebo-dates",
  question: "Is the fall at the date larger than at other dates of the series?",
  references: ["abadie2010", "imbensLemieux2008"],
  assumptions: [
    "other dates of the series stand for dates without an event",
    "windows of near dates overlap, so the ranks are not independent",
  ],
  estimate({ series, exposures, from, width }) {
    const { counts } = series;
    if (from - width < 0 || from + width > counts.length)
      return refuse("too-short", `It does not hold ${width} periods on each side of the date.`);
    const [total, shares] = [running(counts), running(exposures ?? counts.map(() => 1))];
    const rows: PlaceboRow[] = [];
    for (let at = width; at + width <= counts.length; at++) {
      const between = (sums: Float64Array, a: number, b: number): number => sums[b]! - sums[a]!;
      const [before, after] = [between(total, at - width, at), between(total, at, at + width)];
      const scale = between(shares, at - width, at) / between(shares, at, at + width);
      if (before + after === 0 && at !== from) continue;
      const ratio = before > 0 ? (after / before) * scale : null;
      const noise = Math.sqrt(after * scale * scale + before);
      const score = noise > 0 ? (after * scale - before) / noise : 0;
      rows.push({ name: periodStart(series, at), before, after, ratio, score, ofInterest: at === from });
    }
    return answer(rankLowest(rows));
  },
};

/** Sums of all before each index. */
function running(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, index) => {
    sums[index + 1] = sums[index]! + value;
  });
  return sums;
}
