// Sets of equilibrium payoffs under perfect monitoring against QuantEcon.py and direct iteration (abreuSannikov2014). Uses
// shared data where it is there.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/models/checker/check.ts";
import { solve } from "../../src/models/model.ts";
import { repeat } from "../../src/models/repeat.ts";
import { equilibriumSet, type PayoffPoint } from "../../src/models/solvers/equilibrium-set.ts";

const folder = "../shared/oracles/equilibrium-sets";

type Case = {
  input: { row: number[][]; column: number[][]; delta: number };
  output: { vertices: [number, number][]; threat: [number, number] | null };
};

const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

function farthest(points: readonly PayoffPoint[], others: readonly PayoffPoint[]): number {
  return Math.max(
    0,
    ...points.map(([x, y]) =>
      Math.min(
        ...others.map(([a, b]) =>
          Math.max(Math.abs(a - x) / Math.max(1, Math.abs(x)), Math.abs(b - y) / Math.max(1, Math.abs(y))),
        ),
      ),
    ),
  );
}

describe.skipIf(names.length === 0)("equilibrium sets of other programs (shared data)", () => {
  test.each(names)("%s", (name) => {
    const { input, output } = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Case;
    const game = {
      one: Float64Array.from(input.row.flat()),
      two: Float64Array.from(input.column.flat()),
      rows: input.row.length,
      columns: input.row[0]?.length ?? 0,
    };
    const found = equilibriumSet(game, input.delta);
    expect(found.vertices).toHaveLength(output.vertices.length);
    expect(Math.max(farthest(found.vertices, output.vertices), farthest(output.vertices, found.vertices))).toBeLessThan(
      1e-9,
    );
    const solved = solve(repeat, { g1: input.row, g2: input.column, delta: input.delta });
    const proof: unknown = solved.ok ? solved.value.certificate : null;
    expect(output.vertices.length === 0 || check(JSON.parse(JSON.stringify(proof))).valid).toBe(true);
    expect(farthest(found.threat ? [found.threat] : [], output.threat ? [output.threat] : [])).toBeLessThan(1e-9);
  });
});
