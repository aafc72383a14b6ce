import { describe, expect, test } from "vitest";
import { InputError } from "../values/errors.ts";
import { check, MOST_ROWS } from "./checker/check.ts";
import { modelOf } from "./index.ts";
import { solve, type Solution } from "./model.ts";

function solved(id: string, input: unknown): ReturnType<typeof solve> {
  const model = modelOf(id);
  if (!model) throw new Error(`No model ${id}`);
  return solve(model, input);
}

describe("parameters that make no sense are refused with their place", () => {
  test.each([
    ["REPEAT", { R: 3, T: 3, S: 0, P: 1, rho: 0.1, q: 0.5, delta: 0.9 }, /T/],
    ["REPEAT", { R: 3, T: 5, S: 0, P: 1, rho: 0.1, q: 0.5, delta: 1 }, /delta/],
    ["REPEAT", { R: 3, T: 5, S: 0, P: 1, rho: 0.6, q: 0.5, delta: 0.9 }, /q above rho/],
    ["REPEAT", { R: "three", T: 5, S: 0, P: 1, rho: 0.1, q: 0.5, delta: 0.9 }, /REPEAT\.R/],
    [
      "REPEAT",
      {
        g1: [[1, 2], [3]],
        g2: [
          [1, 2],
          [3, 4],
        ],
        delta: 0.5,
      },
      /g1/,
    ],
    ["REPEAT", { g1: [[1]], g2: [[1, 2]], delta: 0.5 }, /g2/],
    [
      "ATTRIB",
      {
        pi: [[0.5, 0.4]],
        pi0: [1, 0],
        F: [{ type: "uniform", range: [0, 1] }],
        defender: { type: "uniform" },
        gamma: 0.5,
        nullSignal: 0,
      },
      /sum to one/,
    ],
    ["LINK", { issues: [{ A: { T: 1, R: 2, P: 0 }, B: { T: 3, R: 2, P: 1 } }] }, /T > R > P/],
    ["TIMING", { w: 1, P: 1, S: 0.5 }, /w times P/],
    ["TRUST", { t: 0 }, /TRUST\.t/],
    ["LAB", { strategy: "nobody" }, /LAB\.strategy/],
    ["COUNT", { cells: { "111": 1, "12": 2 } }, /cells/],
    ["BARGAIN", { nonsense: 1 }, /nonsense/],
    ["FLIPIT", { k0: "9".repeat(500), k1: 1 }, /k0/],
    ["FLIPIT", [], /FLIPIT/],
  ])("%s %j", (id, input, place) => {
    expect(() => solved(id, input)).toThrow(InputError);
    expect(() => solved(id, input)).toThrow(place);
  });
});

describe("edges that make sense are answered", () => {
  test("delta = 0 leaves only what a single period holds", () => {
    const answer = solved("REPEAT", {
      g1: [
        [3, 0],
        [5, 1],
      ],
      g2: [
        [3, 5],
        [0, 1],
      ],
      delta: 0,
    });
    expect(answer.ok && answer.value.outcome["vertices"]).toStrictEqual([[1, 1]]);
  });

  test("a game without a pure equilibrium has an empty set, said so", () => {
    const answer = solved("REPEAT", {
      g1: [
        [1, -1],
        [-1, 1],
      ],
      g2: [
        [-1, 1],
        [1, -1],
      ],
      delta: 0.5,
    });
    expect(answer.ok && answer.value.outcome["kind"]).toBe("empty");
  });

  test("duplicate actions and a 50 x 50 game are answered in bounded time", () => {
    const twice = solved("REPEAT", {
      g1: [
        [3, 0, 0],
        [5, 1, 1],
        [5, 1, 1],
      ],
      g2: [
        [3, 5, 5],
        [0, 1, 1],
        [0, 1, 1],
      ],
      delta: 0.6,
    });
    expect(twice.ok && twice.value.outcome["kind"]).toBe("polygon");
    const big = Array.from({ length: 50 }, (_, i) => Array.from({ length: 50 }, (__, j) => (i * 31 + j * 17) % 23));
    const start = performance.now();
    expect(solved("REPEAT", { g1: big, g2: big, delta: 0.5 }).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("lists that do not overlap are refused with their reason", () => {
    const answer = solved("COUNT", { n1: 5, n2: 7, m: 0 });
    expect(answer.ok ? null : answer.refusal.reason).toBe("no-overlap");
  });
});

describe("check() of hostile files", () => {
  const answer = solved("FLIPIT", {});
  const good = JSON.parse(JSON.stringify((answer as { value: Solution }).value.certificate)) as Record<string, unknown>;

  test.each([
    ["nothing", null],
    ["a list", []],
    ["an unknown kind", { ...good, kind: "NOBODY/knows" }],
    ["an inherited name as kind", { ...good, kind: "constructor" }],
    ["a numeral of 500 digits", { ...good, game: { k0: "9".repeat(500), k1: "1" } }],
    ["a fraction over zero", { ...good, game: { k0: "1/0", k1: "1" } }],
    ["a missing primitive", { ...good, game: { k0: "1" } }],
    ["an extra primitive", { ...good, game: { k0: "1", k1: "1/5", k2: "1" } }],
    ["too many rows", { ...good, rows: Array.from({ length: MOST_ROWS + 1 }, () => ({})) }],
    ["too many numbers", { ...good, game: { k0: Array.from({ length: 50_000 }, () => "1"), k1: "1" } }],
    [
      "a row with a number that is none",
      { ...good, rows: [{ kind: "eq", why: "", lhs: null, rhs: 0, slack: 0, exact: "0" }] },
    ],
  ])("throws an InputError at %s", (_, file) => {
    expect(() => check(file)).toThrow(InputError);
  });

  test("gives up, within bounded work, on fractions that grow with every sum", () => {
    const law = Array.from({ length: 900 }, (_, k) => `1/${10n ** 180n + BigInt(7919 * k + 1)}`);
    const file = {
      ...good,
      kind: "REPEAT/public-equilibria",
      game: { g1: [["1"]], g2: [["1"]], signals: [[law]], delta: "1/2" },
      profile: { corners: [{ point: ["1", "1"], actions: ["0", "0"], promises: law.map(() => [["0", "1"]]) }] },
    };
    expect(() => check(file)).toThrow(/fractions that stay short enough/);
    const stakes = Array.from({ length: 500 }, (_, k) => `1/${10n ** 60n + BigInt(7919 * k + 1)}`);
    expect(() => solved("TIMING", { stakes })).toThrow(/short enough/);
  });

  test("says how large a number may be", () => {
    expect(() => solved("REPEAT", { g1: [[1e30]], g2: [[1]] })).toThrow(/at most 1000000000 in size/);
  });

  test("throws an InputError at data that nest without end", () => {
    const game: Record<string, unknown> = {};
    game["k0"] = game;
    expect(() => check({ ...good, game })).toThrow(InputError);
  });

  test("says of a certificate without rows which rows are missing", () => {
    const { valid, rows } = check({ ...good, rows: [] });
    expect(valid).toBe(false);
    expect(rows.every(({ holds, problem }) => !holds && problem !== undefined)).toBe(true);
  });
});
