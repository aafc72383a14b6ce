import fc from "fast-check";
import { expect, test } from "vitest";
import { waterfallScene, waterfallSteps, waterfallWords } from "./waterfall.ts";

const reason = fc.record({
  feature: fc.constantFrom("words", "actor", "unknown-feature"),
  level: fc.string({ maxLength: 120 }),
  bits: fc.double({ min: -8, max: 8, noNaN: true }),
});
const input = fc
  .record({ prior: fc.double({ min: -14, max: 0, noNaN: true }), bits: fc.array(reason, { maxLength: 25 }) })
  .map(({ prior, bits }) => {
    const sum = bits.reduce((total, one) => total + one.bits, prior);
    return { prior, bits, probability: 1 / (1 + 2 ** -sum) };
  });

test("each step starts where the one before it ended, and the last is the sum of all reasons, the small ones too", () => {
  fc.assert(
    fc.property(input, (given) => {
      const steps = waterfallSteps(given);
      const [prior, ...rest] = steps;
      const total = rest.pop();
      let sum = prior!.bits;
      for (const step of rest) {
        expect(step.from).toBeCloseTo(sum, 9);
        sum += step.bits;
      }
      expect(total!.bits).toBeCloseTo(
        given.bits.reduce((all, one) => all + one.bits, given.prior),
        9,
      );
    }),
  );
});

test("everything is drawn inside the picture, however narrow", () => {
  fc.assert(
    fc.property(input, fc.integer({ min: 280, max: 900 }), (given, width) => {
      const { shapes, height } = waterfallScene(given, width);
      for (const shape of shapes) {
        if (shape.kind === "rect") {
          expect(shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.x + shape.width).toBeLessThanOrEqual(width + 1);
        }
        if (shape.kind === "rect" || shape.kind === "text") expect(shape.y).toBeLessThanOrEqual(height);
      }
    }),
  );
});

test("bars for and against differ by more than colour, and the words give each number", () => {
  const given = {
    prior: -6,
    bits: [
      { feature: "actor", level: "same actor", bits: 4 },
      { feature: "far-dates", level: "years apart", bits: -2 },
    ],
    probability: 1 / 17,
  };
  const fills = waterfallScene(given, 600).shapes.flatMap((shape) => (shape.kind === "rect" ? [shape.fill] : []));
  expect(fills).toEqual(["open", "solid", "open", "open"]);
  expect(waterfallWords(given)).toBe(
    "before anything is known: −6.0; actor: +4.0; dates far apart: −2.0; together: −4.0: a chance of 5.9%.",
  );
});
