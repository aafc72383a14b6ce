import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../values/errors.ts";
import { check } from "./checker/check.ts";
import type { Certificate, Solution } from "./model.ts";
import { solve } from "./model.ts";
import { repeat } from "./repeat.ts";
import { solveNoisy } from "./repeat-noise.ts";
import { rational } from "../math/rational.ts";
import { equilibriumSet } from "./solvers/equilibrium-set.ts";
import { isInside, type PayoffPoint } from "./solvers/hull.ts";
import { hausdorff } from "./solvers/polygon.ts";

type Answer = {
  kind: string;
  outer: PayoffPoint[];
  inner: PayoffPoint[];
  gap: { area: number; distance: number };
  bestJoint: { attained: number | null; atMost: number | null };
};

function solved(input: Record<string, unknown>): Solution & { outcome: Answer } {
  const found = solve(repeat, { part: "public-equilibria", ...input });
  if (!found.ok) throw new Error(found.refusal.because);
  return found.value as unknown as Solution & { outcome: Answer };
}

const copy = (certificate: unknown): Certificate => JSON.parse(JSON.stringify(certificate)) as Certificate;

/** A game of whole payoffs and signals in hundredths. */
function gameOf(rows: number, columns: number, signals: number, numbers: readonly number[]): Record<string, unknown> {
  let at = 0;
  const next = (): number => numbers[at++ % numbers.length] as number;
  const grid = (): number[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => next() % 13));
  const law = (): string[] => {
    const weights = Array.from({ length: signals }, () => 1 + (next() % 17) ** 2);
    const sum = weights.reduce((a, b) => a + b);
    return weights.map((weight) => `${weight}/${sum}`);
  };
  const [g1, g2] = [grid(), grid()];
  return { g1, g2, signals: g1.map((row) => row.map(law)) };
}

const arbitraryGame = fc
  .record({
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 2 }),
    signals: fc.integer({ min: 1, max: 3 }),
    numbers: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 60, maxLength: 60 }),
  })
  .map(({ rows, columns, signals, numbers }) => gameOf(rows, columns, signals, numbers));

/** Every action pair its own signal. */
function seenPerfectly(rows: number, columns: number): number[][][] {
  return Array.from({ length: rows }, (_, a) =>
    Array.from({ length: columns }, (__, b) =>
      Array.from({ length: rows * columns }, (___, y) => (y === a * columns + b ? 1 : 0)),
    ),
  );
}

const width = (points: readonly PayoffPoint[]): number =>
  Math.max(1e-9, ...points.flatMap(([x, y]) => points.map(([a, b]) => Math.hypot(a - x, b - y))));

