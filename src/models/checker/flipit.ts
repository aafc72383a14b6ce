// FLIPIT: shares of control from the rates, benefits, and why neither side gains by another rate.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

export function checkFlipIt(game: Given, profile: Given, account: Account): void {
  const { k0: k0Given, k1: k1Given } = game.fields("k0", "k1");
  const given = profile.fields("rate0", "rate1", "benefit0", "benefit1");
  const [k0, k1] = [k0Given.number(), k1Given.number()];
  const rates = [given.rate0.number(), given.rate1.number()] as const;
  const [high, low] = rates[0].isAtLeast(rates[1]) ? rates : ([rates[1], rates[0]] as const);
  // The oftener mover's rival holds low/(2 high) of the time: it is ousted after half a period of the other on average.
  const lesser = low.over(high.times(2));
  const greater = Rational.one.minus(lesser);
  const defenderHigh = rates[0].isAtLeast(rates[1]);
  const [share0, share1] = defenderHigh ? [greater, lesser] : [lesser, greater];
  const [benefit0, benefit1] = [given.benefit0.number(), given.benefit1.number()];
  const attackerCheap = k1.isAtMost(k0);
  const [cheap, dear] = attackerCheap ? [k1, k0] : [k0, k1];
  const [rateOfCheap, rateOfDear] = attackerCheap ? [rates[1], rates[0]] : [rates[0], rates[1]];
  account.strict("a move costs the defender something", k0, 0);
  account.strict("a move costs the attacker something", k1, 0);
  account.eq("the shares of time in control sum to one", share0.plus(share1), 1);
  account.eq("benefit of the defender: control less what moving costs", benefit0, share0.minus(k0.times(rates[0])));
  account.eq("benefit of the attacker: control less what moving costs", benefit1, share1.minus(k1.times(rates[1])));
  account.ineq("the side with the dearer move moves no oftener", rateOfCheap, rateOfDear);
  const mean = Rational.one.over(rateOfCheap.times(2));
  account.eq("the dearer side gains nothing by another rate up to its rival's", mean, dear);
  account.eq("the cheaper side's first-order condition", rateOfDear.times(mean).over(rateOfCheap), cheap);
  account.ineq("the defender does no better by giving up", benefit0, 0);
  account.ineq("the attacker does no better by giving up", benefit1, 0);
}

export function checkWindow(game: Given, profile: Given, account: Account): void {
  const given = game.fields("R", "T", "P", "d", "surplus", "k");
  const [R, T, P, d] = [given.R.number(), given.T.number(), given.P.number(), given.d.number()];
  const [surplus, k] = [given.surplus.number(), given.k.number()];
  const least = profile.fields("least").least.number();
  account.strict("cheating gains something", T, R);
  account.strict("restraint is better than attack on both sides", R, P);
  account.strict("the future weighs something", d, 0);
  account.strict("the future weighs less than all", 1, d);
  account.ineq("the surplus is at least zero", surplus, 0);
  account.strict("being watched does harm", k, 0);
  const gain = T.minus(R);
  account.eq(
    "the least detection makes up for what cheating gains",
    d.times(least).times(R.minus(P)),
    gain.minus(gain.times(d)),
  );
  const harm = k.times(least);
  if (least.isAbove(1)) account.strict("not even certain detection is enough", least, 1);
  else if (harm.isAbove(surplus))
    account.strict("being watched closely enough does more harm than the surplus", harm, surplus);
  else {
    account.ineq("the least detection is at most one", 1, least);
    account.ineq("the harm of being watched that closely is within the surplus", surplus, harm);
  }
}
