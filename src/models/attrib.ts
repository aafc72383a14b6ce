// ATTRIB (arguments b, d): does better attribution deter? n suspects; with probability gamma exactly one has an
// opportunity, gains x_i ~ F_i and attacks iff x_i ≥ x_i*; it loses 1 if retaliated against. Signal s ~ pi_i or pi_0; the
// defender answers i with r = G-probability of its belief (baliga2020, recalled):
//   a_i = 1 − F_i(x_i*) · beta_i^s = gamma a_i pi_i^s / (n pi_0^s + gamma Σ_j a_j (pi_j^s − pi_0^s))
//   x_i* = Σ_{s not null} (pi_i^s − pi_0^s) r_i^s

import { rational, Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { at, chosenIssue, type World } from "../world/world.ts";
import { blame } from "./attrib-blame.ts";
import { outcomeOf, part, regime, type Data, type Model, type Param, type Part, type Solved } from "./model.ts";
import {
  anyNumber,
  distribution,
  list,
  number,
  numbers,
  object,
  oneOf,
  param,
  probability,
  scalars,
} from "./reading.ts";
import { certificate, RowList } from "./rows.ts";
import { fixedPoints, type Attribution, type FixedPoint } from "./solvers/attribution.ts";

type Exactly = {
  ranges: [Rational, Rational][];
  sharp: Rational | null;
  pi: Rational[][];
  pi0: Rational[];
  gamma: Rational;
  nullSignal: number;
};

const someProbability = { ...probability, minIncluded: false };
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
  param("defender", 'the defender\'s resolve: {"type":"uniform"} or {"type":"sharp","k":k}', null, { type: "uniform" }),
  param("pi", "probabilities of the signals if suspect i attacked, per suspect", null, [
    [0.2, 0.72, 0.08],
    [0.2, 0.08, 0.72],
  ]),
  param("pi0", "probabilities of the signals if nobody attacked", null, [1, 0, 0]),
  param("gamma", "probability that some suspect has an opportunity", someProbability, 0.5, { unit: "1 per period" }),
  param("nullSignal", "index of the signal that is never answered", null, 0),
];

const MOST_SUSPECTS = 30;
const LEAST_EPS = rational("1/10000000000");

function readDefender(value: unknown): Rational | null {
  const given = object("ATTRIB.defender", value);
  const type = oneOf("ATTRIB.defender.type", given["type"], ["uniform", "sharp"]);
  return type === "uniform"
    ? null
    : number("ATTRIB.defender.k", given["k"], { min: 1, max: 60, minIncluded: true, maxIncluded: true });
}

