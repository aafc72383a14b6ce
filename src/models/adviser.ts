// ADVISER (argument c): how much may one infer from a known sympathiser's advice? (1) A share lambda of his advice is
// tactical, the rest he would say anyway: the odds move by LR = (lambda a + 1 − lambda)/(lambda b + 1 − lambda), at most
// 1/(1 − lambda). (2) He says yes iff his evidence passes his threshold c: V(c) = max(0, p h − (1−p) f), best at
// c* = D/2 + ln((1−p)/p)/D. (3) A mediator tells the truth only with bias enough. All derived; ideas after calvert1985
// and kydd2003.

import { at } from "../world/world.ts";
import { bound } from "./adviser-bound.ts";
import { mediator } from "./adviser-mediator.ts";
import { sceptic } from "./adviser-threshold.ts";
import type { Model } from "./model.ts";
import { axis } from "./proposition.ts";

export const adviser: Model = {
  card: {
    id: "ADVISER",
    title: "What a biased recommendation proves",
    question: "How much may one infer from a known sympathiser's advice?",
    story:
      "An adviser known to lean one way speaks once. The listener knows his mix of motives, or his threshold, and updates by Bayes.",
    players: ["the adviser (or mediator)", "the listener"],
    moves: "the adviser says one of two things; the listener changes his belief, and acts or not",
    payoffs: "the listener gains from a good détente and loses from a bad one; a mediator weighs the two sides",
    assumptions: ["the adviser's leaning is known", "he speaks once", "the listener updates by Bayes' rule"],
    references: [
      { key: "calvert1985", status: "derived", note: "idea only, not checked against the paper's text" },
      { key: "kydd2003", status: "derived", note: "idea only, not checked against the paper's text" },
    ],
    status: "derived",
    arguments: ["c"],
  },
  parts: [bound, sceptic, mediator],
  fromWorld: (world) => [{ part: "bound", params: { lambda: at(world, "lambda"), a: 1, b: 0 } }],
  propositions: [
    {
      id: "sympathiser-proves-it",
      argument: "c",
      model: "ADVISER",
      sentence: "If even their sympathiser urges talks, that moves the odds by more than three to one.",
      condition: "1/(1-lambda) > 3, that is lambda > 2/3",
      axes: [axis("lambda", 0, 1, 0.5)],
      margin: ({ lambda = 0.5 }) => lambda - 2 / 3,
    },
  ],
};
