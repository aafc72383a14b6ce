import fc from "fast-check";
import { expect, test } from "vitest";
import { adjusted } from "./false-discovery.ts";

test("adjusted() finds four of Benjamini and Hochberg's fifteen at 5%", () => {
  // The example of their section 3.2.
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  expect(adjusted(ps).filter((q) => q <= 0.05)).toHaveLength(4);
});

test("adjusted() is never below p, keeps the order of the ps, and does not depend on where each stands", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (ps) => {
      const qs = adjusted(ps);
      for (const [i, p] of ps.entries()) {
        expect(qs[i]).toBeGreaterThanOrEqual(p);
        for (const [j, other] of ps.entries()) if (p < other) expect(qs[i]).toBeLessThanOrEqual(qs[j]!);
      }
      expect(adjusted(ps.toReversed()).toReversed()).toEqual(qs);
    }),
  );
});
