// Hidden incidents of a case in both directions, with all that is needed to cite them.

import { hashOf } from "../../log/record.ts";
import type { Direction } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { hiddenInCase, USUAL_DRAWS, type ChoiceRow, type DoubtfulPlacement } from "../../measure/hidden/case-hidden.ts";
import { hiddenAssumptions, type HiddenAnswer, type OverDraws } from "../../measure/hidden/index.ts";
import type { Overlap } from "../../measure/overlap.ts";
import type { CitedEstimate } from "../../values/estimate.ts";
import type { Refusal } from "../../values/outcome.ts";
import type { Ledger } from "./ledger.ts";
import { measuredLists } from "./measured-lists.ts";

export type HiddenOfDirection = Direction & {
  overlap: Overlap;
  /** Over models and over draws of the doubtful links: the answer. */
  estimate: (CitedEstimate & Pick<OverDraws, "shares" | "draws" | "refusedDraws" | "observed">) | { refused: Refusal };
  /** The links taken as they stand; null where the lists support no estimate. */
  asLinked: HiddenAnswer | null;
  choices: ChoiceRow[];
  spread: { least: number; most: number; answered: number; of: number };
};

export type CaseHidden = {
  case: string;
  inputs: string;
  lists: readonly string[];
  doubtful: number;
  directions: [HiddenOfDirection, HiddenOfDirection];
};

/** The method of an estimate that carries what is doubtful in the links. */
export const OVER_LINKAGES = "averaged-bic over linkages";

/** As many doubtful placements as the queue gives. */
const MOST_DOUBTFUL = 500;

/** The placements that are in doubt, of what this view holds: an earlier day knew neither all statements nor all incidents. */
export async function doubtfulIn(ledger: Pick<Ledger, "queue">, view: LedgerView): Promise<DoubtfulPlacement[]> {
  const { items } = await ledger.queue(view.about.id, MOST_DOUBTFUL);
  const incidents = new Set(view.incidents.map(({ id }) => id));
  const statements = new Set(view.incidents.flatMap((incident) => incident.statements.map(({ id }) => id)));
  return items.filter(({ statement, incident }) => statements.has(statement) && incidents.has(incident));
}

export type HiddenAsked = { seed?: number; draws?: number; level?: number };

export function caseHidden(
  view: LedgerView,
  doubtful: readonly DoubtfulPlacement[],
  { seed = 1, draws = USUAL_DRAWS, level = 0.95 }: HiddenAsked = {},
): CaseHidden {
  const [a, b] = view.about.parties;
  const placements = doubtful.map(({ statement, incident, now, probability }) => ({
    statement,
    incident,
    now,
    probability,
  }));
  const of = (direction: Direction): HiddenOfDirection => {
    const { answer, overLinkage, overlap, choices, spread } = hiddenInCase(view.incidents, direction, {
      lists: measuredLists,
      doubtful: placements,
      draws,
      seed,
      level,
    });
    const inputs = hashOf({ view: view.hash, direction, placements, draws, seed, level });
    return {
      ...direction,
      overlap,
      estimate: overLinkage.ok ? cited(overLinkage.value, answer, inputs, seed) : { refused: overLinkage.refusal },
      asLinked: answer.ok ? answer.value : null,
      choices,
      spread,
    };
  };
  return {
    case: view.about.id,
    inputs: view.hash,
    lists: measuredLists,
    doubtful: doubtful.length,
    directions: [of({ from: b.iso, to: a.iso }), of({ from: a.iso, to: b.iso })],
  };
}

function cited(
  { value, interval, shares, draws, refusedDraws, observed }: OverDraws,
  answer: ReturnType<typeof hiddenInCase>["answer"],
  inputs: string,
  seed: number,
): Exclude<HiddenOfDirection["estimate"], { refused: Refusal }> {
  return {
    value,
    unit: "incidents",
    interval,
    method: OVER_LINKAGES,
    assumptions: [...hiddenAssumptions, "doubtful links are right or wrong independently of each other"],
    references: answer.ok ? [...answer.value.references, "sadinle2018"] : ["sadinle2018"],
    inputs,
    seed,
    shares,
    draws,
    refusedDraws,
    observed,
  };
}
