// What value do half of the cases stay below? The middle of the ordered values, with the interval between two of them that
// holds the median whatever the values' distribution (thompson1936): from the k-th smallest to the k-th largest, with the
// largest k for which fewer than k of n fair coins come up heads at most (1 − level)/2 of the time.

import { binomialBelow } from "../math/distributions.ts";
import { USUAL_LEVEL } from "../math/intervals.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

export type Values = { values: readonly number[]; unit: string; level?: number };

export const median: Estimator<Values> = {
  name: "median",
  question: "What value do half of the cases stay below?",
  references: ["thompson1936"],
  assumptions: ["the cases are independent of each other", "those without a value are like those with one"],
  estimate({ values, unit, level = USUAL_LEVEL }) {
    const wrong = values.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) throw new InputError("values", "numbers", wrong);
    if (values.length === 0) return refuse("no-cases");
    const ordered = values.toSorted((a, b) => a - b);
    const n = ordered.length;
    const k = rankOfEnd(n, (1 - level) / 2);
    if (k === 0) return refuse("too-few", `There are ${n}; no two of so few values enclose the median so surely.`);
    const [low, high] = [ordered[Math.floor((n - 1) / 2)], ordered[Math.floor(n / 2)]] as [number, number];
    const interval = { lower: ordered[k - 1] as number, upper: ordered[n - k] as number, level };
    return answer({ value: (low + high) / 2, unit, interval });
  },
};

/** The largest k with Pr(fewer than k of n) ≤ tail; 0 where not even the extremes will do. */
function rankOfEnd(n: number, tail: number): number {
  let k = 0;
  while (binomialBelow(k, n, 1 / 2) <= tail) k++;
  return k;
}
