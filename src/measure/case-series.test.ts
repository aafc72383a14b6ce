import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents, lists } from "../../test/support/arbitrary.ts";
import { ISL, madeUpIncident, madeUpRow, NZL } from "../../test/support/made-up.ts";
import type { When } from "../values/when.ts";
import { listSeries, pooledSeries, reportedCases, type Years } from "./case-series.ts";

const direction = { from: ISL, to: NZL };
const years: Years = { from: 2010, to: 2015, knownTo: 2016 };
const on = (text: string): When => text as When;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe("listSeries() and pooledSeries()", () => {
  test("place every event in a year, outside the years, or among the undated", () => {
    fc.assert(
      fc.property(incidents, fc.constantFrom(...lists), (found, list) => {
        const { counts, undated, outside } = listSeries(found, direction, list, years, null);
        const all = listSeries(found, direction, list, { from: 1000, to: 3000, knownTo: 3000 }, null);
        expect(counts.length).toBe(6);
        expect(sum(counts) + undated + outside).toBe(sum(all.counts) + all.undated);
        const pooled = pooledSeries(found, direction, lists, years, "first");
        expect(sum(pooled.counts) + pooled.undated + pooled.outside).toBeGreaterThanOrEqual(sum(counts));
      }),
    );
  });

  test("count an incident once a list, by its earliest row, and no profile", () => {
    const found = [
      madeUpIncident([madeUpRow("a", { happened: on("2012") }), madeUpRow("a", { happened: on("2011-05") })], "twice"),
      madeUpIncident([madeUpRow("b", { happened: on("2012") })], "elsewhere"),
      madeUpIncident([madeUpRow("a", { happened: on("2012"), about: "profile" })], "profile"),
    ];
    expect(listSeries(found, direction, "a", years, null).counts).toEqual([0, 1, 0, 0, 0, 0]);
    expect(pooledSeries(found, direction, ["a", "b"], years, "happened").counts).toEqual([0, 1, 1, 0, 0, 0]);
  });

  test("go by disclosure where a list gives no start, unless another kind is asked for", () => {
    const found = [madeUpIncident([madeUpRow("a", { disclosed: on("2013-02-01") })])];
    expect(listSeries(found, direction, "a", years, null)).toMatchObject({ dates: "disclosed", undated: 0 });
    expect(listSeries(found, direction, "a", years, "happened")).toMatchObject({ dates: "happened", undated: 1 });
  });
});

describe("reportedCases()", () => {
  const cases = (happened: string, disclosed: string, unit: "years" | "months", until: number): unknown[] =>
    reportedCases([madeUpIncident([{ happened: on(happened), disclosed: on(disclosed) }])], [direction], unit, until);

  test("count years from dates of any precision, months only from those known to the month", () => {
    expect(cases("2012", "2014-03-01", "years", 2020)).toEqual([{ happened: 2012, known: 2014 }]);
    expect(cases("2012", "2014-03-01", "months", 12 * 2020)).toEqual([]);
    expect(cases("2012-11", "2014-03-01", "months", 12 * 2020)).toEqual([
      { happened: 12 * 2012 + 10, known: 12 * 2014 + 2 },
    ]);
  });

  test("leave out what became known later than asked, and take what seems known too early as known at once", () => {
    expect(cases("2012", "2014-03-01", "years", 2013)).toEqual([]);
    expect(cases("2014-05", "2014-03-01", "months", 12 * 2020)).toEqual([
      { happened: 12 * 2014 + 4, known: 12 * 2014 + 4 },
    ]);
  });

  test("never give a case known before it happened or after the end, for any ledger", () => {
    fc.assert(
      fc.property(incidents, fc.constantFrom("years" as const, "months" as const), (found, unit) => {
        const until = unit === "years" ? 2016 : 12 * 2016;
        for (const { happened, known } of reportedCases(found, [direction], unit, until))
          expect(happened <= known && known <= until).toBe(true);
      }),
    );
  });
});
