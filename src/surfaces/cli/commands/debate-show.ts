import { readDebate } from "../../../debate/read-debate.ts";
import { standardWorld } from "../../../world/index.ts";
import { debateNamed } from "../../inputs/debates.ts";
import { worldWith } from "../../inputs/world.ts";
import type { Effects, Options } from "../command.ts";
import { showDebate } from "../show-debate.ts";

export function run([id = ""]: string[], { set, json }: Options, effects: Effects): number {
  const { debate, caseId } = debateNamed(id, effects.env);
  const read = readDebate(debate, { caseId, world: worldWith(standardWorld, Array.isArray(set) ? set : []) });
  if (json === true) effects.print(JSON.stringify(read, null, 2));
  else showDebate(read, effects);
  return 0;
}
