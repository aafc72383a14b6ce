import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readRange, writeRange } from "./ranges.ts";

test("readRange() reads back what writeRange() writes", () => {
  const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 100);
  fc.assert(
    fc.property(number, number, (x, y) => {
      const range = { lower: Math.min(x, y), upper: Math.max(x, y) };
      expect(readRange(writeRange(range))).toEqual(range);
    }),
  );
});

test.each([
  ["0.5", { lower: 0.5, upper: 0.5 }],
  ["0,5", { lower: 0.5, upper: 0.5 }],
  [" 2-4 ", { lower: 2, upper: 4 }],
  ["2 to 4", { lower: 2, upper: 4 }],
  ["-2–-1", { lower: -2, upper: -1 }],
  ["4-2", null],
  ["", null],
  ["much", null],
  ["1e9", null],
  ["1-2-3", null],
])("readRange(%j)", (typed, range) => {
  expect(readRange(typed)).toEqual(range);
});
