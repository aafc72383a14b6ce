// A game file as Gambit writes it, in either format, read and given to every solver that takes it: pure equilibria, all
// equilibria of two players in exact fractions, and the logit response. Each says for itself why it has no answer.

import { solve } from "../../../../models/model.ts";
import { repeat } from "../../../../models/repeat.ts";
import { writeEfg } from "../../../../models/solvers/efg.ts";
import { allEquilibria } from "../../../../models/solvers/equilibria.ts";
import { expectedPayoffs, readGame, responsesOf } from "../../../../models/solvers/gambit-game.ts";
import { twoSided, writeStrategic, type StrategicGame } from "../../../../models/solvers/nfg.ts";
import { asTree, pureProfiles } from "../../../../models/solvers/simultaneous.ts";
import { InputError } from "../../../../values/errors.ts";

/** Pure equilibria past this are cut. */
const MOST_PURE = 200;
const MOST_CELLS_SHOWN = 400;

/** A mixture of every player, as fractions, and what each gets. */
export type Profile = { mixes: string[][]; worth: string[] };
export type SolvedGame = {
  title: string;
  players: string[];
  strategies: string[][];
  /** How many nodes the tree has, null for a game in strategic form. */
  nodes: number | null;
  /** table[i][j]: payoffs of both players, for a small game of two. */
  table: [string, string][][] | null;
  /** Every profile of pure strategies from which nobody gains by moving alone, as the strategies' places. */
  pure: { profiles: { moves: number[]; worth: string[] }[]; count: number };
  /** Of two players; null where there are more players, or too much to list. */
  all: { extreme: (Profile & { pure: boolean })[]; subsets: number[][]; degenerate: boolean } | null;
  logit: { lambda: number; mixes: number[][] | null } | null;
  /** Of two players: the payoffs that can last when the game is repeated. */
  repeated: { delta: number; kind: string; corners: [number, number][] } | null;
  /** The same game in Gambit's formats; the tree is null where it would be too large. */
  nfg: string;
  efg: string | null;
};

/** `lambda` of the logit response, `delta` the weight of the next period if the game is repeated. */
export type Asked = { text: string; lambda: number; delta: number };

export function solveGame({ text, lambda, delta }: Asked): SolvedGame {
  const { tree, game } = readGame(text);
  const { title, players, strategies } = game;
  const found = pureProfiles(game);
  return {
    title,
    players,
    strategies,
    nodes: tree?.nodes.length ?? null,
    table: tableOf(game),
    pure: {
      profiles: found.slice(0, MOST_PURE).map((moves) => ({ moves, worth: paidAt(game, moves) })),
      count: found.length,
    },
    all: allOf(game),
    logit: attempt(() => ({ lambda, mixes: responsesOf(game, [lambda])[0]?.mix ?? null })),
    repeated: attempt(() => repeatedOf(game, delta)),
    nfg: writeStrategic(game),
    efg: attempt(() => writeEfg(tree ?? asTree(game))),
  };
}

/** What a solver gives, null where the game is past its bounds. */
function attempt<Answer>(solver: () => Answer): Answer | null {
  try {
    return solver();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function tableOf(game: StrategicGame): SolvedGame["table"] {
  if (game.players.length !== 2 || (game.payoffs[0]?.length ?? 0) > MOST_CELLS_SHOWN) return null;
  const { row, column } = twoSided(game, "game");
  return row.map((line, i) => line.map((x, j) => [String(x), String(column[i]?.[j])]));
}

function paidAt({ strategies, payoffs }: StrategicGame, moves: readonly number[]): string[] {
  const cell = moves.reduce((at, move, i) => at * (strategies[i]?.length ?? 1) + move, 0);
  return payoffs.map((of) => String(of[cell]));
}

function allOf(game: StrategicGame): SolvedGame["all"] {
  if (game.players.length !== 2) return null;
  const found = allEquilibria(twoSided(game, "game"));
  if (!found) return null;
  const { extreme, subsets, degenerate } = found;
  return {
    extreme: extreme.map(({ row, column }) => ({
      mixes: [row.map(String), column.map(String)],
      worth: expectedPayoffs(game, [row, column]).map(String),
      pure: [...row, ...column].every((share) => share.isZero() || share.equals(1)),
    })),
    subsets,
    degenerate,
  };
}

/** The corners of what lasts when two players play the game again and again and see everything. */
function repeatedOf(game: StrategicGame, delta: number): SolvedGame["repeated"] {
  if (game.players.length !== 2) return null;
  const { row, column } = twoSided(game, "game");
  const table = (of: typeof row): string[][] => of.map((line) => line.map(String));
  const solved = solve(repeat, { part: "equilibrium-set", g1: table(row), g2: table(column), delta });
  if (!solved.ok) return null;
  const { vertices, kind } = solved.value.outcome;
  return { delta, kind: typeof kind === "string" ? kind : "", corners: vertices as [number, number][] };
}
