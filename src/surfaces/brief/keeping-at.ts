// Would either side keep an agreement, given how well it can be watched? The answer at a world as data: restraint issue by
// issue, at what is said of watching and at both ends of what the record leaves open. A page asks it of every world that a
// slider makes.

import { keeping, type Keeping } from "../../models/keeping.ts";
import type { Interval } from "../../values/estimate.ts";
import { setInWorld } from "../../world/set.ts";
import type { World } from "../../world/world.ts";

export type KeepingAt = Keeping & {
  watching: {
    /** Pr(a breach is seen and its author named in the period) and Pr(a false alarm). */
    q: number;
    rho: number;
    /** Where q is told by the record: what it leaves open. */
    interval: Interval | null;
  };
  /** Issues in which both keep restraint at the lower and at the upper end of that. */
  atEnds: { lower: string[]; upper: string[] } | null;
  /** Values behind it that nobody knows, and all. */
  assumed: { count: number; of: number };
};

export function keepingAt(world: World): KeepingAt {
  const { q, rho } = world.params;
  const interval = q.interval ?? null;
  return {
    ...keeping(world),
    watching: { q: q.value, rho: rho.value, interval },
    atEnds: interval && { lower: keptAt(world, interval.lower), upper: keptAt(world, interval.upper) },
    assumed: assumedIn(world),
  };
}

function keptAt(world: World, q: number): string[] {
  const { min, max } = world.params.q;
  return keeping(setInWorld(world, "q", Math.min(Math.max(q, min), max)))
    .issues.filter(({ A, B }) => A.keeps && B.keeps)
    .map(({ id }) => id);
}

/** Patience, watching and the payoffs: what the answer rests on. */
function assumedIn({ params, issues }: World): { count: number; of: number } {
  const kinds = [
    ...(["delta_A", "delta_B", "q", "rho", "phi"] as const).map((key) => params[key].source.kind),
    ...issues.flatMap(({ source }) => Array.from({ length: 8 }, () => source.kind)),
  ];
  return { count: kinds.filter((kind) => kind === "assumption").length, of: kinds.length };
}
