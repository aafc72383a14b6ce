// BARGAIN: is it time to talk? No canonical formal model of ripeness was found; here (own reduced form, derived) each side
// expects of going on  W_i = (lambda_i v_i − k_i)/(r + lambda_A + lambda_B): it wins the prize v_i at the rate lambda_i, pays
// k_i as long as it lasts, and discounts at r. The moment is ripe where both expect less than a settlement gives them.

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, exact, notNegative, param, positive, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const keys = ["lambda_A", "lambda_B", "v_A", "v_B", "k_A", "k_B", "r", "settlement_A", "settlement_B"] as const;
type Ripeness = Record<(typeof keys)[number], Rational>;

const rate = { unit: "per time" };
const payoff = { unit: "payoff" };
const params: Param[] = [
  param("lambda_A", "rate at which A would win by going on", notNegative, 0.1, rate),
  param("lambda_B", "rate at which B would win by going on", notNegative, 0.1, rate),
  param("v_A", "what winning is worth to A", notNegative, 1, payoff),
  param("v_B", "what winning is worth to B", notNegative, 1, payoff),
  param("k_A", "what going on costs A", notNegative, 0.02, { unit: "payoff per time" }),
  param("k_B", "what going on costs B", notNegative, 0.02, { unit: "payoff per time" }),
  param("r", "discount rate", positive, 0.1, rate),
  param("settlement_A", "what a settlement is worth to A", anyNumber, 0.4, payoff),
  param("settlement_B", "what a settlement is worth to B", anyNumber, 0.4, payoff),
];

function solveRipeness(given: Ripeness): Outcome<Solved> {
  const drain = given.r.plus(given.lambda_A).plus(given.lambda_B);
  const worth = (["A", "B"] as const).map((side) =>
    given[`lambda_${side}`].times(given[`v_${side}`]).minus(given[`k_${side}`]).over(drain),
  ) as [Rational, Rational];
  const settled = [given.settlement_A, given.settlement_B] as const;
  const waits = worth.map((W, i) => W.isAtLeast(settled[i] as Rational));
  const ripe = !waits.includes(true);
  const holdout = waits[0] ? "A" : "B";
  const rows = new RowList().strict("whoever goes on discounts", given.r, 0);
  for (const key of keys.slice(0, 6)) rows.ineq(`${key} is at least zero`, given[key], 0);
  for (const [i, side] of (["A", "B"] as const).entries()) {
    const W = worth[i] as Rational;
    rows.eq(
      `what ${side} expects of going on`,
      W.times(drain),
      given[`lambda_${side}`].times(given[`v_${side}`]).minus(given[`k_${side}`]),
    );
    if (ripe) rows.strict(`${side} expects less of going on than of a settlement`, settled[i] as Rational, W);
  }
  if (!ripe) {
    const i = holdout === "A" ? 0 : 1;
    rows.ineq(`${holdout} expects as much of going on as of a settlement`, worth[i], settled[i]);
  }
  const last = ripe ? "nobody" : holdout;
  return answer({
    regimes: [
      regime("ripe", "W_A < settlement_A and W_B < settlement_B", ripe, "both gain by talking now"),
      regime("not ripe", "W_i >= settlement_i for A or B", !ripe, "one side expects as much of going on"),
    ],
    equilibria: [],
    thresholds: (["A", "B"] as const).map((side, i) =>
      threshold(
        `settlement_${side}`,
        "above",
        worth[i] as Rational,
        "(lambda_i v_i - k_i)/(r + lambda_A + lambda_B)",
        `settlement from above which ${side} would rather talk`,
      ),
    ),
    outcome: outcomeOf({
      payoffA: (ripe ? settled[0] : worth[0]).toNumber(),
      payoffB: (ripe ? settled[1] : worth[1]).toNumber(),
      ripe,
      worthOfGoingOnA: exact(worth[0]),
      worthOfGoingOnB: exact(worth[1]),
      holdsOut: last,
    }),
    certificate: certificate(
      "BARGAIN/ripeness",
      { ...given },
      { worthA: worth[0], worthB: worth[1], holdsOut: last },
      rows,
    ),
  });
}

export const ripeness: Part = part({
  name: "ripeness",
  question: "Do both sides expect less of going on than of a settlement?",
  status: "derived",
  params,
  read: (input) => scalars<keyof Ripeness>("BARGAIN", params, input),
  solve: solveRipeness,
});
