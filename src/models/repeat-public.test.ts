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
