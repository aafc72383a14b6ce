// One issue of a world as a stage game in Gambit's .nfg format: restrain or attack, payoffs R, S, T and P of each side.

import { rational, type Rational } from "../math/rational.ts";
import type { Issue } from "../world/world.ts";
import { writeNfg } from "./solvers/nfg.ts";

export function stageNfg({ id, A, B }: Pick<Issue, "id" | "A" | "B">): string {
  const exact = (payoffs: number[][]): Rational[][] => payoffs.map((row) => row.map((x) => rational(String(x))));
  return writeNfg({
    title: id,
    players: ["A", "B"],
    strategies: [
      ["restrain", "attack"],
      ["restrain", "attack"],
    ],
    row: exact([
      [A.R, A.S],
      [A.T, A.P],
    ]),
    column: exact([
      [B.R, B.T],
      [B.S, B.P],
    ]),
  });
}
