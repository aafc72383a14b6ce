// BARGAIN: does a falling power attack while it can? A attacks now iff p1 − d p2 > (1 − d) + c_A + d c_B (powell2006, a
// derived flow version).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { discount, exact, notNegative, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;

const share = { unit: "share" };

type Commitment = { p1: Rational; p2: Rational; d: Rational; c_A: Rational; c_B: Rational };

const commitmentParams: Param[] = [
  param("p1", "share that A would win by conflict now", probability, 0.7, share),
  param("p2", "share that A would win by conflict from the next period on", probability, 0.3, share),
  param("d", "weight of the next period", discount, 0.9),
  param("c_A", "cost of conflict to A", notNegative, 0.1, share),
  param("c_B", "cost of conflict to B", notNegative, 0.2, share),
];

function solveCommitment({ p1, p2, d, c_A, c_B }: Commitment): Outcome<Solved> {
  const fall = p1.minus(d.times(p2));
  const tolerable = one.minus(d).plus(c_A).plus(d.times(c_B));
  const attacks = fall.isAbove(tolerable);
  const rows = new RowList().ineq(
    "from the next period on B could be pushed to p2 + c_B, within the prize",
    1,
    p2.plus(c_B),
  );
  if (attacks) rows.strict("the fall in power exceeds all that B can promise now and later", fall, tolerable);
  else rows.ineq("what B can give now and later makes up for the fall in power", tolerable, fall);
  return answer({
    regimes: [
      regime(
        "attack now",
        "p1 - d p2 > (1-d) + c_A + d c_B",
        attacks,
        "A attacks while it is strong, since B cannot bind itself later",
      ),
      regime("settle", "p1 - d p2 <= (1-d) + c_A + d c_B", !attacks, "what B gives today is enough"),
    ],
    equilibria: [],
    thresholds: [
      threshold(
        "p1",
        "above",
        d.times(p2).plus(tolerable),
        "p1 > d p2 + (1-d) + c_A + d c_B",
        "present strength from which a falling power attacks",
      ),
    ],
    outcome: outcomeOf({
      prClash: attacks ? 1 : 0,
      attacksNow: attacks,
      fall: exact(fall),
      tolerable: exact(tolerable),
    }),
    certificate: certificate("BARGAIN/commitment", { p1, p2, d, c_A, c_B }, { attacks: attacks ? "yes" : "no" }, rows),
  });
}

function readCommitment(input: Record<string, unknown>): Commitment {
  const read = scalars<keyof Commitment>("BARGAIN", commitmentParams, input);
  if (read.p2.plus(read.c_B).isAbove(1))
    throw new InputError("BARGAIN.c_B", "p2 + c_B at or below 1", read.c_B.toString());
  return read;
}

export const commitment: Part = part({
  name: "commitment",
  question: "Does a falling power attack while it can?",
  status: "derived",
  params: commitmentParams,
  read: readCommitment,
  solve: solveCommitment,
});
