// LAB (supports b, i): strategies of the repeated prisoner's dilemma under noise. A memory-one strategy is Pr(C) after
// (own, other) CC, CD, DC, DD; each intended move flips with probability eps. Long-run scores come from the stationary
// law pi M = pi of the 4 × 4 chain, in exact fractions; tournaments without noise give whole numbers.

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { chosenIssue } from "../world/world.ts";
import { chainOf, stationaryOf } from "./lab-chain.ts";
import { integers } from "./lab-integers.ts";
import { outcomeOf, part, type Data, type Model, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, exact, list, number, numbers, object, param, probability } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Payoffs = Record<"R" | "S" | "T" | "P", Rational>;
type Lab = {
  payoffs: Payoffs;
  eps: Rational;
  strategies: Map<string, Rational[]>;
  strategy: string;
  opponents: string[];
};

/** Pr(C) after CC, CD, DC, DD. GTFT with Molander's generosity min(1−(T−R)/(R−S), (R−P)/(T−P)) = 1/3. */
export const memoryOne: Readonly<Record<string, Data>> = {
  ALLC: [1, 1, 1, 1],
  ALLD: [0, 0, 0, 0],
  TFT: [1, 0, 1, 0],
  GTFT: [1, "1/3", 1, "1/3"],
  WSLS: [1, 0, 0, 1],
  FirmButFair: [1, 0, 1, "2/3"],
  GRIM1: [1, 0, 0, 0],
};

const params: Param[] = [
  param(
    "payoffs",
    "payoffs R, S, T, P per turn",
    null,
    { R: 3, S: 0, T: 5, P: 1 },
    { unit: "payoff per turn", source: { kind: "literature", ref: "axelrod1981" } },
  ),
  param(
    "eps",
    "probability that an intended move flips",
    { min: 0, max: 0.5, minIncluded: true, maxIncluded: true },
    0.01,
    { unit: "1 per move" },
  ),
  param("strategies", "Pr(C) after (own, other) CC, CD, DC, DD, by name", null, memoryOne),
  param("strategy", "the strategy that is scored", null, "TFT"),
  param("opponents", "the strategies it meets", null, Object.keys(memoryOne)),
];

function read(input: Record<string, unknown>): Lab {
  const given = object("LAB.payoffs", input["payoffs"]);
  const payoffs = Object.fromEntries(
    (["R", "S", "T", "P"] as const).map((key) => [key, number(`LAB.payoffs.${key}`, given[key], anyNumber)]),
  ) as Payoffs;
  const strategies = new Map<string, Rational[]>();
  for (const [name, plan] of Object.entries(object("LAB.strategies", input["strategies"]))) {
    const read = numbers(`LAB.strategies.${name}`, plan, probability, 4);
    if (read.length !== 4) throw new InputError(`LAB.strategies.${name}`, "four probabilities", read.length);
    strategies.set(name, read);
  }
  if (strategies.size > 60) throw new InputError("LAB.strategies", "at most 60 strategies", strategies.size);
  const known = (place: string, name: unknown): string => {
    if (typeof name !== "string" || !strategies.has(name))
      throw new InputError(place, [...strategies.keys()].join(", "), name);
    return name;
  };
  return {
    payoffs,
    strategies,
    eps: number("LAB.eps", input["eps"], { min: 0, max: 0.5, minIncluded: true, maxIncluded: true }),
    strategy: known("LAB.strategy", input["strategy"]),
    opponents: list("LAB.opponents", input["opponents"], 60).map((name, at) => known(`LAB.opponents[${at}]`, name)),
  };
}

