// The published examples of `catalog/`, computed to their printed digits.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseRational, rational } from "../../src/math/rational.ts";
import { check } from "../../src/models/checker/check.ts";
import { modelOf } from "../../src/models/index.ts";
import { solve, type Solution } from "../../src/models/model.ts";
import { allEquilibria } from "../../src/models/solvers/equilibria.ts";
import { references } from "../../src/values/references.ts";

const folder = new URL("../../catalog/", import.meta.url);

type Example = { reference: string; where: string; input: Record<string, unknown>; printed: Record<string, unknown> };

const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".json"))
  .sort();
const example = (name: string): Example => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Example;

/** Half of the last digit that is printed: 0.005 of 1.25. */
function halfDigit(printed: number): number {
  const digits = /\.(\d+)/.exec(String(printed))?.[1]?.length ?? 0;
  return 0.5000001 * 10 ** -digits;
}

function expectPrinted(found: unknown, printed: unknown, place: string): void {
  if (Array.isArray(printed)) {
    expect((found as unknown[]).length, place).toBe(printed.length);
    for (const [at, one] of printed.entries()) expectPrinted((found as unknown[])[at], one, `${place}[${at}]`);
  } else if (typeof printed === "object" && printed !== null) {
    for (const [key, one] of Object.entries(printed))
      expectPrinted((found as Record<string, unknown>)[key], one, `${place}.${key}`);
  } else if (typeof printed === "number") {
    const value = typeof found === "number" ? found : parseRational(String(found))?.toNumber();
    expect(Math.abs((value ?? NaN) - printed), `${place}: ${String(found)}`).toBeLessThanOrEqual(halfDigit(printed));
  } else expect(found, place).toBe(printed);
}

function solved(model: string, part: string, input: Record<string, unknown>): Solution {
  const found = modelOf(model);
  const solution = found && solve(found, { part, ...input });
  if (!solution?.ok) throw new Error(`${model} ${part} has no solution`);
  const { certificate } = solution.value;
  if (certificate) expect(check(JSON.parse(JSON.stringify(certificate))).valid).toBe(true);
  return solution.value;
}

/** Which part of which model computes a file. */
const parts: Readonly<Record<string, readonly [string, string]>> = {
  "bagwell1995/commitment.json": ["REDLINE", "noisy-commitment"],
  "kamenicagentzkow2011/prosecutor.json": ["COUNT", "persuasion"],
  "knight2016/ten-turns.json": ["LAB", "integers"],
  "rivestbaillargeon2007/hare.json": ["COUNT", "capture"],
};

describe("the catalogue of published examples", () => {
  test("each names a reference that there is, where it stands, and is computed below", () => {
    for (const name of files) {
      const { reference, where, printed } = example(name);
      expect(Object.hasOwn(references, reference), reference).toBe(true);
      expect(name.split("/")[0]).toBe(reference.toLowerCase());
      expect(where).toMatch(/\S/);
      expect(Object.keys(printed).length).toBeGreaterThan(0);
    }
    const others = [
      "vonstengel2007/game-3x2.json",
      "abreusannikov2014/example.json",
      "abreusannikov2014/empty.json",
      "goldlueckekranz2012/noisy-dilemma.json",
    ];
    expect(files).toStrictEqual([...Object.keys(parts), ...others].sort());
  });

  test.each(Object.entries(parts))("%s", (name, [model, part]) => {
    const { input, printed } = example(name);
    expectPrinted(solved(model, part, input).outcome, printed, name);
  });

  test("vonstengel2007: the three equilibria of the 3 × 2 game, exactly", () => {
    const { input, printed } = example("vonstengel2007/game-3x2.json");
    const table = (key: string) => (input[key] as number[][]).map((line) => line.map((x) => rational(x)));
    const found = allEquilibria({ row: table("row"), column: table("column") });
    const words = found?.extreme.map(({ row, column }) => ({ row: row.map(String), column: column.map(String) }));
    const sorted = (list: unknown) => (list as object[]).map((one) => JSON.stringify(one)).sort();
    expect(sorted(words)).toStrictEqual(sorted(printed["equilibria"]));
  });

  test("abreusannikov2014: six vertices of the example, to nine figures, and none of the empty game", () => {
    const { input, printed } = example("abreusannikov2014/example.json");
    const vertices = solved("REPEAT", "equilibrium-set", input).outcome["vertices"] as [number, number][];
    const given = printed["vertices"] as [number, number][];
    expect(vertices.length).toBe(given.length);
    for (const [x, y] of given)
      expect(Math.min(...vertices.map(([a, b]) => Math.hypot(a - x, b - y)))).toBeLessThan(1e-9);
    const empty = solved("REPEAT", "equilibrium-set", example("abreusannikov2014/empty.json").input);
    expect(empty.outcome["vertices"]).toStrictEqual([]);
    expect(empty.certificate?.kind).toBe("REPEAT/no-equilibrium");
  });

  test("goldlueckekranz2012: liquidity, joint payoff and needed patience of the noisy dilemma", () => {
    const { input, printed } = example("goldlueckekranz2012/noisy-dilemma.json");
    const { gain, loss, lambda, mu, alpha, beta, psi } = input as Record<string, number> & typeof input;
    const law = (anonymous: number, blame1: number, blame2: number): Record<string, number> => ({
      none: Number((1 - anonymous - blame1 - blame2).toFixed(9)),
      anonymous,
      blame1,
      blame2,
    });
    const [up, more] = [lambda! + mu!, alpha! + beta!].map((x) => Number(x.toFixed(9))) as [number, number];
    const { outcome } = solved("REPEAT", "transfers", {
      payoffs: { CC: [1, 1], DC: [1 + gain!, -loss!], CD: [-loss!, 1 + gain!], DD: [0, 0] },
      signalProbabilities: {
        CC: law(lambda!, alpha!, alpha!),
        DC: law(up, more, alpha!),
        CD: law(up, alpha!, more),
        DD: law(psi!, 0, 0),
      },
    });
    expectPrinted(outcome["steps"], printed["steps"], "steps");
  });
});
