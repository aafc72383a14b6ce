// Would either side keep an agreement, given how well it can be watched? Which one? The answer at a case's world, with what
// the record tells of watching.

import type { LedgerView } from "../../ledger/view.ts";
import { hashOf } from "../../log/record.ts";
import type { Day } from "../../values/day.ts";
import { formulas, type World, type WorldKey } from "../../world/index.ts";
import { factsOf, worldFrom } from "../inputs/world.ts";
import type { Answer } from "./compose.ts";
import { keepingAt, type KeepingAt } from "./keeping-at.ts";

export type KeepingBrief = KeepingAt & { estimates: { name: string; estimate: Answer }[] };

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
  return {
    ...keepingAt(world),
    estimates: told.flatMap(([key, name]) => {
      const estimate = answerOf(world, key, inputs);
      return estimate ? [{ name, estimate }] : [];
    }),
  };
}

/** Null where nobody asked the record. */
function answerOf({ params }: World, key: WorldKey, inputs: string): Answer | null {
  const { value, unit, interval, source, refused } = params[key];
  if (refused) return { refused: { reason: refused.reason, because: refused.because } };
  if (source.kind !== "data" || !interval) return null;
  const { assumptions, references } = formulas[source.ref];
  return { value, unit, interval, method: source.ref, assumptions, references, inputs };
}
