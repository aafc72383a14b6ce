import { solveWorld } from "../../../models/world-run.ts";
import type { Solution } from "../../../models/model.ts";
import { significant } from "../../words/en.ts";
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
    solution.ok ? saidBy(solution.value) : solution.refusal.because,
  ]);
  print(table([["model", "question", "at this world"], ...rows], columns).join("\n"));
  return 0;
}

/** The regime that holds, else the equilibrium in words, else the first numbers that are the model's own. */
function saidBy({ regimes, equilibria, outcome }: Solution): string {
  const words = regimes.find(({ here }) => here)?.means ?? equilibria[0]?.inWords;
  if (words !== undefined) return words;
  return Object.entries(outcome)
    .flatMap(([name, value]) => (typeof value === "number" ? [`${name} ${significant(value)}`] : []))
    .slice(0, 4)
    .join(", ");
}
