import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stream } from "../math/philox.ts";
import { draw, type Preferences } from "./preferences.ts";
import { middleWorth, tablePicture } from "./table/picture.ts";
import { worthOf } from "./worth.ts";

const range = fc
  .tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
  .map(([x, y]) => ({ lower: Math.min(x, y), upper: Math.max(x, y) }));

const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
const sideOf = (options: readonly number[]): fc.Arbitrary<Preferences> =>
  fc.record({
    name: fc.constant("side"),
    weights: fc.tuple(...options.map(() => range)),
    values: fc.tuple(...options.map((count) => fc.tuple(...Array.from({ length: count }, () => range)))),
    walkAway: fc.constant({ lower: 0, upper: 0 }),
  });

test("worthOf() holds every draw within its ends, and both ends are reached at corners of the ranges", () => {
  fc.assert(
    fc.property(
      sizes.chain((options) =>
        fc.tuple(sideOf(options), fc.tuple(...options.map((n) => fc.integer({ min: 0, max: n - 1 })))),
      ),
      fc.integer({ min: 0, max: 1000 }),
      ([side, terms], seed) => {
        const { lower, upper } = worthOf(side, terms);
        const { additions } = draw(side, stream(seed, 0, 0));
        const drawn = additions.reduce((sum, row, issue) => sum + row[terms[issue]!]!, 0);
        expect(drawn).toBeGreaterThanOrEqual(lower - 1e-12);
        expect(drawn).toBeLessThanOrEqual(upper + 1e-12);
        const corners = cornersOf(side, terms);
        expect(Math.min(...corners.lower)).toBeCloseTo(lower, 10);
        expect(Math.max(...corners.upper)).toBeCloseTo(upper, 10);
      },
    ),
  );
});

/** The mean at every choice of each weight's lower or upper end. */
function cornersOf({ weights, values }: Preferences, terms: readonly number[]): { lower: number[]; upper: number[] } {
  const at = (end: "lower" | "upper"): number[] =>
    Array.from({ length: 2 ** weights.length }, (_, mask) => {
      const chosen = weights.map(({ lower, upper }, issue) => ((mask >> issue) & 1 ? upper : lower));
      const sum = chosen.reduce((total, weight) => total + weight, 0);
      return values.reduce((total, row, issue) => total + (chosen[issue]! * row[terms[issue]!]![end]) / sum, 0);
    });
  return { lower: at("lower"), upper: at("upper") };
}

test("worthOf() of an open issue reaches from its worst option to its best", () => {
  const point = (value: number): { lower: number; upper: number } => ({ lower: value, upper: value });
  const side: Preferences = {
    name: "side",
    weights: [point(3), point(1)],
    values: [
      [point(1), point(0)],
      [point(0.2), point(0.8), point(0.5)],
    ],
    walkAway: point(0),
  };
  expect(worthOf(side, [0, null])).toEqual({ lower: 0.8, upper: 0.95 });
  expect(worthOf(side, [null, null])).toEqual({ lower: 0.05, upper: 0.95 });
});

test("tablePicture() has no outcome above its frontier, and its fair points are on it", () => {
  fc.assert(
    fc.property(
      sizes.chain((options) => fc.tuple(fc.constant(options), sideOf(options), sideOf(options))),
      ([options, a, b]) => {
        const issues = options.map((count, at) => ({
          name: `issue ${at}`,
          options: Array.from({ length: count }, (_, option) => `option ${option}`),
        }));
        const picture = tablePicture(issues, a, b);
        expect(picture).not.toBeNull();
        for (const terms of everyOutcome(options)) {
          const [x, y] = [middleWorth(a, terms), middleWorth(b, terms)];
          expect(picture!.frontier.some((point) => point.a >= x - 1e-9 && point.b >= y - 1e-9)).toBe(true);
        }
        for (const point of Object.values(picture!.fair)) expect(picture!.frontier).toContainEqual(point);
      },
    ),
  );
});

function everyOutcome(options: readonly number[]): number[][] {
  return options.reduce<number[][]>(
    (all, count) => all.flatMap((terms) => Array.from({ length: count }, (_, option) => [...terms, option])),
    [[]],
  );
}
