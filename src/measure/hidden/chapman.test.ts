import * as fc from "fast-check";
import { expect, test } from "vitest";
import { InputError } from "../../values/errors.ts";
import { chapman } from "./chapman.ts";

const lists = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(500))
  .map(([both, first, second]) => ({ first: both + first, second: both + second, both }));

test("chapman() gives the same answer whichever list comes first", () => {
  fc.assert(
    fc.property(lists, ({ first, second, both }) => {
      expect(chapman.estimate({ first, second, both })).toEqual(
        chapman.estimate({ first: second, second: first, both }),
      );
    }),
  );
});

test("chapman() equals the printed formula and stays above what is on record", () => {
  fc.assert(
    fc.property(lists, ({ first, second, both }) => {
      const outcome = chapman.estimate({ first, second, both });
      if (!outcome.ok) throw new Error("refused");
      const { value, interval } = outcome.value;
      expect(value).toBeCloseTo(((first + 1) * (second + 1)) / (both + 1) - 1, 6);
      expect(interval.lower).toBeGreaterThanOrEqual(first + second - both);
      expect(interval.upper).toBeGreaterThanOrEqual(value - 1e-9);
    }),
  );
});

test("chapman() of a list within a list says how many could still be unseen", () => {
  const outcome = chapman.estimate({ first: 10, second: 50, both: 10 });
  if (!outcome.ok) throw new Error("refused");
  expect(outcome.value.value).toBe(50);
  // C(50, 10) / C(71, 10) = .0259 and C(50, 10) / C(72, 10) = .0223
  expect(outcome.value.interval.upper).toBe(70);
});

test("chapman() refuses without overlap or with an empty list, and rejects what is no count", () => {
  expect(chapman.estimate({ first: 9, second: 5, both: 0 })).toMatchObject({ refusal: { reason: "no-overlap" } });
  expect(chapman.estimate({ first: 9, second: 0, both: 0 })).toMatchObject({ refusal: { reason: "one-list" } });
  expect(() => chapman.estimate({ first: 9, second: 5, both: 6 })).toThrow(InputError);
  expect(() => chapman.estimate({ first: Number.NaN, second: 5, both: 6 })).toThrow(InputError);
});
