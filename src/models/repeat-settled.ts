// The set of payoffs that side payments reach at one discount factor, and the play behind each of its corners in words: the
// punishment, and the best joint payoff with all the gain on one side, paid in advance by the other (goldlueckeKranz2012).

import { Rational } from "../math/rational.ts";
import type { StageGame } from "./automaton.ts";
import type { Data, Equilibrium } from "./model.ts";
import { exact } from "./reading.ts";
import type { Stage } from "./repeat-signals.ts";
import { settledAt, type Point, type Settled } from "./solvers/settled.ts";
import type { Punishment, Step } from "./solvers/transfers.ts";

export type SettledSet = { step: Step | null; outcome: Data; equilibria: Equilibrium[] };

export function settledSet(
  game: Omit<StageGame, "deltas">,
  names: Stage["names"],
  punishment: Punishment,
  delta: Rational,
): SettledSet {
  const settled = settledAt(game, punishment, delta);
  const [x, z] = punishment.actions;
  const low = ([0, 1] as const).map((i) => (game.payoffs[i][x] as Rational[])[z] as Rational);
  const worst: Corner = {
    point: [low[0] as Rational, low[1] as Rational],
    inWords: `${played(names, punishment.actions)} for ever; nobody pays.`,
  };
  const corners = settled ? [worst, ...best(names, punishment, settled, delta)] : [worst];
  return {
    step: settled?.step ?? null,
    outcome: {
      delta: exact(delta),
      jointPayoff: exact(settled?.step.joint ?? punishment.sum),
      corners: corners.map(({ point }) => point.map(exact)),
    },
    equilibria: corners.map(({ point, inWords }, at) => ({
      name: `corner ${at + 1} of what payments reach at delta ${delta.toString()}`,
      inWords,
      play: { payoffs: point.map(exact) },
    })),
  };
}

type Corner = { point: Point; inWords: string };

function best(names: Stage["names"], { actions }: Punishment, settled: Settled, delta: Rational): Corner[] {
  const { low, everyPeriod, step } = settled;
  const then = `${played(names, step.actions)}; ${settling(names.signals, settled.payments)}. Whoever breaks it or does not pay is answered: ${played(names, actions)} for ever.`;
  // All the gain goes to one player: the other pays in advance what it would gain.
  return ([0, 1] as const).map((to): Corner => {
    const other = to === 0 ? 1 : 0;
    const advance = everyPeriod[other].minus(low[other]).over(Rational.one.minus(delta));
    const gain = step.joint.minus(low[other]);
    return {
      point: to === 0 ? [gain, low[1]] : [low[0], gain],
      inWords: `${advance.isZero() ? "" : `first player ${other + 1} pays player ${to + 1} ${figure(advance)} in advance; then `}${then}`,
    };
  });
}

function played({ one, two }: Stage["names"], [a, b]: readonly [number, number]): string {
  const [mine = "", theirs = ""] = [one[a], two[b]];
  return mine === theirs ? `both ${mine}` : `player 1 plays ${mine} and player 2 ${theirs}`;
}

/** What is paid after every signal, the like together. */
function settling(signals: readonly string[], [one, two]: Settled["payments"]): string {
  const told = new Map<string, string[]>();
  for (const [y, name] of signals.entries()) {
    const what = payment(one[y] as Rational, two[y] as Rational);
    told.set(what, [...(told.get(what) ?? []), name]);
  }
  return [...told].map(([what, after]) => `after ${after.join(" or ")} ${what}`).join(", ");
}

function payment(one: Rational, two: Rational): string {
  const burnt = one.plus(two);
  const [from, to, paid, got] = one.isAtLeast(two) ? [1, 2, one, two.negated()] : [2, 1, two, one.negated()];
  if (paid.sign() <= 0) return "nobody pays";
  const lost = burnt.isZero() ? "" : `, of which ${figure(burnt)} is lost to both`;
  if (got.sign() < 0)
    return `player ${from} gives up ${figure(paid)} and player ${to} ${figure(got.negated())}, lost to both`;
  return got.isZero()
    ? `player ${from} gives up ${figure(paid)}, lost to both`
    : `player ${from} pays player ${to} ${figure(paid)}${lost}`;
}

function figure(amount: Rational): string {
  return String(Number(amount.toNumber().toPrecision(3)));
}
