// Arguments b and d as conditions on how well an attack is seen and pinned on its author.

import { at, chosenIssue } from "../world/world.ts";
import { axis, type Proposition } from "./proposition.ts";

/** x* = p[(1−m)² + m²/(n−1)]; alone, a suspect cannot be mistaken for another. */
function cutoff(q: number, m: number, n: number): number {
  return n <= 1 ? q : q * ((1 - m) ** 2 + m ** 2 / (n - 1));
}

const axes = [axis("q", 0, 1, 0.8), axis("m", 0, 1, 0.1), axis("n", 2, 10, 2), axis("gain", 0.01, 2, 1)];

export const attribPropositions: readonly Proposition[] = [
  {
    id: "attribution-too-poor-to-deter",
    argument: "d",
    model: "ATTRIB",
    sentence: "Retaliation deters fewer than half of the attacks, since they cannot be pinned on anyone.",
    condition:
      "p[(1-m)^2 + m^2/(n-1)] < gain/2 (no false alarms; gains uniform on [0, gain], in units of the retaliation loss)",
    axes,
    inWorld(world) {
      const { T, R } = chosenIssue(world).B;
      return { gain: (T - R) / at(world, "k_ret") };
    },
    margin: ({ q = 0.8, m = 0.1, n = 2, gain = 1 }) => gain / 2 - cutoff(q, m, n) - Number.EPSILON,
  },
  {
    id: "too-many-suspects",
    argument: "b",
    model: "ATTRIB",
    sentence: "Attribution is so often wrong that naming a culprit tells no more than chance.",
    condition: "m >= (n-1)/n",
    axes: axes.filter(({ key }) => key === "m" || key === "n"),
    margin: ({ m = 0.1, n = 2 }) => (n <= 1 ? -1 : m - (n - 1) / n),
  },
];
