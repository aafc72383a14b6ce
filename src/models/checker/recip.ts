// RECIP: stability, mean rates, the log-likelihood by direct summation over all pairs, the statistic and its p value. The
// shuffles themselves are not redrawn here: their seed and count are on record.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";
import { Interval } from "./interval.ts";

export function checkRecip(game: Given, profile: Given, account: Account): void {
  const given = game.fields("events", "T", "mu", "alpha", "beta", "window");
  const events = given.events.list().map((each) => {
    const [time, side] = each.list(2) as [Given, Given];
    return { time: time.number(), side: side.whole(0, 1) as 0 | 1 };
  });
  if (events.length > 200) throw given.events.problem("at most 200 events");
  const [T, beta, window] = [given.T.number(), given.beta.number(), given.window.number()];
  const [mu, alpha] = [given.mu.numbers(2), given.alpha.table(2, 2)];
  const plan = profile.fields("rates", "logLikelihood", "statistic", "shuffles", "seed", "atLeast", "p");
  const rates = plan.rates.numbers(2);
  const a = (i: number, j: number): Rational => (alpha[i] as Rational[])[j] as Rational;
  const one = Rational.one;
  account.strict("A does not breed itself without end", 1, a(0, 0));
  account.strict("B does not breed itself without end", 1, a(1, 1));
  account.strict(
    "the spectral radius is below one: (1-a11)(1-a22) > a12 a21",
    one.minus(a(1, 1)).times(one.minus(a(0, 0))),
    a(0, 1).times(a(1, 0)),
  );
  for (const i of [0, 1]) {
    const bred = a(i, 0)
      .times(rates[0] as Rational)
      .plus(a(i, 1).times(rates[1] as Rational));
    account.eq(
      `mean rate of ${"AB".charAt(i)}: its base rate and what both sides' events breed`,
      rates[i] as Rational,
      bred.plus(mu[i] as Rational),
    );
  }
  let sum = Interval.of(T.times((mu[0] as Rational).plus(mu[1] as Rational))).negated();
  let pairs = Rational.zero;
  for (const [k, { time, side }] of events.entries()) {
    let rate = Interval.of(mu[side] as Rational);
    for (const earlier of events.slice(0, k)) {
      const gap = time.minus(earlier.time);
      if (gap.sign() < 0) throw given.events.problem("events in order of time");
      rate = rate.plus(
        Interval.of(a(side, earlier.side).times(beta)).times(Interval.of(beta.times(gap).negated()).exp()),
      );
      if (gap.isAtMost(window)) pairs = pairs.plus(earlier.side === side ? -1 : 1);
    }
    const left = Interval.of(one).minus(Interval.of(beta.times(T.minus(time)).negated()).exp());
    sum = sum.plus(rate.ln()).minus(Interval.of(a(0, side).plus(a(1, side))).times(left));
  }
  const off = sum.minus(Interval.of(plan.logLikelihood.number()));
  const size = off.lower.abs().isAbove(off.upper.abs()) ? off.lower.abs() : off.upper.abs();
  account.enclosedIneq(
    "log-likelihood by direct summation, to a millionth",
    Interval.of("1/1000000"),
    Interval.of(size),
  );
  account.eq("pairs within the window, of different sides less of the same", plan.statistic.number(), pairs);
  plan.seed.number();
  const p = plan.atLeast.number().plus(1).over(plan.shuffles.number().plus(1));
  account.eq("p value: (1 + shuffles at or above)/(shuffles + 1)", plan.p.number(), p);
}
