import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stream } from "../math/philox.ts";
import { drawNormal } from "../math/sampling.ts";
import { besideIndex } from "./beside-index.ts";

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true })), {
  minLength: 36,
  maxLength: 60,
});

test("the correlation is between −1 and 1 inside its interval, whichever index comes first and however it is scaled", () => {
  fc.assert(
    fc.property(pairs, (some) => {
      const found = besideIndex.estimate({ pairs: some, draws: 40 });
      const turned = besideIndex.estimate({ pairs: some.map(([a, b]) => [b, Math.exp(a) + 3] as const), draws: 40 });
      expect(turned.ok).toBe(found.ok);
      if (!found.ok || !turned.ok) return;
      const { value, interval } = found.value;
      expect(turned.value.value).toBeCloseTo(value, 10);
      expect(-1 <= interval.lower && interval.lower <= value && value <= interval.upper && interval.upper <= 1).toBe(
        true,
      );
    }),
    { numRuns: 40 },
  );
});

test("ranks that agree give 1, turned ones −1; Spearman's own formula holds without ties", () => {
  const months = Array.from({ length: 48 }, (_, t) => t);
  const value = (of: readonly (readonly [number, number])[]): number => {
    const found = besideIndex.estimate({ pairs: of, draws: 20 });
    return found.ok ? found.value.value : Number.NaN;
  };
  expect(value(months.map((t) => [t, t ** 3] as const))).toBe(1);
  expect(value(months.map((t) => [t, -t] as const))).toBe(-1);
  // 1 − 6 Σ d² / (n (n² − 1)) with the first two exchanged.
  const exchanged = [1, 0, ...months.slice(2)].map((rank, t) => [t, rank] as const);
  expect(value(exchanged)).toBeCloseTo(1 - (6 * 2) / (48 * (48 ** 2 - 1)), 12);
});

test("too few months and an index that stands still are refused", () => {
  const still = Array.from({ length: 40 }, (_, t) => [t, 5] as const);
  const reason = (of: readonly (readonly [number, number])[]): string => {
    const found = besideIndex.estimate({ pairs: of });
    return found.ok ? "" : found.refusal.reason;
  };
  expect([reason(still.slice(0, 35)), reason(still)]).toEqual(["too-short", "no-variation"]);
});

test("of two series that wander apart, each like its last months, the 90% interval holds 0 in 75 to 95 of 100", () => {
  let held = 0;
  for (let run = 0; run < 100; run++) {
    const chance = stream(7, run);
    let [a, b] = [0, 0];
    const drawn = Array.from({ length: 240 }, () => {
      a = 0.8 * a + drawNormal(chance);
      b = 0.8 * b + drawNormal(chance);
      return [a, b] as const;
    });
    const found = besideIndex.estimate({ pairs: drawn, draws: 200, level: 0.9 });
    if (found.ok && found.value.interval.lower <= 0 && found.value.interval.upper >= 0) held += 1;
  }
  expect(held).toBeGreaterThanOrEqual(75);
  expect(held).toBeLessThanOrEqual(95);
});
