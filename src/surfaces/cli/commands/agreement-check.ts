import type { Effects, Options } from "../command.ts";
import { show } from "./agreement.ts";

export async function run(args: string[], options: Options, effects: Effects): Promise<number> {
  return show(args, options, effects, true);
}
