// TIMING: Bellman's equation, and the level on both sides.

import { rational, Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

type Rates = { w: Rational; P: Rational; S: Rational };

function readRates(given: Record<"w" | "P" | "S", Given>, account: Account): Rates {
  const rates = { w: given.w.number(), P: given.P.number(), S: given.S.number() };
  for (const key of ["w", "P", "S"] as const) {
    if (rates[key].sign() < 0 || rates[key].isAbove(1)) throw given[key].problem("a number from 0 to 1");
  }
  account.strict("waiting for ever is worth less than everything", 1, rates.w.times(rates.P));
  account.strict("use for ever has a finite value", 1, rates.w.times(rates.S));
  account.strict("the next period weighs something", rates.w, 0);
  return rates;
}

export function checkDiscrete(game: Given, profile: Given, account: Account): void {
  const { stakes: stakesGiven, ...rest } = game.fields("w", "P", "S", "stakes");
  const { w, P, S } = readRates(rest, account);
  const stakes = stakesGiven.numbers();
  if (stakes.length === 0) throw stakesGiven.problem("at least one stake");
  const given = profile.fields("V", "useFrom");
  const [V, useFrom] = [given.V.number(), given.useFrom.number()];
  const [survivesUse, survivesWait] = [w.times(S).times(V), w.times(P).times(V)];
  let total = Rational.zero;
  for (const stake of stakes) {
    const use = stake.plus(survivesUse);
    total = total.plus(use.isBelow(survivesWait) ? survivesWait : use);
  }
  account.eq("Bellman: the value is the mean of the better of use and wait", V, total.over(stakes.length));
  const level = survivesWait.minus(survivesUse);
  for (const [index, stake] of stakes.entries()) {
    const name = `stake ${index + 1} is`;
    if (stake.isBelow(useFrom))
      account.ineq(`${name} not used: it is at or below the indifference level`, level, stake);
    else account.ineq(`${name} used: it is at or above the indifference level`, stake, level);
  }
}

export function checkUniform(game: Given, profile: Given, account: Account): void {
  const { w, P, S } = readRates(game.fields("w", "P", "S"), account);
  const given = profile.fields("threshold", "V");
  const [level, V] = [given.threshold.number(), given.V.number()];
  if (level.sign() < 0 || level.isAbove(1)) throw given.threshold.problem("a level from 0 to 1");
  const eps = rational("1/1000000000");
  const waits = level.times(w.times(P).times(V));
  const uses = Rational.one.minus(level).times(w.times(S).times(V).plus(level.plus(1).over(2)));
  const gap = waits.plus(uses).minus(V).abs();
  account.ineq("Bellman: the value is the mean of the better of use and wait, to 1e-9", eps.times(V.plus(1)), gap);
  if (S.isAtLeast(P)) {
    account.ineq("the resource is always used: waiting gains nothing", S, P);
    account.eq("the level is zero", level, 0);
  } else {
    const indifference = w.times(P.minus(S)).times(V);
    account.ineq("the level is where use and wait are worth the same, to 1e-9", eps, level.minus(indifference).abs());
  }
}
