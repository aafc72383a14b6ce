// REPEAT: automata (values, every one-shot deviation), impossibility bounds, the leader, private monitoring, transfers.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

const ONE = Rational.one;

function probabilities(given: Given, size?: number): Rational[] {
  const read = given.numbers(size);
  if (read.some((p) => p.sign() < 0)) throw given.problem("probabilities at or above zero");
  return read;
}

function mean(weights: Rational[], of: Rational[]): Rational {
  let sum = Rational.zero;
  for (const [at, weight] of weights.entries()) sum = sum.plus(weight.times(of[at] as Rational));
  return sum;
}

function sum(of: Rational[]): Rational {
  return mean(
    of.map(() => ONE),
    of,
  );
}

type Stage = {
  pay: (player: number, a: number, b: number) => Rational;
  law: (a: number, b: number) => Rational[];
  counts: [number, number];
  signals: number;
};

function readStage(given: Record<"payoffs1" | "payoffs2" | "signals", Given>): Stage {
  const one = given.payoffs1.table();
  const counts: [number, number] = [one.length, one[0]?.length ?? 0];
  if (counts[0] === 0 || counts[1] === 0) throw given.payoffs1.problem("a table of payoffs");
  const tables = [given.payoffs1.table(counts[0], counts[1]), given.payoffs2.table(counts[0], counts[1])];
  const lists = given.signals.list(counts[0]).map((row) => row.list(counts[1]));
  const [[first]] = lists as [[Given, ...Given[]], ...Given[][]];
  const signals = first.list().length;
  const laws = lists.map((row) => row.map((cell) => probabilities(cell, signals)));
  return {
    pay: (player, a, b) => ((tables[player] as Rational[][])[a] as Rational[])[b] as Rational,
    law: (a, b) => (laws[a] as Rational[][])[b] as Rational[],
    counts,
    signals,
  };
}

export function checkAutomaton(game: Given, profile: Given, account: Account): void {
  const given = game.fields("payoffs1", "payoffs2", "deltas", "signals");
  const stage = readStage(given);
  const deltas = probabilities(given.deltas, 2);
  if (deltas.some((delta) => delta.isAtLeast(1))) throw given.deltas.problem("discounts below one");
  for (let a = 0; a < stage.counts[0]; a++) {
    for (let b = 0; b < stage.counts[1]; b++) {
      account.eq(
        `the signals after actions ${a + 1}, ${b + 1} have probabilities that sum to one`,
        sum(stage.law(a, b)),
        1,
      );
    }
  }
  const list = profile.fields("states").states.list();
  const states = list.map((state) => {
    const { name, actions, next, values } = state.fields("name", "actions", "next", "values");
    const [a, b] = actions.list(2) as [Given, Given];
    return {
      name: name.text(),
      actions: [a.whole(0, stage.counts[0] - 1), b.whole(0, stage.counts[1] - 1)] as const,
      next: next.list(stage.signals).map((weights) => probabilities(weights, list.length)),
      values: values.numbers(2),
    };
  });
  for (const { name, next } of states) {
    for (const [y, weights] of next.entries())
      account.eq(`in ${name}, after signal ${y + 1}, the next states' weights sum to one`, sum(weights), 1);
  }
  for (const { name, actions, next, values } of states) {
    for (const player of [0, 1]) {
      const continuation = next.map((weights) =>
        mean(
          weights,
          states.map((other) => other.values[player] as Rational),
        ),
      );
      const delta = deltas[player] as Rational;
      const value = (move: number): Rational => {
        const [a, b] = player === 0 ? [move, actions[1]] : [actions[0], move];
        return stage
          .pay(player, a, b)
          .times(ONE.minus(delta))
          .plus(mean(stage.law(a, b), continuation).times(delta));
      };
      const [own, kept] = [actions[player as 0 | 1], values[player] as Rational];
      account.eq(`value of player ${player + 1} in ${name}`, kept, value(own));
      for (let move = 0; move < (stage.counts[player] as number); move++) {
        if (move !== own)
          account.ineq(`in ${name}, player ${player + 1} does no better by action ${move + 1}`, kept, value(move));
      }
    }
  }
}

