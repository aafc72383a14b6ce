import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalIn, wholeIn } from "./decimal.ts";

test("whole numbers and decimals are read back as they were written", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.double({ noNaN: true, noDefaultInfinity: true }), (whole, decimal) => {
      expect(wholeIn(String(whole))).toBe(whole);
      expect(decimalIn(String(decimal))).toBe(Object.is(decimal, -0) ? 0 : decimal);
    }),
  );
  expect(["05", "1.5", "+2", "-.5", "1.", "2E3"].map(decimalIn)).toEqual([5, 1.5, 2, -0.5, 1, 2000]);
});

test.each(["", " ", " 5", "0x10", "0b1", "0o7", "1_000", "1,000", "NaN", "Infinity", "1e999", "٣", "５", "5 ", "--1"])(
  '"%s" is no number',
  (text) => {
    expect([wholeIn(text), decimalIn(text)]).toEqual([null, null]);
  },
);

test.each(["-1", "1.5", "1e3", "3.0", "9007199254740992", undefined, 5])("%s is no whole number in digits", (text) => {
  expect(wholeIn(text)).toBeNull();
});
