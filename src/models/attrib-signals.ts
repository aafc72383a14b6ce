// ATTRIB with any signals: who is answered after which signal, and who attacks then. A fixed point is sought by damped steps
// from three starts (baliga2020, recalled).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, type Data, type Param, type Part, type Range, type Solved } from "./model.ts";
import { anyNumber, distribution, list, number, numbers, object, oneOf, param, probability } from "./reading.ts";
import { attributionCertificate, type Exactly } from "./attrib-certificate.ts";
import { fixedPoints, type Attribution } from "./solvers/attribution.ts";

export const someProbability: Range = { ...probability, minIncluded: false };
const standardF: Data = [
  { type: "uniform", range: [0, 1] },
  { type: "uniform", range: [0, 1] },
];

const params: Param[] = [
  param(
    "F",
    "gains from attack of each suspect, uniform on a range, in units of the retaliation loss",
    null,
    standardF,
  ),
  param(
    "defender",
    'the defender\'s resolve: {"type":"uniform"} or {"type":"sharp","k":k}',
    null,
    { type: "uniform" },
    {
      aliases: ["G"],
    },
  ),
  param("pi", "probabilities of the signals if suspect i attacked, per suspect", null, [
    [0.2, 0.72, 0.08],
    [0.2, 0.08, 0.72],
  ]),
  param("pi0", "probabilities of the signals if nobody attacked", null, [1, 0, 0]),
  param("gamma", "probability that some suspect has an opportunity", someProbability, 0.5, { unit: "1 per period" }),
  param("nullSignal", "index of the signal that is never answered", null, 0),
];

export const MOST_SUSPECTS = 30;

/** "uniform", "sharp k" with the number, or an object that says the same. */
export function readDefender(value: unknown): Rational | null {
  const [, named, sharpness] = typeof value === "string" ? (/^(uniform|sharp)(?:\s+(\S+))?$/.exec(value) ?? []) : [];
  const given = named ? { type: named, k: sharpness } : object("ATTRIB.defender", value);
  const type = oneOf("ATTRIB.defender.type", given["type"], ["uniform", "sharp"]);
  return type === "uniform"
    ? null
    : number("ATTRIB.defender.k", given["k"], { min: 1, max: 60, minIncluded: true, maxIncluded: true });
}

/** A uniform law as an object, or only its range. */
export function readRange(place: string, value: unknown): [Rational, Rational] {
  const given = Array.isArray(value) ? { type: "uniform", range: value } : object(place, value);
  oneOf(`${place}.type`, given["type"], ["uniform"]);
  const [low, high] = numbers(`${place}.range`, given["range"], anyNumber, 2);
  if (!low || !high || !low.isBelow(high))
    throw new InputError(`${place}.range`, "two numbers, the first below the second", given["range"]);
  return [low, high];
}

function read(input: Record<string, unknown>): Exactly {
  const pi = list("ATTRIB.pi", input["pi"], MOST_SUSPECTS).map((row, i) => distribution(`ATTRIB.pi[${i}]`, row));
  const pi0 = distribution("ATTRIB.pi0", input["pi0"]);
  const odd = pi.findIndex((row) => row.length !== pi0.length);
  if (odd >= 0) throw new InputError(`ATTRIB.pi[${odd}]`, `${pi0.length} signals, as in pi0`, pi[odd]?.length);
  const ranges = list("ATTRIB.F", input["F"], MOST_SUSPECTS).map((item, i) => readRange(`ATTRIB.F[${i}]`, item));
  if (ranges.length !== pi.length) throw new InputError("ATTRIB.F", `${pi.length} suspects, as in pi`, ranges.length);
  const nullSignal = Number(input["nullSignal"]);
  if (!Number.isInteger(nullSignal) || nullSignal < 0 || nullSignal >= pi0.length)
    throw new InputError("ATTRIB.nullSignal", `an index from 0 to ${pi0.length - 1}`, input["nullSignal"]);
  return {
    ranges,
    sharp: readDefender(input["defender"]),
    pi,
    pi0,
    gamma: number("ATTRIB.gamma", input["gamma"], someProbability),
    nullSignal,
  };
}

function inFloats({ ranges, sharp, pi, pi0, gamma, nullSignal }: Exactly): Attribution {
  const floats = (row: Rational[]): number[] => row.map((x) => x.toNumber());
  return {
    ranges: ranges.map(([low, high]) => [low.toNumber(), high.toNumber()] as const),
    sharp: sharp?.toNumber() ?? null,
    pi: pi.map(floats),
    pi0: floats(pi0),
    gamma: gamma.toNumber(),
    nullSignal,
  };
}

export function solveAttribution(game: Exactly): Outcome<Solved> {
  const found = fixedPoints(inFloats(game));
  const [first] = found;
  if (!first) return refuse("did-not-converge", "No cut-offs were found from any of the three starts.");
  const innocent = innocentAnswered(game, first);
  return answer({
    regimes: [
      regime(
        "one equilibrium found",
        "three starts agree",
        found.length === 1,
        "the same cut-offs from three starts; uniqueness is the paper's theorem and not certified",
      ),
      regime(
        "several equilibria found",
        "three starts disagree",
        found.length > 1,
        "every fixed point found is listed",
      ),
    ],
    equilibria: found.map(({ cutoffs, attack, total }) => ({
      name: "cut-offs",
      inWords: `Suspects attack when the gain reaches ${cutoffs.map((x) => x.toPrecision(3)).join(", ")}; an attack occurs with probability ${total.toPrecision(3)}.`,
      play: { cutoffs, attackProb: attack, totalAttackProb: total },
    })),
    thresholds: first.cutoffs.map((value, i) => ({
      param: `x_${i + 1}`,
      value,
      direction: "above" as const,
      formula: "sum over s of (pi_i - pi_0) r_i",
      means: `gain from which suspect ${i + 1} attacks`,
    })),
    outcome: outcomeOf({
      restraintA: 1 - first.total,
      prClash: innocent,
      cutoffs: first.cutoffs,
      attackProb: first.attack,
      totalAttackProb: first.total,
      fixedPoints: found.map(({ cutoffs }) => cutoffs),
    }),
    certificate: attributionCertificate(game, first),
  });
}

/** Probability per period that some suspect is answered though it did not attack, summed over suspects. */
function innocentAnswered(
  { pi, pi0, gamma, nullSignal }: Exactly,
  { attack, replies }: { attack: number[]; replies: number[][] },
): number {
  const share = gamma.toNumber() / pi.length;
  let total = 0;
  for (const [s, quiet] of pi0.entries()) {
    if (s === nullSignal) continue;
    const nobody = 1 - share * attack.reduce((sum, a) => sum + a, 0);
    const answers = replies.map((row) => row[s] as number);
    total += nobody * quiet.toNumber() * answers.reduce((sum, r) => sum + r, 0);
    for (const [i, a] of attack.entries()) {
      const others = answers.reduce((sum, r, j) => (j === i ? sum : sum + r), 0);
      total += share * a * (pi[i]?.[s]?.toNumber() ?? 0) * others;
    }
  }
  return Math.min(1, total);
}

export const general: Part = part({
  name: "attribution",
  question: "How much do several suspects attack when attribution is imperfect?",
  status: "recalled",
  params,
  read,
  solve: solveAttribution,
});
