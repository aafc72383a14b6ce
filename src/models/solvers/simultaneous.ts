// Between the two forms of a game: a strategic game as a tree in which each player moves without seeing the others, and
// the strategy profiles from which nobody gains by moving alone.

import { InputError } from "../../values/errors.ts";
import { largest, type Rational } from "../../math/rational.ts";
import type { ExtensiveGame, GameNode } from "./efg.ts";
import type { StrategicGame } from "./nfg.ts";

const MOST_ENDS = 20_000;

export function asTree({ title, players, strategies, payoffs }: StrategicGame): ExtensiveGame {
  const cells = payoffs[0]?.length ?? 0;
  if (cells > MOST_ENDS) throw new InputError("efg", `at most ${MOST_ENDS} ends`, cells);
  const nodes: GameNode[] = [];
  // From the last player's moves up would need no stack; in prefix order one is kept.
  const add = (player: number, cell: number): number => {
    const at = nodes.length;
    const list = strategies[player];
    const node: GameNode = { name: "", outcome: null, choice: null, children: [] };
    nodes.push(node);
    if (list) {
      node.choice = { set: `${player + 1}:1` };
      node.children = list.map((_, k) => add(player + 1, cell * list.length + k));
    } else node.outcome = cell + 1;
    return at;
  };
  add(0, 0);
  return {
    title,
    players,
    comment: "",
    nodes,
    outcomes: new Map(
      Array.from({ length: cells }, (_, cell) => [
        cell + 1,
        { name: "", payoffs: payoffs.map((of) => of[cell] as Rational) },
      ]),
    ),
    sets: new Map(strategies.map((actions, i) => [`${i + 1}:1`, { player: i, name: "", actions, number: 1 }])),
    chances: new Map(),
  };
}

/** Profiles of pure strategies, by index, that are best replies for every player. */
export function pureProfiles({ strategies, payoffs }: StrategicGame): number[][] {
  const sizes = strategies.map((list) => list.length);
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1));
  const cells = payoffs[0]?.length ?? 0;
  const left = new Uint8Array(cells).fill(1);
  for (const [i, of] of payoffs.entries()) {
    const [size, stride] = [sizes[i] as number, strides[i] as number];
    for (let cell = 0; cell < cells; cell++) {
      if (Math.floor(cell / stride) % size !== 0) continue;
      const line = Array.from({ length: size }, (_, k) => cell + k * stride);
      const best = largest(line.map((at) => of[at] as Rational));
      for (const at of line) if (!of[at]?.equals(best)) left[at] = 0;
    }
  }
  return Array.from({ length: cells }, (_, cell) => cell)
    .filter((cell) => left[cell] === 1)
    .map((cell) => sizes.map((size, i) => Math.floor(cell / (strides[i] as number)) % size));
}