describe("public-equilibria", () => {
  test.each([
    [0.1, 0.5, 0.9],
    [0.05, 0.6, 0.9],
    [0.02, 0.3, 0.95],
    [0.1, 0.5, 0.8],
  ])("a prisoner's dilemma with rho %d, q = r = %d, delta %d reaches the closed form exactly", (rho, q, delta) => {
    const { outcome, certificate } = solved({ R: 3, T: 5, S: 0, P: 1, rho, q, delta });
    const game = { R: 3, T: 5, S: 0, P: 1, rho, q, delta };
    const closed = solveNoisy(
      Object.fromEntries(Object.entries(game).map(([key, x]) => [key, rational(x)])) as Parameters<
        typeof solveNoisy
      >[0],
    );
    const attained = outcome.bestJoint.attained ?? 0;
    expect(attained).toBeGreaterThanOrEqual(2 * closed.Vbest.toNumber() * (1 - 2e-3));
    expect(outcome.gap.distance).toBeLessThan(0.01);
    expect(check(copy(certificate)).valid).toBe(true);
  });

  test("where both attack shows as badly as one attacks, the set is the segment from (P, P) to (V*, V*)", () => {
    const { outcome } = solved({ R: 3, T: 5, S: 0, P: 1, rho: 0.1, q: 0.5, r: 0.5, delta: 0.9 });
    expect(outcome.inner).toStrictEqual([
      [1, 1],
      [2.5, 2.5],
    ]);
  });

  test("the game of Karabegovic 2024: joint payoffs near 2 are attained though symmetric play earns 0", () => {
    const at = (delta: number): Answer =>
      solved({ R: 2, T: 3, S: -1, P: 0, rho: "1/3", q: "1/2", r: "3/4", delta }).outcome;
    const { bestJoint } = at(0.9);
    expect(bestJoint.atMost).toBeGreaterThanOrEqual(bestJoint.attained ?? 0);
    expect(bestJoint.atMost).toBeLessThan(2 + 1e-6);
    expect(bestJoint.attained).toBeGreaterThan(1.985);
    expect(bestJoint.attained).toBeLessThan(2);
    for (const delta of [0.5, 0.7, 0.8]) expect(at(delta).bestJoint.atMost).toBeLessThan(1e-6);
  });

  test("the inner set lies in the outer set and its certificate passes, whatever the game", () => {
    fc.assert(
      fc.property(arbitraryGame, fc.constantFrom(0.2, 0.5, 0.8), (game, delta) => {
        const { outcome, certificate } = solved({ ...game, delta });
        const near = 1e-7 * width(outcome.outer) + 1e-9;
        for (const [x, y] of outcome.inner) expect(isInside(outcome.outer, x, y, near)).toBe(true);
        expect(certificate === null).toBe(outcome.inner.length === 0);
        if (certificate) expect(check(copy(certificate)).rows.filter(({ holds }) => !holds)).toStrictEqual([]);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test("if every action is seen, it finds the set of perfect monitoring", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: 3 }),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 40, maxLength: 40 }),
        fc.constantFrom(0.3, 0.6, 0.8),
        (rows, columns, numbers, delta) => {
          const { g1, g2 } = gameOf(rows, columns, 1, numbers) as { g1: number[][]; g2: number[][] };
          const { outcome } = solved({ g1, g2, signals: seenPerfectly(rows, columns), delta });
          const [one, two] = [Float64Array.from(g1.flat()), Float64Array.from(g2.flat())];
          const { vertices } = equilibriumSet({ one, two, rows, columns }, delta);
          const size = width(vertices);
          if (vertices.length === 0) expect(outcome.kind).toBe("empty");
          else {
            expect(hausdorff(vertices, outcome.outer)).toBeLessThan(1e-6 * (1 + size));
            expect(hausdorff(outcome.outer, vertices)).toBeLessThan(0.02 * size + 1e-6);
            if (outcome.inner.length > 0) expect(hausdorff(outcome.inner, vertices)).toBeLessThan(1e-6 * (1 + size));
          }
        },
      ),
      { numRuns: 40, seed: 11 },
    );
  });

  test("more patience loses no equilibrium payoff", () => {
    fc.assert(
      fc.property(arbitraryGame, fc.constantFrom([0.3, 0.5], [0.5, 0.6], [0.6, 0.85]), (game, [low, high]) => {
        const [less, more] = [solved({ ...game, delta: low }).outcome, solved({ ...game, delta: high }).outcome];
        for (const [x, y] of less.inner) expect(isInside(more.outer, x, y, 1e-6 * (1 + width(more.outer)))).toBe(true);
      }),
      { numRuns: 25, seed: 3 },
    );
  });
});

