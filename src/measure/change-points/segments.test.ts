import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewChanges } from "./few-changes.ts";
import { lengthCost, penaltyNames, penaltyOf } from "./penalty.ts";
import { costNames, costOf, segmentCost } from "./segment-cost.ts";
import { optimalPartition } from "./optimal-partition.ts";
import { penalisedSegments, searchNames } from "./segments.ts";
import { breaksOfMean } from "./structural-break.ts";

const counts = fc.array(fc.nat(20), { minLength: 4, maxLength: 60 });
const penalty = fc.oneof(fc.constantFrom(...penaltyNames), fc.double({ min: 0, max: 20, noNaN: true }));

describe("optimalPartition()", () => {
  test("costs what the exact search over every number of segments costs, by every cost and penalty", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...costNames), penalty, (series, name, asked) => {
        const cost = segmentCost(name, series);
        const price = penaltyOf(asked, cost.parameters, series.length);
        const total = (from: number, to: number): number =>
          costOf(cost, from, to) + lengthCost(price, from, to) + price.perSegment;
        const ends = [0, ...optimalPartition(cost, price)!, series.length];
        const found = ends.slice(1).reduce((sum, to, i) => sum + total(ends[i]!, to), 0);
        const best = Math.min(...fewChanges(series.length, cost.least, series.length, total).map(({ cost: c }) => c));
        expect(found).toBeCloseTo(best, 6);
        for (let i = 1; i < ends.length; i++) expect(ends[i]! - ends[i - 1]!).toBeGreaterThanOrEqual(cost.least);
      }),
      { numRuns: 300 },
    );
  });
});

test("optimalPartition() keeps a start that is beaten for the one end that the better start is too near to serve", () => {
  const cost = segmentCost("poisson", [10, 0, 6, 8, 10, 13, 4, 1, 17, 0, 3]);
  const total = (from: number, to: number): number => costOf(cost, from, to) + 3.874374882104089;
  const ends = [0, ...optimalPartition(cost, penaltyOf(3.874374882104089, 1, 11))!, 11];
  const found = ends.slice(1).reduce((sum, to, i) => sum + total(ends[i]!, to), 0);
  expect(found).toBeCloseTo(Math.min(...fewChanges(11, 2, 11, total).map(({ cost: least }) => least)), 9);
});

test("optimalPartition() gives up a long series in which nothing changes, and not one that changes often", () => {
  const still = Array.from({ length: 5000 }, (_, i) => i % 2);
  const often = still.map((_, i) => (Math.floor(i / 10) % 2 ? 1000 : 1));
  const tried = (series: number[]): number[] | null => {
    const cost = segmentCost("poisson", series);
    return optimalPartition(cost, penaltyOf("mbic", 1, series.length), 200_000);
  };
  expect(tried(still)).toBeNull();
  expect(tried(often)?.length).toBe(499);
});

describe("penalisedSegments", () => {
  test("never part a constant series, and part one that jumps where it jumps", () => {
    const constant = Array.from({ length: 30 }, () => 3);
    const jump = constant.map((value, i) => (i < 17 ? value : 30));
    for (const search of searchNames) {
      const changes = (series: number[]): number[] => {
        const outcome = penalisedSegments.estimate({ series, search });
        return outcome.ok ? outcome.value.segments.slice(1).map(({ from }) => from) : [-1];
      };
      expect(changes(constant)).toEqual([]);
      expect(changes(jump)).toEqual([17]);
    }
  });

  test("have finite numbers, means inside their intervals, and no more segments at a higher penalty", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...costNames), (series, cost) => {
        const numbers = [2, 5, 20].map((price) => {
          const outcome = penalisedSegments.estimate({ series, cost, penalty: price });
          if (!outcome.ok) return 0;
          for (const { mean, variance, interval } of outcome.value.segments) {
            expect(Number.isFinite(mean + variance + interval.lower + interval.upper)).toBe(true);
            expect(interval.lower <= mean + 1e-12 && mean <= interval.upper + 1e-12).toBe(true);
          }
          return outcome.value.segments.length;
        });
        expect(numbers.toSorted((one, other) => other - one)).toEqual(numbers);
      }),
    );
  });
});

describe("breaksOfMean", () => {
  test("has falling sums of squares while segments may be short, and intervals around each break", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 14, maxLength: 40 }),
        (series) => {
          const outcome = breaksOfMean.estimate({ series, most: 3 });
          if (!outcome.ok) return;
          const { best, sizes } = outcome.value;
          expect(sizes[1]!.rss).toBeLessThanOrEqual(sizes[0]!.rss + 1e-9);
          for (const { at, lower, upper } of best) expect(lower <= at && at <= upper).toBe(true);
        },
      ),
    );
  });

  test("refuses a series that is short or does not vary", () => {
    expect(breaksOfMean.estimate({ series: [1, 2, 3] })).toMatchObject({ refusal: { reason: "too-short" } });
    const flat = Array.from({ length: 30 }, () => 4);
    expect(breaksOfMean.estimate({ series: flat })).toMatchObject({ refusal: { reason: "no-variation" } });
  });
});
