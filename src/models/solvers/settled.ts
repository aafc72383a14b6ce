// Side payments at one discount factor (goldlueckeKranz2012): liquidity is what the future is worth, L = d/(1−d) (Ue − V),
// so the best joint payoff of an action pair is the largest fixed point of that line with its own curve Ue(L). The curve is
// concave and straight between its corners: the point is found exactly. Then a plan that is the same in every period: with
// s_i(y) kept of player i's cap L_i after signal y, p_i = L_i − s_i, and L_i = d (g_i + E s_i − v_i) makes the cap just what
// the player stands to lose.

import { Rational, sumOf } from "../../math/rational.ts";
import type { StageGame } from "../automaton.ts";
import { cornersOf, planFor, type Pair, type Punishment, type Step } from "./transfers.ts";

type Game = Omit<StageGame, "deltas">;
export type Point = readonly [Rational, Rational];
/** Payments of both players after every signal; what one pays and the other does not get is burnt. */
export type Settled = { step: Step; low: Point; everyPeriod: Point; payments: readonly [Rational[], Rational[]] };

/** The best that can be kept at a discount factor, or null where nothing beats the punishment. */
export function settledAt(game: Game, { actions: [x, z], sum: V }: Punishment, delta: Rational): Settled | null {
  if (delta.isZero()) return null;
  const rate = delta.over(Rational.one.minus(delta));
  const pairs = game.payoffs[0].flatMap((row, a) => row.map((_, b): Pair => [a, b]));
  const steps = pairs.flatMap((pair) => bestOf(game, pair, V, rate) ?? []);
  const [first, ...rest] = steps;
  if (!first) return null;
  const step = rest.reduce((best, one) => (one.joint.isAbove(best.joint) ? one : best), first);
  if (step.joint.isAtMost(V)) return null;
  const low = [payoff(game, 0, [x, z]), payoff(game, 1, [x, z])] as const;
  return { step, low, ...stationary(game, step, low, delta) };
}

function payoff({ payoffs }: Game, i: 0 | 1, [a, b]: Pair): Rational {
  return (payoffs[i][a] as Rational[])[b] as Rational;
}

function bestOf(game: Game, pair: Pair, V: Rational, rate: Rational): Step | null {
  const corners = cornersOf(game, pair);
  const enough = corners.map(({ liquidity, joint }) => rate.times(joint.minus(V)).isAtLeast(liquidity));
  const at = enough.lastIndexOf(true);
  const low = corners[at];
  if (!low) return null;
  const high = corners[at + 1];
  const slope = high ? high.joint.minus(low.joint).over(high.liquidity.minus(low.liquidity)) : Rational.zero;
  // L = rate (U + slope (L − L_low) − V).
  const liquidity = rate
    .times(low.joint.minus(slope.times(low.liquidity)).minus(V))
    .over(Rational.one.minus(rate.times(slope)));
  const plan = planFor(game, pair, liquidity);
  return plan && { actions: pair, liquidity, joint: plan.joint, plan };
}

function stationary(game: Game, step: Step, low: Point, delta: Rational): Pick<Settled, "everyPeriod" | "payments"> {
  const { actions, liquidity, plan } = step;
  const law = (game.signals[actions[0]] as Rational[][])[actions[1]] as Rational[];
  // What of the liquidity no plan uses is given back after every signal.
  const spare = liquidity.minus(plan.used).over(2);
  const of = (i: 0 | 1): { every: Rational; paid: Rational[] } => {
    const kept = plan.kept[i].map((s) => s.plus(spare));
    const worth = payoff(game, i, actions).plus(sumOf(kept.map((s, y) => s.times(law[y] as Rational))));
    const cap = delta.times(worth.minus(low[i]));
    return { every: worth.minus(cap), paid: kept.map((s) => cap.minus(s)) };
  };
  const [one, two] = [of(0), of(1)];
  return { everyPeriod: [one.every, two.every], payments: [one.paid, two.paid] };
}
