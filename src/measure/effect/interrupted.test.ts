import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../math/philox.ts";
import { drawGamma, drawPoisson } from "../../math/sampling.ts";
import { interrupted } from "./interrupted.ts";

describe("interrupted", () => {
  test("gives finite numbers inside their intervals, or a refusal, for any counts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { maxLength: 40 }),
        fc.integer({ min: -2, max: 42 }),
        fc.boolean(),
        (counts, from, slope) => {
          const found = interrupted.estimate({ counts, from, slope });
          if (!found.ok) return;
          expect(found.value.p >= 0 && found.value.p <= 1).toBe(true);
          for (const one of [found.value, found.value.middle, found.value.trend]) {
            expect(one.interval.lower).toBeLessThanOrEqual(one.value);
            expect(one.interval.upper).toBeGreaterThanOrEqual(one.value);
            expect(Number.isFinite(one.interval.upper)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("takes what is not on record yet for no fall", () => {
    const counts = Array.from({ length: 40 }, (_, t) => (t < 20 ? 20 : 10));
    const halved = counts.map((_, t) => (t < 20 ? 1 : 0.5));
    const [plain, corrected] = [
      interrupted.estimate({ counts, from: 20, slope: false }),
      interrupted.estimate({ counts, from: 20, slope: false, exposures: halved }),
    ];
    if (!plain.ok || !corrected.ok) throw new Error("refused");
    expect(plain.value.value).toBeCloseTo(0.5, 6);
    expect(corrected.value.value).toBeCloseTo(1, 6);
  });

  // 1,000 histories of 72 months with overdispersion 1/4 and a step to 0.6: the normal interval is a little short.
  test("covers the true step with its 90% interval in 85 to 95% of 1,000 simulated histories", () => {
    let [covered, answered] = [0, 0];
    for (let run = 0; run < 1000; run++) {
      const chance = stream(5, run);
      const counts = Array.from({ length: 72 }, (_, t) => {
        const mean = 6 * Math.exp(0.004 * t) * (t >= 36 ? 0.6 : 1);
        return drawPoisson(chance, (mean * drawGamma(chance, 4)) / 4);
      });
      const found = interrupted.estimate({ counts, from: 36, level: 0.9 });
      if (!found.ok) continue;
      answered += 1;
      const { lower, upper } = found.value.interval;
      // A change of trend of 0 starts one period after the date.
      if (lower <= 0.6 && 0.6 <= upper) covered += 1;
    }
    expect(answered).toBeGreaterThan(990);
    expect(covered / answered).toBeGreaterThan(0.85);
    expect(covered / answered).toBeLessThan(0.95);
  });
});
