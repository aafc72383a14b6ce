// REPEAT (arguments b, e, i): can two rivals who distrust each other hold a tacit agreement not to attack when breaches
// are seen badly, and how good can it get? Each part is one way of seeing: everything, a public signal, a public signal
// and side payments, or each its own intelligence.

import { at, chosenIssue, type World } from "../world/world.ts";
import type { Model } from "./model.ts";
import { leader } from "./repeat-leader.ts";
import { publicNoise } from "./repeat-noise.ts";
import { perfect } from "./repeat-perfect.ts";
import { publicEquilibria } from "./repeat-public.ts";
import { privateMonitoring } from "./repeat-private.ts";
import { repeatPropositions } from "./repeat-propositions.ts";
import { equilibriumSetPart } from "./repeat-set.ts";
import { transfers } from "./repeat-transfers.ts";
import { twoSides } from "./repeat-two-sides.ts";

function fromWorld(world: World): { part: string; params: Record<string, unknown> }[] {
  const { A, B } = chosenIssue(world);
  const q = at(world, "q");
  const sides = { A: { ...A, delta: at(world, "delta_A"), q }, B: { ...B, delta: at(world, "delta_B"), q } };
  return [
    { part: "two-sides", params: { ...sides, rho: at(world, "rho") } },
    {
      part: "leader",
      params: { R: B.R, T: B.T, P: B.P, d: at(world, "delta_B"), s_c: at(world, "s_c"), s_d: at(world, "s_d") },
    },
  ];
}

export const repeat: Model = {
  card: {
    id: "REPEAT",
    title: "Tacit agreement under noisy attribution",
    question:
      "Can two rivals who distrust each other hold a tacit agreement not to attack, though breaches are seen badly?",
    story:
      "Every period both sides restrain or attack, then see something of what happened. They answer what they saw.",
    players: ["A", "B"],
    moves: "each period both restrain (C) or attack (D) at once",
    payoffs:
      "T alone in attacking, R both restrained, P both attacking, S alone in restraint; T > R > P > S; averages over time with weight delta on the next period",
    assumptions: [
      "the game goes on without a known end",
      "signals are public unless the part says otherwise",
      "strongly symmetric play in the closed forms: both are always told to do the same",
      "a delta_min is a property of a class of equilibria",
      "sets of payoffs: pure actions, public randomisation; mixed actions may reach further",
    ],
    references: [
      { key: "axelrod1981", status: "published", note: "tit for tat's threshold" },
      { key: "greenPorter1984", status: "derived", note: "closed forms derived; not checked against the paper's text" },
      {
        key: "abreuPearceStacchetti1990",
        status: "derived",
        note: "the set operator of public equilibria; not checked against the paper's text",
      },
      { key: "abreu1988", status: "derived", note: "worst punishments" },
      { key: "abreuSannikov2014", status: "published", note: "the algorithm and its example" },
      { key: "judd2003", status: "published", note: "outer approximation by directions, inner by points" },
      { key: "goldlueckeKranz2012", status: "published", note: "numbers from the second author's tutorial" },
      { key: "elyValimaki2002", status: "derived", note: "closed form derived; not checked against the paper's text" },
      { key: "piccione2002", status: "derived", note: "not checked against the paper's text" },
    ],
    status: "published",
    arguments: ["b", "e", "i"],
  },
  parts: [publicNoise, perfect, twoSides, leader, privateMonitoring, equilibriumSetPart, publicEquilibria, transfers],
  fromWorld,
  propositions: repeatPropositions,
};
