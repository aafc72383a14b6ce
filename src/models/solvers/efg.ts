// Games in extensive form in Gambit's .efg format (gambit): a tree in prefix order of chance nodes, players' nodes in
// information sets, and ends; outcomes may stand at any node, and payoffs along a path add up. Read without recursion, and
// within bounds, because a file may come from anywhere.

import { InputError } from "../../values/errors.ts";
import { Rational, sumOf } from "../../math/rational.ts";
import { quoted, TokenReader, tokensOf } from "./gambit-text.ts";

export type Outcome = { name: string; payoffs: Rational[] };
export type InformationSet = { player: number; name: string; actions: string[] };
export type GameNode = {
  name: string;
  /** Number of its outcome, null for none. */
  outcome: number | null;
  /** What is decided here; null at an end. */
  choice: { chance: string } | { set: string } | null;
  children: number[];
};
export type ExtensiveGame = {
  title: string;
  players: string[];
  comment: string;
  /** The root first, then in prefix order. */
  nodes: GameNode[];
  outcomes: Map<number, Outcome>;
  /** By "player:number" as in the file. */
  sets: Map<string, InformationSet & { number: number }>;
  chances: Map<string, { name: string; actions: string[]; probabilities: Rational[]; number: number }>;
};

const MOST_NODES = 50_000;
const MOST_PLAYERS = 10;
const MOST_ACTIONS = 200;
const MOST_NUMBER = 999_999_999;

export function readEfg(text: string): ExtensiveGame {
  const reader = new TokenReader("efg", tokensOf("efg", text));
  const title = reader.heading("EFG", "2");
  const players = reader.texts("the players");
  if (players.length === 0 || players.length > MOST_PLAYERS)
    throw new InputError("efg", `1 to ${MOST_PLAYERS} players`, players.length);
  const comment = reader.has("text") ? reader.text("a comment") : "";
  const game: ExtensiveGame = {
    title,
    players,
    comment,
    nodes: [],
    outcomes: new Map(),
    sets: new Map(),
    chances: new Map(),
  };
  // Nodes whose children are still to come, and how many.
  const open: { node: GameNode; left: number }[] = [];
  do {
    if (!reader.peek()) throw reader.problem("a node: c, p or t");
    if (game.nodes.length >= MOST_NODES) throw reader.problem(`at most ${MOST_NODES} nodes`);
    const { node, actions } = readNode(reader, game);
    const parent = open.at(-1);
    if (parent) {
      parent.node.children.push(game.nodes.length);
      if (--parent.left === 0) open.pop();
    }
    game.nodes.push(node);
    if (actions > 0) open.push({ node, left: actions });
  } while (open.length > 0);
  if (reader.peek()) throw reader.problem("the end of the file after the last node");
  for (const [number, { payoffs }] of game.outcomes)
    if (payoffs.length === 0) throw new InputError("efg", `payoffs of outcome ${number}`);
  return game;
}

function readNode(reader: TokenReader, game: ExtensiveGame): { node: GameNode; actions: number } {
  const kind = reader.next("a node: c, p or t", "word").value;
  if (!["c", "p", "t"].includes(kind)) throw reader.problem(`c, p or t instead of ${kind.slice(0, 20)}`);
  const name = reader.has("text") ? reader.text("a node's name") : "";
  const choice = kind === "t" ? null : kind === "c" ? readChance(reader, game) : readSet(reader, game);
  const outcome = readOutcome(reader, game);
  const actions =
    choice === null
      ? 0
      : (("chance" in choice ? game.chances.get(choice.chance) : game.sets.get(choice.set))?.actions.length ?? 0);
  return { node: { name, outcome, choice, children: [] }, actions };
}

