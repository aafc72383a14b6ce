// What is an offer worth to one side, when its weights and values are known as ranges? Utility is Σ w·v / Σ w. It is
// greatest where every weight stands at an end of its range: at the upper one for the values above the result, at the
// lower one for those below (a weighted mean is moved towards what weighs more). Sorted by value there are as many
// candidates as issues, and the best of them is exact. An issue that is left open may go to any of its options.

import type { Preferences, Range } from "./preferences.ts";

export function worthOf({ weights, values }: Preferences, terms: readonly (number | null)[]): Range {
  const at = (end: "lower" | "upper"): number[] =>
    values.map((row, issue) => {
      const option = terms[issue] ?? null;
      const open = row.map((value) => value[end]);
      if (option !== null) return row[option]![end];
      return end === "upper" ? Math.max(...open) : Math.min(...open);
    });
  return {
    lower: -greatestMean(
      at("lower").map((value) => -value),
      weights,
    ),
    upper: greatestMean(at("upper"), weights),
  };
}

/** The greatest weighted mean of some values over all weights within their ranges. */
function greatestMean(values: readonly number[], weights: readonly Range[]): number {
  const order = values.map((_, at) => at).toSorted((x, y) => values[y]! - values[x]!);
  let best = Number.NEGATIVE_INFINITY;
  // The first `heavy` values, the greatest, get their upper weights.
  for (let heavy = 0; heavy <= order.length; heavy++) {
    const chosen = order.map((at, place) => (place < heavy ? weights[at]!.upper : weights[at]!.lower));
    const sum = chosen.reduce((total, weight) => total + weight, 0);
    if (sum <= 0) continue;
    best = Math.max(best, order.reduce((total, at, place) => total + chosen[place]! * values[at]!, 0) / sum);
  }
  return best;
}
