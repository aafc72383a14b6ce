// More patience loses no equilibrium payoff (abreuPearceStacchetti1990, with public lotteries): where v = (1−δ) g + δ E w and
// no deviation gains, then at δ' > δ the promises w' = (1−λ) v + λ w with λ = δ (1−δ')/(δ' (1−δ)) give the same v, and δ'λ
// times what a deviation loses is (1−δ')/(1−δ) times what it lost: it gains nothing still. So what proved itself for less
// patient sides proves itself for more patient ones, exactly.

import { Rational } from "../../math/rational.ts";
import type { Lottery, PublicCorner } from "./public-proof.ts";

export function carried(corners: readonly PublicCorner[], from: Rational, to: Rational): PublicCorner[] {
  if (from.isZero() || to.isBelow(from)) throw new RangeError("Cannot carry promises to sides that are less patient");
  const share = from.times(Rational.one.minus(to)).over(to.times(Rational.one.minus(from)));
  return corners.map(({ point, actions, promises }, k) => ({
    point,
    actions,
    promises: promises.map((lottery): Lottery => withItself(lottery, k, share)),
  }));
}

function withItself(lottery: Lottery, own: number, share: Rational): Lottery {
  const rest = Rational.one.minus(share);
  const others = lottery.filter(({ corner }) => corner !== own);
  const same = lottery.find(({ corner }) => corner === own)?.weight ?? Rational.zero;
  const weights = [
    { corner: own, weight: rest.plus(share.times(same)) },
    ...others.map(({ corner, weight }) => ({ corner, weight: weight.times(share) })),
  ];
  return weights.filter(({ weight }) => !weight.isZero());
}
