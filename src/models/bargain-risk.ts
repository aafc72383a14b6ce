// BARGAIN: how much does A demand when it does not know B's cost, uniform on [0, C]? x* = p + (C − c_A)/2, and conflict
// follows with probability (C − c_A)/(2C); nothing is risked where c_A >= C (derived).

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { exact, notNegative, param, positive, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;

const share = { unit: "share" };

type Risk = { p: Rational; cA: Rational; C: Rational };

const riskParams: Param[] = [
  param("p", "share that A would win by conflict", probability, 0.5, share),
  param("cA", "cost of conflict to A", notNegative, 0.1, { ...share, aliases: ["c_A"] }),
  param("C", "B's cost of conflict is uniform on [0, C] and known to B only", positive, 0.3, share),
];

function solveRisk({ p, cA, C }: Risk): Outcome<Solved> {
  const inside = p.plus(C.minus(cA).over(2));
  const demand = cA.isAtLeast(C) ? p : inside.isAbove(1) ? one : inside;
  const prWar = demand.minus(p).over(C);
  const cautious = cA.isAtLeast(C);
  const grasping = !cautious && inside.isAbove(1);
  // A's payoff: demand (1 − war) + (p − cA) war; its slope in the demand has the sign of C − cA − 2(demand − p).
  const slope = C.minus(cA).minus(demand.minus(p).times(2));
  const rows = new RowList()
    .strict("B's cost may be above nothing", C, 0)
    .eq(
      "B fights iff its cost is below what the demand takes: Pr(war) C = demand - p",
      prWar.times(C),
      demand.minus(p),
    );
  if (cautious)
    rows.eq("A takes no risk", demand, p).ineq("any higher demand costs A more in war than it gains", 0, slope);
  else if (grasping) rows.eq("A demands everything", demand, 1).ineq("a higher demand would still gain", slope, 0);
  else
    rows
      .eq("first-order condition of the demand", slope, 0)
      .ineq("the demand takes at most everything", 1, demand)
      .ineq("the demand is no lower than p", demand, p);
  const payoff = demand.times(one.minus(prWar)).plus(p.minus(cA).times(prWar));
  return answer({
    regimes: [
      regime("no risk", "c_A >= C", cautious, "A's own cost is so high that it asks only what B surely gives"),
      regime("risk-return", "c_A < C", !cautious && !grasping, "A asks more and accepts some risk of conflict"),
      regime("asks everything", "p + (C - c_A)/2 > 1", grasping, "A asks for everything"),
    ],
    equilibria: [
      {
        name: "take it or leave it",
        inWords: `A demands ${demand.toNumber().toPrecision(4)}; conflict follows with probability ${prWar.toNumber().toPrecision(3)}.`,
        play: { demand: exact(demand), prWar: exact(prWar) },
      },
    ],
    thresholds: [threshold("c_A", "above", C, "c_A >= C", "A's cost of conflict from which no demand risks conflict")],
    outcome: outcomeOf({
      payoffA: payoff.toNumber(),
      prClash: prWar.toNumber(),
      demand: exact(demand),
      prWar: exact(prWar),
    }),
    certificate: certificate("BARGAIN/risk-return", { p, cA, C }, { demand, prWar }, rows),
  });
}

export const riskReturn: Part = part({
  name: "risk-return",
  question: "How much does A demand when it does not know B's cost?",
  status: "derived",
  params: riskParams,
  read: (input) => scalars<keyof Risk>("BARGAIN", riskParams, input),
  solve: solveRisk,
});
