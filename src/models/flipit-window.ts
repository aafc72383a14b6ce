// How closely must one watch, and how closely may one (own reduced form, derived; theme of coe and vaynman 2020)? Without
// false alarms restraint needs detection m ≥ g(1−d)/(d(R−P)), g = T−R; the side that is watched bears it as long as the harm
// k m done by being watched stays within its surplus from the agreement, m ≤ surplus/k.

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, exact, inner, notNegative, ordered, param, positive, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Window = { R: Rational; T: Rational; P: Rational; d: Rational; surplus: Rational; k: Rational };

const perPeriod = { unit: "payoff per period" };
const params: Param[] = [
  param("R", "payoff if both restrain", anyNumber, 3, perPeriod),
  param("T", "payoff of attacking alone", anyNumber, 5, perPeriod),
  param("P", "payoff if both attack", anyNumber, 1, perPeriod),
  param("d", "weight of the next period", inner, 0.9),
  param("surplus", "what the watched side gains by the agreement", notNegative, 1, perPeriod),
  param("k", "harm that being watched for certain does", positive, 2, perPeriod),
];

function solveWindow({ R, T, P, d, surplus, k }: Window): Outcome<Solved> {
  const now = Rational.one.minus(d);
  const least = T.minus(R)
    .times(now)
    .over(d.times(R.minus(P)));
  const borne = surplus.over(k);
  const most = borne.isAbove(1) ? Rational.one : borne;
  const exists = least.isAtMost(most);
  const rows = new RowList()
    .strict("cheating gains something", T, R)
    .strict("restraint is better than attack on both sides", R, P)
    .strict("the future weighs something", d, 0)
    .strict("the future weighs less than all", 1, d)
    .ineq("the surplus is at least zero", surplus, 0)
    .strict("being watched does harm", k, 0)
    .eq(
      "the least detection makes up for what cheating gains",
      least.times(d).times(R.minus(P)),
      T.minus(R).times(now),
    );
  if (exists)
    rows
      .ineq("the least detection is at most one", 1, least)
      .ineq("the harm of being watched that closely is within the surplus", surplus, least.times(k));
  else if (least.isAbove(1)) rows.strict("not even certain detection is enough", least, 1);
  else rows.strict("being watched closely enough does more harm than the surplus", least.times(k), surplus);
  return answer({
    regimes: [
      regime("a window", "g(1-d)/(d(R-P)) <= min(1, surplus/k)", exists, "some detection deters and can be borne"),
      regime("no window", "otherwise", !exists, "what would deter is more than can be borne, or than there is"),
    ],
    equilibria: [],
    thresholds: [
      threshold("m", "above", least, "g(1-d)/(d(R-P))", "detection from which restraint holds"),
      threshold("m", "below", borne, "surplus/k", "detection up to which being watched is borne"),
    ],
    outcome: outcomeOf({ windowExists: exists, leastDetection: exact(least), mostDetection: exact(most) }),
    certificate: certificate("FLIPIT/monitoring-window", { R, T, P, d, surplus, k }, { least }, rows),
  });
}

function read(input: Record<string, unknown>): Window {
  const given = scalars<keyof Window>("FLIPIT", params, input);
  ordered("FLIPIT", { T: given.T, R: given.R, P: given.P }, "T", "R", "P");
  return given;
}

export const monitoringWindow: Part = part({
  name: "monitoring-window",
  question: "How closely must a side be watched, and how closely does it bear to be?",
  status: "derived",
  params,
  read,
  solve: solveWindow,
});
