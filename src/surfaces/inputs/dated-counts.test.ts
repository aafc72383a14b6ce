import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dayFromNumber, dayNumber, type Day } from "../../values/day.ts";
import { readDatedCounts } from "./dated-counts.ts";

const date = "2015-09-25" as Day;
const read = (rows: readonly string[], head = "date,count"): ReturnType<typeof readDatedCounts> =>
  readDatedCounts("f.csv", [head, ...rows].join("\n"), date);

describe("readDatedCounts()", () => {
  test("takes rows at any regular step as they are, in any order", () => {
    const first = "2010-01-01" as Day;
    const steps = [
      { unit: "month" as const, every: 1 },
      { unit: "month" as const, every: 3 },
      { unit: "month" as const, every: 12 },
      { unit: "day" as const, every: 1 },
      { unit: "day" as const, every: 7 },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...steps),
        fc.array(fc.nat(9), { minLength: 4, maxLength: 30 }),
        fc.nat(),
        (step, counts, turn) => {
          const rows = counts.map((count, i) => {
            const day =
              step.unit === "month"
                ? addMonths(first, i * step.every)
                : dayFromNumber(dayNumber(first) + i * step.every);
            return `${day},${count}`;
          });
          const at = turn % rows.length;
          const found = read([...rows.slice(at), ...rows.slice(0, at)]);
          expect(found).toEqual({ series: { start: first, step, counts }, rows: "steps", controls: [] });
        },
      ),
    );
  });

  test("cuts events into months that begin at the date, none of them on both sides of it", () => {
    const day = fc.integer({ min: dayNumber("2012-01-01" as Day), max: dayNumber("2018-12-31" as Day) });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (numbers) => {
        const days = [...numbers, numbers[0]!].map((number) => dayFromNumber(number));
        const { series, rows } = read(days.map((one) => `${one},1`));
        expect(rows).toBe("events");
        const before = series.counts.filter((_, i) => addMonths(series.start, i) < date);
        expect(before.reduce((sum, one) => sum + one, 0)).toBe(days.filter((one) => one < date).length);
        expect(series.counts.reduce((sum, one) => sum + one, 0)).toBe(days.length);
      }),
    );
  });

  test("takes further columns of numbers as controls, and leaves words alone", () => {
    const found = read(["2014-01,3,1.5,a", "2014-02,4,2,b", "2014-03,5,2.5,c"], "date,count,other,note");
    expect(found.controls).toEqual([{ name: "other", values: [1.5, 2, 2.5] }]);
  });

  test.each([
    ["nothing at all", "", "f.csv:1: expected a header"],
    ["no rows", "date,count", "f.csv:2: expected at least one row"],
    ["no column of counts", "date,n\n2014,1", 'f.csv:1: expected one column "count"'],
    ["a day that is none", "date,count\n2014-02-30,1", "f.csv:2:date: expected YYYY-MM-DD"],
    ["a period", "date,count\n2014/2015,1", "f.csv:2:date: expected YYYY-MM-DD"],
    ["a negative count", "date,count\n2014,-1", "f.csv:2:count: expected a whole number from 0"],
    ["a fraction", "date,count\n2014,1\n2015,1.5", "f.csv:3:count: expected a whole number from 0"],
    ["no number", "date,count\n2014,NaN", "f.csv:2:count: expected a whole number from 0"],
    ["a row too short", "date,count\n2014", "f.csv: expected a CSV table"],
  ])("names the place of %s", (_, text, message) => {
    expect(() => readDatedCounts("f.csv", text, date)).toThrow(message);
  });
});
