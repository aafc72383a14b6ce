import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../math/philox.ts";
import { severity, severityPerYear, severityRatio, type Scored } from "./severity.ts";

const scored = fc.array(
  fc.record({ value: fc.integer({ min: 0, max: 10 }), year: fc.option(fc.integer({ min: 2000, max: 2010 })) }),
  { minLength: 5, maxLength: 40 },
);
const scale = "dcid-severity";

describe("severity", () => {
  test("its mean lies within its interval, and both within the scores", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const outcome = severity.estimate({ scored: rows, scale, draws: 400 });
        if (!outcome.ok) throw new Error(outcome.refusal.because);
        const { value, interval, total, incidents } = outcome.value;
        const values = rows.map((row) => row.value);
        expect(total).toBe(values.reduce((sum, one) => sum + one, 0));
        expect(value).toBeCloseTo(total / incidents, 12);
        expect(interval.lower).toBeGreaterThanOrEqual(Math.min(...values));
        expect(interval.upper).toBeLessThanOrEqual(Math.max(...values));
        expect(interval.lower).toBeLessThanOrEqual(value + 1e-12);
        expect(interval.upper).toBeGreaterThanOrEqual(value - 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  test("years and undated ones add up to all", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const years = severityPerYear(rows);
        const undated = rows.filter(({ year }) => year === null);
        expect(years.reduce((sum, { incidents }) => sum + incidents, undated.length)).toBe(rows.length);
        expect(years.map(({ year }) => year)).toEqual(years.map(({ year }) => year).toSorted((a, b) => a - b));
      }),
    );
  });

  test("refuses where the list scores nothing, and where it scores few", () => {
    const reasons = [0, 4, 5].map((count) => {
      const outcome = severity.estimate({
        scored: Array.from({ length: count }, () => ({ value: 3, year: null })),
        scale,
      });
      return outcome.ok ? "answer" : outcome.refusal.reason;
    });
    expect(reasons).toEqual(["no-scores", "too-few", "answer"]);
  });

  test("its 95% interval covers the true mean in about 95% of samples", () => {
    let covered = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const chance = stream(seed, 5);
      const rows: Scored[] = Array.from({ length: 40 }, () => ({ value: Math.floor(chance() * 6), year: null }));
      const outcome = severity.estimate({ scored: rows, scale, seed, draws: 400 });
      if (outcome.ok && outcome.value.interval.lower <= 2.5 && outcome.value.interval.upper >= 2.5) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(178);
    expect(covered).toBeLessThan(200);
  });
});

describe("severityRatio", () => {
  test("directions exchanged give one over the ratio", () => {
    fc.assert(
      fc.property(scored, scored, (first, second) => {
        const [one, other] = [
          severityRatio.estimate({ first, second, draws: 100 }),
          severityRatio.estimate({ first: second, second: first, draws: 100 }),
        ];
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok) expect(one.value.value * other.value.value).toBeCloseTo(1, 9);
      }),
      { numRuns: 30 },
    );
  });

  test("refuses a direction with fewer than five scored, and one whose scores are all 0", () => {
    const rows = (count: number, value: number): Scored[] =>
      Array.from({ length: count }, () => ({ value, year: null }));
    const reason = (first: Scored[], second: Scored[]): string => {
      const outcome = severityRatio.estimate({ first, second });
      return outcome.ok ? "answer" : outcome.refusal.reason;
    };
    expect(reason(rows(9, 3), rows(4, 3))).toBe("too-few");
    expect(reason(rows(9, 3), rows(9, 0))).toBe("no-variation");
    expect(reason([], [])).toBe("no-scores");
  });
});
