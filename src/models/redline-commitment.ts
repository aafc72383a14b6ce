// REDLINE (3), a commitment that may be misread (bagwell1995): the leader plays S or C, the follower sees the wrong move
// with probability e. Payoffs (leader, follower) of (leader's move, follower's move). In a mixed equilibrium one signal
// leaves the follower indifferent, and the follower's answers leave the leader indifferent.

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Equilibrium, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, exact, number, numbers, object, param } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Cells = Record<"SS" | "SC" | "CS" | "CC", readonly [Rational, Rational]>;
type Commitment = { e: Rational; payoffs: Cells };
/** Probabilities of S: the leader's, the follower's after signal s, and after signal c. */
export type Play = { pS: Rational; afterS: Rational; afterC: Rational };

const { one, zero } = Rational;
const cells = ["SS", "SC", "CS", "CC"] as const;

const params: Param[] = [
  param("e", "probability that the line is misread", { min: 0, max: 0.5, minIncluded: true, maxIncluded: true }, 0.1),
  param(
    "payoffs",
    "payoffs (leader, follower) after SS, SC, CS, CC, the leader's move first",
    null,
    { SS: [5, 2], SC: [3, 1], CS: [6, 3], CC: [4, 4] },
    { unit: "payoff", source: { kind: "literature", ref: "bagwell1995" } },
  ),
];

function read(input: Record<string, unknown>): Commitment {
  const given = object("REDLINE.payoffs", input["payoffs"]);
  const entries = cells.map((cell) => {
    const both = numbers(`REDLINE.payoffs.${cell}`, given[cell], anyNumber, 2);
    if (both.length !== 2) throw new InputError(`REDLINE.payoffs.${cell}`, "two payoffs", both.length);
    return [cell, both] as const;
  });
  const e = number("REDLINE.e", input["e"], { min: 0, max: 0.5, minIncluded: true, maxIncluded: true });
  return { e, payoffs: Object.fromEntries(entries) as unknown as Cells };
}

function isProbability(x: Rational): boolean {
  return x.sign() >= 0 && x.isAtMost(1);
}

/** The leader's chance of S that leaves the follower indifferent after a signal which S sends with probability `sent`. */
function mixing({ SS, SC, CS, CC }: Cells, sent: Rational): Rational | null {
  // pS sent (SS−SC) + (1−pS)(1−sent)(CS−CC) = 0, follower's payoffs.
  const [ifS, ifC] = [SS[1].minus(SC[1]).times(sent), CS[1].minus(CC[1]).times(one.minus(sent))];
  const difference = ifC.minus(ifS);
  return difference.isZero() ? null : ifC.over(difference);
}

/** The chance of S after one signal that leaves the leader indifferent, the answer to the other signal being given. */
function answering({ SS, SC, CS, CC }: Cells, e: Rational, fixed: Partial<Play>): Rational | null {
  // Leader: S gives SC + f_S (SS−SC), C gives CC + f_C (CS−CC); f_S = (1−e) s + e c, f_C = e s + (1−e) c.
  const [up, down] = [SS[0].minus(SC[0]), CS[0].minus(CC[0])];
  const base = CC[0].minus(SC[0]);
  const weightS = up.times(one.minus(e)).minus(down.times(e));
  const weightC = up.times(e).minus(down.times(one.minus(e)));
  if (fixed.afterS) return weightC.isZero() ? null : base.minus(weightS.times(fixed.afterS)).over(weightC);
  return weightS.isZero() ? null : base.minus(weightC.times(fixed.afterC ?? zero)).over(weightS);
}

/** Equilibria: the Stackelberg-like one, the one near the pure one, and the pure one. */
export function playsOf({ e, payoffs }: Commitment): {
  stackelberg: Play | null;
  faint: Play | null;
  pure: Play | null;
} {
  const build = (pS: Rational | null, afterS: Rational | null, afterC: Rational | null): Play | null => {
    if (!pS || !afterS || !afterC || ![pS, afterS, afterC].every(isProbability)) return null;
    const play = { pS, afterS, afterC };
    return isEquilibrium({ e, payoffs }, play) ? play : null;
  };
  return {
    stackelberg: build(mixing(payoffs, e), one, answering(payoffs, e, { afterS: one })),
    faint: build(mixing(payoffs, one.minus(e)), answering(payoffs, e, { afterC: zero }), zero),
    pure: build(zero, zero, zero),
  };
}

type Test = { why: string; chance: Rational; gain: Rational };

