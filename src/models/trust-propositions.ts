// Argument b as far as it is about distrust: "the other side cannot be trusted, so nothing can be agreed".

import { at, chosenIssue, type World } from "../world/world.ts";
import { axis, type Proposition } from "./proposition.ts";

/** A scruple lowers T: enough that restraint is the better answer to restraint, not so much that T falls below P. */
export function scrupleIn(world: World): number {
  const { T, R, P } = chosenIssue(world).A;
  return Math.min(Math.max(at(world, "h"), T - R + 1e-3 * (R - P)), T - P);
}

export const trustPropositions: readonly Proposition[] = [
  {
    id: "distrust-forbids",
    argument: "b",
    model: "TRUST",
    sentence: "With so little trust no first step can tell the trustworthy from the rest.",
    condition: "(Tu-Pu)[t(T-P)+(1-t)(P-S)] > (R-P)[t(2Tu-Ru-Pu)+(1-t)(Pu-Su)]",
    // Both types share P and S. risk P−S; of the trustworthy: gain R−P, keep T−P; of the rest: share Ru−Pu, lure Tu−Ru.
    axes: [
      axis("t", 0.001, 0.999, 0.3),
      axis("risk", 0.1, 5, 2),
      axis("gain", 0.1, 5, 2),
      axis("keep", 0, 5, 1),
      axis("share", 0.1, 5, 1),
      axis("lure", 0.1, 5, 1),
    ],
    inWorld(world) {
      const { T, R, P, S } = chosenIssue(world).A;
      return { risk: P - S, gain: R - P, keep: T - scrupleIn(world) - P, share: R - P, lure: T - R };
    },
    margin({ t = 0.3, risk = 2, gain = 2, keep = 1, share = 1, lure = 1 }) {
      const fear = t * keep + (1 - t) * risk;
      const cost = t * (share + 2 * lure) + (1 - t) * risk;
      return (share + lure) * fear - gain * cost - Number.EPSILON;
    },
  },
];
