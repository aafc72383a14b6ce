// REPEAT where everything is seen (derived). Grim: delta ≥ (T−R)/(T−P). Tit for tat is collectively stable iff delta ≥
// max((T−R)/(T−P), (T−R)/(R−S)) (axelrod1981). Turns (C,D),(D,C) with reversion to P, possible when S+T > 2P: alternation
// delta ≥ (P−S)/(T−P), a fresh public coin each period delta ≥ (P−S)/((P−S)+(S+T)/2−P).

import { largest, Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { automatonCertificate, dilemma, type State } from "./automaton.ts";
import { outcomeOf, part, regime, threshold, type Part, type Solved } from "./model.ts";
import { exact, ordered, scalars } from "./reading.ts";
import { noisyParams } from "./repeat-noise.ts";

type Seen = { R: Rational; T: Rational; S: Rational; P: Rational; delta: Rational };

const one = Rational.one;
const params = noisyParams.filter(({ key }) => key !== "rho" && key !== "q");

function read(input: Record<string, unknown>): Seen {
  const values = scalars<keyof Seen>("REPEAT", params, input);
  ordered("REPEAT", values, "T", "R", "P", "S");
  return values;
}

export function perfectThresholds({ R, T, S, P }: Omit<Seen, "delta">): {
  grim: Rational;
  titForTat: Rational;
  alternation: Rational | null;
  coin: Rational | null;
} {
  const grim = T.minus(R).over(T.minus(P));
  const titForTat = largest([grim, T.minus(R).over(R.minus(S))]);
  const surplus = S.plus(T).minus(P.times(2));
  if (surplus.sign() <= 0) return { grim, titForTat, alternation: null, coin: null };
  const alternation = P.minus(S).over(T.minus(P));
  const coin = P.minus(S).over(P.minus(S).plus(surplus.over(2)));
  return { grim, titForTat, alternation, coin };
}

function solvePerfect(game: Seen): Outcome<Solved> {
  const { delta, P, R } = game;
  const { grim, titForTat, alternation, coin } = perfectThresholds(game);
  const restrains = delta.isAtLeast(grim);
  const turns = alternation !== null && delta.isAtLeast(alternation);
  const [valueA, valueB] = restrains ? [R, R] : turns ? turnValues(game) : [P, P];
  const share = restrains ? 1 : turns ? 0.5 : 0;
  return answer({
    regimes: [
      regime("no restraint", "delta below every threshold", !restrains && !turns, "both attack in every period"),
      regime(
        "restraint by turns",
        "delta >= (P-S)/(T-P)",
        turns && !restrains,
        "each lets the other have its turn; mutual restraint does not hold",
      ),
      regime("mutual restraint", "delta >= (T-R)/(T-P)", restrains, "both restrain for good"),
    ],
    equilibria: [
      {
        name: restrains ? "grim" : turns ? "turns" : "attack",
        inWords: restrains
          ? "Both restrain; after a breach they attack for ever."
          : turns
            ? "They take turns at attacking; after any other move both attack for ever."
            : "Both attack in every period.",
        play: { valueA: exact(valueA), valueB: exact(valueB) },
      },
    ],
    thresholds: [
      threshold("delta", "above", grim, "(T-R)/(T-P)", "mutual restraint holds with grim punishment"),
      threshold("delta", "above", titForTat, "max((T-R)/(T-P), (T-R)/(R-S))", "tit for tat is collectively stable"),
      threshold("delta", "above", alternation, "(P-S)/(T-P)", "restraint by strict turns holds"),
      threshold("delta", "above", coin, "(P-S)/((P-S)+(S+T)/2-P)", "restraint by a public coin holds"),
    ],
    outcome: outcomeOf({
      restraintA: share,
      restraintB: share,
      payoffA: valueA.toNumber(),
      payoffB: valueB.toNumber(),
      prClash: 0,
      shareOfTimePunishing: 0,
      grim: exact(grim),
      titForTat: exact(titForTat),
      alternation: alternation ? exact(alternation) : null,
      coin: coin ? exact(coin) : null,
    }),
    certificate: certificateOf(game, restrains ? "grim" : turns ? "turns" : "attack"),
  });
}

/** Values at the start of a turn in which A is alone in restraint: (S + dT)/(1+d) and (T + dS)/(1+d). */
function turnValues({ T, S, delta }: Seen): [Rational, Rational] {
  const both = one.plus(delta);
  return [S.plus(delta.times(T)).over(both), T.plus(delta.times(S)).over(both)];
}

function certificateOf({ R, T, S, P, delta }: Seen, play: "grim" | "turns" | "attack"): Solved["certificate"] {
  // The public signal is the pair of actions itself: CC, CD, DC, DD.
  const unit = (of: number, length: number): Rational[] =>
    Array.from({ length }, (_, at) => (at === of ? one : Rational.zero));
  const signals = [0, 1].map((a) => [0, 1].map((b) => unit(2 * a + b, 4)));
  const payoffs = dilemma([
    { T, R, P, S },
    { T, R, P, S },
  ]);
  const [early, late] = turnValues({ R, T, S, P, delta });
  const after = (kept: number, to: number, punish: number, count: number): Rational[][] =>
    [0, 1, 2, 3].map((signal) => unit(signal === kept ? to : punish, count));
  const states: Record<typeof play, State[]> = {
    grim: [
      { name: "restrain", actions: [0, 0], next: after(0, 0, 1, 2), values: [R, R] },
      { name: "attack", actions: [1, 1], next: after(3, 1, 1, 2), values: [P, P] },
    ],
    turns: [
      { name: "B's turn", actions: [0, 1], next: after(1, 1, 2, 3), values: [early, late] },
      { name: "A's turn", actions: [1, 0], next: after(2, 0, 2, 3), values: [late, early] },
      { name: "attack", actions: [1, 1], next: after(3, 2, 2, 3), values: [P, P] },
    ],
    attack: [{ name: "attack", actions: [1, 1], next: after(3, 0, 0, 1), values: [P, P] }],
  };
  return automatonCertificate({ payoffs, deltas: [delta, delta], signals }, states[play]);
}

export const perfect: Part = part({
  name: "perfect",
  question: "Does restraint hold when everything is seen?",
  status: "derived",
  params,
  read,
  solve: solvePerfect,
});