function readRange(place: string, value: unknown): [Rational, Rational] {
  const given = object(place, value);
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

function solveAttribution(game: Exactly): Outcome<Solved> {
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
    certificate: certificateOf(game, first),
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

function certificateOf(game: Exactly, { cutoffs, beliefs: found }: FixedPoint): Solved["certificate"] {
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

const general: Part = part({
  name: "attribution",
  question: "How much do several suspects attack when attribution is imperfect?",
  status: "recalled",
  params,
  read,
  solve: solveAttribution,
});

type Symmetric = { n: Rational; gamma: Rational; p: Rational; m: Rational; f: Rational };

const symmetricParams: Param[] = [
  param("n", "number of suspects", { min: 1, max: MOST_SUSPECTS, minIncluded: true, maxIncluded: true }, 2, {
    unit: "states",
  }),
  param("gamma", "probability that some suspect has an opportunity", someProbability, 0.5, { unit: "1 per period" }),
  param("p", "probability that an attack is detected", probability, 0.8),
  param("m", "share of detected attacks that are misattributed", probability, 0.1),
  param("f", "false alarm per suspect though nobody attacked", probability, 0),
];

function readSymmetric(input: Record<string, unknown>): Exactly {
  const { n: count, gamma, p, m, f } = scalars<keyof Symmetric>("ATTRIB", symmetricParams, input);
  if (count.bottom !== 1n) throw new InputError("ATTRIB.n", "a whole number of suspects", count.toString());
  const n = Number(count.top);
  if (n === 1 && !m.isZero()) throw new InputError("ATTRIB.m", "0 where there is one suspect only", m.toString());
  const quiet = Rational.one.minus(f.times(n));
  if (quiet.sign() < 0)
    throw new InputError("ATTRIB.f", "a false alarm per suspect with n f at or below 1", f.toString());
  const other = n === 1 ? Rational.zero : p.times(m).over(n - 1);
  const own = p.times(Rational.one.minus(m));
  const indices = Array.from({ length: n }, (_, i) => i);
  const pi = indices.map((i) => [Rational.one.minus(p), ...indices.map((j) => (i === j ? own : other))]);
  const ranges = Array.isArray(input["F"])
    ? input["F"].map((item, i) => readRange(`ATTRIB.F[${i}]`, item))
    : indices.map((): [Rational, Rational] => [Rational.zero, Rational.one]);
  if (ranges.length !== n) throw new InputError("ATTRIB.F", `${n} suspects`, ranges.length);
  return {
    ranges,
    sharp: input["defender"] === undefined ? null : readDefender(input["defender"]),
    pi,
    pi0: [quiet, ...indices.map(() => f)],
    gamma,
    nullSignal: 0,
  };
}

const symmetric: Part = part({
  name: "symmetric",
  question: "How much do like suspects attack, given detection, misattribution and false alarms?",
  status: "recalled",
  params: symmetricParams,
  also: ["F", "defender"],
  read: readSymmetric,
  solve: solveAttribution,
});

function fromWorld(world: World): { part: string; params: Record<string, unknown> }[] {
  const n = Math.round(at(world, "n"));
  const { T, R } = chosenIssue(world).B;
  const most = Number(Math.max(1e-6, (T - R) / at(world, "k_ret")).toFixed(9));
  const F = Array.from({ length: n }, () => ({ type: "uniform", range: [0, most] }));
  const f = Number(Math.min(at(world, "rho") / n, 1 / n).toFixed(12));
  return [
    {
      part: "symmetric",
      params: { n, gamma: at(world, "gamma"), p: at(world, "q"), m: n === 1 ? 0 : at(world, "m"), f, F },
    },
  ];
}

const axis = (
  key: string,
  min: number,
  max: number,
  value: number,
): { key: string; min: number; max: number; at: number; source: "assumption" } => ({
  key,
  min,
  max,
  at: value,
  source: "assumption",
});
const world = [axis("q", 0, 1, 0.8), axis("m", 0, 1, 0.1), axis("n", 2, 10, 2), axis("gain", 0.01, 2, 1)];

export const attrib: Model = {
  card: {
    id: "ATTRIB",
    title: "Deterrence with several suspects",
    question: "Does better attribution deter?",
    story:
      "One of several suspects may have an opportunity to attack. The victim sees a signal that may point at the wrong one, and answers whom it believes guilty enough.",
    players: ["several suspects", "the defender"],
    moves: "a suspect with an opportunity attacks or not; the defender answers one, or nobody",
    payoffs:
      "a suspect gains x and loses 1 if answered, also when innocent; the defender gains y by answering the guilty, y-1 by answering the innocent",
    assumptions: [
      "at most one suspect has an opportunity",
      "the null signal is never answered",
      "gains and resolve are private with known laws",
    ],
    references: [
      {
        key: "baliga2020",
        status: "recalled",
        note: "claims from the abstract; formula recalled, not checked against the paper's text; numbers derived",
      },
      { key: "edwards2017", status: "derived", note: "the tree is a reconstruction from the abstract" },
    ],
    status: "recalled",
    arguments: ["b", "d"],
  },
  parts: [symmetric, general, blame],
  fromWorld,
  propositions: [
    {
      id: "attribution-too-poor-to-deter",
      argument: "d",
      model: "ATTRIB",
      sentence: "Retaliation deters fewer than half of the attacks, since they cannot be pinned on anyone.",
      condition:
        "p[(1-m)^2 + m^2/(n-1)] < gain/2 (no false alarms; gains uniform on [0, gain], in units of the retaliation loss)",
      axes: world,
      margin: ({ q = 0.8, m = 0.1, n = 2, gain = 1 }) => gain / 2 - q * ((1 - m) ** 2 + m ** 2 / (n - 1)),
    },
    {
      id: "too-many-suspects",
      argument: "b",
      model: "ATTRIB",
      sentence: "Attribution is so often wrong that naming a culprit tells no more than chance.",
      condition: "m >= (n-1)/n",
      axes: world.filter(({ key }) => key === "m" || key === "n"),
      margin: ({ m = 0.1, n = 2 }) => m - (n - 1) / n,
    },
  ],
};
