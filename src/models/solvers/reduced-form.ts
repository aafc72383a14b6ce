// The reduced strategic form of an extensive game (gambit): a strategy says what a player does in every information set
// that its own earlier choices leave reachable, and nothing elsewhere ("*"). Payoffs are expected over chance.

import { InputError } from "../../values/errors.ts";
import { Rational } from "../../math/rational.ts";
import type { ExtensiveGame, GameNode } from "./efg.ts";
import { MOST_STRATEGIES, type StrategicGame } from "./nfg.ts";

/** A choice per information set, by its key. */
type Plan = ReadonlyMap<string, number>;

const MOST_CELLS = 100_000;
/** Nodes looked at, over all plans. */
const MOST_VISITS = 10_000_000;

export function reducedForm(game: ExtensiveGame): StrategicGame {
  const visits = { left: MOST_VISITS };
  const plans = game.players.map((_, player) => plansOf(game, player, visits));
  const cells = plans.reduce((product, list) => product * list.length, 1);
  if (cells > MOST_CELLS) throw new InputError("efg", `at most ${MOST_CELLS} pairs of reduced strategies`, cells);
  return {
    title: game.title,
    players: game.players,
    strategies: plans.map((list, player) => named(game, player, list)),
    payoffs: payoffsOf(game, plans, cells, visits),
  };
}

function plansOf(game: ExtensiveGame, player: number, visits: { left: number }): Plan[] {
  const done: Plan[] = [];
  const open: Plan[] = [new Map()];
  for (let plan = open.pop(); plan; plan = open.pop()) {
    const next = firstUndecided(game, player, plan, visits);
    if (next === null) done.push(plan);
    else {
      const count = game.sets.get(next)?.actions.length ?? 0;
      // The last first, so that the first is looked at first.
      for (let action = count - 1; action >= 0; action--) {
        spend(visits, plan.size);
        open.push(new Map([...plan, [next, action]]));
      }
    }
    if (done.length + open.length > MOST_STRATEGIES)
      throw new InputError("efg", `at most ${MOST_STRATEGIES} reduced strategies of ${game.players[player]}`);
  }
  return done;
}

/** The first information set of a player that a plan leaves reachable and says nothing about. */
function firstUndecided(game: ExtensiveGame, player: number, plan: Plan, visits: { left: number }): string | null {
  const stack = [0];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    spend(visits);
    const { choice, children } = game.nodes[at] as GameNode;
    if (choice && "set" in choice && game.sets.get(choice.set)?.player === player) {
      const decided = plan.get(choice.set);
      if (decided === undefined) return choice.set;
      stack.push(children[decided] as number);
    } else for (let k = children.length - 1; k >= 0; k--) stack.push(children[k] as number);
  }
  return null;
}

function spend(visits: { left: number }, count = 1): void {
  visits.left -= count;
  if (visits.left < 0) throw new InputError("efg", "a tree small enough to put into strategic form");
}

function named(game: ExtensiveGame, player: number, plans: readonly Plan[]): string[] {
  const own = [...game.sets].filter(([, set]) => set.player === player);
  if (own.length === 0) return ["-"];
  return plans.map((plan) =>
    own
      .map(([key, { actions }]) => {
        const decided = plan.get(key);
        return decided === undefined ? "*" : (actions[decided] ?? "");
      })
      .join(own.every(([, { actions }]) => actions.every((action) => action.length === 1)) ? "" : " / "),
  );
}

const LONGEST = 10n ** 1500n;

/** A file of many fractions with nothing in common must not buy unbounded time. */
function short(x: Rational): Rational {
  if (x.bottom > LONGEST)
    throw new InputError("efg", "payoffs and chances whose sums and products stay below 1500 digits");
  return x;
}

type Visit = { at: number; chance: Rational; paid: Rational[]; consistent: number[][] };

/** Each end adds its payoffs, weighted by chance, to the profiles that lead to it. */
function payoffsOf(
  game: ExtensiveGame,
  plans: readonly Plan[][],
  cells: number,
  visits: { left: number },
): Rational[][] {
  const payoffs = game.players.map(() => Array.from({ length: cells }, () => Rational.zero));
  const stack: Visit[] = [
    {
      at: 0,
      chance: Rational.one,
      paid: game.players.map(() => Rational.zero),
      consistent: plans.map((list) => list.map((_, k) => k)),
    },
  ];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { at, chance, consistent } = visit;
    const { choice, children, outcome } = game.nodes[at] as GameNode;
    const here = outcome === null ? null : game.outcomes.get(outcome);
    const paid = here ? visit.paid.map((x, i) => short(x.plus(here.payoffs[i] as Rational))) : visit.paid;
    spend(visits);
    if (choice === null) {
      for (const cell of profilesIn(consistent, plans)) {
        spend(visits);
        for (const [i, x] of paid.entries()) {
          if (x.isZero()) continue;
          const of = payoffs[i] as Rational[];
          of[cell] = short((of[cell] as Rational).plus(chance.times(x)));
        }
      }
    } else if ("chance" in choice) {
      const { probabilities = [] } = game.chances.get(choice.chance) ?? {};
      for (const [k, child] of children.entries()) {
        const p = probabilities[k] as Rational;
        if (!p.isZero()) stack.push({ at: child, chance: short(chance.times(p)), paid, consistent });
      }
    } else {
      const player = game.sets.get(choice.set)?.player ?? 0;
      for (const [k, child] of children.entries()) {
        const left = (consistent[player] ?? []).filter((plan) => plans[player]?.[plan]?.get(choice.set) === k);
        if (left.length > 0) stack.push({ at: child, chance, paid, consistent: consistent.with(player, left) });
      }
    }
  }
  return payoffs;
}

/** Cells of the profiles whose every strategy is among those listed, the last player's varying fastest. */
function profilesIn(consistent: readonly number[][], plans: readonly Plan[][]): number[] {
  let cells = [0];
  for (const [i, list] of consistent.entries()) {
    const size = plans[i]?.length ?? 0;
    cells = cells.flatMap((cell) => list.map((strategy) => cell * size + strategy));
  }
  return cells;
}
