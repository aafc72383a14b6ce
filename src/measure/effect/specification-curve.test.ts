import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents, lists, states } from "../../../test/support/arbitrary.ts";
import { ISL, madeUpIncident, madeUpRow, NZL } from "../../../test/support/made-up.ts";
import type { Day } from "../../values/day.ts";
import type { When } from "../../values/when.ts";
import { effectOnCase } from "./case-effect.ts";
import { monthlySeries } from "./series.ts";
import { specificationCurve, type Specification } from "./specification-curve.ts";
import { specificationsOf } from "./specifications.ts";

const date = "2015-01-01" as Day;

function counted(choices: Record<string, string>, before: number, after: number): Specification {
  const start = "2010-01-01" as Day;
  const series = monthlySeries([], start, "2019-12-01" as Day);
  return { choices, series: { ...series, counts: series.counts.map((_, t) => (t < 60 ? before : after)) } };
}

describe("specificationCurve", () => {
  test("gives all of the variance to the one choice on which everything hangs", () => {
    const specifications = ["a", "b"].flatMap((list) =>
      ["x", "y"].map((profiles) => counted({ list, profiles }, 4, list === "a" ? 4 : 1)),
    );
    const found = specificationCurve.estimate({ specifications, date, windows: [12, 24], estimators: ["windows"] });
    if (!found.ok) throw new Error(found.refusal.because);
    const { variants, shares, median, falls, significantFalls } = found.value;
    expect(variants.length).toBe(8);
    expect(shares.map(({ choice }) => choice)[0]).toBe("list");
    expect(shares[0]!.share).toBeCloseTo(1, 12);
    expect(shares.find(({ choice }) => choice === "profiles")!.share).toBeCloseTo(0, 12);
    expect([median, falls, significantFalls]).toEqual([0.625, 0.5, 0.5]);
  });

  test("sorts its variants, keeps shares between 0 and 1, and ranks its median among other months", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 6 }), (rows) => {
        const specifications = rows.map(([before, after], k) => counted({ list: String(k) }, before, after));
        const found = specificationCurve.estimate({ specifications, date });
        if (!found.ok) return;
        const { variants, shares, placebo } = found.value;
        const ratios = variants.map(({ ratio }) => ratio);
        expect(ratios).toEqual(ratios.toSorted((one, other) => one - other));
        for (const { share } of shares) expect(share >= 0 && share <= 1).toBe(true);
        expect(placebo.rank).toBeLessThanOrEqual(placebo.of);
        expect(variants.every(({ p, interval }) => p >= 0 && p <= 1 && Number.isFinite(interval.upper))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe("specificationsOf()", () => {
  const row = (day: string, more: Parameters<typeof madeUpRow>[1] = {}): ReturnType<typeof madeUpIncident> =>
    madeUpIncident([madeUpRow("a", { id: `a-${day}`, happened: day as When, ...more })], `i-${day}`);

  test("keeps ways that count the same once", () => {
    const found = specificationsOf([row("2014-01"), row("2016-01")], { from: ISL, to: NZL }, ["a"]);
    // Without profiles, unsure links, disclosures or grades, a list has one way, and all pooled another.
    expect(found.map(({ choices }) => choices["list"])).toEqual(["a", "pooled"]);
  });

  test("takes profiles, unsure links and slight incidents out where it is asked to", () => {
    const link = madeUpRow("a").link;
    const some = [
      row("2014-01", { scores: [{ scale: "dcid-severity", value: 4 }] }),
      row("2014-02", { about: "profile" }),
      row("2014-03", { link: { ...link, kind: "part-of" } }),
      row("2014-04", { link: { ...link, probability: 0.6 } }),
    ];
    const sizes = specificationsOf(some, { from: ISL, to: NZL }, ["a"])
      .filter(({ choices }) => choices["list"] === "a")
      .map(({ choices, series }) => [
        choices["profiles"],
        choices["links"],
        choices["severity"],
        series.counts.reduce((sum, one) => sum + one, 0),
      ]);
    expect(sizes).toEqual([
      ["with", "all", "any", 4],
      ["with", "all", "3 and above", 1],
      ["with", "sure", "any", 2],
      ["without", "all", "any", 3],
    ]);
  });
});

test("effectOnCase() answers or refuses for any ledger, with finite numbers", () => {
  fc.assert(
    fc.property(incidents, (found) => {
      const direction = { from: states[0]!, to: states[1]! };
      const {
        lists: rows,
        pooled,
        curve,
      } = effectOnCase({ incidents: found, direction, lists, date, months: 12, draws: 20 });
      expect(JSON.stringify([rows, pooled, curve])).not.toMatch(/NaN|Infinity/);
      for (const { outcome } of [...rows, ...pooled])
        if (outcome.ok) expect(Number.isFinite(outcome.value.windows.interval.upper)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
