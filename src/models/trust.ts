// TRUST (argument b): must one trust before one can cooperate? Two sides, each trustworthy with probability t, play two
// rounds with stakes alpha and 1 − alpha. Trustworthy: R > T ≥ P > S; untrustworthy: Tu > Ru > Pu > Su (kydd2000,
// recalled). Separation: alpha_min ≤ alpha ≤ min(1, alpha_max), both derived below.

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { at, chosenIssue, type World } from "../world/world.ts";
import { outcomeOf, part, regime, threshold, type Model, type Param, type Solved } from "./model.ts";
import { anyNumber, exact, inner, number, object, param } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";
import { scrupleIn, trustPropositions } from "./trust-propositions.ts";

export type Type = { R: Rational; T: Rational; P: Rational; S: Rational };
export type Trust = { t: Rational; good: Type; bad: Type; alpha: Rational };

const params: Param[] = [
  param("t", "probability that the other side is trustworthy", inner, 0.3),
  param(
    "trustworthy",
    "payoffs R, T, P, S of a trustworthy side, R > T >= P > S",
    null,
    { R: 4, T: 3, P: 2, S: 0 },
    { unit: "payoff" },
  ),
  param(
    "untrustworthy",
    "payoffs R, T, P, S of an untrustworthy side, T > R > P > S",
    null,
    { R: 3, T: 4, P: 2, S: 0 },
    { unit: "payoff" },
  ),
  param("alpha", "share of the stakes risked in the first step", inner, 0.3, { unit: "share" }),
];

function readType(place: string, value: unknown): Type {
  const given = object(place, value);
  const extra = Object.keys(given).find((key) => !["R", "T", "P", "S"].includes(key));
  if (extra !== undefined) throw new InputError(`${place}.${extra}`, "only R, T, P, S");
  const read = (key: string): Rational => number(`${place}.${key}`, given[key], anyNumber);
  return { R: read("R"), T: read("T"), P: read("P"), S: read("S") };
}

const flat: readonly [string, "trustworthy" | "untrustworthy", string][] = [
  ["R", "trustworthy", "R"],
  ["T", "trustworthy", "T"],
  ["P", "trustworthy", "P"],
  ["S", "trustworthy", "S"],
  ["Ru", "untrustworthy", "R"],
  ["Tu", "untrustworthy", "T"],
  ["Pu", "untrustworthy", "P"],
  ["Su", "untrustworthy", "S"],
];

function read(input: Record<string, unknown>): Trust {
  const types = {
    trustworthy: { ...object("TRUST.trustworthy", input["trustworthy"]) },
    untrustworthy: { ...object("TRUST.untrustworthy", input["untrustworthy"]) },
  };
  for (const [key, type, letter] of flat) if (input[key] !== undefined) types[type][letter] = input[key];
  const good = readType("TRUST.trustworthy", types.trustworthy);
  const bad = readType("TRUST.untrustworthy", types.untrustworthy);
  if (!good.R.isAbove(good.T) || !good.T.isAtLeast(good.P) || !good.P.isAbove(good.S)) {
    throw new InputError("TRUST.trustworthy", "R > T >= P > S", JSON.stringify(good));
  }
  if (!bad.T.isAbove(bad.R) || !bad.R.isAbove(bad.P) || !bad.P.isAbove(bad.S)) {
    throw new InputError("TRUST.untrustworthy", "T > R > P > S", JSON.stringify(bad));
  }
  return { t: number("TRUST.t", input["t"], inner), good, bad, alpha: number("TRUST.alpha", input["alpha"], inner) };
}

export type Steps = { minTrust: Rational; alphaMin: Rational; alphaMax: Rational };

