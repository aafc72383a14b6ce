// ADVISER: how far does a known sympathiser's advice move the odds? A share lambda of it is tactical, the rest he would say
// anyway: LR = (lambda a + 1 − lambda)/(lambda b + 1 − lambda), at most 1/(1 − lambda) (derived).

import { rational, Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { exact, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;

type Bound = { lambda: Rational; a: Rational; b: Rational };

const boundParams: Param[] = [
  param("lambda", "share of the advice that is tactical; the rest he would say anyway", probability, 0.5, {
    unit: "share",
  }),
  param("a", "probability that the tactical part says so if the other side is hurting", probability, 1),
  param("b", "probability that the tactical part says so if it is not", probability, 0),
];

function readBound(input: Record<string, unknown>): Bound {
  const read = scalars<keyof Bound>("ADVISER", boundParams, input);
  if (read.b.isAbove(read.a))
    throw new InputError(
      "ADVISER.b",
      "b at or below a: the tactical part speaks rather when it is true",
      read.b.toString(),
    );
  return read;
}

function solveBound({ lambda, a, b }: Bound): Outcome<Solved> {
  const anyway = one.minus(lambda);
  const [ifTrue, ifNot] = [lambda.times(a).plus(anyway), lambda.times(b).plus(anyway)];
  const silent = ifTrue.isZero();
  const ratio = ifNot.isZero() ? null : ifTrue.over(ifNot);
  const posterior = silent ? rational("1/2") : ifTrue.over(ifTrue.plus(ifNot));
  const rows = new RowList()
    .ineq("the tactical part speaks rather when it is true", a, b)
    .eq(
      "Bayes, from even odds: posterior times Pr(message) is prior times Pr(message if true)",
      posterior.times(ifTrue.plus(ifNot)),
      ifTrue,
    )
    .ineq("the bound: the odds move by at most 1/(1 - lambda)", ifNot, ifTrue.times(anyway));
  return answer({
    regimes: [
      regime("bounded", "lambda < 1", lambda.isBelow(1), "part of the advice would come anyway, so it proves little"),
      regime("unbounded", "lambda = 1", lambda.equals(1), "all of the advice is tactical: it may prove anything"),
    ],
    equilibria: [],
    thresholds: [
      threshold(
        "lambda",
        "below",
        one,
        "odds move by at most 1/(1-lambda)",
        "below one, a message can never prove its point",
      ),
    ],
    outcome: outcomeOf({
      likelihoodRatio: ratio ? exact(ratio) : null,
      likelihoodRatioMax: lambda.equals(1) ? null : exact(one.over(anyway)),
      posteriorFromEvenOdds: exact(posterior),
    }),
    certificate: silent ? null : certificate("ADVISER/bound", { lambda, a, b }, { posterior }, rows),
  });
}

export const bound: Part = part({
  name: "bound",
  question: "By how much can his advice move the odds?",
  status: "derived",
  params: boundParams,
  read: readBound,
  solve: solveBound,
});
