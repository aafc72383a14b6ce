// ATTRIB's certificate: Bayes' identities, the defender's replies, and cut-offs that equal what they are derived from.

import { rational, Rational } from "../math/rational.ts";
import { type Solved } from "./model.ts";
import { certificate, RowList } from "./rows.ts";
import type { FixedPoint } from "./solvers/attribution.ts";

/** The game in exact numbers. */
export type Exactly = {
  ranges: [Rational, Rational][];
  sharp: Rational | null;
  pi: Rational[][];
  pi0: Rational[];
  gamma: Rational;
  nullSignal: number;
};

/** How far a cut-off, found in floats, may lie from its equation. */
const LEAST_EPS = rational("1/10000000000");

export function attributionCertificate(game: Exactly, { cutoffs, beliefs: found }: FixedPoint): Solved["certificate"] {
  const { ranges, sharp, pi, pi0, gamma, nullSignal } = game;
  // An exponent that is no whole number makes the replies irrational: no exact certificate.
  if (sharp && sharp.bottom !== 1n) return null;
  const n = pi.length;
  const rows = new RowList().strict("opportunities occur", gamma, 0).ineq("gamma is a probability", 1, gamma);
  const x = cutoffs.map((value) => rational(value));
  const attack = x.map((value, i) => {
    const [low, high] = ranges[i] as [Rational, Rational];
    const above = high.minus(value).over(high.minus(low));
    return above.sign() < 0 ? Rational.zero : above.isAbove(1) ? Rational.one : above;
  });
  const beliefs: Rational[][] = pi.map(() => []);
  const replies: Rational[][] = pi.map(() => []);
  for (const [s, quiet] of pi0.entries()) {
    let message = quiet.times(n);
    for (const [j, row] of pi.entries())
      message = message.plus(gamma.times(attack[j] as Rational).times((row[s] as Rational).minus(quiet)));
    for (const [i, row] of pi.entries()) {
      const joint = gamma.times(attack[i] as Rational).times(row[s] as Rational);
      // Beliefs and replies are written as decimals; the rows bound what was cut off.
      // A signal that nobody sends leaves the belief free: it is the limit that the iteration found.
      const belief = message.isZero() ? rational(found[i]?.[s] ?? 0) : rational(joint.over(message).toNumber());
      const reply = s === nullSignal ? Rational.zero : rational(replyTo(belief, sharp).toNumber());
      beliefs[i]?.push(belief);
      replies[i]?.push(reply);
      rows.ineq(
        `Bayes: belief in suspect ${i + 1} after signal ${s + 1}`,
        LEAST_EPS,
        belief.times(message).minus(joint).abs(),
      );
      rows.ineq(
        `reply to suspect ${i + 1} after signal ${s + 1}`,
        LEAST_EPS,
        reply.minus(s === nullSignal ? Rational.zero : replyTo(belief, sharp)).abs(),
      );
    }
  }
  for (const [i, row] of pi.entries()) {
    rows.eq(
      `signals of suspect ${i + 1} sum to one`,
      row.reduce((a, b) => a.plus(b)),
      1,
    );
    let loss = Rational.zero;
    for (const [s, p] of row.entries())
      loss = loss.plus(p.minus(pi0[s] as Rational).times(replies[i]?.[s] as Rational));
    rows.ineq(
      `cut-off of suspect ${i + 1}: the expected loss from being answered`,
      LEAST_EPS,
      (x[i] as Rational).minus(loss).abs(),
    );
  }
  const written = { F: ranges as Rational[][], sharp, pi, pi0, gamma, nullSignal: rational(nullSignal) };
  return certificate("ATTRIB/attribution", written, { cutoffs: x, attack, beliefs, replies }, rows);
}

/** G uniform: the belief itself. Sharp k: b^k/(b^k + (1−b)^k). */
function replyTo(belief: Rational, sharp: Rational | null): Rational {
  if (!sharp) return belief;
  const k = Number(sharp.top);
  const [yes, no] = [belief.power(k), Rational.one.minus(belief).power(k)];
  return yes.over(yes.plus(no));
}
