// ADVISER: Bayes' identity and the bound; the balance of densities and a grid; the mediator's linear equation.

import { rational, Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";
import { Interval, normalBelow, normalDensity } from "./interval.ts";

const ZERO = Interval.of(0n);

function share(given: Given): Rational {
  const read = given.number();
  if (read.sign() < 0 || read.isAbove(1)) throw given.problem("a number from 0 to 1");
  return read;
}

export function checkBound(game: Given, profile: Given, account: Account): void {
  const given = game.fields("lambda", "a", "b");
  const [lambda, a, b] = [share(given.lambda), share(given.a), share(given.b)];
  const posterior = share(profile.fields("posterior").posterior);
  const likelihood = (tactical: Rational): Rational => tactical.times(lambda).plus(1).minus(lambda);
  const [ifTrue, ifNot] = [likelihood(a), likelihood(b)];
  account.ineq("the tactical part speaks rather when it is true", a, b);
  const message = ifTrue.plus(ifNot);
  account.eq(
    "Bayes, from even odds: posterior times Pr(message) is prior times Pr(message if true)",
    message.times(posterior),
    ifTrue,
  );
  account.ineq("the bound: the odds move by at most 1/(1 - lambda)", ifNot, Rational.one.minus(lambda).times(ifTrue));
}

export function checkThreshold(game: Given, profile: Given, account: Account): void {
  const { p: pGiven, D: dGiven } = game.fields("p", "D");
  const [p, D] = [share(pGiven), dGiven.number()];
  if (p.isAtLeast("1/2") || D.sign() <= 0 || D.isAbove(20))
    throw pGiven.problem("a prior below 1/2 and a precision from 0 to 20");
  const given = profile.fields("cStar", "Vstar", "cWorthlessUpTo");
  const [c, V, worthless] = [given.cStar.enclosure(), given.Vstar.enclosure(), given.cWorthlessUpTo.enclosure()];
  const [prior, rest, precision] = [Interval.of(p), Interval.of(Rational.one.minus(p)), Interval.of(D)];
  const yesIfGood = (at: Interval): Interval => prior.times(normalBelow(precision.minus(at)));
  const yesIfBad = (at: Interval): Interval => rest.times(normalBelow(ZERO.minus(at)));
  const best = Interval.between(c);
  const balance = "at the best threshold the two densities balance: p n(c-D) = (1-p) n(c)";
  account.enclosedEq(balance, prior.times(normalDensity(best.minus(precision))), rest.times(normalDensity(best)));
  account.enclosedEq("the value there is p h - (1-p) f", Interval.between(V), yesIfGood(best).minus(yesIfBad(best)));
  const level = Interval.between(worthless);
  account.enclosedEq("at the level of no worth p h = (1-p) f", yesIfGood(level), yesIfBad(level));
  const middle = c.lower.plus(c.upper).over(2);
  for (let k = 0; k <= 16; k++) {
    if (k === 8) continue;
    const point = Interval.of(middle.plus(rational(k - 8).over(2)));
    account.enclosedIneq(
      `no threshold is worth more: grid point ${k}`,
      Interval.between(V),
      yesIfGood(point).minus(yesIfBad(point)),
    );
  }
}

export function checkMediator(game: Given, profile: Given, account: Account): void {
  const given = game.fields("mu", "xl", "xh", "w1", "w2");
  const mu = share(given.mu);
  const [xl, xh, w1, w2] = [given.xl.number(), given.xh.number(), given.w1.number(), given.w2.number()];
  const bias = profile.fields("bias").bias.number();
  account.strict("the low offer is below the high one", xh, xl);
  // A mediator with this weight on side 1, who keeps 1 − x when side 2 is offered x.
  const worth = (one: Rational, two: Rational): Rational => one.times(bias).plus(two.times(Rational.one.minus(bias)));
  const truth = worth(Rational.one.minus(xl), xl).times(Rational.one.minus(mu)).plus(worth(w1, w2).times(mu));
  account.eq("at this weight truth and a false 'strong' are worth the same", truth, worth(Rational.one.minus(xh), xh));
  const rise = (one: Rational, two: Rational): Rational => one.minus(two);
  const slope = rise(Rational.one.minus(xl), xl).times(Rational.one.minus(mu)).plus(rise(w1, w2).times(mu));
  account.strict("more weight on side 1 makes truth more attractive", slope.minus(rise(Rational.one.minus(xh), xh)), 0);
}
