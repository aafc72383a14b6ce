import { solveWorld } from "../../../models/world-run.ts";
import { askedWorld } from "../asked-world.ts";
import type { Effects, Options } from "../command.ts";
import { table } from "../table.ts";

export async function run(_: string[], options: Options, effects: Effects): Promise<number> {
  const { json } = options;
  const { print, columns } = effects;
  const runs = solveWorld(await askedWorld(options, effects));
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