/** What is needed without steps, and the range of first steps that separate. */
export function stepsOf({ t, good, bad }: Pick<Trust, "t" | "good" | "bad">): Steps {
  const distrust = Rational.one.minus(t);
  const risk = good.P.minus(good.S);
  const minTrust = risk.over(risk.plus(good.R).minus(good.T));
  const alphaMax = t.times(good.R.minus(good.P)).over(t.times(good.T.minus(good.P)).plus(distrust.times(risk)));
  const gainTwice = bad.T.times(2).minus(bad.R).minus(bad.P);
  const temptation = t.times(gainTwice).plus(distrust.times(bad.P.minus(bad.S)));
  const alphaMin = t.times(bad.T.minus(bad.P)).over(temptation);
  return { minTrust, alphaMin, alphaMax };
}

function solveTrust(params: Trust): Outcome<Solved> {
  const { t, good, bad, alpha } = params;
  const { minTrust, alphaMin, alphaMax } = stepsOf(params);
  const upper = alphaMax.isAbove(1) ? Rational.one : alphaMax;
  const exists = alphaMin.isAtMost(upper);
  const [tooCheap, tooDear] = [alpha.isBelow(alphaMin), alpha.isAbove(alphaMax)];
  const separates = !tooCheap && !tooDear;
  // The certificate proves separation where there is a step for it: at alpha if that one separates, else in the middle.
  const step = separates ? alpha : alphaMin.plus(upper).over(2);
  return answer({
    regimes: [
      regime("too cheap", "alpha < alpha_min", tooCheap, "the untrustworthy imitate the first step"),
      regime(
        "separation",
        "alpha_min <= alpha <= alpha_max",
        separates,
        "the first step tells the trustworthy from the rest",
      ),
      regime("too dear", "alpha > alpha_max", tooDear && !tooCheap, "the trustworthy do not dare the first step"),
    ],
    equilibria: separates
      ? [
          {
            name: "reassurance",
            inWords: "The trustworthy take the first step and go on if it is returned; the untrustworthy do neither.",
            play: { firstStep: exact(alpha), beliefAfterCooperation: 1, beliefAfterDefection: 0 },
          },
        ]
      : [],
    thresholds: [
      threshold("t", "above", minTrust, "(P-S)/((P-S)+(R-T))", "trust needed to cooperate in one step"),
      threshold(
        "alpha",
        "above",
        alphaMin,
        "t(Tu-Pu)/(t(2Tu-Ru-Pu)+(1-t)(Pu-Su))",
        "the first step that the untrustworthy do not imitate",
      ),
      threshold(
        "alpha",
        "below",
        alphaMax,
        "t(R-P)/(t(T-P)+(1-t)(P-S))",
        "the first step that the trustworthy still dare",
      ),
    ],
    outcome: outcomeOf({
      ...(separates ? { restraintA: t.toNumber(), restraintB: t.toNumber() } : {}),
      minTrust: exact(minTrust),
      alphaMin: exact(alphaMin),
      alphaMax: exact(alphaMax),
      workable: exists ? [exact(alphaMin), exact(upper)] : null,
      separates,
    }),
    certificate: exists ? certificateOf({ t, good, bad, alpha: step }) : impossible({ t, good, bad, alpha: step }),
  });
}

function orders(rows: RowList, good: Type, bad: Type): RowList {
  return rows
    .strict("trustworthy, last round: restraint answers restraint, R > T", good.R, good.T)
    .ineq("trustworthy, last round: T >= P", good.T, good.P)
    .strict("trustworthy, last round: attack answers attack, P > S", good.P, good.S)
    .strict("untrustworthy, last round: attack answers restraint, Tu > Ru", bad.T, bad.R)
    .strict("untrustworthy: Ru > Pu", bad.R, bad.P)
    .strict("untrustworthy, last round: attack answers attack, Pu > Su", bad.P, bad.S);
}

