// REPEAT, sets: every corner is today's payoff and a lottery over corners, and nobody gains by deviating into its worst.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

type Corner = { point: Rational[]; actions: [number, number]; weights: Rational[] };

export function checkSet(game: Given, profile: Given, account: Account): void {
  const given = game.fields("g1", "g2", "delta");
  const one = given.g1.table();
  const columns = one[0]?.length ?? 0;
  const tables = [given.g1.table(one.length, columns), given.g2.table(one.length, columns)] as const;
  const delta = given.delta.number();
  const plan = profile.fields("corners", "eps");
  const eps = plan.eps.number();
  const list = plan.corners.list();
  if (list.length === 0 || list.length > 3 * one.length * columns)
    throw plan.corners.problem("between one corner and three per action pair");
  const corners = list.map((each): Corner => {
    const corner = each.fields("point", "actions", "weights");
    const [a, b] = corner.actions.list(2) as [Given, Given];
    const weights = corner.weights.numbers(list.length);
    if (weights.some((weight) => weight.sign() < 0)) throw corner.weights.problem("weights at or above zero");
    return { point: corner.point.numbers(2), actions: [a.whole(0, one.length - 1), b.whole(0, columns - 1)], weights };
  });
  account.ineq("delta is at least zero", delta, 0);
  account.strict("delta is below one", 1, delta);
  account.ineq("eps is at least zero", eps, 0);
  let size = Rational.zero;
  for (const payoff of [...tables[0].flat(), ...tables[1].flat()]) if (payoff.abs().isAbove(size)) size = payoff.abs();
  account.ineq("eps is small against the payoffs", size.plus(1).over(100_000_000), eps);
  for (const [k, { point, actions, weights }] of corners.entries()) {
    const name = `corner ${k + 1}`;
    account.eq(
      `${name}: weights of tomorrow's corners sum to one`,
      total(weights.map((weight) => [weight, Rational.one])),
      1,
    );
    for (const i of [0, 1] as const) {
      const pay = (move: number): Rational =>
        (i === 0
          ? (tables[0][move] as Rational[])[actions[1]]
          : (tables[1][actions[0]] as Rational[])[move]) as Rational;
      const value = point[i] as Rational;
      const mix = (today: Rational, tomorrow: Rational): Rational => today.plus(delta.times(tomorrow.minus(today)));
      const lottery = total(weights.map((weight, at) => [weight, (corners[at] as Corner).point[i] as Rational]));
      const off = value.minus(mix(pay(actions[i]), lottery)).abs();
      account.ineq(`${name}: player ${i + 1} gets today's payoff and tomorrow's lottery`, eps, off);
      let [best, worst] = [pay(0), value];
      for (let move = 1; move < (i === 0 ? one.length : columns); move++) if (pay(move).isAbove(best)) best = pay(move);
      for (const other of corners) if ((other.point[i] as Rational).isBelow(worst)) worst = other.point[i] as Rational;
      account.ineq(`${name}: player ${i + 1} gains nothing by its best deviation`, value.plus(eps), mix(best, worst));
    }
  }
}

function total(pairs: [Rational, Rational][]): Rational {
  let sum = Rational.zero;
  for (const [weight, value] of pairs) sum = sum.plus(weight.times(value));
  return sum;
}
