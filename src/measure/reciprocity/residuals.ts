// Does the fitted process look like what happened? Measured by its own intensity's integral, each side's events must
// follow one another as a Poisson process of rate 1 (ogata1988): the gaps are exponential, and 1 − exp(−gap) uniform.

import { gapAtLeast, largestGap } from "../../math/kolmogorov.ts";
import type { SidedEvents } from "./events.ts";
import type { SideParams } from "./side-likelihood.ts";

/** Kolmogorov–Smirnov of one side's rescaled gaps. The parameters were fitted to the same events: p is too kind. */
export type Residuals = { gap: number; p: number; events: number };

/** A gap between a side's events, measured by the integral of its fitted intensity, from 0 to its first event on. */
export function rescaledGaps({ times, sides, count }: SidedEvents, side: number, params: SideParams): Float64Array {
  const { mu, branching } = params;
  const beta = Math.exp(params.logBeta);
  const recent = new Float64Array(count);
  const fresh = new Float64Array(count);
  const gaps: number[] = [];
  let now = 0;
  let gathered = 0;
  for (let k = 0; k < times.length; k++) {
    const dt = times[k]! - now;
    if (dt > 0) {
      const lost = -Math.expm1(-beta * dt);
      gathered += mu * dt;
      for (let j = 0; j < count; j++) {
        const before = recent[j]! + fresh[j]!;
        gathered += branching[j]! * before * lost;
        recent[j] = before * (1 - lost);
        fresh[j] = 0;
      }
      now = times[k]!;
    }
    if (sides[k] === side) {
      gaps.push(gathered);
      gathered = 0;
    }
    fresh[sides[k]!]! += 1;
  }
  return Float64Array.from(gaps);
}

export function residuals(events: SidedEvents, side: number, params: SideParams): Residuals | null {
  const gaps = rescaledGaps(events, side, params);
  if (gaps.length === 0) return null;
  const gap = largestGap(gaps.map((length) => -Math.expm1(-length)));
  return { gap, p: gapAtLeast(gap, gaps.length), events: gaps.length };
}
