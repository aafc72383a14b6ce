// A two-player stage game whose actions are seen only through a public signal, prepared for the set operator
// (abreuPearceStacchetti1990): payoffs scaled so that each player's run from 0 to 1, and for every action pair the
// signals that matter and what each deviation needs.

import type { PayoffPoint } from "./hull.ts";

export type PublicGame = {
  /** Payoffs of players 1 and 2, row by row. */
  one: Float64Array;
  two: Float64Array;
  rows: number;
  columns: number;
  /** Probability of signal y after actions (a, b) at (a · columns + b) · count + y. */
  law: Float64Array;
  count: number;
  delta: number;
};

/**
 * One action pair. A deviation d of a player is answered iff Σ_y rise[d][y] w_y ≥ need[d], where w_y is that player's
 * promise after signal y: rise = Pr(y|stay) − Pr(y|deviate), need = gain (1−δ)/δ.
 */
export type Profile = {
  actions: readonly [number, number];
  g: PayoffPoint;
  /** Signals that the pair or a deviation can bring. */
  signals: readonly number[];
  pi: Float64Array;
  players: Uint8Array;
  rise: Float64Array;
  need: Float64Array;
};

/** Payoffs in the unit square, and back. */
export type Units = { low: PayoffPoint; size: PayoffPoint };

export function unitsOf({ one, two }: PublicGame): Units {
  const span = (of: Float64Array): [number, number] => {
    let [low, high] = [Infinity, -Infinity];
    for (const x of of) [low, high] = [Math.min(low, x), Math.max(high, x)];
    return [low, high > low ? high - low : 1];
  };
  const [[low1, size1], [low2, size2]] = [span(one), span(two)];
  return { low: [low1, low2], size: [size1, size2] };
}

export function toPayoff({ low, size }: Units, [x, y]: PayoffPoint): PayoffPoint {
  return [low[0] + size[0] * x, low[1] + size[1] * y];
}

/** The action pairs that some continuation might enforce. */
export function profilesOf(game: PublicGame, units: Units): Profile[] {
  const profiles: Profile[] = [];
  for (let a = 0; a < game.rows; a++) {
    for (let b = 0; b < game.columns; b++) {
      const found = profileOf(game, units, a, b);
      if (found) profiles.push(found);
    }
  }
  return profiles;
}

type Deviation = { player: 0 | 1; need: number; rise: Float64Array };

function profileOf(game: PublicGame, { low, size }: Units, a: number, b: number): Profile | null {
  const { one, two, rows, columns, law, count, delta } = game;
  const at = a * columns + b;
  const weight = (1 - delta) / delta;
  const deviations: Deviation[] = [];
  const consider = (player: 0 | 1, other: number): boolean => {
    const table = player === 0 ? one : two;
    const need = (weight * ((table[other] as number) - (table[at] as number))) / size[player];
    const rise = new Float64Array(count);
    let [differs, most] = [false, 0];
    for (let y = 0; y < count; y++) {
      const change = (law[at * count + y] as number) - (law[other * count + y] as number);
      rise[y] = change;
      if (change !== 0) differs = true;
      most += Math.abs(change) / 2;
    }
    if (!differs) return need <= 0;
    // Promises lie in [0, 1]: past `most` no promise answers, at or below −most every one does.
    if (need > most * (1 + 1e-12)) return false;
    if (need > -most) deviations.push({ player, need, rise });
    return true;
  };
  for (let x = 0; x < rows; x++) if (x !== a && !consider(0, x * columns + b)) return null;
  for (let y = 0; y < columns; y++) if (y !== b && !consider(1, a * columns + y)) return null;
  const all = Array.from({ length: count }, (_, y) => y);
  const signals = all.filter(
    (y) => (law[at * count + y] as number) > 0 || deviations.some(({ rise }) => rise[y] !== 0),
  );
  return {
    actions: [a, b],
    g: [((one[at] as number) - low[0]) / size[0], ((two[at] as number) - low[1]) / size[1]],
    signals,
    pi: Float64Array.from(signals, (y) => law[at * count + y] as number),
    players: Uint8Array.from(deviations, ({ player }) => player),
    rise: Float64Array.from(deviations.flatMap(({ rise }) => signals.map((y) => rise[y] as number))),
    need: Float64Array.from(deviations, ({ need }) => need),
  };
}
