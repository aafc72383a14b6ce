// All equilibria of two-player games against Gambit and lrsnash (avis2010, vonStengel1999, winkels1979). Uses shared data
// where it is there.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rational } from "../../src/math/rational.ts";
import { allEquilibria, isEquilibrium, type Equilibrium, type Game } from "../../src/models/solvers/equilibria.ts";
import { readNfg, writeNfg } from "../../src/models/solvers/nfg.ts";

const folder = "../shared/oracles/games";

type Pair = { row: string[]; column: string[] };
type Case = {
  input: { row?: number[][]; column?: number[][] };
  output: {
    count: number;
    pure?: number[][];
    extremeEquilibria?: Pair[];
    equilibria?: Pair[];
    maximalNashSubsets?: number[][];
  };
};

const names = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".json") && !name.includes("2x2x2"))
  : [];

const inWords = ({ row, column }: { row: readonly unknown[]; column: readonly unknown[] }): string =>
  `${row.map(String).join()} ${column.map(String).join()}`;

function gameOf({ input }: Case): Game {
  const exact = (table: number[][] = []) => table.map((line) => line.map((x) => rational(x)));
  return { row: exact(input.row), column: exact(input.column) };
}

/** Subsets as sets of equilibria, whatever their order. */
function subsetsInWords(subsets: number[][], extreme: readonly (Equilibrium | Pair)[]): string[] {
  return subsets
    .map((subset) =>
      subset
        .map((at) => inWords(extreme[at] as Pair))
        .sort()
        .join(" | "),
    )
    .sort();
}

describe.skipIf(names.length === 0)("equilibria of other programs (shared data)", () => {
  test.each(names)("%s", (name) => {
    const item = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Case;
    const game = gameOf(item);
    const found = allEquilibria(game);
    const { count, pure, maximalNashSubsets, extremeEquilibria, equilibria } = item.output;
    const expected = extremeEquilibria ?? equilibria ?? [];
    expect(found?.extreme).toHaveLength(count);
    expect(found?.extreme.map(inWords).sort()).toStrictEqual(expected.map(inWords).sort());
    expect(found?.extreme.every((each) => isEquilibrium(game, each))).toBe(true);
    expect(found?.pure.map(String).sort()).toStrictEqual((pure ?? found?.pure ?? []).map(String).sort());
    expect(subsetsInWords(found?.subsets ?? [], found?.extreme ?? [])).toStrictEqual(
      maximalNashSubsets
        ? subsetsInWords(maximalNashSubsets, expected)
        : subsetsInWords(found?.subsets ?? [], found?.extreme ?? []),
    );
  });

  test("games survive being written as .nfg and read back", () => {
    for (const name of names) {
      const { row, column } = gameOf(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Case);
      const strategies: [string[], string[]] = [row.map((_, i) => `r${i}`), (row[0] ?? []).map((_, j) => `c "${j}"`)];
      const read = readNfg(writeNfg({ title: name, players: ["A", "B"], strategies, row, column }));
      expect(JSON.stringify(read)).toBe(JSON.stringify({ title: name, players: ["A", "B"], strategies, row, column }));
    }
  });
});
