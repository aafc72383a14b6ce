import { templates } from "../../../debate/claims/index.ts";
import { readDebate } from "../../../debate/read-debate.ts";
import { standardWorld } from "../../../world/index.ts";
import { debateNamed } from "../../inputs/debates.ts";
import { worldWith } from "../../inputs/world.ts";
import type { Effects, Options } from "../command.ts";
import { askFor } from "../debate-ask.ts";
import { showDebate } from "../show-debate.ts";

const allBindings = templates.flatMap(({ bindings }) => bindings);

export async function run([id = ""]: string[], { set, json }: Options, effects: Effects): Promise<number> {
  const { debate, caseId } = debateNamed(id, effects.env);
  const ask = await askFor(allBindings, caseId, effects);
  const read = readDebate(debate, { caseId, ask, world: worldWith(standardWorld, Array.isArray(set) ? set : []) });
  if (json === true) effects.print(JSON.stringify(read, null, 2));
  else showDebate(read, effects);
  return 0;
}
