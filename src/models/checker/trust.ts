// TRUST: all eight plans of each type against separating play, or the row that leaves no first step.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

type Letters = "R" | "T" | "P" | "S";
type Payoffs = Record<Letters, Rational>;

function payoffs(given: Given): Payoffs {
  const { R, T, P, S } = given.fields("R", "T", "P", "S");
  return { R: R.number(), T: T.number(), P: P.number(), S: S.number() };
}

function readGame(game: Given, account: Account): { t: Rational; good: Payoffs; bad: Payoffs } {
  const { t, trustworthy, untrustworthy } = game.fields("t", "trustworthy", "untrustworthy");
  const [good, bad] = [payoffs(trustworthy), payoffs(untrustworthy)];
  const share = t.number();
  if (share.isAtMost(0) || share.isAtLeast(1)) throw t.problem("a probability strictly between 0 and 1");
  account.strict("trustworthy, last round: restraint answers restraint, R > T", good.R, good.T);
  account.ineq("trustworthy, last round: T >= P", good.T, good.P);
  account.strict("trustworthy, last round: attack answers attack, P > S", good.P, good.S);
  account.strict("untrustworthy, last round: attack answers restraint, Tu > Ru", bad.T, bad.R);
  account.strict("untrustworthy: Ru > Pu", bad.R, bad.P);
  account.strict("untrustworthy, last round: attack answers attack, Pu > Su", bad.P, bad.S);
  return { t: share, good, bad };
}

export function checkTwoStep(game: Given, profile: Given, account: Account): void {
  const { t, good, bad } = readGame(game, account);
  const alpha = profile.fields("alpha").alpha.number();
  account.strict("the first step is above nothing", alpha, 0);
  account.strict("the first step is not everything", 1, alpha);
  const own = { trustworthy: "CCD", untrustworthy: "DDD" };
  for (const [name, type] of [
    ["trustworthy", good],
    ["untrustworthy", bad],
  ] as const) {
    const kept = expected(own[name], type, t, alpha);
    for (let code = 0; code < 8; code++) {
      const plan = [4, 2, 1].map((bit) => (code & bit ? "D" : "C")).join("");
      account.ineq(`${name}: its plan ${own[name]} is no worse than ${plan}`, kept, expected(plan, type, t, alpha));
    }
  }
}

/** Plays a plan (first move, then after C, then after D) against both types of the other side. */
function expected(plan: string, type: Payoffs, t: Rational, alpha: Rational): Rational {
  let total = Rational.zero;
  for (const [weight, other] of [
    [t, "CCD"],
    [Rational.one.minus(t), "DDD"],
  ] as const) {
    const [mine, theirs] = [plan.charAt(0), other.charAt(0)];
    const mineNext = theirs === "C" ? plan.charAt(1) : plan.charAt(2);
    const theirsNext = mine === "C" ? other.charAt(1) : other.charAt(2);
    const first = stage(type, mine, theirs).times(alpha);
    const second = stage(type, mineNext, theirsNext).times(Rational.one.minus(alpha));
    total = total.plus(weight.times(first.plus(second)));
  }
  return total;
}

function stage({ R, T, P, S }: Payoffs, mine: string, theirs: string): Rational {
  if (mine === "C") return theirs === "C" ? R : S;
  return theirs === "C" ? T : P;
}

export function checkNoStep(game: Given, profile: Given, account: Account): void {
  profile.fields();
  const { t, good, bad } = readGame(game, account);
  const distrust = Rational.one.minus(t);
  // alpha_min > alpha_max, multiplied out; alpha_min is at most one, so the cut at one changes nothing.
  const cost = bad.T.minus(bad.R).plus(bad.T.minus(bad.P)).times(t).plus(bad.P.minus(bad.S).times(distrust));
  const fear = good.T.minus(good.P).times(t).plus(good.P.minus(good.S).times(distrust));
  const why = "no first step is dear enough for the untrustworthy and cheap enough for the trustworthy";
  account.strict(why, fear.times(bad.T.minus(bad.P)), cost.times(good.R.minus(good.P)));
}
