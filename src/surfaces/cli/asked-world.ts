// The world that a command is asked about: a case's, or the standard one where none is named, changed by `--set`.

import { standardWorld, type World } from "../../world/index.ts";
import { worldOf, worldWith } from "../inputs/world.ts";
import type { Effects, Options } from "./command.ts";
import { withLedger } from "./with-ledger.ts";

export async function askedWorld({ world, set }: Options, effects: Effects): Promise<World> {
  const pairs = Array.isArray(set) ? set : [];
  if (typeof world !== "string") return worldWith(standardWorld, pairs);
  return worldWith(await worldOfCase(world, effects), pairs);
}

function worldOfCase(caseId: string, effects: Effects): Promise<World> {
  return withLedger(effects, async (ledger) => worldOf(await ledger.view(caseId)));
}
