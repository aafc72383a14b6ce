// ADVISER (argument c): how much may one infer from a known sympathiser's advice? (1) A share lambda of his advice is
// tactical, the rest he would say anyway: the odds move by LR = (lambda a + 1 − lambda)/(lambda b + 1 − lambda), at most
// 1/(1 − lambda). (2) He says yes iff his evidence passes his threshold c: V(c) = max(0, p h − (1−p) f), best at
// c* = D/2 + ln((1−p)/p)/D. (3) A mediator tells the truth only with bias enough. All derived; ideas after calvert1985
// and kydd2003.

import { normalBelow, normalDensity } from "../math/distributions.ts";
import { rational, Rational, simplestNear } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { at } from "../world/world.ts";
import { outcomeOf, part, regime, threshold, type Model, type Param, type Solved } from "./model.ts";
import { anyNumber, exact, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Bound = { lambda: Rational; a: Rational; b: Rational };
type Sceptic = { p: Rational; D: Rational };
type Mediator = { mu: Rational; xl: Rational; xh: Rational; w1: Rational; w2: Rational };

const one = Rational.one;

const boundParams: Param[] = [
  param("lambda", "share of the advice that is tactical; the rest he would say anyway", probability, 0.5, {
    unit: "share",
  }),
  param("a", "probability that the tactical part says so if the other side is hurting", probability, 1),
  param("b", "probability that the tactical part says so if it is not", probability, 0),
];
const scepticParams: Param[] = [
  param(
    "p",
    "the sceptic's prior that détente is good",
    { min: 0, max: 0.5, minIncluded: false, maxIncluded: false },
    0.2,
  ),
  param("D", "precision of the adviser's evidence", { min: 0.01, max: 20, minIncluded: true, maxIncluded: true }, 1.5, {
    unit: "standard deviations",
  }),
];
const mediatorParams: Param[] = [
  param("mu", "probability that the mediator errs", { ...probability, maxIncluded: false }, 0.1),
  param("xl", "low offer to side 2", anyNumber, 0.3, { unit: "share" }),
  param("xh", "high offer to side 2", anyNumber, 0.5, { unit: "share" }),
  param("w1", "payoff of side 1 after a wrong 'weak'", anyNumber, 0.35, { unit: "share" }),
  param("w2", "payoff of side 2 after a wrong 'weak'", anyNumber, 0.35, { unit: "share" }),
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

/** Value of a threshold adviser to a sceptic. */
export function valueOfAdvice(p: number, D: number, c: number): number {
  return Math.max(0, p * normalBelow(D - c) - (1 - p) * normalBelow(-c));
}

function solveSceptic({ p: pExact, D: dExact }: Sceptic): Outcome<Solved> {
  const [p, D] = [pExact.toNumber(), dExact.toNumber()];
  const cStar = D / 2 + Math.log((1 - p) / p) / D;
  const Vstar = valueOfAdvice(p, D, cStar);
  // Below this threshold a yes does not lift the sceptic to even odds: the root of p h = (1−p) f, which rises with c.
  let [low, high] = [cStar - 60, cStar];
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(high)); step++) {
    const middle = (low + high) / 2;
    if (p * normalBelow(D - middle) < (1 - p) * normalBelow(-middle)) low = middle;
    else high = middle;
  }
  // Where even the tails underflow no such level can be told.
  const level = (low + high) / 2;
  const cWorthlessUpTo = normalBelow(-level) > 1e-14 ? level : null;
  const after = (c: number): number => (p * normalBelow(D - c)) / (p * normalBelow(D - c) + (1 - p) * normalBelow(-c));
  return answer({
    regimes: [
      regime(
        "neutral adviser worthless",
        "V(D/2) = 0",
        valueOfAdvice(p, D, D / 2) === 0,
        "only an adviser nearly as sceptical as you can move you",
      ),
      regime(
        "neutral adviser useful",
        "V(D/2) > 0",
        valueOfAdvice(p, D, D / 2) > 0,
        "even a neutral adviser's yes moves you",
      ),
    ],
    equilibria: [],
    thresholds: [
      {
        param: "c",
        value: cWorthlessUpTo,
        direction: "above",
        formula: "p(1-Phi(c-D)) = (1-p)(1-Phi(c))",
        means: "an adviser more easily convinced than this is worth nothing to you",
      },
      {
        param: "c",
        value: cStar,
        direction: "above",
        formula: "D/2 + ln((1-p)/p)/D",
        means: "the most useful adviser is as sceptical as you",
      },
    ],
    outcome: outcomeOf({
      cStar,
      Vstar,
      cWorthlessUpTo,
      Vneutral: valueOfAdvice(p, D, D / 2),
      posteriorAfterHawk: after(2),
      posteriorAfterDove: after(0),
    }),
    certificate:
      cWorthlessUpTo === null || Vstar < LEAST_CERTIFIED || D > 10
        ? null
        : scepticCertificate(pExact, dExact, cStar, Vstar, cWorthlessUpTo),
  });
}

