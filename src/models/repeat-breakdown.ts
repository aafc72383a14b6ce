// REPEAT, restraint that a bad signal ends for good with probability phi: its automaton, and why there may be none. A side
// is held iff d A >= (1−d) g, with g = T − R and the room for punishment A = (q−rho)(R−P) − g rho.

import { Rational } from "../math/rational.ts";
import { automatonCertificate, dilemma } from "./automaton.ts";
import type { Certificate } from "./model.ts";
import { certificate, RowList } from "./rows.ts";

/** A side: its payoffs, its patience, and how well its attacks are seen. */
export type Watched = { T: Rational; R: Rational; P: Rational; S: Rational; delta: Rational; q: Rational };

const one = Rational.one;

/** What punishment can take beyond what false alarms cost; none at or below zero. */
export function roomOf({ T, R, P, q }: Omit<Watched, "delta" | "S">, rho: Rational): Rational {
  return q
    .minus(rho)
    .times(R.minus(P))
    .minus(rho.times(T.minus(R)));
}

/** Patience from which a side can be held; null where none is enough. */
export function deltaMinOf(side: Omit<Watched, "delta" | "S">, rho: Rational): Rational | null {
  const [g, room] = [side.T.minus(side.R), roomOf(side, rho)];
  return room.sign() > 0 ? g.over(g.plus(room)) : null;
}

export function breakdownCertificate(
  [a, b]: readonly [Watched, Watched],
  rho: Rational,
  phi: Rational,
  values: readonly [Rational, Rational],
): Certificate {
  const law = (bad: Rational): Rational[] => [one.minus(bad), bad];
  const signals = [
    [law(rho), law(b.q)],
    [law(a.q), law(a.q.isAbove(b.q) ? a.q : b.q)],
  ];
  const [stay, go] = [
    [one, Rational.zero],
    [Rational.zero, one],
  ];
  return automatonCertificate({ payoffs: dilemma([a, b]), deltas: [a.delta, b.delta], signals }, [
    { name: "restrain", actions: [0, 0], next: [stay, [one.minus(phi), phi]], values },
    { name: "punish", actions: [1, 1], next: [go, go], values: [a.P, b.P] },
  ]);
}

/** Why the side cannot be held: its signals tell too little, or it is too impatient. */
export function impossibleCertificate(
  side: Watched,
  rho: Rational,
  among: "strongly symmetric" | "one common chance of breakdown",
): Certificate {
  const { T, R, P, S, delta, q } = side;
  const [g, room] = [T.minus(R), roomOf(side, rho)];
  const rows = new RowList().strict("T > R", T, R).strict("R > P", R, P).strict("P > S", P, S);
  rows
    .strict("a signal tells something: q > rho", q, rho)
    .ineq("q is a probability", 1, q)
    .strict("false alarms occur", rho, 0);
  const bound = room.sign() <= 0 ? "the likelihood ratio q/rho" : "patience";
  if (room.sign() <= 0)
    rows.ineq(
      "false alarms cost at least what punishment can take: g rho >= (q-rho)(R-P)",
      g.times(rho),
      q.minus(rho).times(R.minus(P)),
    );
  else
    rows.strict(
      "deterrence asks more than the future holds: (1-d) g > d [(q-rho)(R-P) - g rho]",
      one.minus(delta).times(g),
      delta.times(room),
    );
  return certificate("REPEAT/public-impossible", { R, T, S, P, rho, q, delta }, { class: among, bound }, rows);
}
