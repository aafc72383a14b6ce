// A case's world as its file states it. What the file binds to the ledger stands at the file's value until the ledger
// is asked (from-ledger.ts).

import type { WorldFile } from "../values/world-file.ts";
import { worldKeys, type WorldKey } from "../values/world-keys.ts";
import type { World, WorldParam } from "./world.ts";

/** The file has passed its schema: what it names is there. */
export function worldFromFile({ issues, chosen, penalty, stakes, parameters }: WorldFile): World {
  const indexOf = (id: string): number => issues.findIndex((issue) => issue.id === id);
  return {
    issues,
    chosen: indexOf(chosen),
    penalty: penalty === null ? null : indexOf(penalty),
    stakes,
    params: Object.fromEntries(worldKeys.map((key) => [key, paramFrom(parameters[key])])) as Record<
      WorldKey,
      WorldParam
    >,
  };
}

function paramFrom({ range: [min, max], ...rest }: WorldFile["parameters"][WorldKey]): WorldParam {
  return { ...rest, min, max };
}
