// A game file as Gambit writes it, read and solved: all extreme equilibria in exact fractions.

import { allEquilibria } from "../../../../models/solvers/equilibria.ts";
import { readNfg, writeNfg } from "../../../../models/solvers/nfg.ts";
import { InputError } from "../../../../values/errors.ts";

export type SolvedGame = {
  title: string;
  players: [string, string];
  strategies: [string[], string[]];
  /** payoffs[i][j]: of the first and of the second player. */
  payoffs: [string, string][][];
  /** Mixed strategies as fractions, and what each player gets. */
  equilibria: { row: string[]; column: string[]; worth: [string, string]; pure: boolean }[];
  /** Sets of equilibria, each the lotteries over the numbered ones. */
  subsets: number[][];
  degenerate: boolean;
  /** The same game in Gambit's format. */
  nfg: string;
};

export function solveGame(text: string): SolvedGame {
  const game = readNfg(text);
  const found = allEquilibria(game);
  if (!found) throw new InputError("game", "a game small enough to list all its equilibria");
  const { title, players, strategies, row, column } = game;
  return {
    title,
    players,
    strategies,
    payoffs: row.map((line, i) => line.map((x, j) => [x.toString(), column[i]?.[j]?.toString() ?? ""])),
    equilibria: found.extreme.map((one) => {
      const worth = [row, column].map((table) =>
        table
          .flatMap((line, i) => line.map((x, j) => weighted(one.row[i], one.column[j], x)))
          .reduce((sum, x) => sum.plus(x))
          .toString(),
      );
      return {
        row: one.row.map(String),
        column: one.column.map(String),
        worth: worth as [string, string],
        pure: [...one.row, ...one.column].every((share) => share.isZero() || share.equals(1)),
      };
    }),
    subsets: found.subsets,
    degenerate: found.degenerate,
    nfg: writeNfg(game),
  };
}

type Fraction = ReturnType<typeof readNfg>["row"][number][number];

function weighted(x: Fraction | undefined, y: Fraction | undefined, payoff: Fraction): Fraction {
  return x && y ? x.times(y).times(payoff) : payoff.times(0);
}
