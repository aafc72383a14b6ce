import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rational } from "../math/rational.ts";
import { standardWorld } from "../world/standard.ts";
import { stream } from "../math/philox.ts";
import { InputError } from "../values/errors.ts";
import { around, checkPreferences, draw, walkAwayOf, type Preferences } from "./preferences.ts";
import { isUndominated, robustness } from "./robustness.ts";

const point = (value: number): { lower: number; upper: number } => ({ lower: value, upper: value });

function side(name: string, weights: number[], values: number[][], walkAway: number): Preferences {
  return { name, weights: weights.map(point), values: values.map((row) => row.map(point)), walkAway: point(walkAway) };
}

const a = side(
  "A",
  [1, 1],
  [
    [1, 0],
    [1, 0.5, 0],
  ],
  0.2,
);
const b = side(
  "B",
  [3, 1],
  [
    [0, 1],
    [0, 0.5, 1],
  ],
  0.2,
);

describe("robustness()", () => {
  test("of points is certain: a dominated deal is never on the frontier, an undominated one always", () => {
    const good = robustness([a, b], [1, 0], 50);
    expect(good.onFrontier.value).toBe(1);
    expect(good.aboveWalkAway.both.value).toBe(1);
    expect(good.good.value).toBe(1);
    const bad = robustness([a, b], [0, 2], 50); // each side has the issue that the other values more
    expect(bad.onFrontier.value).toBe(0);
    expect(bad.good.value).toBe(0);
  });

  test("of a walk-away value between 0 and 1 finds the share of it that lies below the deal's worth", () => {
    const unsure: Preferences = { ...a, walkAway: { lower: 0, upper: 1 } };
    const { aboveWalkAway } = robustness([unsure, b], [1, 0], 4000, 5);
    expect(Math.abs(aboveWalkAway.a.value - 0.5)).toBeLessThan(5 * aboveWalkAway.a.standardError);
    expect(aboveWalkAway.a.interval.lower).toBeLessThan(0.5);
    expect(aboveWalkAway.a.interval.upper).toBeGreaterThan(0.5);
    expect(aboveWalkAway.a.standardError).toBeCloseTo(Math.sqrt(0.25 / 4000), 3);
  });

  test("gives the same again from its seed, and draws each side apart from the other", () => {
    const unsure: Preferences = { ...a, walkAway: { lower: 0, upper: 1 } };
    expect(robustness([unsure, b], [1, 0], 100, 3)).toEqual(robustness([unsure, b], [1, 0], 100, 3));
    expect(robustness([unsure, b], [1, 0], 100, 3).aboveWalkAway.a).not.toEqual(
      robustness([unsure, b], [1, 0], 100, 4).aboveWalkAway.a,
    );
  });

  test("refuses ranges upside down, weights below 0, empty preferences and unknown options", () => {
    const upside: Preferences = { ...a, walkAway: { lower: 1, upper: 0 } };
    expect(() => robustness([upside, b], [0, 0])).toThrow(/^A:walk-away value: expected a range/);
    expect(() => checkPreferences({ ...a, weights: [] })).toThrow(InputError);
    expect(() => checkPreferences({ ...a, weights: [point(-1), point(1)] })).toThrow(/weights from 0/);
    expect(() => robustness([a, b], [0, 9])).toThrow(/^deal: expected an option of issue 2/);
  });
});

describe("isUndominated()", () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });

  test("is what looking at every outcome says", () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const issues = Math.min(first.length, second.length);
        const [one, two] = [first, second].map((additions) => ({ additions: additions.slice(0, issues), walkAway: 0 }));
        let choices: number[][] = [[]];
        for (let issue = 0; issue < issues; issue++)
          choices = choices.flatMap((choice) => [0, 1, 2].map((option) => [...choice, option]));
        const worth = (additions: number[][], choice: number[]): number =>
          choice.reduce((sum, option, issue) => sum + additions[issue]![option]!, 0);
        const points = choices.map((choice) => [worth(one!.additions, choice), worth(two!.additions, choice)] as const);
        for (const [at, choice] of choices.entries()) {
          const [x, y] = points[at]!;
          const dominated = points.some(([p, q]) => p >= x && q >= y && (p > x || q > y));
          expect(isUndominated(one!, two!, choice)).toBe(!dominated);
        }
      }),
    );
  });
});

test("draw() keeps within the ranges and makes weights sum to one", () => {
  const ranges: Preferences = {
    name: "A",
    weights: [
      { lower: 1, upper: 2 },
      { lower: 0, upper: 1 },
    ],
    values: [[{ lower: 0.2, upper: 0.4 }], [{ lower: 1, upper: 1 }]],
    walkAway: { lower: 0.1, upper: 0.3 },
  };
  for (let index = 0; index < 200; index++) {
    const { additions, walkAway } = draw(ranges, stream(1, index));
    const [first, second] = [additions[0]![0]!, additions[1]![0]!];
    expect(walkAway).toBeGreaterThanOrEqual(0.1);
    expect(walkAway).toBeLessThanOrEqual(0.3);
    const weight = 1 - second; // the second value is 1, so its addition is its weight
    expect(first / weight).toBeGreaterThanOrEqual(0.2 - 1e-12);
    expect(first / weight).toBeLessThanOrEqual(0.4 + 1e-12);
  }
});

test("around() spreads a file's numbers by a share, walkAwayOf() takes a world's odds and cost", () => {
  const spread = around(
    {
      issues: [{ name: "one", options: ["x", "y"] }],
      parties: [
        {
          name: "A",
          additions: [[Rational.of("0.5"), Rational.of("0.25")]],
          reservation: Rational.of("0.2"),
          discount: 1,
        },
      ],
      scale: "normalized",
      discretised: [],
      notes: [],
    },
    0,
    0.1,
  );
  expect(spread.weights[0]!.lower).toBeCloseTo(0.45, 12);
  expect(spread.values[0]![1]!.upper).toBeCloseTo(0.55, 12);
  expect(spread.walkAway.upper).toBeCloseTo(0.22, 12);
  const { lower, upper } = walkAwayOf(standardWorld, "A");
  expect(lower).toBeGreaterThanOrEqual(0);
  expect(upper).toBeLessThanOrEqual(1);
  expect(lower).toBeLessThanOrEqual(upper);
});
