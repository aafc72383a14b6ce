// Every model and every verdict at a world. What a slider leaves alone is not solved again.

import { models } from "../../../../models/index.ts";
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

export function solvedAll(world: World): SolvedPart[] {
  return models.flatMap((model) => solvedParts(model, world));
}
