import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../math/philox.ts";
import { median } from "./median.ts";
import { rate } from "./rate.ts";
import { share, WIDEST } from "./share.ts";

describe("share", () => {
  test("gives the exact interval of a probability: 1 of 10 at 95% is 0.0025 to 0.4450", () => {
    const found = share.estimate({ found: 1, of: 10 });
    expect(found).toMatchObject({ ok: true, value: { value: 0.1, unit: "share" } });
    if (!found.ok) return;
    expect(found.value.interval.lower).toBeCloseTo(0.0025286, 6);
    expect(found.value.interval.upper).toBeCloseTo(0.4450161, 6);
  });

  test("refuses where the interval covers more than half of all shares, and says what it leaves open", () => {
    const found = share.estimate({ found: 5, of: 9 });
    expect(found).toMatchObject({ ok: false, refusal: { reason: "too-few" } });
    if (!found.ok) expect(found.refusal.because).toContain("5 of 9 leaves open anything from 21% to 86%");
    expect(share.estimate({ found: 0, of: 0 })).toMatchObject({ refusal: { reason: "no-cases" } });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const one = share.estimate({ found: Math.round(of * part), of });
        if (one.ok) expect(one.value.interval.upper - one.value.interval.lower).toBeLessThanOrEqual(WIDEST);
      }),
    );
  });
});

describe("rate", () => {
  test("is the count over the periods, with Garwood's interval: 3 in 10 is 0.0619 to 0.8767", () => {
    const found = rate.estimate({ count: 3, periods: 10 });
    expect(found.ok && found.value.value).toBeCloseTo(0.3, 12);
    expect(found.ok && found.value.interval.lower).toBeCloseTo(0.0618672, 6);
    expect(found.ok && found.value.interval.upper).toBeCloseTo(0.8767273, 6);
    expect(rate.estimate({ count: 0, periods: 0 })).toMatchObject({ refusal: { reason: "not-covered" } });
  });
});

describe("median", () => {
  test("takes the ends that hold the median at 95%: of ten values the second and the ninth", () => {
    const values = [7, 3, 10, 1, 9, 5, 2, 8, 4, 6];
    const found = median.estimate({ values, unit: "days" });
    expect(found.ok && found.value).toMatchObject({ value: 5.5, interval: { lower: 2, upper: 9, level: 0.95 } });
  });

  test("refuses five values, of which even the ends hold the median too seldom, and takes six", () => {
    expect(median.estimate({ values: [1, 2, 3, 4, 5], unit: "days" })).toMatchObject({ ok: false });
    expect(median.estimate({ values: [1, 2, 3, 4, 5, 6], unit: "days" })).toMatchObject({
      value: { interval: { lower: 1, upper: 6 } },
    });
  });

  test("covers the true median as often as it says, whatever the distribution", () => {
    const chance = stream(3);
    let held = 0;
    for (let run = 0; run < 1000; run++) {
      const values = Array.from({ length: 25 }, () => (-Math.log(chance())) ** 3);
      const found = median.estimate({ values, unit: "days" });
      const truth = (-Math.log(0.5)) ** 3;
      if (found.ok && found.value.interval.lower <= truth && truth <= found.value.interval.upper) held++;
    }
    // At least 95% in theory (95.7% for 25 values); four standard errors below.
    expect(held).toBeGreaterThan(925);
  });
});
