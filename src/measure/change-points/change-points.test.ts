import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logGamma } from "../../math/gamma.ts";
import { stream } from "../../math/philox.ts";
import { drawPoisson } from "../../math/sampling.ts";
import { changePoints, LARGEST_EXACT, type ChangePoints, type CountSeries } from "./change-points.ts";
import { segmentTable } from "./gamma-segments.ts";

const counts = fc.array(fc.nat(12), { minLength: 4, maxLength: 9 }).filter((some) => some.some((count) => count > 0));

function found(input: CountSeries): ChangePoints {
  const outcome = changePoints.estimate({ draws: 50, ...input });
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

/** Every way to part n points, as the bits of a number: bit t − 1 says whether a segment starts at t. */
function byHand(some: readonly number[], { prior }: ChangePoints): { numbers: number[]; starts: number[] } {
  const n = some.length;
  const { logMarginals } = segmentTable(
    some,
    some.map(() => 1),
    prior,
  );
  const numbers = some.map(() => 0);
  const starts = some.map(() => 0);
  let whole = 0;
  for (let bits = 0; bits < 2 ** (n - 1); bits++) {
    const ends = [0, ...some.map((_, t) => t).filter((t) => t > 0 && (bits >> (t - 1)) & 1), n];
    const m = ends.length - 2;
    let choose = 1;
    for (let i = 1; i <= m; i++) choose *= (n - i) / i;
    const log = ends.slice(1).reduce((sum, to, i) => sum + logMarginals[(to * (to - 1)) / 2 + ends[i]!]!, 0);
    const weight = ((m === 0 ? 0.5 : 0.5 ** (m + 1)) / choose) * Math.exp(log - logMarginals[(n * (n - 1)) / 2]!);
    whole += weight;
    numbers[m]! += weight;
    for (const t of ends.slice(1, -1)) starts[t]! += weight;
  }
  return { numbers: numbers.map((weight) => weight / whole), starts: starts.map((weight) => weight / whole) };
}

describe("changePoints()", () => {
  test("gives the probabilities of a sum over every segmentation", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const all = found({ counts: some });
        const { numbers, starts } = byHand(some, all);
        all.numbers.forEach(({ probability }, m) => {
          expect(probability).toBeCloseTo(numbers[m]!, 6);
        });
        all.starts.forEach((probability, t) => {
          expect(probability).toBeCloseTo(starts[t]!, 6);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("covers the series with segments, in order, each rate inside its interval", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 0.9), (some, level) => {
        const { segments, starts, rates, value, interval, probabilityOfNone } = found({ counts: some, level });
        expect(segments.map(({ from }) => from)).toEqual([0, ...segments.slice(0, -1).map(({ to }) => to + 1)]);
        expect(segments.at(-1)?.to).toBe(some.length - 1);
        for (const { rate, interval: ends, from, to, total } of segments) {
          expect(total).toBe(some.slice(from, to + 1).reduce((sum, count) => sum + count, 0));
          expect(ends.lower <= rate && rate <= ends.upper && Number.isFinite(ends.upper)).toBe(true);
        }
        expect(starts[0]).toBe(0);
        expect(value).toBeCloseTo(
          starts.reduce((sum, probability) => sum + probability, 0),
          9,
        );
        expect(interval.lower <= interval.upper).toBe(true);
        expect(probabilityOfNone).toBeGreaterThanOrEqual(0);
        for (const { lower, upper } of rates) expect(lower <= upper).toBe(true);
      }),
    );
  });

  test("holds every mean in its interval and probabilities at 1, whatever the scale of the counts", () => {
    const wild = fc.array(fc.constantFrom(0, 1, 5, 1000, 123_456, 999_999_999), { minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(
        wild.filter((some) => some.some((count) => count > 0)),
        fc.constantFrom(0.5, 0.95),
        (some, level) => {
          const { segments, starts, rates, numbers, value, interval } = found({ counts: some, level });
          const inside = (mean: number, { lower, upper }: { lower: number; upper: number }): boolean =>
            lower <= mean && mean <= upper && Number.isFinite(upper);
          expect(inside(value, interval)).toBe(true);
          for (const { rate, interval: ends } of segments) expect(inside(rate, ends)).toBe(true);
          for (const { mean, ...ends } of rates) expect(inside(mean, ends)).toBe(true);
          expect(numbers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
          // Both are exact: what is left between them is rounding.
          expect(starts.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(value, 5);
        },
      ),
    );
  });

  test("large counts give what the formula gives, but for a constant a case", () => {
    const some = [2_000_000, 0, 7, 1_500_000, 900_000];
    const exposures = [1, 0.5, 1, 2, 1];
    const prior = { shape: 1.5, rate: 1.5e-6 };
    const { logMarginals } = segmentTable(some, exposures, prior);
    const { shape: a, rate: b } = prior;
    const apart = some.flatMap((_, last) =>
      some.slice(0, last + 1).map((__, from) => {
        const [total, exposure] = [some, exposures].map((values) =>
          values.slice(from, last + 1).reduce((sum, value) => sum + value, 0),
        ) as [number, number];
        const plain = a * Math.log(b) - logGamma(a) + logGamma(a + total) - (a + total) * Math.log(b + exposure);
        return plain - logMarginals[(last * (last + 1)) / 2 + from]! - total * (Math.log(a / b) - 1);
      }),
    );
    for (const difference of apart) expect(difference).toBeCloseTo(0, 6);
  });

  test("turned round finds the same changes, counted from the other end", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const there = found({ counts: some }).starts.slice(1);
        const back = found({ counts: some.toReversed() }).starts.slice(1).toReversed();
        there.forEach((probability, i) => {
          expect(probability).toBeCloseTo(back[i]!, 9);
        });
      }),
    );
  });

  test("takes exposure into account: half the counts at half the exposure is no change", () => {
    const some = [...Array.from({ length: 30 }, () => 8), ...Array.from({ length: 30 }, () => 4)];
    const exposures = some.map((count) => count / 8);
    expect(found({ counts: some }).probabilityOfNone).toBeLessThan(0.01);
    expect(found({ counts: some, exposures }).probabilityOfNone).toBeGreaterThan(0.8);
  });

  test("depends on nothing but its input and seed", () => {
    const some = [3, 1, 4, 1, 5, 9, 2, 6];
    expect(found({ counts: some, seed: 7 })).toEqual(found({ counts: some, seed: 7 }));
    expect(found({ counts: some, seed: 7 }).rates).not.toEqual(found({ counts: some, seed: 8 }).rates);
  });

  test("refuses what is too short, too long or empty, and throws at what is no series of counts", () => {
    const reason = (some: number[]): unknown => changePoints.estimate({ counts: some });
    expect(reason([1, 2, 3])).toMatchObject({ refusal: { reason: "too-short" } });
    expect(reason([0, 0, 0, 0])).toMatchObject({ refusal: { reason: "no-cases" } });
    expect(reason(Array.from({ length: LARGEST_EXACT + 1 }, () => 1))).toMatchObject({
      refusal: { reason: "too-many" },
    });
    expect(() => reason([1, 2, 3, -1])).toThrow(RangeError);
    expect(() => reason([1, 2, 3, 0.5])).toThrow(RangeError);
  });

  const histories: [string, number[]][] = [
    ["one rate", Array.from({ length: 40 }, () => 2)],
    ["a fall", Array.from({ length: 40 }, (_, t) => (t < 20 ? 3 : 1))],
    ["up and down", Array.from({ length: 60 }, (_, t) => [2, 5, 1][Math.floor(t / 20)]!)],
    ["a rise of few", Array.from({ length: 80 }, (_, t) => (t < 40 ? 0.3 : 1))],
  ];
  test.each(histories)("covers segment rates with 90% intervals 85 to 95 times in 100: %s", (_, truth) => {
    let [covered, segments] = [0, 0];
    for (let seed = 0; seed < 250; seed++) {
      const chance = stream(seed, 7);
      const outcome = changePoints.estimate({
        counts: truth.map((mean) => drawPoisson(chance, mean)),
        draws: 200,
        level: 0.9,
        seed,
      });
      if (!outcome.ok) continue;
      for (const { from, to, points, interval } of outcome.value.segments) {
        const mean = truth.slice(from, to + 1).reduce((sum, value) => sum + value, 0) / points;
        segments++;
        if (interval.lower <= mean && mean <= interval.upper) covered++;
      }
    }
    expect(covered / segments).toBeGreaterThan(0.85);
    expect(covered / segments).toBeLessThan(0.95);
  });
});
