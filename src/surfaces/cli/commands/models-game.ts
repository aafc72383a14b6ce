import { writeEfg, type ExtensiveGame } from "../../../models/solvers/efg.ts";
import { allEquilibria, type AllEquilibria } from "../../../models/solvers/equilibria.ts";
import { readGame, responsesOf } from "../../../models/solvers/gambit-game.ts";
import type { Response } from "../../../models/solvers/logit.ts";
import { twoSided, writeStrategic, type StrategicGame } from "../../../models/solvers/nfg.ts";
import { asTree, pureProfiles } from "../../../models/solvers/simultaneous.ts";
import { InputError } from "../../../values/errors.ts";
import { refuse } from "../../../values/outcome.ts";
import { readText } from "../../inputs/read-file.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { writeWhole } from "../write-file.ts";

export function run([file = ""]: string[], options: Options, effects: Effects): number {
  const { tree, game } = readGame(readText(file));
  const lambdas = lambdasFrom(options["logit"]);
  const json = options["json"] === true;
  const out = options["out"];
  if (typeof out === "string") return written(out, game, tree, json, effects);
  const found = game.players.length === 2 ? allEquilibria(twoSided(game, "game")) : null;
  if (game.players.length === 2 && !found && lambdas.length === 0)
    return refused(refuse("too-many").refusal, json, effects);
  const logit = lambdas.length === 0 ? [] : responsesOf(game, lambdas);
  if (json) effects.print(JSON.stringify(document(game, found, lambdas, logit), null, 2));
  else printed(game, found, lambdas, logit, effects);
  return 0;
}

const MOST_LAMBDAS = 100;

function lambdasFrom(option: Options[string]): number[] {
  if (typeof option !== "string") return [];
  const read = option.split(",").map((word) => (word.trim() === "" ? Number.NaN : Number(word)));
  const isLambda = (x: number): boolean => x >= 0 && x <= 1e6;
  if (!read.every(isLambda) || read.length > MOST_LAMBDAS)
    throw new InputError("--logit", `at most ${MOST_LAMBDAS} numbers at or above 0, joined by commas`, option);
  return read;
}

function written(
  out: string,
  game: StrategicGame,
  tree: ExtensiveGame | null,
  json: boolean,
  effects: Effects,
): number {
  const isTree = out.toLowerCase().endsWith(".efg");
  if (!isTree && !out.toLowerCase().endsWith(".nfg"))
    throw new InputError("--out", "a name that ends in .nfg or .efg", out);
  const text = isTree ? writeEfg(tree ?? asTree(game)) : writeStrategic(game);
  writeWhole(out, text);
  const format = isTree ? "efg" : "nfg";
  effects.print(json ? JSON.stringify({ file: out, format }, null, 2) : `Wrote ${out}.`);
  return 0;
}

function document(
  game: StrategicGame,
  found: AllEquilibria | null,
  lambdas: readonly number[],
  logit: readonly (Response | null)[],
): object {
  const { title, players, strategies } = game;
  const equilibria = found?.extreme.map(({ row, column }) => ({ row: row.map(String), column: column.map(String) }));
  return {
    title,
    players,
    strategies,
    ...(equilibria ? { equilibria, maximalNashSubsets: found?.subsets, degenerate: found?.degenerate } : {}),
    pure: pureProfiles(game),
    ...(lambdas.length > 0 ? { logit: lambdas.map((lambda, k) => ({ lambda, mix: logit[k]?.mix ?? null })) } : {}),
  };
}

/** One machine line an equilibrium, as Gambit writes them. */
function printed(
  game: StrategicGame,
  found: AllEquilibria | null,
  lambdas: readonly number[],
  logit: readonly (Response | null)[],
  { print }: Effects,
): void {
  if (found) for (const { row, column } of found.extreme) print(`NE,${[...row, ...column].join(",")}`);
  else if (lambdas.length === 0) {
    // All equilibria are found for two players only: for others those in pure strategies.
    for (const profile of pureProfiles(game))
      print(
        `NE,${profile.flatMap((own, i) => (game.strategies[i] ?? []).map((_, k) => (k === own ? 1 : 0))).join(",")}`,
      );
  }
  for (const [k, lambda] of lambdas.entries()) {
    const mix = logit[k]?.mix;
    print(mix ? `${lambda},${mix.flat().join(",")}` : `${lambda},not reached`);
  }
}
