// BARGAIN: individual rationality, first-order or corner rows, indifference of the side asked, enumeration of outcomes.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

type Sides = { pA: Rational; pB: Rational; cA: Rational; cB: Rational };

function readSides(game: Given, account: Account): Sides {
  const given = game.fields("pA", "pB", "cA", "cB");
  const sides = { pA: given.pA.number(), pB: given.pB.number(), cA: given.cA.number(), cB: given.cB.number() };
  for (const key of ["pA", "pB"] as const)
    if (sides[key].sign() < 0 || sides[key].isAbove(1)) throw given[key].problem("a share");
  account.ineq("conflict costs A nothing less than nothing", sides.cA, 0);
  account.ineq("conflict costs B nothing less than nothing", sides.cB, 0);
  return sides;
}

export function checkRange(game: Given, profile: Given, account: Account): void {
  const { pA, pB, cA, cB } = readSides(game, account);
  const deal = profile.fields("deal").deal.number();
  account.ineq("A gets at least what it expects of conflict", deal, pA.minus(cA));
  account.ineq("B gets at least what it expects of conflict", Rational.one.minus(deal), pB.minus(cB));
  account.ineq("A's share is at least nothing", deal, 0);
  account.ineq("A's share is at most everything", 1, deal);
}

export function checkNoDeal(game: Given, profile: Given, account: Account): void {
  profile.fields();
  const { pA, pB, cA, cB } = readSides(game, account);
  account.strict(
    "mutual optimism exceeds the costs of conflict: no share satisfies both",
    pA.minus(1).plus(pB),
    cB.plus(cA),
  );
}

export function checkRiskReturn(game: Given, profile: Given, account: Account): void {
  const given = game.fields("p", "cA", "C");
  const [p, cA, C] = [given.p.number(), given.cA.number(), given.C.number()];
  const plan = profile.fields("demand", "prWar");
  const [demand, prWar] = [plan.demand.number(), plan.prWar.number()];
  account.strict("B's cost may be above nothing", C, 0);
  const taken = demand.minus(p);
  account.eq("B fights iff its cost is below what the demand takes: Pr(war) C = demand - p", prWar.times(C), taken);
  const slope = C.minus(taken).minus(taken).minus(cA);
  if (cA.isAtLeast(C)) {
    account.eq("A takes no risk", demand, p);
    account.ineq("any higher demand costs A more in war than it gains", 0, slope);
  } else if (p.plus(C.minus(cA).over(2)).isAbove(1)) {
    account.eq("A demands everything", demand, 1);
    account.ineq("a higher demand would still gain", slope, 0);
  } else {
    account.eq("first-order condition of the demand", slope, 0);
    account.ineq("the demand takes at most everything", 1, demand);
    account.ineq("the demand is no lower than p", demand, p);
  }
}

export function checkStigma(game: Given, profile: Given, account: Account): void {
  const given = game.fields("wStrong", "wWeak", "cTotal", "pi");
  const [strong, weak, cost, pi] = [
    given.wStrong.number(),
    given.wWeak.number(),
    given.cTotal.number(),
    given.pi.number(),
  ];
  const plan = profile.fields("piStar", "answer");
  const piStar = plan.piStar.number();
  account.strict("a strong asker would take more in conflict than a weak one", strong, weak);
  account.strict("conflict costs something", cost, 0);
  // Gain of the tough offer over the generous one, and its cost, when a share `x` of askers are strong.
  const gain = (x: Rational): Rational => strong.minus(weak).times(Rational.one.minus(x));
  account.eq(
    "at this share of strong askers the tough and the generous offer are worth the same",
    gain(piStar),
    cost.times(piStar),
  );
  if (plan.answer.oneOf("tough", "generous") === "tough") {
    account.strict("the tough offer is better for the side asked", gain(pi), cost.times(pi));
  } else {
    account.ineq("the generous offer is no worse for the side asked", cost.times(pi), gain(pi));
  }
}

export function checkCommitment(game: Given, profile: Given, account: Account): void {
  const given = game.fields("p1", "p2", "d", "c_A", "c_B");
  const [p1, p2, d] = [given.p1.number(), given.p2.number(), given.d.number()];
  const [cA, cB] = [given.c_A.number(), given.c_B.number()];
  account.ineq("from the next period on B could be pushed to p2 + c_B, within the prize", 1, p2.plus(cB));
  const fall = p1.minus(p2.times(d));
  const tolerable = cA.plus(1).minus(d).plus(cB.times(d));
  if (profile.fields("attacks").attacks.oneOf("yes", "no") === "yes") {
    account.strict("the fall in power exceeds all that B can promise now and later", fall, tolerable);
  } else {
    account.ineq("what B can give now and later makes up for the fall in power", tolerable, fall);
  }
}

