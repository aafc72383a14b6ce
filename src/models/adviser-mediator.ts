// ADVISER: how partial must a mediator be to be believed? He reports "weak" truthfully iff his weight on the offering side is
// at least bias* = (xh − (1−mu) xl − mu w2)/((1−mu)(1−2 xl) + mu (w1−w2) − (1−2 xh)) (derived; idea of kydd2003).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, exact, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;

type Mediator = { mu: Rational; xl: Rational; xh: Rational; w1: Rational; w2: Rational };

const mediatorParams: Param[] = [
  param("mu", "probability that the mediator errs", { ...probability, maxIncluded: false }, 0.1),
  param("xl", "low offer to side 2", anyNumber, 0.3, { unit: "share" }),
  param("xh", "high offer to side 2", anyNumber, 0.5, { unit: "share" }),
  param("w1", "payoff of side 1 after a wrong 'weak'", anyNumber, 0.35, { unit: "share" }),
  param("w2", "payoff of side 2 after a wrong 'weak'", anyNumber, 0.35, { unit: "share" }),
];

function readMediator(input: Record<string, unknown>): Mediator {
  const read = scalars<keyof Mediator>("ADVISER", mediatorParams, input);
  if (!read.xl.isBelow(read.xh)) throw new InputError("ADVISER.xl", "xl below xh", read.xl.toString());
  return read;
}

function solveMediator({ mu, xl, xh, w1, w2 }: Mediator): Outcome<Solved> {
  const right = one.minus(mu);
  const slope = right
    .times(one.minus(xl.times(2)))
    .plus(mu.times(w1.minus(w2)))
    .minus(one.minus(xh.times(2)));
  if (slope.sign() <= 0) {
    throw new InputError(
      "ADVISER.mu",
      "offers and payoffs with which weight on side 1 makes truth more attractive",
      slope.toString(),
    );
  }
  const bias = xh.minus(right.times(xl)).minus(mu.times(w2)).over(slope);
  const offered = (b: Rational, x: Rational): Rational => b.times(one.minus(x)).plus(one.minus(b).times(x));
  const wrong = bias.times(w1).plus(one.minus(bias).times(w2));
  const rows = new RowList()
    .strict("the low offer is below the high one", xh, xl)
    .eq(
      "at this weight truth and a false 'strong' are worth the same",
      right.times(offered(bias, xl)).plus(mu.times(wrong)),
      offered(bias, xh),
    )
    .strict("more weight on side 1 makes truth more attractive", slope, 0);
  return answer({
    regimes: [
      regime("neutral is enough", "bias* <= 1/2", bias.isAtMost("1/2"), "a neutral mediator tells the truth"),
      regime(
        "only a partisan",
        "1/2 < bias* <= 1",
        bias.isAbove("1/2") && bias.isAtMost(1),
        "only a mediator who sides with the one who offers tells the truth",
      ),
      regime("nobody", "bias* > 1", bias.isAbove(1), "no mediator tells the truth"),
    ],
    equilibria: [],
    thresholds: [
      threshold(
        "bias",
        "above",
        bias,
        "(xh-(1-mu)xl-mu w2)/((1-mu)(1-2xl)+mu(w1-w2)-(1-2xh))",
        "the weight on side 1 from which the mediator's 'weak' is true",
      ),
    ],
    outcome: outcomeOf({ biasMin: exact(bias) }),
    certificate: certificate("ADVISER/mediator", { mu, xl, xh, w1, w2 }, { bias }, rows),
  });
}

export const mediator: Part = part({
  name: "mediator",
  question: "How partial must a mediator be to be believed?",
  status: "derived",
  params: mediatorParams,
  read: readMediator,
  solve: solveMediator,
});
