// REDLINE (argument b): what must be true for a stated line to be respected? Four separate sub-models, all derived:
// asymmetric deterrence (game after kilgourZagare1991), audience costs (setting after fearon1994), commitment that may be
// misread (game of bagwell1995), and the gray zone (after schram2021, gannon2023).

import { at, type World } from "../world/world.ts";
import type { Model } from "./model.ts";
import { axis } from "./proposition.ts";
import { audienceCosts } from "./redline-audience.ts";
import { commitment } from "./redline-commitment.ts";
import { deterrence } from "./redline-deterrence.ts";
import { grayZone, salami, vagueLine } from "./redline-gray.ts";

function fromWorld(world: World): { part: string; params: Record<string, unknown> }[] {
  return [
    { part: "kilgour-zagare", params: { p: at(world, "p_hard"), q: at(world, "q_hard") } },
    { part: "noisy-commitment", params: { e: at(world, "e") } },
  ];
}

export const redline: Model = {
  card: {
    id: "REDLINE",
    title: "When a stated line works",
    question: "What must be true for a stated line to be respected?",
    story:
      "A defender states a line. A challenger who does not know how hard the defender is, or may misread the line, decides whether to cross it.",
    players: ["challenger", "defender"],
    moves: "challenge or not; concede or resist; back down or fight",
    payoffs:
      "challenger: concession > status quo > war if hard > backing down > war if soft; defender: the other backs down > concedes > war",
    assumptions: [
      "hardness is private, its probability known",
      "a hard defender always resists",
      "thresholds compare with the defender's q, not the challenger's p",
    ],
    references: [
      { key: "kilgourZagare1991", status: "derived", note: "game after the paper, not checked against its text" },
      { key: "zagareKilgour2000", status: "derived", note: "not checked against the book's text" },
      { key: "fearon1994", status: "derived", note: "setting after the paper, not checked against its text" },
      { key: "bagwell1995", status: "published", note: "the game, as in Gambit's catalogue; probabilities derived" },
      { key: "gannon2023", status: "derived", note: "abstract at most" },
      { key: "schram2021", status: "derived", note: "abstract at most" },
    ],
    status: "derived",
    arguments: ["b"],
  },
  parts: [deterrence, audienceCosts, commitment, grayZone, salami, vagueLine],
  fromWorld,
  propositions: [
    {
      id: "lines-do-not-deter",
      argument: "b",
      model: "REDLINE",
      sentence: "Stated lines do not stop a hard challenger.",
      condition: "q < (c_DC-c_SQ)/(c_DC-c_WH)",
      axes: [axis("q_hard", 0, 1, 0.7), axis("c_DC", 5.1, 20, 10), axis("c_SQ", 4, 5, 5), axis("c_WH", 0, 4, 4)],
      margin: ({ q_hard = 0.7, c_DC = 10, c_SQ = 5, c_WH = 4 }) =>
        (c_DC - c_SQ) / (c_DC - c_WH) - q_hard - Number.EPSILON,
    },
    {
      id: "lines-are-misread",
      argument: "b",
      model: "REDLINE",
      sentence: "Lines are misread so often that stating one commits to nothing.",
      condition: "e > 1/4 (in the game of Bagwell)",
      axes: [axis("e", 0, 0.5, 0.1)],
      margin: ({ e = 0.1 }) => e - 0.25 - Number.EPSILON,
    },
  ],
};
