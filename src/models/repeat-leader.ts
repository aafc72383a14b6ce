// REPEAT for a leader who may lose office (argument e, derived): restraint iff R/(1−d s_c) ≥ T + d s_d P/(1−d s_d), plain
// sums; s_c and s_d are the leader's survival per period when restraining and when stealing.

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { discount, exact, notNegative, ordered, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Leader = { R: Rational; T: Rational; P: Rational; d: Rational; s_c: Rational; s_d: Rational };

const survival = { ...probability, minIncluded: false };
const params: Param[] = [
  param("R", "payoff if both restrain", notNegative, 3, { unit: "payoff per period" }),
  param("T", "payoff of attacking alone", notNegative, 5, { unit: "payoff per period" }),
  param("P", "payoff if both attack", notNegative, 1, { unit: "payoff per period" }),
  param("d", "weight of the next period", discount, 0.9, { aliases: ["delta"] }),
  param("s_c", "probability that a leader who restrains keeps office", survival, 0.9, { unit: "1 per period" }),
  param("s_d", "probability that a leader who steals keeps office", survival, 0.95, { unit: "1 per period" }),
];

function read(input: Record<string, unknown>): Leader {
  const values = scalars<keyof Leader>("REPEAT", params, input);
  ordered("REPEAT", values, "T", "R", "P");
  return values;
}

export function leaderSides({ R, T, P, d, s_c, s_d }: Leader): {
  restrain: Rational;
  steal: Rational;
  least: Rational | null;
} {
  const one = Rational.one;
  const restrain = R.over(one.minus(d.times(s_c)));
  const steal = T.plus(
    d
      .times(s_d)
      .times(P)
      .over(one.minus(d.times(s_d))),
  );
  return { restrain, steal, least: d.isZero() ? null : one.minus(R.over(steal)).over(d) };
}

function solveLeader(leader: Leader): Outcome<Solved> {
  const { R, T, P, d, s_c, s_d } = leader;
  const { restrain, steal, least } = leaderSides(leader);
  const restrains = restrain.isAtLeast(steal);
  const one = Rational.one;
  const rows = new RowList()
    .strict("T > R", T, R)
    .strict("R > P", R, P)
    .strict("the future weighs less than all", 1, d);
  rows.ineq("s_c is a probability", 1, s_c).ineq("s_d is a probability", 1, s_d);
  rows.eq("value of restraint: R now, and again if in office", restrain, R.plus(d.times(s_c).times(restrain)));
  const later = P.over(one.minus(d.times(s_d)));
  rows.eq("value of stealing: T now, then mutual attack while in office", steal, T.plus(d.times(s_d).times(later)));
  if (restrains) rows.ineq("the leader restrains", restrain, steal);
  else rows.strict("the leader steals", steal, restrain);
  return answer({
    regimes: [
      regime(
        "the leader restrains",
        "R/(1-d s_c) >= T + d s_d P/(1-d s_d)",
        restrains,
        "restraint pays over the leader's own expected time in office",
      ),
      regime("the leader steals", "R/(1-d s_c) < T + d s_d P/(1-d s_d)", !restrains, "the leader needs the gain now"),
    ],
    equilibria: [],
    thresholds: [
      threshold(
        "s_c",
        "above",
        least,
        "(1 - R/(T + d s_d P/(1-d s_d)))/d",
        "survival in restraint from which the leader restrains",
      ),
    ],
    outcome: outcomeOf({
      restraintA: restrains ? 1 : 0,
      restrains,
      valueOfRestraint: exact(restrain),
      valueOfStealing: exact(steal),
      survivalMin: least ? exact(least) : null,
    }),
    certificate: certificate(
      "REPEAT/leader",
      { R, T, P, d, s_c, s_d },
      { restrain, steal, verdict: restrains ? "restrains" : "steals" },
      rows,
    ),
  });
}

export const leader: Part = part({
  name: "leader",
  question: "Does a leader who needs growth to survive restrain?",
  status: "derived",
  params,
  read,
  solve: solveLeader,
});
