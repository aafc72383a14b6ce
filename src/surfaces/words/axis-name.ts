// An axis in words: the world's meaning where it is a parameter of the world.

import { isWorldKey } from "../../world/set.ts";
import type { World } from "../../world/world.ts";
import { axisWords } from "./en-models.ts";

export function axisName(key: string, world: World): string {
  return isWorldKey(key) ? world.params[key].meaning : (axisWords[key] ?? key);
}
