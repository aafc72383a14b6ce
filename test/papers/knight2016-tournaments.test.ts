// Matches and round robins of Axelrod-Python (knight2016), in whole numbers. Uses shared data where it is there.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chainOf, stationaryOf } from "../../src/models/lab-chain.ts";
import { roundRobin, strategyOf } from "../../src/models/lab/index.ts";
import { playMatch } from "../../src/models/lab/match.ts";
import { rational } from "../../src/math/rational.ts";

const folder = "../shared/oracles/tournaments";
const payoffs = { R: 3, S: 0, T: 5, P: 1 };

type MatchRow = [string, string, number, number, string, string];
type Noisy = { a: string; b: string; noise: number; stationary: number[]; payoffA: number };

function read(name: string): unknown {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
}

describe.skipIf(!existsSync(folder))("tournaments of Axelrod-Python (shared data)", () => {
  test("matches of 200 turns: scores and first moves are the same", () => {
    const { rows } = (read("matches-200-turns") as { output: { rows: MatchRow[] } }).output;
    const known = rows.filter(([a, b]) => strategyOf(a) && strategyOf(b));
    const wrong = known.filter(([a, b, x, y, movesA, movesB]) => {
      const [one, two] = [strategyOf(a), strategyOf(b)];
      if (!one || !two) return false;
      const { scores, moves } = playMatch(one, two, { payoffs, turns: 200 });
      const shown = moves.map((line) => Array.from(line.subarray(0, 40), (move) => (move ? "C" : "D")).join(""));
      return scores[0] !== x || scores[1] !== y || shown[0] !== movesA || shown[1] !== movesB;
    });
    expect(wrong.map((row) => row.slice(0, 4))).toStrictEqual([]);
    expect(known.length).toBeGreaterThan(400);
  });

  test("the round robin of 30 strategies has the same scores and wins", () => {
    const { input, output } = read("round-robin-30") as {
      input: { strategies: string[] };
      output: { scores: Record<string, number>; wins: Record<string, number> };
    };
    const entrants = input.strategies.flatMap((name) => strategyOf(name) ?? []);
    expect(entrants).toHaveLength(30);
    const table = roundRobin(entrants, { payoffs, turns: 200 });
    for (const { axelrod, name } of entrants) {
      const row = table.find((line) => line.name === name);
      expect([axelrod, row?.score, row?.wins]).toStrictEqual([axelrod, output.scores[axelrod], output.wins[axelrod]]);
    }
  });

  test("stationary laws of memory-one pairs agree to 1e-12", () => {
    const { input, output } = read("memory-one-noise") as {
      input: { strategies: Record<string, number[]> };
      output: { rows: Noisy[] };
    };
    for (const { a, b, noise, stationary, payoffA } of output.rows) {
      const plan = (name: string) => (input.strategies[name] ?? []).map((p) => rational(p));
      const law = stationaryOf(chainOf(plan(a), plan(b), rational(noise)));
      const gaps = (law ?? []).map((p, state) => Math.abs(p.toNumber() - (stationary[state] ?? 9)));
      const score = (law ?? []).reduce((sum, p, state) => sum + p.toNumber() * ([3, 0, 5, 1][state] ?? 0), 0);
      expect(Math.max(...gaps, Math.abs(score - payoffA))).toBeLessThan(1e-12);
    }
  });
});
