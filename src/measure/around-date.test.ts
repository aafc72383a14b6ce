import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn, incidents, lists } from "../../test/support/arbitrary.ts";
import { ISL, madeUpIncident, madeUpRow, NZL } from "../../test/support/made-up.ts";
import type { Day } from "../values/day.ts";
import type { When } from "../values/when.ts";
import { aroundDate, type ListAround } from "./around-date.ts";

const direction = { from: ISL, to: NZL };
const date = "2015-09-25" as Day;

/** Rows of one list, one incident each. */
function rows(
  list: string,
  field: "happened" | "disclosed",
  days: readonly string[],
  about: "incident" | "profile" = "incident",
): ReturnType<typeof madeUpIncident>[] {
  return days.map((day, index) =>
    madeUpIncident([madeUpRow(list, { [field]: day as When, about })], `${list}-${about}-${index}`),
  );
}

const told = ({ list, profiles, dates, outcome }: ListAround): unknown[] => [
  list,
  profiles,
  dates,
  ...(outcome.ok ? [outcome.value.before, outcome.value.after] : [outcome.refusal.reason]),
];

describe("aroundDate()", () => {
  test("counts the date's own month as before, and months up to both ends and no further", () => {
    // 24 months to the end of September 2015, and 24 from October 2015 on.
    const days = ["2013-09-30", "2013-10-01", "2015-09-26", "2015-09-30", "2015-10-01", "2017-09-30", "2017-10-01"];
    expect(aroundDate(rows("a", "happened", days), direction, ["a"], date, 24).map(told)).toEqual([
      ["a", "with", "happened", 3, 2],
    ]);
  });

  test("takes each list by the one kind of date that it gives", () => {
    const found = [...rows("a", "happened", ["2015-01", "2016-01"]), ...rows("b", "disclosed", ["2014", "2014-05"])];
    expect(aroundDate(found, direction, ["a", "b"], date, 24).map(told)).toEqual([
      ["a", "with", "happened", 1, 1],
      ["b", "with", "disclosed", 2, 0],
    ]);
  });

  test("asks a list that has profiles twice, with and without them", () => {
    const found = [
      ...rows("a", "disclosed", ["2014-01", "2014-02"]),
      ...rows("a", "disclosed", ["2014-03"], "profile"),
    ];
    expect(aroundDate(found, direction, ["a"], date, 24).map(told)).toEqual([
      ["a", "with", "disclosed", 3, 0],
      ["a", "without", "disclosed", 2, 0],
    ]);
  });

  test("refuses for a list without rows, and for one with none before", () => {
    expect(aroundDate(rows("a", "happened", ["2016-01"]), direction, ["a", "b"], date, 24).map(told)).toEqual([
      ["a", "with", "happened", "too-few"],
      ["b", "with", "disclosed", "no-cases"],
    ]);
  });

  test("refuses from a day on which the later months were not over, and answers from their last day on", () => {
    const found = rows("a", "happened", ["2014-01", "2014-02"]);
    const seen = (asof: string): unknown => aroundDate(found, direction, ["a"], date, 24, asof as Day).map(told)[0];
    expect([seen("2015-12-31"), seen("2017-09-29"), seen("2017-09-30")]).toEqual([
      ["a", "with", "happened", "too-short"],
      ["a", "with", "happened", "too-short"],
      ["a", "with", "happened", 2, 0],
    ]);
  });

  test("gives finite numbers or a refusal for any ledger and date, and each list at least once", () => {
    fc.assert(
      fc.property(incidents, dayIn(2005, 2025), fc.integer({ min: 1, max: 60 }), (found, day, months) => {
        const all = aroundDate(found, direction, lists, day, months);
        expect(new Set(all.map(({ list }) => list)).size).toBe(lists.length);
        for (const { outcome } of all) {
          if (!outcome.ok) continue;
          const { value, p, interval } = outcome.value;
          for (const number of [value, p, interval.lower, interval.upper]) expect(Number.isFinite(number)).toBe(true);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
