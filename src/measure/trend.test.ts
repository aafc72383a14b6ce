import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trend, type Trend, type TrendAsked } from "./trend.ts";

const counts = fc.array(fc.nat(30), { minLength: 6, maxLength: 25 });

function found(input: TrendAsked): Trend | null {
  const outcome = trend.estimate(input);
  return outcome.ok ? outcome.value : null;
}

describe("trend", () => {
  test("turned round is the inverse, and rises exactly where it fell", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const [there, back] = [found({ counts: some }), found({ counts: some.toReversed() })];
        if (!there || !back) return;
        expect(there.value * back.value).toBeCloseTo(1, 5);
        expect(there.probabilityOfRise + back.probabilityOfRise).toBeCloseTo(1, 5);
        expect(there.interval.lower <= there.value && there.value <= there.interval.upper).toBe(true);
      }),
    );
  });

  test("does not see a fall that the delay in reporting makes", () => {
    const shares = [1, 1, 1, 1, 1, 1, 0.8, 0.6, 0.4, 0.2];
    const known = shares.map((share) => 20 * share);
    expect(found({ counts: known })!.value).toBeLessThan(0.93);
    expect(found({ counts: known, shares })!.value).toBeCloseTo(1, 9);
  });

  test("is less sure of the slope, the less sure the delay is", () => {
    const some = [9, 12, 7, 10, 8, 11, 6, 5];
    const share = (latest: number): number[] => [1, 1, 1, 1, 1, 1, 1, latest];
    const sure = found({ counts: some, shares: share(0.6), drawn: [share(0.6), share(0.6)] })!;
    const unsure = found({ counts: some, shares: share(0.6), drawn: [share(0.3), share(0.9)] })!;
    expect(sure.slope.shareOfDelay).toBeCloseTo(0, 12);
    expect(unsure.slope.shareOfDelay).toBeGreaterThan(0.05);
    expect(unsure.slope.standardError).toBeGreaterThan(sure.slope.standardError);
  });

  test("says what the last count would have to be for the slope to turn", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const before = found({ counts: some });
        if (!before || before.wouldTurn === null || before.wouldTurn === 0) return;
        const changed = (by: number): number[] => some.map((count, t) => (t === some.length - 1 ? count + by : count));
        const after = found({ counts: changed(before.wouldTurn) });
        if (!after) return;
        expect(Math.sign(after.slope.perYear) * Math.sign(before.slope.perYear)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  test("takes months as parts of a year", () => {
    const months = Array.from({ length: 36 }, (_, t) => Math.round(40 * Math.exp((-0.3 * t) / 12)));
    expect(found({ counts: months, perYear: 12 })!.value).toBeCloseTo(Math.exp(-0.3), 2);
  });

  test("refuses few cases, few periods and none, and throws at what is no count", () => {
    const reason = (some: number[]): unknown => trend.estimate({ counts: some });
    expect(reason([1, 2, 1, 2, 1])).toMatchObject({ refusal: { reason: "too-few" } });
    expect(reason([10, 20, 30])).toMatchObject({ refusal: { reason: "too-short" } });
    expect(reason([0, 0, 0, 0, 0])).toMatchObject({ refusal: { reason: "no-cases" } });
    expect(() => reason([1, -1, 3, 4, 5])).toThrow(RangeError);
  });
});
