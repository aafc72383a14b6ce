import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../math/philox.ts";
import { drawPoisson } from "../../math/sampling.ts";
import { effectAgainstRivals, type RivalRecord } from "./rivals.ts";
import { syntheticControl, type Donor } from "./synthetic-control.ts";
import type { Day } from "../../values/day.ts";
import type { StateCode } from "../../values/state.ts";
import type { When } from "../../values/when.ts";

/** Donors that wander on their own, and a pair that is a mixture of two of them until the date. */
function made(seed: number, drop: number): { treated: Donor; donors: Donor[] } {
  const chance = stream(seed);
  const donors = Array.from({ length: 8 }, (_, k) => ({
    name: `d${k}`,
    values: Array.from({ length: 20 }, (__, t) => drawPoisson(chance, 6 + k + 3 * Math.sin(t / (k + 2)))),
  }));
  const mixed = donors[1]!.values.map((value, t) => 0.6 * value + 0.4 * donors[5]!.values[t]!);
  return { treated: { name: "a", values: mixed.map((value, t) => (t < 14 ? value : value - drop)) }, donors };
}

describe("syntheticControl", () => {
  test("finds the mixture that the pair was made of, and the drop after the date", () => {
    for (let seed = 0; seed < 20; seed++) {
      const found = syntheticControl.estimate({ ...made(seed, 4), from: 14 });
      if (!found.ok) throw new Error(found.refusal.because);
      const weight = (name: string): number => found.value.weights.find((one) => one.name === name)?.weight ?? 0;
      expect(weight("d1")).toBeCloseTo(0.6, 4);
      expect(weight("d5")).toBeCloseTo(0.4, 4);
      expect(found.value.value).toBeCloseTo(-4, 4);
      expect(found.value.placebo.rank).toBe(1);
      expect(found.value.leaveOneOut.map(({ without }) => without).sort()).toEqual(["d1", "d5"]);
    }
  });

  test("a pair busier than every other is followed at a constant above its mixture, and the drop is the same", () => {
    const above = 30;
    for (let seed = 0; seed < 10; seed++) {
      const { treated, donors } = made(seed, 4);
      const busy = { name: "a", values: treated.values.map((value) => value + above) };
      const found = syntheticControl.estimate({ treated: busy, donors, from: 14 });
      const plain = syntheticControl.estimate({ treated, donors, from: 14 });
      if (!found.ok || !plain.ok) throw new Error("refused");
      expect(plain.value.shift).toBe(0);
      expect(found.value.shift).toBeCloseTo(above, 4);
      expect(found.value.value).toBeCloseTo(-4, 4);
      expect(found.value.rmspeBefore).toBeCloseTo(0, 4);
      expect(found.value.weights.map(({ name }) => name).sort()).toEqual(["d1", "d5"]);
    }
  });

  test("gives weights on the simplex, finite figures and the same answer in any order of donors", () => {
    const row = fc.array(fc.nat(12), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(row, fc.array(row, { minLength: 4, maxLength: 8 }), (values, rows) => {
        const donors = rows.map((one, k) => ({ name: `d${k}`, values: one }));
        const found = syntheticControl.estimate({ treated: { name: "a", values }, donors, from: 7 });
        const turned = syntheticControl.estimate({
          treated: { name: "a", values },
          donors: donors.toReversed(),
          from: 7,
        });
        expect(turned.ok).toBe(found.ok);
        if (!found.ok || !turned.ok) return;
        expect(found.value.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4);
        expect(turned.value.rmspeBefore).toBeCloseTo(found.value.rmspeBefore, 4);
        for (const figure of [
          found.value.value,
          found.value.ratio,
          found.value.interval.lower,
          found.value.interval.upper,
        ])
          expect(Number.isFinite(figure)).toBe(true);
      }),
    );
  });

  test("refuses where it cannot follow the pair, where donors are few, and where nothing varies", () => {
    const { donors } = made(1, 0);
    const reason = (values: readonly number[], some: Donor[], from = 14): string => {
      const found = syntheticControl.estimate({ treated: { name: "a", values }, donors: some, from });
      return found.ok ? "" : found.refusal.reason;
    };
    // As busy as no other, and its ups and downs are nobody else's.
    const far = Array.from({ length: 20 }, (_, t) => 100 + (t % 2));
    expect(reason(far, donors)).toBe("poor-fit");
    expect(reason(donors[0]!.values, donors.slice(1, 4))).toBe("too-few");
    expect(
      reason(
        Array.from({ length: 20 }, () => 3),
        donors,
      ),
    ).toBe("no-variation");
    expect(reason(donors[0]!.values, donors.slice(1), 2)).toBe("too-short");
  });
});

test("effectAgainstRivals() leaves out both directions between the parties, and profiles", () => {
  const code = (text: string): StateCode => text as StateCode;
  const record = (from: string, to: string, start: string, profile = false): RivalRecord => ({
    initiators: [code(from)],
    targets: [code(to)],
    start: start as When,
    disclosed: null,
    profile,
  });
  const others = ["FRA", "DEU", "GBR", "JPN"].flatMap((to) => [
    record("ISL", to, "2014-03"),
    record("ISL", to, "2014-06"),
    record("ISL", to, "2014-09"),
    record("ISL", to, "2016-02"),
  ]);
  const own = ["2014-03", "2014-06", "2014-09"].flatMap((start) => [
    record("ISL", "NZL", start),
    record("NZL", "ISL", start),
  ]);
  const { placebo } = effectAgainstRivals(
    [...others, ...own, record("ISL", "NZL", "2014-01", true)],
    { from: code("ISL"), to: code("NZL") },
    "2015-10-01" as Day,
    24,
  );
  if (!placebo.ok) throw new Error(placebo.refusal.because);
  expect(placebo.value.rows.map(({ name, before, after }) => [name, before, after])).toEqual([
    ["ISL→NZL", 3, 0],
    ["ISL→DEU", 3, 1],
    ["ISL→FRA", 3, 1],
    ["ISL→GBR", 3, 1],
    ["ISL→JPN", 3, 1],
  ]);
  expect(placebo.value.rank).toBe(1);
});
