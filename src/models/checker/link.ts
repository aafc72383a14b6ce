// LINK: the pooled inequalities; under noise the caps, the deviations in 1..K issues, and the dual prices.

import { Rational, rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

type Cell = { side: "A" | "B"; issue: number; gain: Rational; stake: Rational };

function readCell(side: "A" | "B", issue: number, given: Given, account: Account, separate: Rational): Cell {
  const { T: tGiven, R: rGiven, P: pGiven, S: sGiven } = given.fields("T", "R", "P", "S");
  const [T, R, P] = [tGiven.number(), rGiven.number(), pGiven.number()];
  const name = `${side} in issue ${issue + 1}`;
  account.strict(`${name}: T > R`, T, R);
  account.strict(`${name}: R > P`, R, P);
  if (!sGiven.isNull()) account.ineq(`${name}: the penalty is an equilibrium of its issue, S <= P`, P, sGiven.number());
  const cell = { side, issue, gain: T.minus(R), stake: T.minus(P) };
  account.ineq(`separate: ${name} keeps restraint`, cell.stake.times(separate), cell.gain);
  return cell;
}

function total(cells: Cell[], of: "gain" | "stake"): Rational {
  let sum = Rational.zero;
  for (const cell of cells) sum = sum.plus(cell[of]);
  return sum;
}

export function checkPooling(game: Given, profile: Given, account: Account): void {
  const plan = profile.fields("separate", "linked", "linkedA", "linkedB", "linkedAndTransfers", "transfersIssue1Only");
  const separate = plan.separate.number();
  const cells = game
    .fields("issues")
    .issues.list()
    .flatMap((given, issue) => {
      const { A, B } = given.fields("A", "B");
      return [readCell("A", issue, A, account, separate), readCell("B", issue, B, account, separate)];
    });
  if (cells.length === 0) throw game.problem("at least one issue");
  const linked = plan.linked.number();
  const own = { A: plan.linkedA.number(), B: plan.linkedB.number() };
  for (const side of ["A", "B"] as const) {
    const mine = cells.filter((cell) => cell.side === side);
    account.ineq(
      `linked: ${side} keeps restraint in all issues`,
      total(mine, "stake").times(linked),
      total(mine, "gain"),
    );
    account.eq(
      `linked: ${side}'s own threshold leaves no slack`,
      total(mine, "stake").times(own[side]),
      total(mine, "gain"),
    );
  }
  const leaves = (needed: Rational, some: Cell[]): [Rational, Rational] => [
    total(some, "stake").times(needed),
    total(some, "gain"),
  ];
  account.eq(
    "linked with transfers: both together are left without slack",
    ...leaves(plan.linkedAndTransfers.number(), cells),
  );
  const first = cells.filter((cell) => cell.issue === 0);
  account.eq(
    "transfers on issue 1 alone: both together are left without slack",
    ...leaves(plan.transfersIssue1Only.number(), first),
  );
  account.eq("the linked threshold is the larger of the sides' own", linked, own.A.isBelow(own.B) ? own.B : own.A);
  const worst = cells.map((cell) => cell.gain.over(cell.stake)).reduce((a, b) => (a.isBelow(b) ? b : a));
  account.eq("the separate threshold is the largest of all", separate, worst);
}

type Noise = { K: number; R: Rational; T: Rational; P: Rational; rho: Rational; q: Rational };

function readNoise(game: Given, account: Account): Noise {
  const given = game.fields("K", "R", "T", "P", "rho", "q");
  const [R, T, P, rho, q] = [given.R, given.T, given.P, given.rho, given.q].map((each) => each.number()) as [
    Rational,
    Rational,
    Rational,
    Rational,
    Rational,
  ];
  account.strict("T > R", T, R);
  account.strict("R > P", R, P);
  account.strict("a signal tells something: q > rho", q, rho);
  account.strict("false alarms occur", rho, 0);
  account.ineq("q is a probability", 1, q);
  return { K: given.K.whole(1, 16), R, T, P, rho, q };
}

/** Pr(n bad signals) when m of K issues are violated, as a sum over how many of the m were seen. */
function law({ K, rho, q }: Noise, m: number): Rational[] {
  const choose = (from: number, take: number): Rational => {
    let ways = Rational.one;
    for (let k = 0; k < take; k++) ways = ways.times(from - k).over(k + 1);
    return ways;
  };
  const binomial = (from: number, take: number, p: Rational): Rational =>
    choose(from, take)
      .times(p.power(take))
      .times(Rational.one.minus(p).power(from - take));
  return Array.from({ length: K + 1 }, (_, n) => {
    let sum = Rational.zero;
    for (let seen = Math.max(0, n - K + m); seen <= Math.min(m, n); seen++) {
      sum = sum.plus(binomial(m, seen, q).times(binomial(K - m, n - seen, rho)));
    }
    return sum;
  });
}

function mean(weights: Rational[], of: Rational[]): Rational {
  let sum = Rational.zero;
  for (const [n, weight] of weights.entries()) sum = sum.plus((of[n] as Rational).times(weight));
  return sum;
}

export function checkNoise(game: Given, profile: Given, account: Account): void {
  const noise = readNoise(game, account);
  const { K, R, T, P } = noise;
  const plan = profile.fields("delta", "psi", "dual");
  const [delta, psi] = [plan.delta.number(), plan.psi.numbers(K + 1)];
  if (delta.sign() < 0 || delta.isAtLeast(1)) throw plan.delta.problem("a delta from 0 to below 1");
  const dual = plan.dual.fields("detect", "caps", "normal");
  const [detect, caps, normal] = [dual.detect.numbers(K), dual.caps.numbers(K + 1), dual.normal.number()];
  const none = law(noise, 0);
  const surplus = R.minus(P).times(K);
  const falseAlarms = mean(none, psi);
  for (const [n, punishment] of psi.entries()) {
    account.ineq(`punishment after ${n} bad signals is at least nothing`, punishment, 0);
    const most = surplus.minus(falseAlarms).times(delta);
    account.ineq(
      `punishment after ${n} bad signals is within what can be taken`,
      most,
      punishment.times(Rational.one.minus(delta)),
    );
  }
  const laws = detect.map((_, index) => law(noise, index + 1));
  const temptation = T.minus(R);
  for (const [index, each] of laws.entries()) {
    account.ineq(
      `attacking in ${index + 1} issues does not pay`,
      mean(each, psi).minus(falseAlarms),
      temptation.times(index + 1),
    );
  }
  for (const [n, price] of caps.entries()) account.ineq(`dual: price of cap ${n}`, price, 0);
  for (const [index, price] of detect.entries()) account.ineq(`dual: price of deviation ${index + 1}`, price, 0);
  account.ineq(
    "dual: the prices of the caps sum to at most one",
    1,
    mean(
      caps,
      caps.map(() => rational(1)),
    ),
  );
  for (const [n, price] of caps.entries()) {
    const worth = mean(
      detect,
      laws.map((each) => (each[n] as Rational).minus(none[n] as Rational)),
    );
    account.ineq(
      `dual: punishment after ${n} bad signals earns no more than it costs`,
      price.plus((none[n] as Rational).times(normal)),
      worth,
    );
  }
  const needs = mean(
    detect,
    detect.map((_, index) => temptation.times(index + 1)),
  );
  account.ineq("dual: what deviations require covers the value of the surplus", needs, surplus.times(normal));
  account.eq("dual: the bound is the least delta", Rational.one.minus(delta).times(normal), delta);
}

export function checkNoiseImpossible(game: Given, profile: Given, account: Account): void {
  profile.fields();
  const noise = readNoise(game, account);
  const { K, R, T, P, rho, q } = noise;
  const [none, one] = [law(noise, 0), law(noise, 1)];
  for (const [n, p] of none.entries()) {
    account.ineq(
      `one violation raises the likelihood of ${n} bad signals by q/rho at most`,
      p.times(q),
      (one[n] as Rational).times(rho),
    );
  }
  const why = "the loss that deters one violation is all that restraint gains";
  account.ineq(why, T.minus(R).times(rho), R.minus(P).times(K).times(q.minus(rho)));
}
