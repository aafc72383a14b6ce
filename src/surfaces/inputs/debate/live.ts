// What every binding says now, at a case's world with a reader's changes.

import type { Binding } from "../../../debate/claims/index.ts";
import { verdictOf, type ClaimVerdict } from "../../../debate/verdict-of.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { verdicts } from "../../../models/verdict.ts";
import type { World } from "../../../world/index.ts";
import { debateAnswers } from "../debate-answers.ts";
import type { Ledger } from "../ledger.ts";
import { worldOf, worldWith } from "../world.ts";

export type Live = (binding: Binding) => ClaimVerdict;

const worlds = new WeakMap<LedgerView, World>();
const MOST_KEPT = 20;
const kept = new WeakMap<LedgerView, Map<string, Map<Binding, ClaimVerdict>>>();

export async function liveAt(
  ledger: Ledger,
  view: LedgerView,
  set: string | undefined,
  bindings: readonly Binding[],
): Promise<Live> {
  const standard = worlds.get(view) ?? worldOf(view);
  worlds.set(view, standard);
  const pairs = (set ?? "").split(",").filter((pair) => pair !== "");
  const world = worldWith(
    standard,
    pairs.map((pair) => pair.replace(/:([^:]*)$/, "=$1").replaceAll(";", ",")),
  );
  const ofView = kept.get(view) ?? new Map<string, Map<Binding, ClaimVerdict>>();
  kept.set(view, ofView);
  const known = ofView.get(set ?? "") ?? new Map<Binding, ClaimVerdict>();
  if (ofView.size < MOST_KEPT) ofView.set(set ?? "", known);
  const missing = bindings.filter((binding) => !known.has(binding));
  if (missing.length > 0) {
    const answers = { case: view.about.id, verdicts: verdicts(world), ...(await debateAnswers(ledger, view, missing)) };
    for (const binding of missing) known.set(binding, verdictOf(binding, world, standard, answers));
  }
  return (binding) => {
    const found = known.get(binding);
    if (!found) throw new RangeError(`Cannot answer: the binding was not asked for: ${JSON.stringify(binding)}`);
    return found;
  };
}