export function checkRubinstein(game: Given, profile: Given, account: Account): void {
  const given = game.fields("d1", "d2", "b2");
  const [d1, d2, b2] = [given.d1.number(), given.d2.number(), given.b2.number()];
  const plan = profile.fields("share1", "share2WhenSide2Offers");
  const [x, y] = [plan.share1.number(), plan.share2WhenSide2Offers.number()];
  account.ineq("the outside option is at least nothing", b2, 0);
  account.eq("side 1, asked, is left indifferent: 1 - y = d1 x", Rational.one.minus(y), x.times(d1));
  const waits = y.times(d2);
  const least = waits.isBelow(b2) ? b2 : waits;
  account.eq(
    "side 2, asked, is left indifferent: 1 - x is the better of d2 y and its outside option",
    Rational.one.minus(x),
    least,
  );
}

type Pair = [Rational, Rational];

function pair(given: Given): Pair {
  return given.numbers(2) as Pair;
}

export function checkMultiIssue(game: Given, profile: Given, account: Account): void {
  const { points: pointsGiven, reservation: reservationGiven } = game.fields("points", "reservation");
  const [points, reservation] = [pointsGiven.list().map(pair), pair(reservationGiven)];
  const plan = profile.fields("nash", "kalai", "ks");
  const nash = plan.nash.list().map(pair);
  const [kalai, ks] = [pair(plan.kalai), pair(plan.ks)];
  const first = nash[0];
  if (!first) throw plan.nash.problem("at least one point");
  for (const point of [...nash, kalai, ks]) {
    const listed = points.some((other) => other[0].equals(point[0]) && other[1].equals(point[1]));
    if (!listed) throw profile.problem("solutions that are among the outcomes");
  }
  const named: [string, Pair][] = nash.map((point, at) => [nash.length > 1 ? `Nash ${at + 1}` : "Nash", point]);
  for (const [name, point] of [...named, ["Kalai", kalai], ["KS", ks]] as [string, Pair][]) {
    account.ineq(`${name}: side 1 gets its reservation`, point[0], reservation[0]);
    account.ineq(`${name}: side 2 gets its reservation`, point[1], reservation[1]);
  }
  const gains = ([u1, u2]: Pair): Pair => [u1.minus(reservation[0]), u2.minus(reservation[1])];
  const product = (point: Pair): Rational => gains(point)[0].times(gains(point)[1]);
  const smaller = (point: Pair): Rational => gains(point).reduce((a, b) => (b.isBelow(a) ? b : a));
  for (const [at, point] of points.entries()) {
    if (gains(point).some((gain) => gain.sign() < 0)) continue;
    account.ineq(`outcome ${at + 1} has no greater product of gains`, product(first), product(point));
    account.ineq(`outcome ${at + 1} has no greater smallest gain`, smaller(kalai), smaller(point));
  }
  for (const [at, point] of nash.slice(1).entries())
    account.eq(`Nash ${at + 2} has the same product`, product(point), product(first));
}

export function checkNoOutcome(game: Given, profile: Given, account: Account): void {
  profile.fields();
  const given = game.fields("points", "reservation");
  const reservation = pair(given.reservation);
  for (const [at, point] of given.points.list().map(pair).entries()) {
    const side = point[0].isBelow(reservation[0]) ? 0 : 1;
    account.strict(
      `outcome ${at + 1} gives side ${side + 1} less than it has without agreement`,
      reservation[side],
      point[side],
    );
  }
}

export function checkRipeness(game: Given, profile: Given, account: Account): void {
  const names = ["lambda_A", "lambda_B", "v_A", "v_B", "k_A", "k_B"] as const;
  const given = game.fields(...names, "r", "settlement_A", "settlement_B");
  const plan = profile.fields("worthA", "worthB", "holdsOut");
  const r = given.r.number();
  account.strict("whoever goes on discounts", r, 0);
  for (const name of names) account.ineq(`${name} is at least zero`, given[name].number(), 0);
  const drain = given.lambda_A.number().plus(given.lambda_B.number()).plus(r);
  const holdsOut = plan.holdsOut.oneOf("nobody", "A", "B");
  const sides = [
    { side: "A", worth: plan.worthA.number(), settlement: given.settlement_A.number() },
    { side: "B", worth: plan.worthB.number(), settlement: given.settlement_B.number() },
  ] as const;
  for (const { side, worth, settlement } of sides) {
    const flow = given[`v_${side}`].number().times(given[`lambda_${side}`].number());
    account.eq(`what ${side} expects of going on`, drain.times(worth), flow.minus(given[`k_${side}`].number()));
    if (holdsOut === "nobody")
      account.strict(`${side} expects less of going on than of a settlement`, settlement, worth);
  }
  for (const { side, worth, settlement } of sides)
    if (holdsOut === side) account.ineq(`${side} expects as much of going on as of a settlement`, worth, settlement);
}
