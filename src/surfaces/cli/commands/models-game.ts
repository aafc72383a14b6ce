import { allEquilibria } from "../../../models/solvers/equilibria.ts";
import { readNfg } from "../../../models/solvers/nfg.ts";
import { readText } from "../../inputs/read-file.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { refuse } from "../../../values/outcome.ts";

export function run([file = ""]: string[], { json }: Options, effects: Effects): number {
  const game = readNfg(readText(file));
  const found = allEquilibria(game);
  if (!found) return refused(refuse("too-many").refusal, json === true, effects);
  const equilibria = found.extreme.map(({ row, column }) => ({ row: row.map(String), column: column.map(String) }));
  if (json === true)
    effects.print(
      JSON.stringify({ title: game.title, players: game.players, strategies: game.strategies, equilibria }, null, 2),
    );
  // One machine line an equilibrium, as Gambit writes them.
  else for (const { row, column } of equilibria) effects.print(`NE,${[...row, ...column].join(",")}`);
  return 0;
}
