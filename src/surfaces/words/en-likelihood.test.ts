import fc from "fast-check";
import { golden } from "../../../test/golden.ts";
import { expect, test } from "vitest";
import { agreementOf, bandOf, bands, confidence, likely, tooFew, type Saying } from "./en-likelihood.ts";

test("sentences on likelihood, word by word", () => {
  const probabilities = [
    0, 0.004, 0.01, 0.049, 0.05, 0.19, 0.2, 0.44, 0.45, 0.5, 0.549, 0.55, 0.79, 0.8, 0.94, 0.95, 0.985, 1,
  ];
  const sayings: Saying[][] = [
    [],
    ["fewer"],
    ["cannot tell"],
    ["fewer", "fewer", "fewer"],
    ["cannot tell", "cannot tell"],
    ["fewer", "fewer", "cannot tell"],
    ["fewer", "cannot tell", "cannot tell"],
    ["fewer", "more", "cannot tell"],
    ["more", "more"],
  ];
  const lines = [
    ...probabilities.map((p) => `${p}: ${likely(p, "there are fewer incidents than before")}`),
    ...sayings.map((one) => `${one.join("+") || "none"}: ${agreementOf(one)}`),
    `3 of 5: ${tooFew(3, 5)}`,
    `1 of 5: ${tooFew(1, 5, "report")}`,
    confidence("low", ["reports come late", "the lists lean on each other"]),
    confidence("moderate", ["one reason"]),
    confidence("high", ["one", "two", "three"]),
  ];
  const text = `${lines.join("\n")}\n`;
  expect(text).toBe(golden("likelihood.txt", text));
});

test("the bands cover every probability once, and the words follow ICD 203", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      const inside = bands.filter(({ from, to }) => p >= from && (p < to || (p === 1 && to === 1)));
      expect(inside).toEqual([bandOf(p)]);
    }),
  );
  expect(() => bandOf(1.01)).toThrow(RangeError);
  expect(() => bandOf(Number.NaN)).toThrow(RangeError);
});