export function checkPublicImpossible(game: Given, profile: Given, account: Account): void {
  const given = game.fields("R", "T", "S", "P", "rho", "q", "delta");
  const [R, T, S, P] = [given.R.number(), given.T.number(), given.S.number(), given.P.number()];
  const [rho, q, delta] = [given.rho.number(), given.q.number(), given.delta.number()];
  const plan = profile.fields("class", "bound");
  plan.class.oneOf("strongly symmetric", "one common chance of breakdown");
  account.strict("T > R", T, R);
  account.strict("R > P", R, P);
  account.strict("P > S", P, S);
  account.strict("a signal tells something: q > rho", q, rho);
  account.ineq("q is a probability", 1, q);
  account.strict("false alarms occur", rho, 0);
  const gain = T.minus(R);
  const taken = R.minus(P).times(q.minus(rho));
  if (plan.bound.oneOf("the likelihood ratio q/rho", "patience") === "patience") {
    const why = "deterrence asks more than the future holds: (1-d) g > d [(q-rho)(R-P) - g rho]";
    account.strict(why, gain.times(ONE.minus(delta)), taken.minus(rho.times(gain)).times(delta));
  } else {
    account.ineq("false alarms cost at least what punishment can take: g rho >= (q-rho)(R-P)", gain.times(rho), taken);
  }
}

export function checkLeader(game: Given, profile: Given, account: Account): void {
  const given = game.fields("R", "T", "P", "d", "s_c", "s_d");
  const [R, T, P, d, sc, sd] = [given.R, given.T, given.P, given.d, given.s_c, given.s_d].map((each) =>
    each.number(),
  ) as [Rational, Rational, Rational, Rational, Rational, Rational];
  const plan = profile.fields("restrain", "steal", "verdict");
  const [restrain, steal] = [plan.restrain.number(), plan.steal.number()];
  account.strict("T > R", T, R);
  account.strict("R > P", R, P);
  account.strict("the future weighs less than all", 1, d);
  account.ineq("s_c is a probability", 1, sc);
  account.ineq("s_d is a probability", 1, sd);
  account.eq("value of restraint: R now, and again if in office", restrain, restrain.times(sc).times(d).plus(R));
  const inOffice = sd.times(d);
  account.eq(
    "value of stealing: T now, then mutual attack while in office",
    steal,
    P.times(inOffice).over(ONE.minus(inOffice)).plus(T),
  );
  if (plan.verdict.oneOf("restrains", "steals") === "restrains") account.ineq("the leader restrains", restrain, steal);
  else account.strict("the leader steals", steal, restrain);
}

type Private = { g: Rational; l: Rational; eps: Rational; delta: Rational };

function readPrivate(game: Given, account: Account): Private {
  const given = game.fields("g", "l", "eps", "delta");
  const read = { g: given.g.number(), l: given.l.number(), eps: given.eps.number(), delta: given.delta.number() };
  if (read.delta.sign() < 0 || read.delta.isAtLeast(1)) throw given.delta.problem("a discount from 0 to below 1");
  account.strict("attack tempts: g > 0", read.g, 0);
  account.strict("lone restraint hurts: l > 0", read.l, 0);
  account.ineq("eps is at least nothing", read.eps, 0);
  account.strict("signals tell something: 2 eps < 1", 1, read.eps.plus(read.eps));
  return read;
}

