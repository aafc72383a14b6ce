// REDLINE: sequential rationality at every information set, the war of attrition's identities, the gray zone's rows.

import { rational, Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";
import { Interval } from "./interval.ts";

const ONE = Rational.one;

function chanceOf(given: Given): Rational {
  const read = given.number();
  if (read.sign() < 0 || read.isAbove(1)) throw given.problem("a probability");
  return read;
}

/** A move done with some chance: it must not gain where it could be done more, nor lose where it could be done less. */
function signed(account: Account, why: string, chance: Rational, gain: Rational): void {
  if (!chance.isAtLeast(1)) account.ineq(`${why}: no gain by doing it more`, 0, gain);
  if (chance.isAbove(0)) account.ineq(`${why}: no gain by doing it less`, gain, 0);
}

export function checkDeterrence(game: Given, profile: Given, account: Account): void {
  const given = game.fields("c_DC", "c_SQ", "c_BD", "c_WH", "c_WS", "d_BD", "d_DC", "d_WS");
  const [concedes, quo, down, hardWar, softWar] = [
    given.c_DC.number(),
    given.c_SQ.number(),
    given.c_BD.number(),
    given.c_WH.number(),
    given.c_WS.number(),
  ];
  const [win, concede, war] = [given.d_BD.number(), given.d_DC.number(), given.d_WS.number()];
  account.strict("challenger: concession above the status quo", concedes, quo);
  account.strict("challenger: status quo above backing down", quo, down);
  account.strict("hard challenger: war above backing down", hardWar, down);
  account.strict("soft challenger: backing down above war", down, softWar);
  account.strict("defender: the other backs down above conceding", win, concede);
  account.strict("soft defender: conceding above war", concede, war);
  for (const [at, state] of profile.fields("states").states.list().entries()) {
    const plan = state.fields("p", "q", "x", "z", "y", "beliefOffPath");
    const [p, q, x, z, y] = [chanceOf(plan.p), chanceOf(plan.q), chanceOf(plan.x), chanceOf(plan.z), chanceOf(plan.y)];
    const name = `state ${at + 1}`;
    const given = ONE.minus(q).times(ONE.minus(y));
    const challenge = (resisted: Rational): Rational => resisted.plus(given.times(concedes.minus(resisted))).minus(quo);
    signed(account, `${name}, hard challenger challenges`, x, challenge(hardWar));
    signed(account, `${name}, soft challenger challenges`, z, challenge(down));
    const [hard, soft] = [x.times(p), z.times(ONE.minus(p))];
    const onPath = !hard.plus(soft).isZero();
    if (onPath !== plan.beliefOffPath.isNull())
      throw plan.beliefOffPath.problem("a belief exactly where no challenge is expected");
    const belief = onPath ? hard.over(hard.plus(soft)) : chanceOf(plan.beliefOffPath);
    signed(account, `${name}, soft defender resists`, y, win.minus(belief.times(win.minus(war))).minus(concede));
  }
}

const EPS = rational("1/100000000000");

export function checkAudience(game: Given, profile: Given, account: Account): void {
  const given = game.fields("v", "a1", "a2", "C1", "C2");
  const read = {
    v: given.v.number(),
    a1: given.a1.number(),
    a2: given.a2.number(),
    C1: given.C1.number(),
    C2: given.C2.number(),
  };
  const plan = profile.fields("horizon", "prWar", "atOnce", "concede");
  const [t, war] = [plan.horizon.number(), plan.prWar.number()];
  const [atOnce, concede] = [plan.atOnce.numbers(2), plan.concede.numbers(2)];
  for (const [name, value] of Object.entries(read)) account.strict(`${name} is above zero`, value, 0);
  const { v } = read;
  const sides = [
    [read.a1, read.a2, read.C1],
    [read.a2, read.a1, read.C2],
  ] as const;
  for (const [i, [mine, theirs, cost]] of sides.entries()) {
    const fighters = mine.times(t).over(cost);
    const stays = fighters.times(theirs.times(t).over(v).plus(1));
    account.ineq(
      `side ${i + 1}: those who stay at time 0 and concede later leave exactly the types that fight`,
      EPS,
      ONE.minus(atOnce[i] as Rational)
        .minus(stays)
        .abs(),
    );
  }
  const [one, two] = atOnce as [Rational, Rational];
  account.ineq("one side at least does not concede at once", EPS, one.isBelow(two) ? one : two);
  const fight = read.a1.times(read.a2).times(t).times(t).over(read.C1.times(read.C2));
  account.ineq("war: both are among the types that fight", EPS, fight.minus(war).abs());
  const [first, second] = concede as [Rational, Rational];
  account.ineq("war and the two concessions are all that can happen", EPS, war.plus(first).plus(second).minus(1).abs());
  const both = ONE.minus(one).times(ONE.minus(two));
  for (const [i, [mine, theirs]] of sides.entries()) {
    const integral = conceding(v, mine, theirs, t)
      .times(Interval.of(both))
      .plus(Interval.of(atOnce[i] as Rational));
    const gap = integral.minus(Interval.of(concede[i] as Rational));
    const size = gap.upper.abs().isAbove(gap.lower.abs()) ? gap.upper.abs() : gap.lower.abs();
    account.enclosedIneq(
      `side ${i + 1}: its probability of conceding is the integral`,
      Interval.of("1/1000000000"),
      Interval.of(size),
    );
  }
}

// ∫ over [0, T] of v² α / ((v + αt)² (v + βt)), by partial fractions; α the other's slope, β one's own.
function conceding(v: Rational, own: Rational, theirs: Rational, T: Rational): Interval {
  const [alpha, beta] = [theirs, own];
  const grown = (slope: Rational): Rational => slope.times(T).plus(v).over(v);
  const gap = alpha.minus(beta);
  if (gap.isZero()) return Interval.of(ONE.minus(grown(alpha).power(-2)).over(2));
  const logs = Interval.of(grown(beta))
    .ln()
    .minus(Interval.of(grown(alpha)).ln());
  const first = logs.times(Interval.of(alpha.times(beta).over(gap.times(gap))));
  return first.plus(Interval.of(ONE.minus(grown(alpha).power(-1)).times(alpha).over(gap)));
}

export function checkCommitment(game: Given, profile: Given, account: Account): void {
  const given = game.fields("e", "payoffs");
  const e = given.e.number();
  const cells = given.payoffs.fields("SS", "SC", "CS", "CC");
  const pay = (cell: "SS" | "SC" | "CS" | "CC"): [Rational, Rational] => cells[cell].numbers(2) as [Rational, Rational];
  const [SS, SC, CS, CC] = [pay("SS"), pay("SC"), pay("CS"), pay("CC")];
  const plan = profile.fields("pS", "afterS", "afterC");
  const [pS, afterS, afterC] = [plan.pS.number(), plan.afterS.number(), plan.afterC.number()];
  account.ineq("e is at least zero", e, 0);
  account.ineq("e is at most one half", "1/2", e);
  const answered = (rightly: Rational, wrongly: Rational): Rational => rightly.minus(e.times(rightly.minus(wrongly)));
  const mix = (chance: Rational, yes: Rational, no: Rational): Rational => no.plus(chance.times(yes.minus(no)));
  const leads = mix(answered(afterS, afterC), SS[0], SC[0]).minus(mix(answered(afterC, afterS), CS[0], CC[0]));
  const follows = (ifS: Rational): Rational => {
    const [weightS, weightC] = [pS.times(ifS), ONE.minus(pS).times(ONE.minus(ifS))];
    return weightS.times(SS[1].minus(SC[1])).plus(weightC.times(CS[1].minus(CC[1])));
  };
  const decisions = [
    ["the leader plays S", pS, leads],
    ["the follower plays S after signal s", afterS, follows(ONE.minus(e))],
    ["the follower plays S after signal c", afterC, follows(e)],
  ] as const;
  for (const [why, chance, gain] of decisions) {
    account.ineq(`${why}: a probability`, chance, 0);
    account.ineq(`${why}: at most one`, 1, chance);
    signed(account, why, chance, gain);
  }
}

export function checkGray(game: Given, profile: Given, account: Account): void {
  const given = game.fields("B", "c", "ell", "K");
  const read = { B: given.B.number(), c: given.c.number(), ell: given.ell.number(), K: given.K.number() };
  const plan = profile.fields("wanted", "intensity", "regime");
  const [wanted, intensity] = [plan.wanted.number(), plan.intensity.number()];
  for (const [name, value] of Object.entries(read)) account.strict(`${name} is above zero`, value, 0);
  account.eq("the wanted intensity balances benefit and cost: c h_e = B", read.c.times(wanted), read.B);
  const gain = wanted.minus(read.ell).power(2).times(read.c).over(2);
  const regime = plan.regime.oneOf("limited", "bunching", "breach");
  if (regime === "limited") {
    account.ineq("the wanted intensity is within the line", read.ell, wanted);
    account.eq("it is chosen", intensity, wanted);
  } else if (regime === "bunching") {
    account.strict("the wanted intensity is beyond the line", wanted, read.ell);
    account.ineq("crossing gains no more than the penalty", read.K, gain);
    account.eq("the line is chosen", intensity, read.ell);
  } else {
    account.strict("crossing gains more than the penalty", gain, read.K);
    account.eq("the wanted intensity is chosen", intensity, wanted);
  }
}

export function checkSalami(game: Given, profile: Given, account: Account): void {
  const given = game.fields("k", "d", "value");
  const [k, d, value] = [given.k.number(), given.d.number(), given.value.number()];
  account.strict("answering costs something", k, 0);
  account.strict("a unit is worth something", value, 0);
  account.strict("the future weighs less than all", 1, d);
  const step = profile.fields("step").step.number();
  account.eq(
    "the largest step is worth what answering costs: v step/(1-d) = k",
    step.times(value),
    k.minus(k.times(d)),
  );
}

export function checkVague(game: Given, profile: Given, account: Account): void {
  const given = game.fields("m", "Cl", "B");
  const read = { m: given.m.number(), Cl: given.Cl.number(), B: given.B.number() };
  const plan = profile.fields("intensity", "clash");
  const [h, clash] = [plan.intensity.number(), plan.clash.number()];
  for (const [name, value] of Object.entries(read)) account.strict(`${name} is above zero`, value, 0);
  const slope = read.m.minus(h).times(read.B).times(2).minus(read.Cl);
  account.ineq("intensity is at least nothing", h, 0);
  if (h.isZero()) account.ineq("any intensity costs more in clashes than it gains", 0, slope);
  else account.eq("first-order condition of the intensity", slope, 0);
  account.eq(
    "the clash probability is how much of the vague range is below the intensity",
    clash.times(read.m).times(2),
    h,
  );
}
