// Every model at one world: what a slider moves.

import type { Outcome } from "../values/outcome.ts";
import type { World } from "../world/world.ts";
import { models } from "./index.ts";
import { solve, type Solution } from "./model.ts";

export type WorldRun = { model: string; part: string; solution: Outcome<Solution> }[];

export function solveWorld(world: World): WorldRun {
  return models.flatMap((model) =>
    model
      .fromWorld(world)
      .map(({ part, params }) => ({ model: model.card.id, part, solution: solve(model, { part, ...params }) })),
  );
}
