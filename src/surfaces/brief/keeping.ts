// Would either side keep an agreement, given how well it can be watched? Which one? The answer as data: restraint issue by
// issue at the case's world, at what the record says of watching and at both ends of what it leaves open.

import type { LedgerView } from "../../ledger/view.ts";
import { hashOf } from "../../log/record.ts";
import { keeping, type Keeping } from "../../models/keeping.ts";
import type { Day } from "../../values/day.ts";
import type { Interval } from "../../values/estimate.ts";
import { formulas, setInWorld, type World, type WorldKey } from "../../world/index.ts";
import { factsOf, worldFrom } from "../inputs/world.ts";
import type { Answer } from "./compose.ts";

export type KeepingBrief = Keeping & {
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
  estimates: { name: string; estimate: Answer }[];
};

/** What the record tells of watching: the parameter and its name in words. */
const told: readonly [WorldKey, string][] = [
  ["q", "seen and named within a quarter"],
  ["reporting", "on some list"],
  ["delay", "days until somebody is named"],
];

const asked: readonly WorldKey[] = told.map(([key]) => key);

export function keepingBrief(view: LedgerView, asof: Day | null): KeepingBrief {
  const facts = factsOf(view, asof);
  const world = worldFrom(view.about, facts, asked);
  const inputs = hashOf(facts);
  const { q, rho } = world.params;
  const interval = q.interval ?? null;
  return {
    ...keeping(world),
    watching: { q: q.value, rho: rho.value, interval },
    atEnds: interval && { lower: keptAt(world, interval.lower), upper: keptAt(world, interval.upper) },
    assumed: assumedIn(world),
    estimates: told.flatMap(([key, name]) => {
      const estimate = answerOf(world, key, inputs);
      return estimate ? [{ name, estimate }] : [];
    }),
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

/** Null where nobody asked the record. */
function answerOf({ params }: World, key: WorldKey, inputs: string): Answer | null {
  const { value, unit, interval, source, refused } = params[key];
  if (refused) return { refused: { reason: refused.reason, because: refused.because } };
  if (source.kind !== "data" || !interval) return null;
  const { assumptions, references } = formulas[source.ref];
  return { value, unit, interval, method: source.ref, assumptions, references, inputs };
}