describe("edges", () => {
  const blind = {
    g1: [
      [3, 0],
      [5, 1],
    ],
    g2: [
      [3, 5],
      [0, 1],
    ],
    signals: [
      [[1], [1]],
      [[1], [1]],
    ],
  };

  test("without a future, or without a signal, only stage equilibria are left", () => {
    expect(solved({ delta: 0 }).outcome.inner).toStrictEqual([[1, 1]]);
    expect(solved({ ...blind, delta: 0.99 }).outcome.inner).toStrictEqual([[1, 1]]);
  });

  test("matching pennies has none, and says so", () => {
    const { outcome, certificate, notes } = solved({
      g1: [
        [1, -1],
        [-1, 1],
      ],
      g2: [
        [-1, 1],
        [1, -1],
      ],
      signals: seenPerfectly(2, 2),
      delta: 0.9,
    });
    expect(outcome.kind).toBe("empty");
    expect(certificate).toBeNull();
    expect(notes?.join()).toContain("carries no certificate");
  });

  test("an action given twice changes nothing", () => {
    const once = solved({ R: 3, T: 5, S: 0, P: 1, rho: 0.1, q: 0.5, r: 0.7, delta: 0.9 });
    const { g1, g2, signals } = once.params as { g1: number[][]; g2: number[][]; signals: number[][][] };
    const twice = solved({
      g1: [...g1, g1[1]],
      g2: [...g2, g2[1]],
      signals: [...signals, signals[1]],
      delta: 0.9,
    });
    expect(hausdorff(once.outcome.inner, twice.outcome.outer)).toBeLessThan(1e-6);
    expect(hausdorff(twice.outcome.inner, once.outcome.outer)).toBeLessThan(1e-6);
    expect(check(copy(twice.certificate)).valid).toBe(true);
  });

  test.each([
    ["delta of one", { ...blind, delta: 1 }, /delta/],
    [
      "probabilities that do not sum to one",
      {
        ...blind,
        signals: [
          [
            [0.5, 0.4],
            [0.5, 0.5],
          ],
          [
            [0.5, 0.5],
            [0.5, 0.5],
          ],
        ],
      },
      /sum to one/,
    ],
    [
      "a negative probability",
      {
        ...blind,
        signals: [
          [
            [1.5, -0.5],
            [0.5, 0.5],
          ],
          [
            [0.5, 0.5],
            [0.5, 0.5],
          ],
        ],
      },
      /signals/,
    ],
    [
      "signals of uneven number",
      {
        ...blind,
        signals: [
          [[1], [1]],
          [[1], [0.5, 0.5]],
        ],
      },
      /signals\[1\]\[1\]/,
    ],
    ["a table without a row", { ...blind, g1: [] }, /g1/],
    ["too many signals", { ...blind, signals: [[Array.from({ length: 4000 }, () => "1/4000")]] }, /signals/],
    ["a name that is none", { ...blind, signalNames: [7] }, /signalNames/],
    [
      "a payoff of endless digits",
      {
        ...blind,
        g1: [
          ["9".repeat(100), 0],
          [5, 1],
        ],
      },
      /g1/,
    ],
  ])("%s is refused with its place", (_, input, place) => {
    expect(() => solved(input)).toThrow(InputError);
    expect(() => solved(input)).toThrow(place);
  });

  test("fifty actions a side are answered", () => {
    const g1 = Array.from({ length: 50 }, (_, i) => Array.from({ length: 50 }, (__, j) => (i * 31 + j * 17) % 23));
    const signals = g1.map((row, i) =>
      row.map((_, j) => [`${(i * 7 + j * 3) % 11}/11`, `${11 - ((i * 7 + j * 3) % 11)}/11`]),
    );
    const start = performance.now();
    expect(
      solved({ g1, g2: g1.map((row) => row.toReversed()), signals, delta: 0.7 }).outcome.outer.length,
    ).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe("certificates of public equilibria", () => {
  /** One proved by guessed fractions, one by rounding. */
  const games = [
    {
      g1: [
        [3, 0],
        [5, 1],
      ],
      g2: [
        [3, 5],
        [0, 1],
      ],
      signals: seenPerfectly(2, 2),
      delta: 0.4,
    },
    { R: 2, T: 3, S: -1, P: 0, rho: "1/5", q: "1/2", r: "3/4", delta: 0.7 },
  ];
  const certificates = games.map((game) => copy(solved(game).certificate));

  type Place = { holder: Record<string, unknown>; key: string };
  const placesIn = (value: unknown, found: Place[] = []): Place[] => {
    if (typeof value !== "object" || value === null) return found;
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === "object" && item !== null) placesIn(item, found);
      else found.push({ holder: value as Record<string, unknown>, key });
    }
    return found;
  };
  const passes = (certificate: unknown): boolean => {
    try {
      return check(certificate).valid;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return false;
    }
  };
  const changed: ((value: unknown) => unknown)[] = [
    (value) => (typeof value === "number" ? value + 1e-9 : `${String(value)}1`),
    (value) => (typeof value === "number" ? -value - 1 : "0"),
    (value) => (typeof value === "number" ? String(value) : "1/0"),
    () => null,
    (value) => [value],
    (value) =>
      typeof value === "string" && /\d/.test(value) ? value.replace(/\d/, (d) => String((Number(d) + 3) % 10)) : {},
  ];

  test("thousands of changes of one number, and none passes", () => {
    let tried = 0;
    const survivors: string[] = [];
    for (const certificate of certificates) {
      const count = placesIn(certificate).length;
      const stride = Math.ceil((count * changed.length) / 3500);
      for (let at = 0; at < count * changed.length; at += stride) {
        const altered = structuredClone(certificate);
        const { holder, key } = placesIn(altered)[at % count] as Place;
        const value = changed[Math.floor(at / count)]?.(holder[key]);
        if (value === holder[key]) continue;
        holder[key] = value;
        tried++;
        if (passes(altered)) survivors.push(`${key}: ${String(value)}`);
      }
    }
    expect(survivors).toStrictEqual([]);
    expect(tried).toBeGreaterThan(2000);
  });

  test("rows left out, doubled, swapped or emptied do not pass", () => {
    for (const certificate of certificates) {
      const { rows } = certificate;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] as (typeof rows)[number];
        expect(passes({ ...certificate, rows: rows.toSpliced(at, 1) })).toBe(false);
        expect(passes({ ...certificate, rows: rows.toSpliced(at, 0, row) })).toBe(false);
      }
      expect(passes({ ...certificate, rows: rows.toReversed() })).toBe(false);
      expect(check({ ...certificate, rows: [] }).rows.every(({ holds }) => !holds)).toBe(true);
    }
  });

  test("a payoff that is claimed a hair too high is found out, however well its rows are written", () => {
    // Rows as the checker itself would write them: only the inequality or equality fails.
    const [certificate] = certificates as [Certificate];
    const corners = (certificate.profile as { corners: { point: string[] }[] }).corners;
    const high = structuredClone(certificate) as unknown as {
      profile: { corners: { point: string[] }[] };
      rows: unknown[];
    };
    const point = high.profile.corners[1]?.point as string[];
    point[0] = rational(corners[1]?.point[0] ?? "0")
      .plus("1/1000000000000")
      .toString();
    const rewritten = check(high).rows;
    expect(rewritten.some(({ holds }) => !holds)).toBe(true);
    const again = {
      ...high,
      rows: rewritten.map(({ why, lhs, rhs, slack }) => ({ kind: "eq", why, lhs, rhs, slack, exact: "0" })),
    };
    expect(passes(again)).toBe(false);
  });

  const [good] = certificates as [Certificate];
  const { corners } = good.profile as unknown as { corners: { promises: unknown[] }[] };
  const withCorner = (corner: object): object => ({
    ...good,
    profile: { corners: [{ ...corners[0], ...corner }, ...corners.slice(1)] },
  });

  test.each([
    ["a corner that is none", withCorner({ promises: corners[0]?.promises.map(() => [["9", "1"]]) })],
    ["a corner between two", withCorner({ promises: corners[0]?.promises.map(() => [["1/2", "1"]]) })],
    [
      "a weight below zero",
      withCorner({
        promises: corners[0]?.promises.map(() => [
          ["0", "2"],
          ["1", "-1"],
        ]),
      }),
    ],
    ["a signal too few", withCorner({ promises: corners[0]?.promises.slice(1) })],
    ["an action that is none", withCorner({ actions: ["2", "0"] })],
    ["no corner", { ...good, profile: { corners: [] } }],
    ["corners past the bound", { ...good, profile: { corners: Array.from({ length: 500 }, () => corners[0]) } }],
    ["fractions of endless digits", withCorner({ point: ["9".repeat(399), `1/${"7".repeat(390)}`] })],
    [
      "digits without end in all",
      {
        ...good,
        profile: {
          corners: Array.from({ length: 399 }, () => ({
            ...corners[0],
            point: Array.from({ length: 2 }, () => "9".repeat(399)),
          })),
        },
      },
    ],
  ])("%s is refused or fails, at once", (_, file) => {
    const start = performance.now();
    expect(passes(file)).toBe(false);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