function readChance(reader: TokenReader, game: ExtensiveGame): { chance: string } {
  const number = reader.whole("a chance set's number", MOST_NUMBER);
  const key = String(number);
  const known = game.chances.get(key);
  const name = reader.has("text") ? reader.text("a chance set's name") : (known?.name ?? "");
  if (!reader.has("open")) {
    if (!known) throw reader.problem(`actions and probabilities of chance set ${number}`);
    return { chance: key };
  }
  reader.next("{", "open");
  const [actions, probabilities]: [string[], Rational[]] = [[], []];
  while (!reader.has("close")) {
    actions.push(reader.text("an action in quotes"));
    probabilities.push(reader.number("the action's probability"));
  }
  if (probabilities.some((p) => p.sign() < 0)) throw reader.problem("probabilities at or above zero");
  const sum = sumOf(probabilities);
  if (sum.minus(1).abs().isAbove("1/1000000"))
    throw reader.problem(`probabilities of chance set ${number} that sum to one`);
  reader.next("}", "close");
  checkActions(reader, actions, known?.actions, `chance set ${number}`);
  game.chances.set(key, { name, actions, number, probabilities: probabilities.map((p) => p.over(sum)) });
  return { chance: key };
}

function readSet(reader: TokenReader, game: ExtensiveGame): { set: string } {
  const player = reader.whole("a player's number", game.players.length);
  if (player === 0) throw reader.problem(`a player from 1 to ${game.players.length}`);
  const number = reader.whole("an information set's number", MOST_NUMBER);
  const key = `${player}:${number}`;
  const known = game.sets.get(key);
  const name = reader.has("text") ? reader.text("an information set's name") : (known?.name ?? "");
  if (!reader.has("open")) {
    if (!known) throw reader.problem(`actions of information set ${number} of player ${player}`);
    return { set: key };
  }
  const actions = reader.texts("an action");
  checkActions(reader, actions, known?.actions, `information set ${number} of player ${player}`);
  game.sets.set(key, { player: player - 1, name, actions, number });
  return { set: key };
}

function checkActions(reader: TokenReader, actions: string[], known: string[] | undefined, of: string): void {
  if (actions.length === 0 || actions.length > MOST_ACTIONS)
    throw reader.problem(`1 to ${MOST_ACTIONS} actions of ${of}`);
  if (known && known.length !== actions.length) throw reader.problem(`${known.length} actions of ${of}, as before`);
}

/** An outcome's number, and where it comes first its name and payoffs. */
function readOutcome(reader: TokenReader, game: ExtensiveGame): number | null {
  const number = reader.whole("an outcome's number", MOST_NUMBER);
  const known = game.outcomes.get(number);
  const name = reader.has("text") ? reader.text("an outcome's name") : (known?.name ?? "");
  if (!reader.has("open")) {
    if (number === 0) return null;
    if (!known) throw reader.problem(`payoffs of outcome ${number} in braces`);
    return number;
  }
  reader.next("{", "open");
  const payoffs = game.players.map((player) => reader.number(`a payoff of ${player}`));
  reader.next(`} after ${payoffs.length} payoffs`, "close");
  if (number === 0) throw reader.problem("no payoffs for outcome 0, which is none");
  if (known && known.payoffs.some((x, i) => !x.equals(payoffs[i] as Rational)))
    throw reader.problem(`the payoffs of outcome ${number} as before`);
  game.outcomes.set(number, { name, payoffs });
  return number;
}

export function writeEfg({ title, players, comment, nodes, outcomes, sets, chances }: ExtensiveGame): string {
  const lines = [`EFG 2 R ${quoted(title)} { ${players.map(quoted).join(" ")} }`, quoted(comment), ""];
  for (const { name, outcome, choice } of nodes) {
    const parts = [choice === null ? "t" : "chance" in choice ? "c" : "p", quoted(name)];
    if (choice && "chance" in choice) {
      const set = chances.get(choice.chance);
      const actions = set?.actions.map((action, k) => `${quoted(action)} ${String(set.probabilities[k])}`) ?? [];
      parts.push(String(set?.number), quoted(set?.name ?? ""), `{ ${actions.join(" ")} }`);
    } else if (choice) {
      const set = sets.get(choice.set);
      const actions = set?.actions.map(quoted) ?? [];
      parts.push(
        String((set?.player ?? 0) + 1),
        String(set?.number),
        quoted(set?.name ?? ""),
        `{ ${actions.join(" ")} }`,
      );
    }
    const paid = outcome === null ? null : outcomes.get(outcome);
    parts.push(paid ? `${outcome} ${quoted(paid.name)} { ${paid.payoffs.map(String).join(", ")} }` : "0");
    lines.push(parts.join(" "));
  }
  return `${lines.join("\n")}\n`;
}
