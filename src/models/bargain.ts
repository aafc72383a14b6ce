// BARGAIN (argument a): who negotiates, and what comes out? Two sides divide a prize of 1; conflict costs c_A, c_B and
// gives A the share p. A deal exists in [p − c_A, p + c_B] whatever p (fearon1995): asking shows weakness only where
// the asker is likely enough to be weak (the stigma row). Alternating offers: (1 − d2)/(1 − d1 d2) (rubinstein1982).

import { at } from "../world/world.ts";
import { commitment } from "./bargain-commitment.ts";
import { multiIssue } from "./bargain-issues.ts";
import { alternatingOffers } from "./bargain-offers.ts";
import { bargainPropositions } from "./bargain-propositions.ts";
import { dealRange } from "./bargain-range.ts";
import { ripeness } from "./bargain-ripeness.ts";
import { riskReturn } from "./bargain-risk.ts";
import { stigma } from "./bargain-stigma.ts";
import type { Model } from "./model.ts";

export const bargain: Model = {
  card: {
    id: "BARGAIN",
    title: "Who negotiates, and what comes out",
    question: "Does asking for talks show weakness, and does a better deal for both exist?",
    story:
      "Two sides divide a prize. They can fight for it at a cost, or agree. One may ask for talks, and the other draws its conclusion.",
    players: ["A", "B"],
    moves: "one demands and the other accepts or fights; or offers alternate",
    payoffs: "the share of the prize; in conflict the expected share less the cost",
    assumptions: [
      "the prize can be divided",
      "conflict destroys value",
      "in the stigma part the side asked makes one offer",
    ],
    references: [
      { key: "rubinstein1982", status: "published", note: "published formula; not checked against the paper's text" },
      { key: "fearon1995", status: "derived", note: "setting after the paper, not checked against its text" },
      { key: "powell2006", status: "derived", note: "flow version of the argument, derived" },
      { key: "binmore1989", status: "published", note: "outside options" },
      { key: "nash1950", status: "published", note: "the product" },
      { key: "kalaiSmorodinsky1975", status: "published", note: "equal shares of the ideal gains" },
      { key: "kalai1977", status: "published", note: "equal gains" },
    ],
    status: "derived",
    arguments: ["a"],
  },
  parts: [dealRange, riskReturn, stigma, commitment, alternatingOffers, multiIssue, ripeness],
  fromWorld: (world) => [
    { part: "range", params: { p: at(world, "p"), c_A: at(world, "c_A"), c_B: at(world, "c_B") } },
    { part: "rubinstein", params: { d1: at(world, "delta_A"), d2: at(world, "delta_B") } },
  ],
  propositions: bargainPropositions,
};