export function checkPrivate(game: Given, profile: Given, account: Account): void {
  const { g, l, eps, delta } = readPrivate(game, account);
  const given = profile.fields("VC", "VD", "pCd", "pDc");
  const [VC, VD, pCd, pDc] = [given.VC.number(), given.VD.number(), given.pCd.number(), given.pDc.number()];
  account.strict("it is better to be answered with restraint", VC, VD);
  for (const [name, p] of [
    ["p(C,d)", pCd],
    ["p(D,c)", pDc],
  ] as const) {
    account.ineq(`${name} is at least zero`, p, 0);
    account.ineq(`${name} is at most one`, 1, p);
  }
  // Rows: the other side's move now. Columns: what it thinks it saw. Entries: its chance of restraint next.
  const reply = [
    [ONE, pCd],
    [pDc, Rational.zero],
  ] as const;
  const pay = [
    [ONE, g.plus(1)],
    [l.negated(), Rational.zero],
  ] as const;
  for (const theirs of [0, 1] as const) {
    for (const mine of [0, 1] as const) {
      const right = reply[theirs][mine];
      const wrong = reply[theirs][mine === 0 ? 1 : 0];
      const chance = right.minus(eps.times(right.minus(wrong)));
      const later = VD.plus(VC.minus(VD).times(chance));
      const value = pay[theirs][mine].times(ONE.minus(delta)).plus(later.times(delta));
      account.eq(
        `against ${"CD".charAt(theirs)}, ${"CD".charAt(mine)} is worth the same as anything else`,
        theirs === 0 ? VC : VD,
        value,
      );
    }
  }
}

export function checkPrivateImpossible(game: Given, profile: Given, account: Account): void {
  profile.fields();
  const { g, l, eps, delta } = readPrivate(game, account);
  const [lost, seen] = [g.plus(l).times(eps), ONE.minus(eps.plus(eps))];
  if (lost.isAtLeast(seen)) account.ineq("misperception eats the whole gain: eps (g + l) >= 1 - 2 eps", lost, seen);
  else {
    const worst = g.isAbove(l) ? g : l;
    const why = "one of p(C,d) >= 0 and p(D,c) <= 1 fails: (1-d) max(g,l) > d (1 - 2 eps - eps (g+l))";
    account.strict(why, worst.times(ONE.minus(delta)), seen.minus(lost).times(delta));
  }
}

export function checkTransfers(game: Given, profile: Given, account: Account): void {
  const given = game.fields("payoffs1", "payoffs2", "signals", "V");
  const stage = readStage(given);
  const V = given.V.number();
  const { punishment, steps } = profile.fields("punishment", "steps");
  checkPunishment(punishment, stage, V, account);
  for (let a = 0; a < stage.counts[0]; a++) {
    for (let b = 0; b < stage.counts[1]; b++)
      account.eq(`signals after ${a + 1}, ${b + 1} sum to one`, sum(stage.law(a, b)), 1);
  }
  for (const [at, step] of steps.list().entries()) checkStep(`step ${at + 1}`, step, stage, V, account);
}

function checkPunishment(given: Given, stage: Stage, V: Rational, account: Account): void {
  const { actions, lowest } = given.fields("actions", "lowest");
  const [xGiven, zGiven] = actions.list(2) as [Given, Given];
  const [x, z] = [xGiven.whole(0, stage.counts[0] - 1), zGiven.whole(0, stage.counts[1] - 1)];
  const isLowest = lowest.flag();
  account.eq("the punishment pays V in all", V, stage.pay(0, x, z).plus(stage.pay(1, x, z)));
  for (const i of [0, 1] as const) {
    const own = stage.pay(i, x, z);
    const at = (move: number, other: number): Rational =>
      i === 0 ? stage.pay(0, move, other) : stage.pay(1, other, move);
    for (let move = 0; move < stage.counts[i]; move++)
      account.ineq(`punished, player ${i + 1} gains nothing by action ${move + 1}`, own, at(move, i === 0 ? z : x));
    if (!isLowest) continue;
    for (let other = 0; other < stage.counts[i === 0 ? 1 : 0]; other++) {
      let best = at(0, other);
      for (let move = 1; move < stage.counts[i]; move++) if (at(move, other).isAbove(best)) best = at(move, other);
      account.ineq(`player ${i + 1} cannot be held lower by action ${other + 1}`, best, own);
    }
  }
}

