import fc from "fast-check";
import { expect, test } from "vitest";
import { spectralRadius } from "./spectral-radius.ts";

const entry = fc.double({ min: 0, max: 5, noNaN: true });

test("spectralRadius() of two by two is the larger root of its characteristic equation", () => {
  fc.assert(
    fc.property(entry, entry, entry, entry, (a, b, c, d) => {
      const root = (a + d + Math.sqrt((a - d) ** 2 + 4 * b * c)) / 2;
      expect(
        spectralRadius([
          [a, b],
          [c, d],
        ]),
      ).toBeCloseTo(root, 6);
    }),
  );
});

test("spectralRadius() of what feeds only forward is 0, and of turns the root of their product", () => {
  expect(
    spectralRadius([
      [0, 3],
      [0, 0],
    ]),
  ).toBe(0);
  expect(
    spectralRadius([
      [0, 4],
      [0.25, 0],
    ]),
  ).toBeCloseTo(1, 12);
  expect(() => spectralRadius([[Number.NaN]])).toThrow(RangeError);
});
