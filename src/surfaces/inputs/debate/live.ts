// What every binding says now, at a case's world with a reader's changes.

import type { Binding } from "../../../debate/claims/index.ts";
import { verdictOf, type ClaimVerdict } from "../../../debate/verdict-of.ts";
import { asOf, type LedgerView } from "../../../ledger/view.ts";
import { verdicts } from "../../../models/verdict.ts";
import type { Day } from "../../../values/day.ts";
import type { World } from "../../../world/index.ts";
import { debateAnswers } from "../debate-answers.ts";
import type { Ledger } from "../ledger.ts";
import { worldOf, worldSet } from "../world.ts";

export type Live = (binding: Binding) => ClaimVerdict;

const worlds = new WeakMap<LedgerView, World>();
const MOST_KEPT = 20;
const kept = new WeakMap<LedgerView, Map<string, Map<Binding, ClaimVerdict>>>();

export async function liveAt(
  ledger: Ledger,
  view: LedgerView,
  set: string | undefined,
  bindings: readonly Binding[],
  asof: Day | null,
  env: Record<string, string | undefined>,
): Promise<Live> {
  const standard = (asof === null ? worlds.get(view) : null) ?? worldAt(view, asof);
  if (asof === null) worlds.set(view, standard);
  const world = worldSet(standard, set);
  const ofView = kept.get(view) ?? new Map<string, Map<Binding, ClaimVerdict>>();
  kept.set(view, ofView);
  const name = `${asof ?? ""} ${set ?? ""}`;
  const known = ofView.get(name) ?? new Map<Binding, ClaimVerdict>();
  if (ofView.size < MOST_KEPT) ofView.set(name, known);
  const missing = bindings.filter((binding) => !known.has(binding));
  if (missing.length > 0) {
    const asked = await debateAnswers(ledger, view, missing, asof, env);
    const answers = { case: view.about.id, verdicts: verdicts(world), ...asked };
    for (const binding of missing) known.set(binding, verdictOf(binding, world, standard, answers));
  }
  return (binding) => {
    const found = known.get(binding);
    if (!found) throw new RangeError(`Cannot answer: the binding was not asked for: ${JSON.stringify(binding)}`);
    return found;
  };
}

function worldAt(view: LedgerView, asof: Day | null): World {
  return asof === null ? worldOf(view) : worldOf(asOf(view, asof), asof);
}
