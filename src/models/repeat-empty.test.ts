import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "./checker/check.ts";
import { modelOf } from "./index.ts";
import { solve, type Certificate, type Solution } from "./model.ts";

type Game = { g1: number[][]; g2: number[][]; delta: number | string };

function solved(game: Game): Solution {
  const repeat = modelOf("REPEAT");
  const solution = repeat && solve(repeat, { part: "equilibrium-set", ...game });
  if (!solution?.ok) throw new Error("REPEAT has no solution");
  return solution.value;
}

const file = (certificate: unknown): Certificate => JSON.parse(JSON.stringify(certificate)) as Certificate;

// [(1,−1),(−1,2)],[(−2,2),(1,0)] at 0.05: abreuSannikov2014's example of an empty set.
const empty = {
  g1: [
    [1, -1],
    [-2, 1],
  ],
  g2: [
    [-1, 2],
    [2, 0],
  ],
  delta: 0.05,
};
const pennies = {
  g1: [
    [1, -1],
    [-1, 1],
  ],
  g2: [
    [-1, 1],
    [1, -1],
  ],
  delta: 0.9,
};

describe("no pure equilibrium", () => {
  test("is proved for the published example in one round, and for matching pennies at high patience in more", () => {
    for (const game of [empty, pennies]) {
      const { outcome, certificate } = solved(game);
      expect(outcome["kind"]).toBe("empty");
      expect(certificate?.kind).toBe("REPEAT/no-equilibrium");
      expect(check(file(certificate)).valid).toBe(true);
    }
    const rounds = (game: Game): number => (file(solved(game).certificate).profile["rounds"] as unknown[]).length;
    expect(rounds(empty)).toBe(1);
    expect(rounds(pennies)).toBeGreaterThan(10);
  });

  test("is never proved where an equilibrium was: certificates of one kind or the other, at any game", () => {
    const cell = fc.integer({ min: -3, max: 3 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
    let proved = 0;
    fc.assert(
      fc.property(table, table, fc.integer({ min: 1, max: 19 }), (g1, g2, twentieths) => {
        const { outcome, certificate } = solved({ g1, g2, delta: `${twentieths}/20` });
        if (certificate?.kind === "REPEAT/no-equilibrium") proved++;
        expect(certificate?.kind === "REPEAT/no-equilibrium" ? outcome["kind"] : "empty").toBe("empty");
        expect(certificate === null || check(file(certificate)).valid).toBe(true);
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(proved).toBeGreaterThan(10);
  });

  test("does not pass once a box is shrunk, a round is cut off, or a pair is passed over", () => {
    const broken = (change: (rounds: { lower: string[]; upper: string[]; blocked: string[] }[]) => void): boolean => {
      const copy = file(solved(pennies).certificate);
      change(copy.profile["rounds"] as unknown as Parameters<typeof change>[0]);
      try {
        return check(copy).valid;
      } catch {
        return false;
      }
    };
    expect(broken(() => undefined)).toBe(true);
    expect(broken((rounds) => rounds.pop())).toBe(false);
    expect(broken((rounds) => (rounds[3]!.upper[0] = "1/2"))).toBe(false);
    expect(broken((rounds) => (rounds.at(-1)!.blocked[2] = "0"))).toBe(false);
  });
});
