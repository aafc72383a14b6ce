import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parity } from "./parity.ts";

test("parity() of 155 against 12 says many times more, and that chance does not split so", () => {
  const outcome = parity.estimate({ first: 155, second: 12 });
  if (!outcome.ok) throw new Error("refused");
  expect(outcome.value.value).toBeCloseTo(12.9167, 3);
  expect(outcome.value.interval.lower).toBeCloseTo(7.2, 0);
  expect(outcome.value.p).toBeLessThan(1e-20);
});

test("parity() refuses where one direction has too few, and says what would be needed", () => {
  expect(parity.estimate({ first: 40, second: 4 })).toMatchObject({
    refusal: { reason: "too-few", because: expect.stringContaining("at least 5") },
  });
  expect(parity.estimate({ first: 0, second: 0 })).toMatchObject({ refusal: { reason: "no-cases" } });
});

test("parity() seen from the other side is the inverse, and equal counts have ratio 1 in the interval", () => {
  const count = fc.integer({ min: 5, max: 2000 });
  fc.assert(
    fc.property(count, count, (first, second) => {
      const there = parity.estimate({ first, second });
      const back = parity.estimate({ first: second, second: first });
      if (!there.ok || !back.ok) throw new Error("refused");
      expect(there.value.value * back.value.value).toBeCloseTo(1, 9);
      expect(there.value.interval.lower * back.value.interval.upper).toBeCloseTo(1, 8);
      expect(there.value.p).toBeCloseTo(back.value.p, 9);
      // The test and the interval agree on whether 1 can be.
      const holdsOne = there.value.interval.lower <= 1 && there.value.interval.upper >= 1;
      expect(there.value.p > 0.05).toBe(holdsOne);
    }),
  );
});
