// ATTRIB: Bayes' identities, replies, cut-offs; the blame game's two indifference conditions.

import { rational, Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

const ONE = Rational.one;
const EPS = rational("1/10000000000");

export function checkAttribution(game: Given, profile: Given, account: Account): void {
  const given = game.fields("F", "sharp", "pi", "pi0", "gamma", "nullSignal");
  const pi = given.pi.table();
  const pi0 = given.pi0.numbers();
  const ranges = given.F.table(pi.length, 2);
  const gamma = given.gamma.number();
  const silent = given.nullSignal.whole(0, pi0.length - 1);
  const k = given.sharp.isNull() ? 1 : given.sharp.whole(1, 60);
  const plan = profile.fields("cutoffs", "attack", "beliefs", "replies");
  const [cutoffs, stated] = [plan.cutoffs.numbers(pi.length), plan.attack.numbers(pi.length)];
  const [beliefs, replies] = [plan.beliefs.table(pi.length, pi0.length), plan.replies.table(pi.length, pi0.length)];
  for (const row of [...pi, pi0])
    if (row.length !== pi0.length || row.some((p) => p.sign() < 0))
      throw given.pi.problem("probabilities of the same signals");
  account.strict("opportunities occur", gamma, 0);
  account.ineq("gamma is a probability", 1, gamma);
  const attack = cutoffs.map((x, i) => attackOf(x, ranges[i] as Rational[]));
  if (attack.some((a, i) => !a.equals(stated[i] as Rational)))
    throw plan.attack.problem("what the cut-offs and the laws of gains give");
  for (const [s, quiet] of pi0.entries()) {
    let message = quiet.times(pi.length);
    for (const [j, row] of pi.entries())
      message = message.plus(
        (row[s] as Rational)
          .minus(quiet)
          .times(attack[j] as Rational)
          .times(gamma),
      );
    for (const [i, row] of pi.entries()) {
      const [belief, reply] = [beliefs[i]?.[s] as Rational, replies[i]?.[s] as Rational];
      const joint = (row[s] as Rational).times(attack[i] as Rational).times(gamma);
      account.ineq(
        `Bayes: belief in suspect ${i + 1} after signal ${s + 1}`,
        EPS,
        belief.times(message).minus(joint).abs(),
      );
      const yes = belief.power(k);
      const right = s === silent ? Rational.zero : yes.over(yes.plus(ONE.minus(belief).power(k)));
      account.ineq(`reply to suspect ${i + 1} after signal ${s + 1}`, EPS, reply.minus(right).abs());
    }
  }
  for (const [i, row] of pi.entries()) {
    let [total, loss] = [Rational.zero, Rational.zero];
    for (const [s, p] of row.entries()) {
      total = total.plus(p);
      const reply = (replies[i] as Rational[])[s] as Rational;
      loss = loss.plus(reply.times(p.minus(pi0[s] as Rational)));
    }
    account.eq(`signals of suspect ${i + 1} sum to one`, total, 1);
    account.ineq(
      `cut-off of suspect ${i + 1}: the expected loss from being answered`,
      EPS,
      loss.minus(cutoffs[i] as Rational).abs(),
    );
  }
}

function attackOf(x: Rational, range: Rational[]): Rational {
  const [low, high] = range as [Rational, Rational];
  if (x.isAtMost(low)) return ONE;
  return x.isAtLeast(high) ? Rational.zero : high.minus(x).over(high.minus(low));
}

export function checkBlame(game: Given, profile: Given, account: Account): void {
  const given = game.fields("a", "c", "g", "d", "l", "theta", "k");
  const [a, c, g, d, l] = [given.a.number(), given.c.number(), given.g.number(), given.d.number(), given.l.number()];
  const [theta, k] = [given.theta.number(), given.k.number()];
  const plan = profile.fields("x", "b", "attack", "payoffB");
  const [x, b] = [plan.x.number(), plan.b.number()];
  for (const [name, value] of Object.entries({ a, c, g, d, l })) account.strict(`${name} is above zero`, value, 0);
  for (const [name, value] of Object.entries({ theta, k, x, b })) {
    account.ineq(`${name} is at least zero`, value, 0);
    account.ineq(`${name} is at most one`, 1, value);
  }
  const blamed = k.plus(ONE.minus(k).times(b));
  const gain = a.minus(blamed.times(a.plus(c)));
  if (x.isBelow(1)) account.ineq("a vulnerable A gains nothing by attacking more", 0, gain);
  if (x.sign() > 0) account.ineq("a vulnerable A loses nothing by attacking", gain, 0);
  const [vulnerable, invulnerable] = [theta.times(x), ONE.minus(theta)];
  account.eq("probability of an attack", plan.attack.number(), vulnerable.plus(invulnerable));
  const pays = vulnerable.times(g).minus(invulnerable.times(d));
  if (b.isBelow(1)) account.ineq("an unknowing B gains nothing by blaming more", 0, pays);
  if (b.sign() > 0) account.ineq("an unknowing B loses nothing by blaming", pays, 0);
  const lost = vulnerable.plus(invulnerable).times(l);
  const blaming = vulnerable
    .times(blamed)
    .times(g)
    .minus(invulnerable.times(ONE.minus(k)).times(b).times(d));
  account.eq("B's expected payoff", plan.payoffB.number(), blaming.minus(lost));
}
