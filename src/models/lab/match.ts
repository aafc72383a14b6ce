// One match of two strategies: a known number of turns, with or without noise.

import type { History, Move, Strategy } from "./strategy.ts";

export type Payoffs = { R: number; S: number; T: number; P: number };

export type Settings = { payoffs: Payoffs; turns: number; noise?: number; chance?: () => number };

export type Match = { scores: [number, number]; moves: [Uint8Array, Uint8Array] };

export function playMatch(one: Strategy, two: Strategy, { payoffs, turns, noise = 0, chance }: Settings): Match {
  if (noise > 0 && !chance) throw new RangeError("Cannot play with noise: no chance was given");
  const moves: [Uint8Array, Uint8Array] = [new Uint8Array(turns), new Uint8Array(turns)];
  const [a, b] = [one.start(), two.start()];
  const left: History = { turns: 0, mine: moves[0], theirs: moves[1], cooperationsOfMine: 0, cooperationsOfTheirs: 0 };
  const right: History = { turns: 0, mine: moves[1], theirs: moves[0], cooperationsOfMine: 0, cooperationsOfTheirs: 0 };
  // Counts of CC, CD, DC, DD by 2 × own attack + other's attack.
  const counts = [0, 0, 0, 0] as [number, number, number, number];
  let unflipped = movesUntilFlip(noise, chance);
  for (let turn = 0; turn < turns; turn++) {
    left.turns = turn;
    right.turns = turn;
    let [x, y]: [Move, Move] = [a(left), b(right)];
    if (--unflipped < 0) {
      x = x === 1 ? 0 : 1;
      unflipped = movesUntilFlip(noise, chance);
    }
    if (--unflipped < 0) {
      y = y === 1 ? 0 : 1;
      unflipped = movesUntilFlip(noise, chance);
    }
    moves[0][turn] = x;
    moves[1][turn] = y;
    left.cooperationsOfMine += x;
    left.cooperationsOfTheirs += y;
    right.cooperationsOfMine += y;
    right.cooperationsOfTheirs += x;
    (counts[3 - 2 * x - y] as number)++;
  }
  const [cc, cd, dc, dd] = counts;
  const { R, S, T, P } = payoffs;
  return { scores: [cc * R + cd * S + dc * T + dd * P, cc * R + cd * T + dc * S + dd * P], moves };
}

/** Moves that come out as meant before the next that flips: geometric, so that one draw serves many moves. */
function movesUntilFlip(noise: number, chance: (() => number) | undefined): number {
  return noise > 0 && chance ? Math.floor(Math.log1p(-chance()) / Math.log1p(-noise)) : Infinity;
}
