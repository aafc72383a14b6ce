// Argument a as conditions: whether a deal exists at all, and whether asking for talks shows weakness.

import { axis, type Proposition } from "./proposition.ts";

export const bargainPropositions: readonly Proposition[] = [
  {
    id: "only-losers-negotiate",
    argument: "a",
    model: "BARGAIN",
    sentence:
      "There is nothing to negotiate for the side that is not losing: no deal is better for both than conflict.",
    condition: "c_A + c_B < 0",
    axes: [axis("p", 0, 1, 0.5), axis("c_A", 0, 1, 0.1), axis("c_B", 0, 1, 0.2)],
    margin: ({ c_A = 0.1, c_B = 0.2 }) => -(c_A + c_B) - Number.MIN_VALUE,
    proof: {
      holds: "nowhere",
      because:
        "the range of deals [p - c_A, p + c_B] contains p itself, whatever p and the costs, which are not below zero",
    },
  },
  {
    id: "asking-shows-weakness",
    argument: "a",
    model: "BARGAIN",
    sentence: "Asking for talks is taken as a sign of weakness.",
    condition: "pi < Dl/(Dl+cTotal), Dl = wStrong - wWeak, cTotal = c_A + c_B",
    axes: [axis("pi", 0, 1, 0.5), axis("gap", 0.01, 1, 0.2), axis("c_A", 0, 1, 0.1), axis("c_B", 0.01, 1, 0.2)],
    margin: ({ pi = 0.5, gap = 0.2, c_A = 0.1, c_B = 0.2 }) => gap / (gap + c_A + c_B) - pi,
  },
];
