// Every model and every verdict at a world. What a slider leaves alone is not solved again.

import { pointIn, sourceIn } from "../../../../models/proposition.ts";
import { propositions, verdictOf, type VerdictRow } from "../../../../models/verdict.ts";
import type { Model, Solution } from "../../../../models/model.ts";
import { solveIn } from "../../../../models/world-run.ts";
import type { Outcome } from "../../../../values/outcome.ts";
import type { World } from "../../../../world/world.ts";

export type SolvedPart = { model: string; part: string; params: Record<string, unknown>; solution: Outcome<Solution> };

const latest = new Map<string, { asked: string; solved: SolvedPart }>();

export function solvedParts(model: Model, world: World): SolvedPart[] {
  return model.fromWorld(world).map(({ part, params }) => {
    const name = `${model.card.id}/${part}`;
    const asked = JSON.stringify(params);
    const known = latest.get(name);
    if (known?.asked === asked) return known.solved;
    const solved = { model: model.card.id, part, params, solution: solveIn(model, part, params) };
    latest.set(name, { asked, solved });
    return solved;
  });
}

const latestRows = new Map<string, { asked: string; row: VerdictRow }>();

/** As `verdicts`, a row for every proposition; one whose point and sources stand as they stood keeps its row. */
export function verdictRows(world: World): VerdictRow[] {
  return propositions
    .map((proposition) => {
      const told = proposition.axes.map(({ key }) => sourceIn(key, world));
      const asked = JSON.stringify([pointIn(proposition, world), told]);
      const known = latestRows.get(proposition.id);
      if (known?.asked === asked) return known.row;
      const row = verdictOf(proposition, world);
      latestRows.set(proposition.id, { asked, row });
      return row;
    })
    .sort((one, other) => (one.argument < other.argument ? -1 : one.argument > other.argument ? 1 : 0));
}
