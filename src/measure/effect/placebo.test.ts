import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../math/philox.ts";
import { drawPoisson } from "../../math/sampling.ts";
import type { Day } from "../../values/day.ts";
import { placeboDates } from "./placebo-dates.ts";
import { placeboDyads } from "./placebo-dyads.ts";
import { monthlySeries, periodStart, type CountSeries } from "./series.ts";

const monthly = (counts: readonly number[]): CountSeries => ({
  ...monthlySeries([], "2010-01-01" as Day, "2010-01-01" as Day),
  counts,
});

describe("placeboDates", () => {
  test("ranks by brute force: how many dates have a ratio no higher", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 8, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        (counts, k, width) => {
          const from = width + (k % (counts.length - 2 * width + 1));
          const found = placeboDates.estimate({ series: monthly(counts), from, width });
          if (!found.ok) throw new Error(found.refusal.because);
          const total = (a: number, b: number): number => counts.slice(a, b).reduce((sum, one) => sum + one, 0);
          const ratios = counts.flatMap((_, at) => {
            if (at < width || at + width > counts.length) return [];
            const [before, after] = [total(at - width, at), total(at, at + width)];
            if (before + after === 0 && at !== from) return [];
            return [{ at, ratio: before > 0 ? after / before : Infinity }];
          });
          const own = ratios.find(({ at }) => at === from)!.ratio;
          const { rank, of, p, rows } = found.value;
          expect(of).toBe(ratios.length);
          expect(rank).toBe(own === Infinity ? of : ratios.filter(({ ratio }) => ratio <= own * (1 + 1e-12)).length);
          expect(p).toBe(rank / of);
          expect(rows.filter(({ ofInterest }) => ofInterest).map(({ name }) => name)).toEqual([
            periodStart(monthly(counts), from),
          ]);
        },
      ),
    );
  });

  test("calls a fall at the 10% level in about 10% of 1,000 series without one", () => {
    let called = 0;
    for (let run = 0; run < 1000; run++) {
      const chance = stream(11, run);
      const counts = Array.from({ length: 120 }, () => drawPoisson(chance, 1.5));
      // The date is one of those at which both windows fit, by chance: so a placebo test has its size.
      const from = 12 + Math.floor(chance() * 97);
      const found = placeboDates.estimate({ series: monthly(counts), from, width: 12 });
      if (found.ok && found.value.p <= 0.1) called += 1;
    }
    expect(called).toBeGreaterThan(60);
    expect(called).toBeLessThan(130);
  });
});

describe("placeboDyads", () => {
  const rivals = [
    { name: "b", before: 4, after: 4 },
    { name: "c", before: 9, after: 3 },
    { name: "d", before: 5, after: 6 },
    { name: "e", before: 3, after: 0 },
    { name: "f", before: 1, after: 0 },
  ];

  test("ranks among rivals with enough before, itself included", () => {
    const found = placeboDyads.estimate({ treated: { name: "a", before: 8, after: 2 }, rivals });
    expect(found).toMatchObject({ ok: true, value: { rank: 2, of: 5, p: 0.4 } });
  });

  test("refuses with too few rivals, and with nothing to fall from", () => {
    const few = placeboDyads.estimate({ treated: { name: "a", before: 8, after: 2 }, rivals: rivals.slice(0, 3) });
    const none = placeboDyads.estimate({ treated: { name: "a", before: 0, after: 2 }, rivals });
    expect([few, none]).toMatchObject([
      { ok: false, refusal: { reason: "too-few" } },
      { ok: false, refusal: { reason: "too-few" } },
    ]);
  });
});
