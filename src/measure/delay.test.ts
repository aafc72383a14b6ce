import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../math/philox.ts";
import { drawGamma, drawPoisson } from "../math/sampling.ts";
import { delay, quantileOf, type Delay, type Delays } from "./delay.ts";
import { nowcast, type Nowcast } from "./nowcast.ts";
import { trend } from "./trend.ts";

const MONTHS = { longest: 8, unit: "months" as const, draws: 100 };

function found(input: Delays): Delay {
  const outcome = delay.estimate(input);
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

/** Cases of delays 0 to 8, each as old as asked. */
const old = fc.array(fc.record({ happened: fc.nat(50), later: fc.nat(8) }), { minLength: 15, maxLength: 80 });

describe("delay", () => {
  test("of cases all old enough is the share that is known within each delay", () => {
    fc.assert(
      fc.property(old, (rows) => {
        const cases = rows.map(({ happened, later }) => ({ happened, known: happened + later }));
        const { shares } = found({ ...MONTHS, cases, until: 100 });
        for (const { within, share } of shares)
          expect(share).toBeCloseTo(rows.filter(({ later }) => later <= within).length / rows.length, 9);
      }),
    );
  });

  test("gives more to long delays than is seen, where recent cases could not show them yet", () => {
    // 20 old cases, half known at once and half after 8; 20 new ones, of which only those known at once are seen.
    const at = (happened: number, later: number, count: number): { happened: number; known: number }[] =>
      Array.from({ length: count }, () => ({ happened, known: happened + later }));
    const cases = [...at(0, 0, 10), ...at(0, 8, 10), ...at(50, 0, 10)];
    const { shares } = found({ ...MONTHS, cases, until: 50 });
    expect(shares[0]!.share).toBeCloseTo(0.5, 12);
    expect(shares[8]!.share).toBe(1);
  });

  test("has rising shares that end at 1, within their intervals, and quantiles within theirs", () => {
    fc.assert(
      fc.property(old, fc.integer({ min: 50, max: 70 }), (rows, until) => {
        const cases = rows
          .map(({ happened, later }) => ({ happened, known: happened + later }))
          .filter(({ known }) => known <= until);
        const outcome = delay.estimate({ ...MONTHS, cases, until });
        if (!outcome.ok) return;
        let before = 0;
        for (const { share, interval } of outcome.value.shares) {
          expect(share).toBeGreaterThanOrEqual(before);
          expect(interval.lower <= interval.upper && interval.upper <= 1).toBe(true);
          before = share;
        }
        expect(before).toBe(1);
        for (const { interval } of outcome.value.quantiles) expect(interval.lower <= interval.upper).toBe(true);
      }),
    );
  });

  test("refuses few cases, and delays that no case is old enough to show", () => {
    const cases = Array.from({ length: 20 }, () => ({ happened: 10, known: 11 }));
    expect(delay.estimate({ ...MONTHS, cases: cases.slice(6), until: 20 })).toMatchObject({
      refusal: { reason: "too-few" },
    });
    expect(delay.estimate({ ...MONTHS, cases, until: 12 })).toMatchObject({ refusal: { reason: "too-short" } });
    expect(() => delay.estimate({ ...MONTHS, cases: [{ happened: 3, known: 2 }], until: 9 })).toThrow(RangeError);
  });

  test("quantileOf() is where the share is reached, evenly around each number of periods", () => {
    expect(quantileOf([0.25, 0.75, 1], 0.5)).toBe(1);
    expect(quantileOf([0.5, 1], 0.75)).toBe(1);
    expect(quantileOf([0.5, 1], 0.125)).toBe(0);
  });
});

const LONGEST = 8;
const EACH = 0.4;
const PERIODS = 20;

/** Periods with a rate, each case known after a geometric delay; only what is known by the last period is seen. */
function simulated(
  seed: number,
  { rate, theta, slope }: { rate: number; theta: number; slope: number },
): { counts: number[]; final: number[]; cases: Delays["cases"] } {
  const chance = stream(seed, 0, 3);
  const [counts, final, cases]: [number[], number[], { happened: number; known: number }[]] = [[], [], []];
  for (let t = 0; t < PERIODS; t++) {
    const spread = theta === Infinity ? 1 : drawGamma(chance, theta) / theta;
    const n = drawPoisson(chance, rate * Math.exp(slope * t) * spread);
    const delays = Array.from({ length: n }, () => {
      for (;;) {
        const later = Math.floor(Math.log(1 - chance()) / Math.log(1 - EACH));
        if (later <= LONGEST) return later;
      }
    });
    const known = delays.filter((later) => t + later < PERIODS);
    cases.push(...known.map((later) => ({ happened: t, known: t + later })));
    counts.push(known.length);
    final.push(n);
  }
  return { counts, final, cases };
}

/** F(k) of the delays above. */
const truth = Array.from(
  { length: LONGEST + 1 },
  (_, k) => (1 - (1 - EACH) ** (k + 1)) / (1 - (1 - EACH) ** (LONGEST + 1)),
);

const byAge = (ages: ArrayLike<number>): number[] =>
  Array.from({ length: PERIODS }, (_, t) => ages[PERIODS - 1 - t] ?? 1);
const holds = ({ lower, upper }: { lower: number; upper: number }, value: number): boolean =>
  lower <= value && value <= upper;

describe("delay, nowcast and trend together, over simulated histories", () => {
  test.each([
    ["a steady rate", { rate: 4, theta: Infinity, slope: 0 }],
    ["a fall, unevenly", { rate: 8, theta: 3, slope: -0.06 }],
    ["a rise", { rate: 2, theta: 5, slope: 0.08 }],
  ])("cover with 90%% intervals about 90 times in 100: %s", (_, setting) => {
    const covered = { median: 0, ninth: 0, total: 0, slope: 0 };
    let runs = 0;
    for (let seed = 0; seed < 250; seed++) {
      const { counts, final, cases } = simulated(seed, setting);
      const delays = delay.estimate({
        cases,
        until: PERIODS - 1,
        longest: LONGEST,
        unit: "years",
        level: 0.9,
        draws: 150,
        seed,
      });
      if (!delays.ok) continue;
      const { quantiles, shares, drawn } = delays.value;
      const ages = shares.map(({ share }) => share);
      const now = nowcast.estimate({ counts, shares: ages, drawn, level: 0.9, seed });
      const slope = trend.estimate({
        counts,
        shares: byAge(ages),
        drawn: drawn.slice(0, 20).map(byAge),
        level: 0.9,
      });
      if (!now.ok || !slope.ok) continue;
      runs++;
      const missing = final.reduce((sum, count, t) => sum + count - counts[t]!, 0);
      if (holds(quantiles[0]!.interval, quantileOf(truth, 0.5))) covered.median++;
      if (holds(quantiles[1]!.interval, quantileOf(truth, 0.9))) covered.ninth++;
      if (holds(now.value.interval, missing)) covered.total++;
      if (holds(slope.value.interval, Math.exp(setting.slope))) covered.slope++;
    }
    expect(runs).toBeGreaterThan(220);
    for (const [name, count] of Object.entries(covered)) {
      expect(count / runs, name).toBeGreaterThan(name === "ninth" ? 0.8 : 0.83);
      expect(count / runs, name).toBeLessThan(0.97);
    }
  });
});

function nowcasted(counts: number[]): Nowcast {
  const outcome = nowcast.estimate({
    counts,
    shares: [0.2, 0.6, 1],
    drawn: Array.from({ length: 200 }, () => [0.2, 0.6, 1]),
  });
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

describe("nowcast", () => {
  test("adds to recent periods only, most to the latest, and never takes away", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 15 }), (counts) => {
        const { periods, interval, value } = nowcasted(counts);
        expect(periods.map(({ index }) => index)).toEqual([counts.length - 2, counts.length - 1]);
        for (const { known, expected, interval: ends } of periods) {
          expect(expected).toBeGreaterThanOrEqual(known);
          expect(ends.lower).toBeGreaterThanOrEqual(known);
        }
        expect(interval.lower <= interval.upper && value >= 0).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("expects some in a period of which none is known yet", () => {
    const { periods } = nowcasted([6, 5, 7, 6, 4, 6, 0]);
    expect(periods.at(-1)!.expected).toBeGreaterThan(1.5);
  });

  test("refuses a series too short or without any", () => {
    const drawn = [[0.5, 1]];
    expect(nowcast.estimate({ counts: [1, 2], shares: [0.5, 1], drawn })).toMatchObject({
      refusal: { reason: "too-short" },
    });
    expect(nowcast.estimate({ counts: [0, 0, 0, 0, 0], shares: [0.5, 1], drawn })).toMatchObject({
      refusal: { reason: "no-cases" },
    });
  });
});
