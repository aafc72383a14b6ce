// Two-player games in Gambit's .nfg format (gambit): read in both its forms (payoffs, or outcomes), written in the first.

import { InputError } from "../../values/errors.ts";
import { parseRational, Rational } from "../../math/rational.ts";
import type { Game } from "./equilibria.ts";

export type NamedGame = Game & { title: string; players: [string, string]; strategies: [string[], string[]] };

const LONGEST_FILE = 2_000_000;
const MOST_STRATEGIES = 200;

type Token = { kind: "text" | "word" | "open" | "close"; value: string };

function tokensOf(text: string): Token[] {
  if (text.length > LONGEST_FILE)
    throw new InputError("nfg", `a file of at most ${LONGEST_FILE} characters`, text.length);
  const tokens: Token[] = [];
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"|([{}])|([^\s{}",]+)/g)) {
    const [, quoted, brace, word] = match;
    if (quoted !== undefined) tokens.push({ kind: "text", value: quoted.replace(/\\(.)/g, "$1") });
    else if (brace !== undefined) tokens.push({ kind: brace === "{" ? "open" : "close", value: brace });
    else tokens.push({ kind: "word", value: word ?? "" });
  }
  return tokens;
}

class Reader {
  private at = 0;
  private readonly tokens: Token[];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  next(expected: string, kind?: Token["kind"]): Token {
    const token = this.tokens[this.at++];
    if (!token || (kind && token.kind !== kind)) throw new InputError(`nfg:token ${this.at}`, expected, token?.value);
    return token;
  }

  /** What stands between braces. */
  block(expected: string): Token[] {
    this.next(expected, "open");
    const inside: Token[] = [];
    for (let depth = 1; ;) {
      const token = this.next(`} after ${expected}`);
      if (token.kind === "open") depth++;
      if (token.kind === "close" && --depth === 0) return inside;
      inside.push(token);
    }
  }
}

export function readNfg(text: string): NamedGame {
  const reader = new Reader(tokensOf(text));
  for (const word of ["NFG", "1"])
    if (reader.next(word).value !== word) throw new InputError("nfg", 'a file that begins "NFG 1 R"');
  if (!["R", "D"].includes(reader.next("R or D").value)) throw new InputError("nfg", "R or D after NFG 1");
  const title = reader.next("a title in quotes", "text").value;
  const players = reader.block("the players").map(({ value }) => value);
  if (players.length !== 2) throw new InputError("nfg", "two players", players.length);
  const strategies = strategiesOf(reader.block("the strategies"));
  if (reader.peek()?.kind === "text") reader.next("a comment");
  const [rows, columns] = [strategies[0].length, strategies[1].length];
  const rest: Token[] = [];
  while (reader.peek()) rest.push(reader.next("payoffs"));
  const pairs = rest[0]?.kind === "open" ? byOutcome(rest) : byCell(rest);
  if (pairs.length !== rows * columns) throw new InputError("nfg", `${rows * columns} cells`, pairs.length);
  // The first player's strategy varies fastest.
  const cell = (i: number, j: number): [Rational, Rational] => pairs[j * rows + i] as [Rational, Rational];
  const table = (player: 0 | 1): Rational[][] =>
    strategies[0].map((_, i) => strategies[1].map((__, j) => cell(i, j)[player]));
  return { title, players: players as [string, string], strategies, row: table(0), column: table(1) };
}

function strategiesOf(tokens: Token[]): [string[], string[]] {
  const named: string[][] = [];
  for (const { kind, value } of tokens) {
    if (kind === "open") named.push([]);
    else if (kind === "text" && named.length > 0) named.at(-1)?.push(value);
  }
  const counts = tokens.filter(({ kind }) => kind === "word").map(({ value }) => Number(value));
  const lists =
    named.length > 0
      ? named
      : counts.map((count) => Array.from({ length: Math.min(count, MOST_STRATEGIES + 1) }, (_, k) => String(k + 1)));
  const [one, two, ...others] = lists;
  if (!one || !two || others.length > 0) throw new InputError("nfg", "the strategies of two players", lists.length);
  for (const list of [one, two])
    if (list.length === 0 || list.length > MOST_STRATEGIES)
      throw new InputError("nfg", `1 to ${MOST_STRATEGIES} strategies`, list.length);
  return [one, two];
}

function payoff(token: Token | undefined): Rational {
  const read = token?.kind === "word" ? parseRational(token.value) : null;
  if (!read) throw new InputError("nfg", "a payoff as a number or p/q", token?.value);
  return read;
}

function byCell(tokens: Token[]): [Rational, Rational][] {
  if (tokens.length % 2 !== 0) throw new InputError("nfg", "two payoffs per cell", tokens.length);
  return Array.from({ length: tokens.length / 2 }, (_, k) => [payoff(tokens[2 * k]), payoff(tokens[2 * k + 1])]);
}

function byOutcome(tokens: Token[]): [Rational, Rational][] {
  const outcomes: [Rational, Rational][] = [];
  const reader = new Reader(tokens);
  for (const inner = new Reader(reader.block("the outcomes")); inner.peek();) {
    const [first, ...rest] = inner.block("an outcome");
    const [one, two] = first?.kind === "text" ? rest : [first, ...rest];
    outcomes.push([payoff(one), payoff(two)]);
  }
  const cells: [Rational, Rational][] = [];
  while (reader.peek()) {
    const index = Number(reader.next("an outcome's number", "word").value);
    const outcome = index === 0 ? ([Rational.zero, Rational.zero] as [Rational, Rational]) : outcomes[index - 1];
    if (!outcome) throw new InputError("nfg", `an outcome from 0 to ${outcomes.length}`, index);
    cells.push(outcome);
  }
  return cells;
}

export function writeNfg({ title, players, strategies, row, column }: NamedGame): string {
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
  const names = strategies.map((list) => `{ ${list.map(quoted).join(" ")} }`).join("\n");
  const cells = strategies[1].flatMap((_, j) =>
    strategies[0].map(
      (__, i) => `${(row[i] as Rational[])[j]?.toString()} ${(column[i] as Rational[])[j]?.toString()}`,
    ),
  );
  return `NFG 1 R ${quoted(title)} { ${players.map(quoted).join(" ")} }\n\n{ ${names}\n}\n""\n\n${cells.join(" ")}\n`;
}