/** Values below this are too small against rounding for a certificate. */
const LEAST_CERTIFIED = 1e-4;

/** How far the enclosed numbers of a profile may lie from what was computed. */
const MARGIN = rational("1/1000000000000");

function around(value: number): Rational[] {
  const middle = rational(value);
  return [middle.minus(MARGIN), middle.plus(MARGIN)];
}

function scepticCertificate(p: Rational, D: Rational, c: number, V: number, worthless: number): Solved["certificate"] {
  const [prior, d] = [p.toNumber(), D.toNumber()];
  const rows = new RowList();
  rows.enclosed(
    "eq",
    "at the best threshold the two densities balance: p n(c-D) = (1-p) n(c)",
    prior * normalDensity(c - d),
    (1 - prior) * normalDensity(c),
  );
  const gross = (at: number): number => prior * normalBelow(d - at) - (1 - prior) * normalBelow(-at);
  rows.enclosed("eq", "the value there is p h - (1-p) f", V, gross(c));
  rows.enclosed(
    "eq",
    "at the level of no worth p h = (1-p) f",
    prior * normalBelow(d - worthless),
    (1 - prior) * normalBelow(-worthless),
  );
  // The checker's grid: sixteenths of the distance from c* − 4 to c* + 4.
  for (let k = 0; k <= 16; k++) {
    if (k !== 8)
      rows.enclosed(
        "ineq",
        `no threshold is worth more: grid point ${k}`,
        V,
        gross(
          simplestNear(c, 0)
            .plus(rational(k - 8).over(2))
            .toNumber(),
        ),
      );
  }
  return certificate(
    "ADVISER/threshold",
    { p, D },
    { cStar: around(c), Vstar: around(V), cWorthlessUpTo: around(worthless) },
    rows,
  );
}

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

export const adviser: Model = {
  card: {
    id: "ADVISER",
    title: "What a biased recommendation proves",
    question: "How much may one infer from a known sympathiser's advice?",
    story:
      "An adviser known to lean one way speaks once. The listener knows his mix of motives, or his threshold, and updates by Bayes.",
    players: ["the adviser (or mediator)", "the listener"],
    moves: "the adviser says one of two things; the listener changes his belief, and acts or not",
    payoffs: "the listener gains from a good détente and loses from a bad one; a mediator weighs the two sides",
    assumptions: ["the adviser's leaning is known", "he speaks once", "the listener updates by Bayes' rule"],
    references: [
      { key: "calvert1985", status: "derived", note: "idea only, not checked against the paper's text" },
      { key: "kydd2003", status: "derived", note: "idea only, not checked against the paper's text" },
    ],
    status: "derived",
    arguments: ["c"],
  },
  parts: [
    part({
      name: "bound",
      question: "By how much can his advice move the odds?",
      status: "derived",
      params: boundParams,
      read: readBound,
      solve: solveBound,
    }),
    part({
      name: "threshold",
      question: "Which adviser is worth most to a sceptic?",
      status: "derived",
      params: scepticParams,
      read: (input) => scalars<keyof Sceptic>("ADVISER", scepticParams, input),
      solve: solveSceptic,
    }),
    part({
      name: "mediator",
      question: "How partial must a mediator be to be believed?",
      status: "derived",
      params: mediatorParams,
      read: readMediator,
      solve: solveMediator,
    }),
  ],
  fromWorld: (world) => [{ part: "bound", params: { lambda: at(world, "lambda"), a: 1, b: 0 } }],
  propositions: [
    {
      id: "sympathiser-proves-it",
      argument: "c",
      model: "ADVISER",
      sentence: "If even their sympathiser urges talks, that moves the odds by more than three to one.",
      condition: "1/(1-lambda) > 3, that is lambda > 2/3",
      axes: [{ key: "lambda", min: 0, max: 1, at: 0.5, source: "assumption" }],
      margin: ({ lambda = 0.5 }) => lambda - 2 / 3,
    },
  ],
};
