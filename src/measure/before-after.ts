// Were there fewer after a date than before it? Two windows of equal length, and the exact one-sided binomial test:
// were the rate the same, each event would fall before or after with probability ½ (przyborowskiWilenski1940).
// A crude figure: it knows neither trend nor reporting delay.

import { binomialBelow } from "../math/distributions.ts";
import { ratioOfCounts, USUAL_LEVEL } from "../math/intervals.ts";
import { addMonths, type Day } from "../values/day.ts";
import { InputError } from "../values/errors.ts";
import type { Estimate } from "../values/estimate.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

/** Events in a window before the date and in one of the same length after it. */
export type BeforeAfter = { before: number; after: number; level?: number };

/** The rate after as a multiple of the rate before; `p` is the chance of so few after, had nothing changed. */
export type Fall = Estimate & { before: number; after: number; p: number };

export const beforeAfter: Estimator<BeforeAfter, Fall> = {
  name: "before-after",
  question: "Were there fewer incidents after the date than before it?",
  references: ["przyborowskiWilenski1940", "clopperPearson1934"],
  assumptions: [
    "without the event both windows would have the same rate: no trend, no season",
    "incidents are independent of each other",
    "the later window is reported as fully as the earlier one",
  ],
  estimate({ before, after, level = USUAL_LEVEL }) {
    checkCount("before", before);
    checkCount("after", after);
    if (before + after === 0) return refuse("no-cases");
    if (before === 0) return refuse("too-few", "None is on record before the date, so there is nothing to fall from.");
    const interval = ratioOfCounts(after, before, { level });
    const p = binomialBelow(after, before + after, 0.5);
    return answer({ value: after / before, unit: "times the earlier rate", interval, before, after, p });
  },
};

/** Counts the days in the `months` before the date and in those from the date on. The date itself counts as after. */
export function countsAround(days: readonly Day[], date: Day, months: number): { before: number; after: number } {
  if (!Number.isSafeInteger(months) || months < 1) throw new InputError("months", "a whole number from 1", months);
  const start = addMonths(date, -months);
  const end = addMonths(date, months);
  return {
    before: days.filter((day) => day >= start && day < date).length,
    after: days.filter((day) => day >= date && day < end).length,
  };
}

function checkCount(place: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new InputError(place, "a whole number from 0", count);
}
