// The world of a case: what its file states, with what the ledger can tell. A case that states none has the standard world.

import type { LedgerView } from "../../ledger/view.ts";
import { dyadFacts, type DyadFacts } from "../../measure/dyad-facts.ts";
import type { Day } from "../../values/day.ts";
import { fromLedger, setInWorld, standardWorld, worldFromFile, type World, type WorldKey } from "../../world/index.ts";
import { measuredLists } from "./measured-lists.ts";
import { settingsFrom } from "./settings.ts";

export function worldOf(view: LedgerView, asof: Day | null = null): World {
  return worldFrom(view.about, factsOf(view, asof));
}

/** With `keys` only those parameters are asked of the ledger: some take longer than others. */
export function worldFrom({ world }: LedgerView["about"], facts: DyadFacts, keys?: readonly WorldKey[]): World {
  return fromLedger(world ? worldFromFile(world) : standardWorld, facts, keys);
}

/** With what the record tells of watching alone: quick, and all that keeping a promise hangs on. */
export function watchedWorld(view: LedgerView): World {
  return worldFrom(view.about, factsOf(view), ["q", "rho", "delta_A", "delta_B"]);
}

export function factsOf(view: LedgerView, asof: Day | null = null): DyadFacts {
  const { about } = view;
  const last = `${about.collection.to}-12-31` as Day;
  const issues = (about.world?.issues ?? []).flatMap(({ id, counted }) => (counted ? [[id, counted] as const] : []));
  return dyadFacts(view, {
    lists: measuredLists,
    window: { from: `${about.collection.from}-01-01` as Day, to: asof !== null && asof < last ? asof : last },
    issues: Object.fromEntries(issues),
  });
}

/** A world changed by hand, as `--set key=value` does. */
export function worldWith(world: World, pairs: readonly string[]): World {
  return settingsFrom(pairs).reduce<World>(
    (changed, [key, value]) => setInWorld(changed, key, typeof value === "number" ? value : String(value)),
    world,
  );
}

/** A world changed by an address: "q:0.6,stakes:1;2". */
export function worldSet(world: World, set: string | undefined): World {
  const pairs = (set ?? "").split(",").filter((pair) => pair !== "");
  return worldWith(
    world,
    pairs.map((pair) => pair.replace(/:([^:]*)$/, "=$1").replaceAll(";", ",")),
  );
}
