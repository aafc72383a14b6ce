// COUNT: Bayes' identities of persuasion, the survey's scale, two lists, and log-linear fits by their score equations.

import { Rational, rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";
import { Interval } from "./interval.ts";

const ONE = Rational.one;

export function checkPersuasion(game: Given, profile: Given, account: Account): void {
  const given = game.fields("prior", "tau");
  const [prior, tau] = [given.prior.number(), given.tau.number()];
  const plan = profile.fields("alarm", "falseAlarmGivenSafe");
  const [alarm, falsely] = [plan.alarm.number(), plan.falseAlarmGivenSafe.number()];
  account.strict("the prior is above zero", prior, 0);
  account.strict("the prior is below one", 1, prior);
  account.strict("tau is above zero", tau, 0);
  account.strict("tau is below one", 1, tau);
  const raised = falsely.plus(prior.times(ONE.minus(falsely)));
  account.eq(
    "the alarm is raised whenever the threat is real, and falsely so often: prior + (1-prior) fa = alarm",
    raised,
    alarm,
  );
  account.ineq("after the alarm the audience acts: prior >= tau alarm", prior, alarm.times(tau));
  if (prior.isAtLeast(tau)) account.eq("the audience acts in any case", alarm, 1);
  else account.eq("after the alarm the truth has probability tau, no more", prior.over(alarm), tau);
}

export function checkOneRespondent(game: Given, profile: Given, account: Account): void {
  const given = game.fields("claim", "sample", "population");
  account.strict("there is a sample", given.sample.number(), 0);
  const total = profile.fields("total").total.number();
  account.eq(
    "each respondent stands for population/sample people",
    total.times(given.sample.number()),
    given.population.number().times(given.claim.number()),
  );
}

export function checkTwoLists(game: Given, profile: Given, account: Account): void {
  const given = game.fields("n1", "n2", "m");
  const [n1, n2, m] = [given.n1.number(), given.n2.number(), given.m.number()];
  account.strict("the lists overlap", m, 0);
  account.ineq("the overlap is on the first list", n1, m);
  account.ineq("the overlap is on the second list", n2, m);
  const N = profile.fields("N").N.number();
  account.eq("(N + 1)(m + 1) = (n1 + 1)(n2 + 1)", m.plus(1).times(N.plus(1)), n2.plus(1).times(n1.plus(1)));
}

export function checkCapture(game: Given, profile: Given, account: Account): void {
  const models = game.fields("models").models.list();
  const fits = profile.fields("fits").fits.list(models.length);
  for (const [at, model] of models.entries()) {
    const given = model.fields("name", "counts", "exposures", "design");
    const counts = given.counts.numbers();
    if (counts.length === 0 || counts.length > 300) throw given.counts.problem("1 to 300 cells");
    const [exposures, design] = [given.exposures.numbers(counts.length), given.design.table(counts.length)];
    const plan = (fits[at] as Given).fields("b", "N", "deviance");
    const b = plan.b.numbers(design[0]?.length ?? 0);
    checkFit(
      given.name.text(),
      { counts, exposures, design },
      { b, N: plan.N.number(), deviance: plan.deviance.number() },
      account,
    );
  }
}

type Cells = { counts: Rational[]; exposures: Rational[]; design: Rational[][] };

function checkFit(
  name: string,
  { counts, exposures, design }: Cells,
  { b, N, deviance }: { b: Rational[]; N: Rational; deviance: Rational },
  account: Account,
): void {
  let seen = Rational.zero;
  for (const y of counts) seen = seen.plus(y);
  const eps = Interval.of(seen.plus(1).over(1_000_000));
  const zero = Interval.of(0n);
  const logs = design.map((row) => {
    if (row.length !== b.length) throw new RangeError("the design has as many columns as coefficients");
    let sum = Rational.zero;
    for (const [k, x] of row.entries()) sum = sum.plus(x.times(b[k] as Rational));
    return Interval.of(sum);
  });
  const means = logs.map((log, j) => log.exp().times(Interval.of(exposures[j] as Rational)));
  for (const [k] of b.entries()) {
    let score = zero;
    for (const [j, row] of design.entries())
      score = score.plus(
        Interval.of(row[k] as Rational).times(Interval.of(counts[j] as Rational).minus(means[j] as Interval)),
      );
    account.enclosedIneq(
      `${name}: score equation ${k + 1}, sum x (y - mu) = 0, to a millionth of the cases`,
      eps,
      size(score),
    );
  }
  const unseen = Interval.of(b[0] as Rational).exp();
  account.enclosedIneq(`${name}: N is the seen and exp(intercept)`, eps, size(unseen.plus(Interval.of(seen.minus(N)))));
  let total = zero;
  for (const [j, y] of counts.entries()) {
    const mean = means[j] as Interval;
    const off = Interval.of(y).minus(mean);
    const logged = y.sign() > 0 ? Interval.of(y).times(Interval.of(y).ln().minus(mean.ln())) : zero;
    total = total.plus(logged.minus(off));
  }
  account.enclosedIneq(`${name}: the deviance, recomputed`, eps, size(total.plus(total).minus(Interval.of(deviance))));
}

/** The largest size that a number in the interval can have, rounded to where stored rows are compared. */
function size(of: Interval): Interval {
  const [low, high] = [of.lower.abs(), of.upper.abs()];
  const largest = low.isAbove(high) ? low : high;
  return largest.isBelow(rational("1/1000000000")) ? new Interval(0n, Interval.of(largest).high) : Interval.of(largest);
}
