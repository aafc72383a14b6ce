// Games in strategic form in Gambit's .nfg format (gambit): read in both its forms (payoffs, or outcomes), written in either.

import { InputError } from "../../values/errors.ts";
import { Rational } from "../../math/rational.ts";
import type { Game } from "./equilibria.ts";
import { quoted, TokenReader, tokensOf } from "./gambit-text.ts";

/** Payoffs of every player over the strategy profiles, the last player's strategy varying fastest. */
export type StrategicGame = { title: string; players: string[]; strategies: string[][]; payoffs: Rational[][] };

export type NamedGame = Game & { title: string; players: [string, string]; strategies: [string[], string[]] };

export const MOST_STRATEGIES = 200;
const MOST_PLAYERS = 10;
const MOST_CELLS = 100_000;

export function readStrategic(text: string): StrategicGame {
  const reader = new TokenReader("nfg", tokensOf("nfg", text));
  const title = reader.heading("NFG", "1");
  const players = reader.texts("the players");
  if (players.length === 0 || players.length > MOST_PLAYERS)
    throw new InputError("nfg", `1 to ${MOST_PLAYERS} players`, players.length);
  const strategies = strategiesOf(reader);
  if (strategies.length !== players.length)
    throw new InputError("nfg", `strategies of ${players.length} players`, strategies.length);
  if (reader.has("text")) reader.text("a comment");
  const cells = strategies.reduce((product, list) => product * list.length, 1);
  if (cells > MOST_CELLS) throw new InputError("nfg", `at most ${MOST_CELLS} cells`, cells);
  const rows = reader.has("open") ? byOutcome(reader, players.length, cells) : byCell(reader, players.length, cells);
  if (reader.peek()) throw reader.problem(`the end after ${cells} cells`);
  const order = firstFastest(strategies.map((list) => list.length));
  return { title, players, strategies, payoffs: players.map((_, i) => order.map((at) => rows[at]?.[i] as Rational)) };
}

/** In a file the first player's strategy varies fastest: where each of our cells stands there. */
function firstFastest(sizes: readonly number[]): number[] {
  const cells = sizes.reduce((a, b) => a * b, 1);
  return Array.from({ length: cells }, (_, cell) => {
    let [rest, place] = [cell, 0];
    const digits = sizes.map(() => 0);
    for (let i = sizes.length - 1; i >= 0; i--) {
      digits[i] = rest % (sizes[i] as number);
      rest = Math.floor(rest / (sizes[i] as number));
    }
    for (let i = sizes.length - 1; i >= 0; i--) place = place * (sizes[i] as number) + (digits[i] as number);
    return place;
  });
}

function strategiesOf(reader: TokenReader): string[][] {
  reader.next("the strategies in braces", "open");
  const found: string[][] = [];
  while (!reader.has("close")) {
    if (reader.has("open")) found.push(reader.texts("a strategy"));
    else {
      const count = reader.whole("a number of strategies", MOST_STRATEGIES);
      found.push(Array.from({ length: count }, (_, k) => String(k + 1)));
    }
    const size = found.at(-1)?.length ?? 0;
    if (size === 0 || size > MOST_STRATEGIES || found.length > MOST_PLAYERS)
      throw reader.problem(`1 to ${MOST_STRATEGIES} strategies a player, of at most ${MOST_PLAYERS} players`);
  }
  reader.next("}", "close");
  return found;
}

function byCell(reader: TokenReader, players: number, cells: number): Rational[][] {
  return Array.from({ length: cells }, (_, cell) =>
    Array.from({ length: players }, () => reader.number(`a payoff of cell ${cell + 1} of ${cells}`)),
  );
}

function byOutcome(reader: TokenReader, players: number, cells: number): Rational[][] {
  const outcomes: Rational[][] = [Array.from({ length: players }, () => Rational.zero)];
  reader.next("the outcomes in braces", "open");
  while (!reader.has("close")) {
    reader.next("an outcome in braces", "open");
    if (reader.has("text")) reader.text("an outcome's name");
    outcomes.push(Array.from({ length: players }, () => reader.number(`a payoff of outcome ${outcomes.length}`)));
    reader.next("} after an outcome's payoffs", "close");
    if (outcomes.length > MOST_CELLS) throw reader.problem(`at most ${MOST_CELLS} outcomes`);
  }
  reader.next("}", "close");
  return Array.from({ length: cells }, () => outcomes[reader.whole("an outcome", outcomes.length - 1)] as Rational[]);
}

export function readNfg(text: string): NamedGame {
  return twoSided(readStrategic(text), "nfg");
}

/** A game of two players as two tables. */
export function twoSided({ title, players, strategies, payoffs }: StrategicGame, format: string): NamedGame {
  const [one, two] = strategies;
  if (!one || !two || strategies.length !== 2) throw new InputError(format, "two players", players.length);
  const table = (of: readonly Rational[]): Rational[][] =>
    one.map((_, i) => of.slice(i * two.length, (i + 1) * two.length));
  const [row, column] = payoffs.map(table) as [Rational[][], Rational[][]];
  return { title, players: [players[0] as string, players[1] as string], strategies: [one, two], row, column };
}

export function strategic({ title, players, strategies, row, column }: NamedGame): StrategicGame {
  return { title, players, strategies, payoffs: [row.flat(), column.flat()] };
}

export function writeNfg(game: NamedGame): string {
  return writeStrategic(strategic(game));
}

/** By cells, or by outcomes, where equal cells share one. */
export function writeStrategic({ title, players, strategies, payoffs }: StrategicGame, form = "payoffs"): string {
  const names = strategies.map((list) => `{ ${list.map(quoted).join(" ")} }`).join("\n");
  const head = `NFG 1 R ${quoted(title)} { ${players.map(quoted).join(" ")} }\n\n{ ${names}\n}\n""\n\n`;
  const cells: string[] = [];
  for (const [cell, place] of firstFastest(strategies.map((list) => list.length)).entries())
    cells[place] = payoffs.map((of) => String(of[cell])).join(" ");
  if (form === "payoffs") return `${head}${cells.join(" ")}\n`;
  const distinct = [...new Set(cells)];
  const number = new Map(distinct.map((cell, k) => [cell, k + 1]));
  const outcomes = distinct.map((cell) => `{ "" ${cell.replaceAll(" ", ", ")} }`).join("\n");
  return `${head}{\n${outcomes}\n}\n${cells.map((cell) => number.get(cell)).join(" ")}\n`;
}
