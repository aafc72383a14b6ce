import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bounded, parseRational, Rational, rational, simplestNear, TooLong } from "./rational.ts";

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([top, bottom]) => Rational.fraction(top, bottom));

describe("Rational", () => {
  test("adds and multiplies as a field does", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(
          a
            .plus(b)
            .times(c)
            .equals(a.times(c).plus(b.times(c))),
        ).toBe(true);
        expect(a.minus(a).isZero()).toBe(true);
        const divisor = b.isZero() ? Rational.one : b;
        expect(a.over(divisor).times(divisor).equals(a)).toBe(true);
      }),
    );
  });

  test("orders as its difference from the other has a sign", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(a.compare(b)).toBe(a.minus(b).sign());
      }),
    );
  });

  test("reads back what it writes", () => {
    fc.assert(
      fc.property(fractions, (a) => {
        expect(parseRational(a.toString())?.equals(a)).toBe(true);
      }),
    );
  });

  test("reads a floating-point number as its decimal and gives the same number back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }), (x) => {
        const inRange = Math.abs(x) > 1e-200 ? x : 0.1;
        expect(rational(inRange).toNumber()).toBe(inRange);
      }),
    );
  });

  test("0.1 and 0.2 make exactly 0.3", () => {
    expect(rational(0.1).plus(0.2).equals("3/10")).toBe(true);
  });

  test.each(["", "1/0", "abc", "1/-2", "--1", "1e99999", ".", "9".repeat(500), "0x10", "1 "])(
    "does not read %j",
    (text) => {
      expect(parseRational(text)).toBeNull();
    },
  );

  test("simplestNear() finds the fraction behind a float", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 500 }), (top, bottom) => {
        const found = simplestNear(top / bottom, 1e-12);
        expect(found.equals(Rational.fraction(BigInt(top), BigInt(bottom)))).toBe(true);
      }),
    );
  });

  test("bounded() ends sums whose fractions grow without end, and counts nothing outside", () => {
    const sum = (terms: number): Rational => {
      let total = Rational.zero;
      for (let k = 0; k < terms; k++) total = total.plus(Rational.fraction(1n, 10n ** 40n + BigInt(k)));
      return total;
    };
    expect(() => bounded(100_000, () => sum(500))).toThrow(TooLong);
    expect(bounded(100_000, () => sum(3)).equals(sum(3))).toBe(true);
    // What is inside another is counted by the outer one.
    expect(() => bounded(100_000, () => bounded(1e12, () => sum(500)))).toThrow(TooLong);
    expect(sum(60).sign()).toBe(1);
  });
});
