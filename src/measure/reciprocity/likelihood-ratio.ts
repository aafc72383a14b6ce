// Is there any cross excitation? Twice what the log-likelihood gains when events of one side may excite the other.
// Under "none" the cross effects lie on the edge of their range, so chi-square with as many degrees is too cautious; for
// two sides the limit is ¼ χ²₀ + ½ χ²₁ + ¼ χ²₂ (selfLiang1987). Both are given. Beware: a common shock that moves both
// sides looks like cross excitation to this test; the permutation of labels is there for that.

import { chiSquareAbove } from "../../math/distributions.ts";
import type { SidedEvents } from "./events.ts";
import type { SideFit } from "./fit-side.ts";
import { fitSides } from "./hawkes.ts";

export type LikelihoodRatio = {
  statistic: number;
  degreesOfFreedom: number;
  /** Against chi-square: never too small by the boundary. */
  p: number;
  /** Against the mixture that the boundary gives; null where it has no closed form (three sides and more). */
  pAtBoundary: number | null;
};

/** Fits with and without cross excitation; the fit without is one of the starts of the fit with. */
export function withAndWithoutCross(events: SidedEvents): { full: SideFit[]; ratio: LikelihoodRatio } {
  const { count } = events;
  const own = fitSides(events, (side) => Array.from({ length: count }, (_, j) => j === side));
  const full = fitSides(events, () => Array.from({ length: count }, () => true), own);
  return { full, ratio: ratioOf(full, own) };
}

function ratioOf(full: readonly SideFit[], own: readonly SideFit[]): LikelihoodRatio {
  const gained = full.reduce((sum, { value }, side) => sum + (value - own[side]!.value), 0);
  const statistic = Math.max(0, 2 * gained);
  const degreesOfFreedom = full.length * (full.length - 1);
  return {
    statistic,
    degreesOfFreedom,
    p: chiSquareAbove(statistic, degreesOfFreedom),
    pAtBoundary: full.length === 2 ? mixture(statistic) : null,
  };
}

function mixture(statistic: number): number {
  return statistic === 0 ? 1 : 0.5 * chiSquareAbove(statistic, 1) + 0.25 * chiSquareAbove(statistic, 2);
}
