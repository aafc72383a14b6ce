// BARGAIN: is there a deal that both prefer to conflict? A deal exists in [p − c_A, p + c_B] whatever p (fearon1995), cut to
// [0, 1]; where each side goes by its own belief, iff p_A + p_B − 1 <= c_A + c_B.

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { exact, notNegative, number, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;
const zero = Rational.zero;

const share = { unit: "share" };

function cut(value: Rational): Rational {
  return value.sign() < 0 ? zero : value.isAbove(1) ? one : value;
}

type RangeOf = { pA: Rational; pB: Rational; cA: Rational; cB: Rational };

const rangeParams: Param[] = [
  param("p", "share that A would win by conflict, as both expect", probability, 0.5, share),
  param("c_A", "cost of conflict to A", notNegative, 0.1, { ...share, aliases: ["cA"] }),
  param("c_B", "cost of conflict to B", notNegative, 0.2, { ...share, aliases: ["cB"] }),
];

function readRange(input: Record<string, unknown>): RangeOf {
  const read = scalars<"p" | "c_A" | "c_B">("BARGAIN", rangeParams, input);
  const pA = input["p_A"] === undefined ? read.p : number("BARGAIN.p_A", input["p_A"], probability);
  const pB = input["p_B"] === undefined ? one.minus(read.p) : number("BARGAIN.p_B", input["p_B"], probability);
  return { pA, pB, cA: read.c_A, cB: read.c_B };
}

function solveRange({ pA, pB, cA, cB }: RangeOf): Outcome<Solved> {
  const optimism = pA.plus(pB).minus(1);
  const total = cA.plus(cB);
  const exists = optimism.isAtMost(total);
  const [low, high] = [cut(pA.minus(cA)), cut(one.minus(pB).plus(cB))];
  const rows = new RowList()
    .ineq("conflict costs A nothing less than nothing", cA, 0)
    .ineq("conflict costs B nothing less than nothing", cB, 0);
  const deal = low.plus(high).over(2);
  if (exists) {
    rows.ineq("A gets at least what it expects of conflict", deal, pA.minus(cA));
    rows.ineq("B gets at least what it expects of conflict", one.minus(deal), pB.minus(cB));
    rows.ineq("A's share is at least nothing", deal, 0).ineq("A's share is at most everything", 1, deal);
  } else {
    rows.strict("mutual optimism exceeds the costs of conflict: no share satisfies both", optimism, total);
  }
  return answer({
    regimes: [
      regime(
        "a deal exists",
        "p_A + p_B - 1 <= c_A + c_B",
        exists,
        "both prefer some division to conflict, whoever is stronger",
      ),
      regime(
        "mutual optimism",
        "p_A + p_B - 1 > c_A + c_B",
        !exists,
        "both expect so much of conflict that no division satisfies both",
      ),
    ],
    equilibria: exists
      ? [
          {
            name: "settlement",
            inWords: `Any share for A from ${low.toNumber()} to ${high.toNumber()} is better for both than conflict.`,
            play: { from: exact(low), to: exact(high) },
          },
        ]
      : [],
    thresholds: [
      threshold(
        "c_A + c_B",
        "above",
        optimism,
        "c_A + c_B >= p_A + p_B - 1",
        "costs of conflict from which a deal exists",
      ),
    ],
    outcome: outcomeOf({
      payoffA: exists ? deal.toNumber() : pA.minus(cA).toNumber(),
      payoffB: exists ? one.minus(deal).toNumber() : pB.minus(cB).toNumber(),
      prClash: exists ? 0 : 1,
      dealExists: exists,
      lower: exists ? exact(low) : null,
      upper: exists ? exact(high) : null,
      width: exists ? exact(high.minus(low)) : 0,
    }),
    certificate: exists
      ? certificate("BARGAIN/range", { pA, pB, cA, cB }, { deal }, rows)
      : certificate("BARGAIN/no-deal", { pA, pB, cA, cB }, {}, rows),
  });
}

export const dealRange: Part = part({
  name: "range",
  question: "Is there a deal that both prefer to conflict?",
  status: "published",
  params: rangeParams,
  also: ["p_A", "p_B"],
  read: readRange,
  solve: solveRange,
});
