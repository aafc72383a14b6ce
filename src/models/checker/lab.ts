// LAB: the chain rebuilt from the two plans and the noise, its stationary law, the score.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

const ONE = Rational.one;

function plan(given: Given): Rational[] {
  const read = given.numbers(4);
  if (read.some((p) => p.sign() < 0 || p.isAbove(1))) throw given.problem("four probabilities");
  return read;
}

export function checkStationary(game: Given, profile: Given, account: Account): void {
  const given = game.fields("payoffs", "eps", "strategy", "opponents");
  const pay = given.payoffs.fields("R", "S", "T", "P");
  const payoffs = [pay.R.number(), pay.S.number(), pay.T.number(), pay.P.number()];
  const eps = given.eps.number();
  if (eps.sign() < 0 || eps.isAbove("1/2")) throw given.eps.problem("a number from 0 to 1/2");
  const own = plan(given.strategy);
  const opponents = given.opponents.list();
  const laws = profile.fields("laws").laws.list(opponents.length);
  for (const [at, entry] of opponents.entries()) {
    const { name: nameGiven, plan: planGiven } = entry.fields("name", "plan");
    const [name, other] = [`against ${nameGiven.text()}`, plan(planGiven)];
    const solved = (laws[at] as Given).fields("law", "score");
    const law = solved.law.numbers(4);
    let total = Rational.zero;
    for (const p of law) total = total.plus(p);
    account.eq(`${name}: the probabilities sum to one`, total, 1);
    for (let state = 0; state < 4; state++) {
      const here = law[state] as Rational;
      account.ineq(`${name}: state ${state + 1} has a probability`, here, 0);
      let inflow = Rational.zero;
      for (let from = 0; from < 4; from++)
        inflow = inflow.plus(step(own, other, eps, from, state).times(law[from] as Rational));
      account.eq(`${name}: state ${state + 1} is left as often as it is reached`, inflow, here);
    }
    let score = Rational.zero;
    for (const [state, payoff] of payoffs.entries()) score = score.plus((law[state] as Rational).times(payoff));
    account.eq(`${name}: the score is the mean payoff`, solved.score.number(), score);
  }
}

/** Probability of moving between states CC, CD, DC, DD; the opponent sees CD where the player sees DC. */
function step(own: Rational[], other: Rational[], eps: Rational, from: number, to: number): Rational {
  const swapped = from === 1 ? 2 : from === 2 ? 1 : from;
  const realised = (p: Rational, restrains: boolean): Rational => {
    const flipped = p.plus(eps).minus(p.times(eps).times(2));
    return restrains ? flipped : ONE.minus(flipped);
  };
  return realised(own[from] as Rational, to < 2).times(realised(other[swapped] as Rational, to % 2 === 0));
}
