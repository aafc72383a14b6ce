// A public automaton: states with an action pair each, and weights over next states after each public signal. Its
// certificate proves that nobody gains by one deviation in any state (one-shot deviation principle).

import { Rational, rational, sumOf } from "../math/rational.ts";
import type { Certificate } from "./model.ts";
import { certificate, RowList } from "./rows.ts";

export type StageGame = {
  /** payoffs[i][a][b]: what player i gets when player 1 plays a and player 2 plays b. */
  payoffs: readonly [Rational[][], Rational[][]];
  deltas: readonly [Rational, Rational];
  /** signals[a][b][y]: probability of public signal y. */
  signals: Rational[][][];
};

export type State = {
  name: string;
  actions: readonly [number, number];
  next: Rational[][];
  values: readonly [Rational, Rational];
};

export function automatonCertificate(game: StageGame, states: readonly State[]): Certificate {
  const rows = new RowList();
  for (const [a, line] of game.signals.entries()) {
    for (const [b, law] of line.entries()) {
      rows.eq(`the signals after actions ${a + 1}, ${b + 1} have probabilities that sum to one`, sumOf(law), 1);
    }
  }
  for (const { name, next } of states) {
    for (const [y, weights] of next.entries())
      rows.eq(`in ${name}, after signal ${y + 1}, the next states' weights sum to one`, sumOf(weights), 1);
  }
  for (const state of states) {
    for (const player of [0, 1] as const) {
      const own = state.values[player];
      rows.eq(
        `value of player ${player + 1} in ${state.name}`,
        own,
        worth(game, states, state, player, state.actions[player]),
      );
      const count = player === 0 ? game.signals.length : (game.signals[0]?.length ?? 0);
      for (let move = 0; move < count; move++) {
        if (move === state.actions[player]) continue;
        rows.ineq(
          `in ${state.name}, player ${player + 1} does no better by action ${move + 1}`,
          own,
          worth(game, states, state, player, move),
        );
      }
    }
  }
  const { payoffs, deltas, signals } = game;
  return certificate(
    "REPEAT/automaton",
    { payoffs1: payoffs[0], payoffs2: payoffs[1], deltas: [...deltas], signals },
    {
      states: states.map(({ name, actions, next, values }) => ({
        name,
        actions: actions.map((a) => rational(a)),
        next,
        values: [...values],
      })),
    },
    rows,
  );
}

/** What a player gets by an action in a state, everything else as prescribed. */
function worth(
  game: StageGame,
  states: readonly State[],
  { actions, next }: State,
  player: 0 | 1,
  move: number,
): Rational {
  const [a, b] = player === 0 ? [move, actions[1]] : [actions[0], move];
  const delta = game.deltas[player];
  const now = (game.payoffs[player][a] as Rational[])[b] as Rational;
  const law = (game.signals[a] as Rational[][])[b] as Rational[];
  const later = sumOf(
    law.map((p, y) =>
      p.times(sumOf((next[y] as Rational[]).map((weight, z) => weight.times((states[z] as State).values[player])))),
    ),
  );
  return Rational.one.minus(delta).times(now).plus(delta.times(later));
}

/** A prisoner's dilemma as a stage game: action 0 restrains, action 1 attacks. */
export function dilemma(
  sides: readonly [Record<"T" | "R" | "P" | "S", Rational>, Record<"T" | "R" | "P" | "S", Rational>],
): StageGame["payoffs"] {
  const [one, two] = sides;
  return [
    [
      [one.R, one.S],
      [one.T, one.P],
    ],
    [
      [two.R, two.T],
      [two.S, two.P],
    ],
  ];
}
