// The principal branch of logit quantal response against Gambit at fixed λ (mckelveyPalfrey1995, turocy2005). Uses shared
// data where it is there.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { logitResponses } from "../../src/models/solvers/logit.ts";

const folder = "../shared/oracles/games";

type Case = {
  input: { strategies: number[]; row?: number[][]; column?: number[][]; payoffs?: number[][][][] };
  output: { logit?: Record<string, number[][]> };
};

const cases = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".json"))
      .map((name): [string, Case] => [name, JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Case])
      .filter(([, { output }]) => output.logit !== undefined)
  : [];

function payoffsOf({ row, column, payoffs }: Case["input"]): Float64Array[] {
  if (row && column) return [row, column].map((table) => Float64Array.from(table.flat()));
  const cells = payoffs?.flat(2) ?? [];
  return [0, 1, 2].map((i) => Float64Array.from(cells, (cell) => cell[i] ?? 0));
}

describe.skipIf(cases.length === 0)("logit responses of another program (shared data)", () => {
  test.each(cases)("%s", (_, { input, output }) => {
    const expected = Object.entries(output.logit ?? {});
    const found = logitResponses(
      { sizes: input.strategies, payoffs: payoffsOf(input) },
      expected.map(([lambda]) => Number(lambda)),
    );
    const off = expected.map(([, mixes], k) =>
      Math.max(...mixes.flatMap((mix, i) => mix.map((p, j) => Math.abs(p - (found[k]?.mix[i]?.[j] ?? Infinity))))),
    );
    expect(Math.max(...off)).toBeLessThan(1e-8);
  });
});