function checkStep(name: string, step: Given, stage: Stage, V: Rational, account: Account): void {
  const plan = step.fields("actions", "liquidity", "joint", "cap", "payments", "delta", "deter", "burn", "slope");
  const [aGiven, bGiven] = plan.actions.list(2) as [Given, Given];
  const [a, b] = [aGiven.whole(0, stage.counts[0] - 1), bGiven.whole(0, stage.counts[1] - 1)];
  const [liquidity, joint, cap, slope] = [
    plan.liquidity.number(),
    plan.joint.number(),
    plan.cap.number(),
    plan.slope.number(),
  ];
  const paid = plan.payments.table(2, stage.signals);
  const law = stage.law(a, b);
  const total = stage.pay(0, a, b).plus(stage.pay(1, a, b));
  account.ineq(`${name}: the caps are within the liquidity`, liquidity, cap.plus(cap));
  const net = paid.reduce((left, own) => left.minus(mean(law, own)), total);
  account.eq(`${name}: joint payoff less what is burnt`, joint, net);
  for (let y = 0; y < stage.signals; y++) {
    for (const i of [0, 1])
      account.ineq(
        `${name}: after signal ${y + 1} player ${i + 1} pays within its cap`,
        cap,
        (paid[i] as Rational[])[y] as Rational,
      );
    account.ineq(
      `${name}: after signal ${y + 1} money may be burnt, not made`,
      sum(paid.map((own) => own[y] as Rational)),
      0,
    );
  }
  const deviations: { player: number; gain: Rational; law: Rational[] }[] = [];
  for (let x = 0; x < stage.counts[0]; x++)
    if (x !== a)
      deviations.push({ player: 0, gain: stage.pay(0, x, b).minus(stage.pay(0, a, b)), law: stage.law(x, b) });
  for (let y = 0; y < stage.counts[1]; y++)
    if (y !== b)
      deviations.push({ player: 1, gain: stage.pay(1, a, y).minus(stage.pay(1, a, b)), law: stage.law(a, y) });
  for (const [k, { player, gain, law: other }] of deviations.entries()) {
    const own = paid[player] as Rational[];
    account.ineq(
      `${name}: deviation ${k + 1} (player ${player + 1}) does not pay`,
      mean(other, own).minus(mean(law, own)),
      gain,
    );
  }
  const [deter, burn] = [plan.deter.numbers(deviations.length), plan.burn.numbers(stage.signals)];
  for (const [k, price] of deter.entries()) account.ineq(`${name}: dual price of deviation ${k + 1}`, price, 0);
  for (const [y, price] of burn.entries()) account.ineq(`${name}: dual price of signal ${y + 1}`, price, 0);
  account.ineq(`${name}: dual price of liquidity`, slope, 0);
  for (let y = 0; y < stage.signals; y++) {
    for (const i of [0, 1]) {
      let worth = burn[y] as Rational;
      for (const [k, { player, law: other }] of deviations.entries()) {
        if (player === i)
          worth = worth.plus((other[y] as Rational).minus(law[y] as Rational).times(deter[k] as Rational));
      }
      account.ineq(`${name}: dual of player ${i + 1} at signal ${y + 1}`, worth, law[y] as Rational);
    }
  }
  account.ineq(`${name}: dual of the caps`, slope.plus(1), sum(burn));
  const bound = total
    .minus(
      mean(
        deter,
        deviations.map(({ gain }) => gain),
      ),
    )
    .plus(liquidity.times(slope));
  account.eq(`${name}: no plan within the liquidity does better`, joint, bound);
  const delta = plan.delta.number();
  account.eq(`${name}: critical discount`, joint.plus(liquidity).minus(V).times(delta), liquidity);
}