function certificateOf({ t, good, bad, alpha }: Trust): Solved["certificate"] {
  const rows = orders(new RowList(), good, bad);
  const distrust = Rational.one.minus(t);
  const rest = Rational.one.minus(alpha);
  rows.strict("the first step is above nothing", alpha, 0).strict("the first step is not everything", 1, alpha);
  // Expected payoff of a plan against separating play: the first move, then a move after each answer.
  const value = ({ R, T, P, S }: Type, first: "C" | "D", afterC: "C" | "D", afterD: "C" | "D"): Rational => {
    const withGood = (first === "C" ? R : T).times(alpha);
    const withBad = (first === "C" ? S : P).times(alpha);
    // The trustworthy other side goes on iff it saw restraint; the untrustworthy one attacks in any case.
    const lastGood = first === "C" ? (afterC === "C" ? R : T) : afterC === "C" ? S : P;
    const lastBad = afterD === "C" ? S : P;
    return t.times(withGood.plus(rest.times(lastGood))).plus(distrust.times(withBad.plus(rest.times(lastBad))));
  };
  for (const [name, type, own] of [
    ["trustworthy", good, ["C", "C", "D"]],
    ["untrustworthy", bad, ["D", "D", "D"]],
  ] as const) {
    const keeps = value(type, own[0], own[1], own[2]);
    for (const plan of plans())
      rows.ineq(
        `${name}: its plan ${own.join("")} is no worse than ${plan.join("")}`,
        keeps,
        value(type, plan[0], plan[1], plan[2]),
      );
  }
  const asData = ({ R, T, P, S }: Type): Type => ({ R, T, P, S });
  return certificate("TRUST/two-step", { t, trustworthy: asData(good), untrustworthy: asData(bad) }, { alpha }, rows);
}

function impossible({ t, good, bad }: Trust): Solved["certificate"] {
  const rows = orders(new RowList(), good, bad);
  const distrust = Rational.one.minus(t);
  const temptation = t.times(bad.T.times(2).minus(bad.R).minus(bad.P)).plus(distrust.times(bad.P.minus(bad.S)));
  const fear = t.times(good.T.minus(good.P)).plus(distrust.times(good.P.minus(good.S)));
  rows.strict(
    "no first step is dear enough for the untrustworthy and cheap enough for the trustworthy",
    bad.T.minus(bad.P).times(fear),
    good.R.minus(good.P).times(temptation),
  );
  return certificate("TRUST/no-step", { t, trustworthy: good, untrustworthy: bad }, {}, rows);
}

type Plan = readonly ["C" | "D", "C" | "D", "C" | "D"];

/** First move, move after restraint, move after attack: eight plans. */
function plans(): Plan[] {
  const moves = ["C", "D"] as const;
  return moves.flatMap((first) => moves.flatMap((afterC) => moves.map((afterD) => [first, afterC, afterD] as const)));
}

function fromWorld(world: World): { part: string; params: Record<string, unknown> }[] {
  const { T, R, P, S } = chosenIssue(world).A;
  const steps = { t: at(world, "t"), untrustworthy: { R, T, P, S } };
  return [
    { part: "two-step", params: { ...steps, trustworthy: { R, T: Number((T - scrupleIn(world)).toFixed(9)), P, S } } },
  ];
}

export const trust: Model = {
  card: {
    id: "TRUST",
    title: "Reassurance in two steps",
    question: "Must one trust before one can cooperate?",
    story:
      "Each side may be trustworthy or not, and only it knows. They take a small step first, look, and then risk the rest.",
    players: ["A, trustworthy or not", "B, trustworthy or not"],
    moves: "both restrain or attack at once, with a share alpha of the stakes; then, having seen it, with the rest",
    payoffs: "trustworthy: R > T >= P > S (it would rather keep faith with the faithful); untrustworthy: T > R > P > S",
    assumptions: [
      "types are independent and private",
      "moves are seen between the rounds",
      "the share of trustworthy sides is known",
    ],
    references: [
      {
        key: "kydd2000",
        status: "recalled",
        note: "model recalled, not checked against the paper's text; formulas derived",
      },
      { key: "kydd2005", status: "recalled", note: "not checked against the book's text" },
    ],
    status: "recalled",
    arguments: ["b"],
  },
  parts: [
    part({
      name: "two-step",
      question: "Which first step tells the trustworthy from the rest?",
      status: "derived",
      params,
      also: flat.map(([key]) => key),
      read,
      solve: solveTrust,
    }),
  ],
  fromWorld,
  propositions: trustPropositions,
};