/** What each side gains by S over C at each of its decisions; after a signal, weighted by the signal's probability. */
function tests({ e, payoffs }: Commitment, { pS, afterS, afterC }: Play): Test[] {
  const { SS, SC, CS, CC } = payoffs;
  const right = one.minus(e);
  const ifS = right.times(afterS).plus(e.times(afterC));
  const ifC = e.times(afterS).plus(right.times(afterC));
  const leader = SC[0]
    .plus(ifS.times(SS[0].minus(SC[0])))
    .minus(CC[0])
    .minus(ifC.times(CS[0].minus(CC[0])));
  const follower = (sent: Rational, other: Rational): Rational =>
    pS
      .times(sent)
      .times(SS[1].minus(SC[1]))
      .plus(one.minus(pS).times(other).times(CS[1].minus(CC[1])));
  return [
    { why: "the leader plays S", chance: pS, gain: leader },
    { why: "the follower plays S after signal s", chance: afterS, gain: follower(right, e) },
    { why: "the follower plays S after signal c", chance: afterC, gain: follower(e, right) },
  ];
}

function isEquilibrium(game: Commitment, play: Play): boolean {
  return tests(game, play).every(
    ({ chance, gain }) => (chance.equals(1) || gain.sign() <= 0) && (chance.isZero() || gain.sign() >= 0),
  );
}

function solveCommitment(game: Commitment): Outcome<Solved> {
  const { stackelberg, faint, pure } = playsOf(game);
  const listed = Object.entries({ "Stackelberg-like": stackelberg, faint, pure }).flatMap(
    ([name, play]): Equilibrium[] =>
      play
        ? [
            {
              name,
              inWords: `The leader keeps to its line with probability ${play.pS.toNumber().toPrecision(3)}.`,
              play: { pS: exact(play.pS), followerSafterS: exact(play.afterS), followerSafterC: exact(play.afterC) },
            },
          ]
        : [],
  );
  const shown = stackelberg ?? pure ?? faint;
  return answer({
    regimes: [
      regime(
        "the line commits",
        "e <= 1/4 in the game of Bagwell",
        stackelberg !== null,
        "stating the line is worth nearly as much as a move that is seen",
      ),
      regime(
        "the line commits to nothing",
        "e > 1/4 in the game of Bagwell",
        stackelberg === null,
        "misread that often, the line changes nothing",
      ),
    ],
    equilibria: listed,
    thresholds: [
      threshold(
        "e",
        "below",
        largestMisreading(game),
        "follower's S after c falls to 0: (1-4e)/(2-4e) = 0",
        "misreading up to which the line commits",
      ),
    ],
    outcome: outcomeOf({
      pS: stackelberg ? exact(stackelberg.pS) : null,
      followerSafterS: stackelberg ? exact(stackelberg.afterS) : null,
      followerSafterC: stackelberg ? exact(stackelberg.afterC) : null,
      commits: stackelberg !== null,
    }),
    certificate: shown ? certificateOf(game, shown) : null,
    ...(shown ? {} : { notes: ["no equilibrium of the three forms exists at these payoffs"] }),
  });
}

/** The answer after c is linear over linear in e; it is zero where the numerator is. */
function largestMisreading({ payoffs: { SS, SC, CS, CC } }: Commitment): Rational | null {
  const [up, down, base] = [SS[0].minus(SC[0]), CS[0].minus(CC[0]), CC[0].minus(SC[0])];
  const slope = up.plus(down);
  return slope.isZero() ? null : up.minus(base).over(slope);
}

function certificateOf(game: Commitment, play: Play): Solved["certificate"] {
  const rows = new RowList().ineq("e is at least zero", game.e, 0).ineq("e is at most one half", "1/2", game.e);
  for (const { why, chance, gain } of tests(game, play)) {
    rows.ineq(`${why}: a probability`, chance, 0).ineq(`${why}: at most one`, 1, chance);
    if (chance.isBelow(1)) rows.ineq(`${why}: no gain by doing it more`, 0, gain);
    if (chance.sign() > 0) rows.ineq(`${why}: no gain by doing it less`, gain, 0);
  }
  return certificate(
    "REDLINE/noisy-commitment",
    { e: game.e, payoffs: game.payoffs },
    { pS: play.pS, afterS: play.afterS, afterC: play.afterC },
    rows,
  );
}

export const commitment: Part = part({
  name: "noisy-commitment",
  question: "Does a line commit when it may be misread?",
  status: "derived",
  params,
  read,
  solve: solveCommitment,
});
