import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational } from "../../math/rational.ts";
import { Interval, normalBelow, normalDensity } from "./interval.ts";

const numbers = fc.double({ min: -30, max: 30, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6);
const of = (x: number): Interval => Interval.of(rational(x));

/** Whether the interval lies about the value and is narrow. */
function isNear(interval: Interval, value: number): boolean {
  const [low, high] = [interval.lower.toNumber(), interval.upper.toNumber()];
  if (low > high || Math.abs(low - value) > 1e-13 * Math.max(1, Math.abs(value))) return false;
  return interval.upper.minus(interval.lower).isAtMost(1e-20 * Math.max(1, Math.abs(value)) ** 2);
}

describe("Interval", () => {
  test("encloses exp, tightly", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        expect(isNear(of(x).exp(), Math.exp(x))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("encloses ln, tightly, and undoes exp", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const y = Math.abs(x) + 1e-6;
        expect(isNear(of(y).ln(), Math.log(y))).toBe(true);
        const back = of(x).exp().ln();
        expect(back.lower.isAtMost(x) && back.upper.isAtLeast(x)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("encloses the square root: its square holds the number", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const root = of(Math.abs(x)).sqrt();
        const square = root.times(root);
        expect(square.lower.isAtMost(Math.abs(x)) && square.upper.isAtLeast(Math.abs(x))).toBe(true);
        expect(isNear(root, Math.sqrt(Math.abs(x)))).toBe(true);
      }),
    );
  });

  // Abramowitz & Stegun, table 26.1.
  test.each([
    [0, 0.5, 0.398942280401433],
    [1, 0.841344746068543, 0.241970724519143],
    [-2, 0.0227501319481792, 0.0539909665131881],
    [3.5, 0.999767370920965, 0.00087268269504576],
  ])("encloses the normal law at %d", (x, below, density) => {
    expect(isNear(normalBelow(of(x)), below)).toBe(true);
    expect(isNear(normalDensity(of(x)), density)).toBe(true);
  });

  test("does not divide by what may be zero", () => {
    expect(() => of(1).over(new Interval(-1n, 1n))).toThrow(RangeError);
  });
});
