// Every model at one world: what a slider moves.

import { InputError } from "../values/errors.ts";
import { refuse, type Outcome } from "../values/outcome.ts";
import type { World } from "../world/world.ts";
import { models } from "./index.ts";
import { solve, type Model, type Solution } from "./model.ts";

export type WorldRun = { model: string; part: string; solution: Outcome<Solution> }[];

export function solveWorld(world: World): WorldRun {
  return models.flatMap((model) =>
    model
      .fromWorld(world)
      .map(({ part, params }) => ({ model: model.card.id, part, solution: solveIn(model, part, params) })),
  );
}

/** A world may stand where a model says nothing, such as where a signal tells nothing: that is a refusal, and no fault. */
export function solveIn(model: Model, part: string, params: Record<string, unknown>): Outcome<Solution> {
  try {
    return solve(model, { ...params, part });
  } catch (error) {
    if (error instanceof InputError) return refuse("outside-the-model", `${error.message}.`);
    throw error;
  }
}