function solveStationary({ payoffs, eps, strategies, strategy, opponents }: Lab): Outcome<Solved> {
  const own = strategies.get(strategy) as Rational[];
  const { R, S, T, P } = payoffs;
  const rows = new RowList();
  const scores: Record<string, Rational> = {};
  const restraint: Record<string, number> = {};
  const laws: { name: string; opponent: Rational[]; law: Rational[]; score: Rational }[] = [];
  const ambiguous: string[] = [];
  for (const name of new Set(opponents)) {
    const opponent = strategies.get(name) as Rational[];
    const chain = chainOf(own, opponent, eps);
    const law = stationaryOf(chain);
    if (!law) {
      ambiguous.push(name);
      continue;
    }
    const score = [R, S, T, P].reduce(
      (sum, payoff, state) => sum.plus(payoff.times(law[state] as Rational)),
      Rational.zero,
    );
    scores[name] = score;
    restraint[name] = (law[0] as Rational).plus(law[1] as Rational).toNumber();
    laws.push({ name, opponent, law, score });
    rows.eq(
      `against ${name}: the probabilities sum to one`,
      law.reduce((a, b) => a.plus(b)),
      1,
    );
    for (const [state, p] of law.entries()) {
      rows.ineq(`against ${name}: state ${state + 1} has a probability`, p, 0);
      const inflow = chain.reduce(
        (sum, row, from) => sum.plus((law[from] as Rational).times(row[state] as Rational)),
        Rational.zero,
      );
      rows.eq(`against ${name}: state ${state + 1} is left as often as it is reached`, inflow, p);
    }
    rows.eq(`against ${name}: the score is the mean payoff`, score, score);
  }
  if (laws.length === 0)
    return refuse("not-identified", "Without noise the long-run score depends on the first moves.");
  const first = laws[0] as (typeof laws)[0];
  return answer({
    regimes: [],
    equilibria: [],
    thresholds: [],
    outcome: outcomeOf({
      restraintA: restraint[first.name] ?? null,
      payoffA: first.score.toNumber(),
      ...Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, exact(score)])),
      stationary: Object.fromEntries(laws.map(({ name, law }) => [name, law.map(exact)])),
    }),
    certificate: certificate(
      "LAB/stationary",
      {
        payoffs: { ...payoffs },
        eps,
        strategy: own,
        opponents: laws.map(({ name, opponent }) => ({ name, plan: opponent })),
      },
      { laws: laws.map(({ law, score }) => ({ law, score })) },
      rows,
    ),
    ...(ambiguous.length > 0
      ? { notes: [`Against ${ambiguous.join(", ")} the long-run score depends on the first moves.`] }
      : {}),
  });
}

const stationary: Part = part({
  name: "stationary",
  question: "How does a strategy score in the long run under noise?",
  status: "derived",
  params,
  read,
  solve: solveStationary,
});

export const lab: Model = {
  card: {
    id: "LAB",
    title: "Strategies under noise",
    question: "Which rules of conduct keep restraint alive when moves are mistaken?",
    story: "Two rules of conduct meet again and again. Now and then a move comes out as its opposite.",
    players: ["a strategy", "its opponent"],
    moves: "each turn both restrain or attack; an intended move flips with probability eps",
    payoffs: "R, S, T, P per turn; the mean over all turns, or the sum over a match",
    assumptions: [
      "strategies are fixed rules",
      "flips are independent",
      "at eps = 0 the long run may depend on the first moves",
    ],
    references: [
      {
        key: "wuAxelrod1995",
        status: "published",
        note: "abstract: generous tit for tat is best when others have not adapted to noise",
      },
      { key: "molander1985", status: "published", note: "the level of generosity" },
      { key: "pressDyson2012", status: "published", note: "extortion" },
      { key: "knight2016", status: "published", note: "integers of the sample tournaments" },
      { key: "axelrodHamilton1981", status: "published", note: "the tournaments' theme" },
    ],
    status: "published",
    arguments: ["b", "i"],
  },
  parts: [stationary, integers],
  fromWorld: (world) => {
    const { T, R, P, S } = chosenIssue(world).A;
    return [{ part: "stationary", params: { payoffs: { R, S, T, P } } }];
  },
  propositions: [],
};
