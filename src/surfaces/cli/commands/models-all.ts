import { solveWorld } from "../../../models/world-run.ts";
import { setInWorld, standardWorld, type World } from "../../../world/index.ts";
import { settingsFrom } from "../../inputs/settings.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

export function run(_: string[], { set, json }: Options, { print, columns }: Effects): number {
  const pairs = settingsFrom(Array.isArray(set) ? set : []);
  const world = pairs.reduce<World>(
    (changed, [key, value]) => setInWorld(changed, key, typeof value === "number" ? value : String(value)),
    standardWorld,
  );
  const runs = solveWorld(world);
  if (json === true) {
    print(
      JSON.stringify(
        runs.map(({ model, part, solution }) =>
          solution.ok ? solution.value : { model, part, refused: solution.refusal },
        ),
        null,
        2,
      ),
    );
    return 0;
  }
  const rows = runs.map(({ model, part, solution }) => [
    model,
    part,
    solution.ok
      ? (solution.value.regimes.find(({ here }) => here)?.means ?? solution.value.equilibria[0]?.inWords ?? "")
      : solution.refusal.because,
  ]);
  print(table([["model", "question", "at this world"], ...rows], columns).join("\n"));
  return 0;
}
