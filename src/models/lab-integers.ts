// LAB without noise: a round robin of registered strategies, each pair once, whole numbers of points.

import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, type Data, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, list, number, object, param } from "./reading.ts";
import { playMatch, type Payoffs } from "./lab/match.ts";
import { strategyInWords, strategyOf } from "./lab/index.ts";
import type { Strategy } from "./lab/strategy.ts";

type Rosters = {
  payoffs: Payoffs;
  turns: number;
  selfPlay: boolean;
  strategies: Map<string, Strategy>;
  rosters: string[][];
};

const params: Param[] = [
  param("payoffs", "payoffs R, S, T, P per turn", null, { R: 3, S: 0, T: 5, P: 1 }, { unit: "payoff per turn" }),
  param("turns", "turns of a match", { min: 1, max: 10_000, minIncluded: true, maxIncluded: true }, 200),
  param("selfPlay", "whether a strategy also meets itself", null, false),
  param("strategies", "registered strategies by short name, as a name or in words", null, {
    C: "cooperator",
    D: "defector",
    T: "tit-for-tat",
  }),
  param("rosters", "round robins, each a list of short names", null, [["C", "D", "T"]]),
];

function read(input: Record<string, unknown>): Rosters {
  const given = object("LAB.payoffs", input["payoffs"]);
  const value = (key: string): number => number(`LAB.payoffs.${key}`, given[key], anyNumber).toNumber();
  const turns = number("LAB.turns", input["turns"], { min: 1, max: 10_000, minIncluded: true, maxIncluded: true });
  if (turns.bottom !== 1n) throw new InputError("LAB.turns", "a whole number", turns.toString());
  const strategies = new Map<string, Strategy>();
  for (const [short, words] of Object.entries(object("LAB.strategies", input["strategies"]))) {
    const found = typeof words === "string" ? (strategyOf(words) ?? strategyInWords(words)) : null;
    if (!found) throw new InputError(`LAB.strategies.${short}`, "a registered strategy, by name or in words", words);
    strategies.set(short, found);
  }
  const rosters = list("LAB.rosters", input["rosters"], 200).map((roster, at) =>
    list(`LAB.rosters[${at}]`, roster, 100).map((name) => {
      if (typeof name !== "string" || !strategies.has(name))
        throw new InputError(`LAB.rosters[${at}]`, [...strategies.keys()].join(", "), name);
      return name;
    }),
  );
  return {
    payoffs: { R: value("R"), S: value("S"), T: value("T"), P: value("P") },
    turns: turns.toNumber(),
    selfPlay: input["selfPlay"] === true,
    strategies,
    rosters,
  };
}

function solveIntegers({ payoffs, turns, selfPlay, strategies, rosters }: Rosters): Outcome<Solved> {
  const totals = rosters.map((roster): Data => {
    const sums: Record<string, number> = Object.fromEntries(roster.map((name) => [name, 0]));
    for (const [i, a] of roster.entries()) {
      for (const b of roster.slice(selfPlay ? i : i + 1)) {
        const { scores } = playMatch(strategies.get(a) as Strategy, strategies.get(b) as Strategy, { payoffs, turns });
        sums[a] = (sums[a] ?? 0) + scores[0];
        if (a !== b) sums[b] = (sums[b] ?? 0) + scores[1];
      }
    }
    return sums;
  });
  return answer({
    regimes: [],
    equilibria: [],
    thresholds: [],
    outcome: outcomeOf({ totals }),
    certificate: null,
    notes: [
      "Scores of a tournament are simulated, and so carry no certificate; without noise and chance they are the same every time.",
    ],
  });
}

export const integers: Part = part({
  name: "integers",
  question: "Who scores what in a round robin without noise?",
  status: "published",
  params,
  read,
  solve: solveIntegers,
});
