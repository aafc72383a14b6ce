// BARGAIN: what do alternating offers give? The first to offer keeps (1 − d2)/(1 − d1 d2) (rubinstein1982); an outside option
// b2 matters only above d2(1 − d1)/(1 − d1 d2) (binmore1989).

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { discount, exact, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;

const share = { unit: "share" };

type Offers = { d1: Rational; d2: Rational; b2: Rational };

const offerParams: Param[] = [
  param("d1", "weight of the next round to side 1, which offers first", discount, 0.9),
  param("d2", "weight of the next round to side 2", discount, 0.9),
  param("b2", "outside option of side 2", { ...probability, maxIncluded: false }, 0, share),
];

function solveOffers({ d1, d2, b2 }: Offers): Outcome<Solved> {
  const plain = one.minus(d2).over(one.minus(d1.times(d2)));
  const binds = b2.isAbove(one.minus(plain));
  const share1 = binds ? one.minus(b2) : plain;
  const back = one.minus(d1.times(share1));
  const least = d2.times(back).isAbove(b2) ? d2.times(back) : b2;
  const rows = new RowList()
    .ineq("the outside option is at least nothing", b2, 0)
    .eq("side 1, asked, is left indifferent: 1 - y = d1 x", one.minus(back), d1.times(share1))
    .eq(
      "side 2, asked, is left indifferent: 1 - x is the better of d2 y and its outside option",
      one.minus(share1),
      least,
    );
  return answer({
    regimes: [
      regime("outside option binds", "b2 > d2(1-d1)/(1-d1 d2)", binds, "side 2 gets its outside option and no more"),
      regime(
        "outside option idle",
        "b2 <= d2(1-d1)/(1-d1 d2)",
        !binds,
        "an outside option below the agreed share changes nothing",
      ),
    ],
    equilibria: [
      {
        name: "alternating offers",
        inWords: `Side 1 offers at once to keep ${share1.toNumber().toPrecision(4)}, and side 2 accepts.`,
        play: { share1: exact(share1), share2: exact(one.minus(share1)) },
      },
    ],
    thresholds: [
      threshold("b2", "above", one.minus(plain), "d2(1-d1)/(1-d1 d2)", "outside option from which side 2 gets more"),
    ],
    outcome: outcomeOf({
      payoffA: share1.toNumber(),
      payoffB: one.minus(share1).toNumber(),
      prClash: 0,
      share1: exact(share1),
      share2: exact(one.minus(share1)),
    }),
    certificate: certificate("BARGAIN/rubinstein", { d1, d2, b2 }, { share1, share2WhenSide2Offers: back }, rows),
  });
}

export const alternatingOffers: Part = part({
  name: "rubinstein",
  question: "What do alternating offers give?",
  status: "published",
  params: offerParams,
  read: (input) => scalars<keyof Offers>("BARGAIN", offerParams, input),
  solve: solveOffers,
});
