import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../math/philox.ts";
import { drawNormal } from "../../math/sampling.ts";
import { concentrated, fitLocalLevel } from "./local-level.ts";
import { structural } from "./structural.ts";

/** A wandering level with a control, and a shift after the date. */
function made(seed: number, shift: number, n = 60, from = 40): { response: number[]; control: number[] } {
  const chance = stream(3, seed);
  let level = 20;
  const control = Array.from({ length: n }, () => 10 + 3 * drawNormal(chance));
  const response = control.map((value, t) => {
    level += 0.05 * drawNormal(chance);
    return level + 0.8 * value + drawNormal(chance) + (t >= from ? shift : 0);
  });
  return { response, control };
}

describe("structural", () => {
  test("gives the same numbers for the same seed, and others for another", () => {
    const { response, control } = made(1, -3);
    const run = (seed: number): unknown =>
      structural.estimate({ response, controls: [control], from: 40, draws: 50, seed });
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
  });

  test("moves with the unit of the series", () => {
    const { response, control } = made(2, -3);
    const [one, ten] = [1, 10].map((unit) =>
      structural.estimate({
        response: response.map((value) => unit * value),
        controls: [control],
        from: 40,
        draws: 60,
      }),
    );
    if (!one?.ok || !ten?.ok) throw new Error("refused");
    expect(ten.value.value).toBeCloseTo(10 * one.value.value, 6);
    expect(ten.value.p).toBe(one.value.p);
  });

  test("leaves controls that explain nothing out, where more stand there than are expected to matter", () => {
    const { response, control } = made(3, 0, 80, 60);
    const chance = stream(8);
    const idle = Array.from({ length: 9 }, () => response.map(() => drawNormal(chance)));
    const found = structural.estimate({ response, controls: [control, ...idle], from: 60, draws: 300 });
    if (!found.ok) throw new Error(found.refusal.because);
    const [first, ...rest] = found.value.controls;
    expect(first!.inclusion).toBeGreaterThan(0.99);
    for (const { inclusion } of rest) expect(inclusion).toBeLessThan(0.5);
  });

  test("covers the true shift with its 90% interval in 80 to 98% of 120 simulated series", () => {
    let covered = 0;
    for (let run = 0; run < 120; run++) {
      const { response, control } = made(100 + run, -2);
      const found = structural.estimate({ response, controls: [control], from: 40, draws: 120, seed: run, level: 0.9 });
      if (!found.ok) throw new Error(found.refusal.because);
      const { lower, upper } = found.value.interval;
      if (lower <= -2 && -2 <= upper) covered += 1;
    }
    expect(covered).toBeGreaterThan(96);
    expect(covered).toBeLessThan(118);
  });

  test("gives finite numbers or a refusal, with seasons and without, for any counts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { maxLength: 40 }),
        fc.nat(45),
        fc.constantFrom(1, 4),
        (response, from, seasons) => {
          const found = structural.estimate({ response, from, seasons, draws: 20 });
          if (!found.ok) return;
          const { value, interval, p, predicted, relative, negative } = found.value;
          const figures = [
            value,
            interval.lower,
            interval.upper,
            p,
            predicted.value,
            predicted.sd,
            relative?.value ?? 0,
            negative,
          ];
          expect(figures.every(Number.isFinite)).toBe(true);
          expect(interval.lower).toBeLessThanOrEqual(interval.upper);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("fitLocalLevel()", () => {
  test("is no lower at any other ratio of the variances", () => {
    const value = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 5, maxLength: 30 }),
        fc.double({ min: -10, max: 8, noNaN: true }),
        (series, log) => {
          const found = fitLocalLevel(series);
          if (!found.ok) return;
          const other = concentrated(series, Math.exp(log)).logLikelihood;
          if (Number.isFinite(other)) expect(found.value.logLikelihood).toBeGreaterThanOrEqual(other - 1e-6);
        },
      ),
    );
  });

  test("refuses a series that stands still, and one too short", () => {
    expect(fitLocalLevel([3, 3, 3, 3, 3])).toMatchObject({ ok: false, refusal: { reason: "no-variation" } });
    expect(fitLocalLevel([1, null, 2, 3])).toMatchObject({ ok: false, refusal: { reason: "too-short" } });
  });
});
