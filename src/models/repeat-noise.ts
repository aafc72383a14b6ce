// REPEAT with a public signal, bad with probability rho if both restrain and q if one attacks; strongly symmetric play
// (greenPorter1984's question; closed forms derived). With g = T − R and A = (q−rho)(R−P) − g rho:
//   possible at some delta iff A > 0 · delta_min = g/(g+A) · V* = R − g rho/(q−rho)
//   punish for ever with probability phi = (1−d)g/(d A), or N periods, d^N ≤ 1 − phi.

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, discount, exact, inner, ordered, param, probability, scalars } from "./reading.ts";
import { breakdownCertificate, deltaMinOf, impossibleCertificate, roomOf, type Watched } from "./repeat-breakdown.ts";

export type Noisy = Watched & { rho: Rational };

const one = Rational.one;
const perPeriod = { unit: "payoff per period" };

export const noisyParams: Param[] = [
  param("R", "payoff if both restrain", anyNumber, 3, {
    ...perPeriod,
    source: { kind: "literature", ref: "axelrod1981" },
  }),
  param("T", "payoff of attacking alone", anyNumber, 5, {
    ...perPeriod,
    source: { kind: "literature", ref: "axelrod1981" },
  }),
  param("S", "payoff of restraining alone", anyNumber, 0, {
    ...perPeriod,
    source: { kind: "literature", ref: "axelrod1981" },
  }),
  param("P", "payoff if both attack", anyNumber, 1, {
    ...perPeriod,
    source: { kind: "literature", ref: "axelrod1981" },
  }),
  param("rho", "probability of a bad signal though both restrain (false alarm)", inner, 0.1, { unit: "1 per period" }),
  param("q", "probability of a bad signal if one attacks (detection)", probability, 0.5, { unit: "1 per period" }),
  param("delta", "weight of the next period", discount, 0.9),
];

function read(input: Record<string, unknown>): Noisy {
  const values = scalars<keyof Noisy>("REPEAT", noisyParams, input);
  ordered("REPEAT", values, "T", "R", "P", "S");
  if (!values.q.isAbove(values.rho))
    throw new InputError("REPEAT.q", "q above rho: a signal must tell something", values.q.toString());
  return values;
}

export type NoiseSolution = {
  A: Rational;
  deltaMin: Rational | null;
  sustainable: boolean;
  Vbest: Rational;
  phi: Rational | null;
  /** Periods of punishment; null where it must be for ever. */
  N: number | null;
};

/** Punishments longer than this are reported as the limit. */
const LONGEST_PUNISHMENT = 4000;

export function solveNoisy(game: Noisy): NoiseSolution {
  const { R, T, P, rho, q, delta } = game;
  const g = T.minus(R);
  const A = roomOf(game, rho);
  const deltaMin = deltaMinOf(game, rho);
  const sustainable = deltaMin !== null && delta.isAtLeast(deltaMin);
  if (!sustainable) return { A, deltaMin, sustainable, Vbest: P, phi: null, N: null };
  const phi = one.minus(delta).times(g).over(delta.times(A));
  return { A, deltaMin, sustainable, Vbest: R.minus(g.times(rho).over(q.minus(rho))), phi, N: periodsFor(phi, delta) };
}

/** The least N with delta^N ≤ 1 − kappa, decided in fractions; null where punishment must be for ever. */
export function periodsFor(kappa: Rational, delta: Rational): number | null {
  const left = one.minus(kappa);
  if (left.sign() <= 0) return null;
  const guess = Math.max(1, Math.ceil(Math.log(left.toNumber()) / Math.log(delta.toNumber())));
  if (!(guess <= LONGEST_PUNISHMENT)) return Number.isFinite(guess) ? guess : null;
  let N = guess;
  while (delta.power(N).isAbove(left)) N++;
  while (N > 1 && delta.power(N - 1).isAtMost(left)) N--;
  return N;
}

/** V_N = P + (1−d)(R−P)/(1−d + d rho (1−d^N)); N = null is grim. */
export function valueWithPunishment({ R, P, rho, delta }: Noisy, N: number | null): number {
  const d = delta.toNumber();
  const remains = N === null ? 0 : d ** N;
  const [low, high] = [P.toNumber(), R.toNumber()];
  return low + ((1 - d) * (high - low)) / (1 - d + d * rho.toNumber() * (1 - remains));
}

function solvePublicNoise(game: Noisy): Outcome<Solved> {
  const { R, T, P, rho, q } = game;
  const { A, deltaMin, sustainable, Vbest, phi, N } = solveNoisy(game);
  const g = T.minus(R);
  const least = one.plus(g.over(R.minus(P)));
  const punishing = sustainable ? (N === null ? 1 : (rho.toNumber() * N) / (1 + rho.toNumber() * N)) : 1;
  const VN = sustainable ? valueWithPunishment(game, N) : null;
  return answer({
    regimes: [
      regime(
        "impossible at any patience",
        "q/rho <= 1 + g/(R-P)",
        A.sign() <= 0,
        "false alarms are too frequent for what detection tells",
      ),
      regime(
        "too impatient",
        "delta < delta_min",
        A.sign() > 0 && !sustainable,
        "the signal would do, but the future weighs too little",
      ),
      regime(
        "tacit restraint",
        "delta >= delta_min",
        sustainable,
        "a silent agreement holds, with punishment now and then by mistake",
      ),
    ],
    equilibria: sustainable
      ? [
          { name: "restrain and punish", inWords: inWords(N), play: { punishForPeriods: N, value: VN } },
          {
            name: "restrain and sometimes give up",
            inWords: "Both restrain; after a bad signal they give up restraint for good with the probability phi.",
            play: { phi: exact(phi as Rational), value: exact(Vbest) },
          },
        ]
      : [{ name: "no restraint", inWords: "Both attack in every period.", play: { value: exact(P) } }],
    thresholds: [
      threshold("delta", "above", deltaMin, "g/(g+A), A = (q-rho)(R-P) - g rho", "patience from which restraint holds"),
      threshold("q", "above", rho.times(least), "rho (1 + g/(R-P))", "detection from which some patience suffices"),
      threshold("rho", "below", q.over(least), "q/(1 + g/(R-P))", "false alarms up to which some patience suffices"),
    ],
    outcome: outcomeOf({
      restraintA: 1 - punishing,
      restraintB: 1 - punishing,
      payoffA: Vbest.toNumber(),
      payoffB: Vbest.toNumber(),
      prClash: sustainable ? rho.toNumber() : 1,
      shareOfTimePunishing: punishing,
      likelihoodRatio: exact(q.over(rho)),
      likelihoodRatioMin: exact(least),
      deltaMin: deltaMin ? exact(deltaMin) : null,
      sustainable,
      Vbest: exact(Vbest),
      ...(phi ? { phi: exact(phi), N, VN, Vgrim: valueWithPunishment(game, null) } : {}),
    }),
    certificate: phi
      ? breakdownCertificate([game, game], rho, phi, [Vbest, Vbest])
      : impossibleCertificate(game, rho, "strongly symmetric"),
  });
}

function inWords(N: number | null): string {
  if (N === null) return "Both restrain; after a bad signal they attack for ever.";
  return `Both restrain; after a bad signal they attack for ${N} ${N === 1 ? "period" : "periods"}, then forgive.`;
}

export const publicNoise: Part = part({
  name: "public-noise",
  question: "Does restraint hold when both see the same unsure signal?",
  status: "derived",
  params: noisyParams,
  also: ["r"],
  read,
  solve: solvePublicNoise,
});
