// ATTRIB (arguments b, d): does better attribution deter? n suspects; with probability gamma exactly one has an
// opportunity, gains x_i ~ F_i and attacks iff x_i ≥ x_i*; it loses 1 if retaliated against. Signal s ~ pi_i or pi_0; the
// defender answers i with r = G-probability of its belief (baliga2020, recalled):
//   a_i = 1 − F_i(x_i*) · beta_i^s = gamma a_i pi_i^s / (n pi_0^s + gamma Σ_j a_j (pi_j^s − pi_0^s))
//   x_i* = Σ_{s not null} (pi_i^s − pi_0^s) r_i^s

import { at, chosenIssue, type World } from "../world/world.ts";
import { blame } from "./attrib-blame.ts";
import { attribPropositions } from "./attrib-propositions.ts";
import { general } from "./attrib-signals.ts";
import { symmetric } from "./attrib-symmetric.ts";
import type { Model } from "./model.ts";

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
  propositions: attribPropositions,
};
