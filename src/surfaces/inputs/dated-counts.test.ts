import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dayFromNumber, dayNumber, type Day } from "../../values/day.ts";
import { asOption } from "./measure-settings.ts";
import { seriesEffect } from "./series-effect.ts";
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

test("a date so near the first or the last year that no window fits beside it is a fault of the row or the option", () => {
  const regular = "date,count\n2001-01,5\n2001-02,4\n2001-03,6\n2001-04,5\n2001-05,5\n";
  for (const date of ["0000-01-01", "0999-12-31", "9000-01-01", "9999-12-31"])
    expect(() => seriesEffect("s.csv", () => regular, { date }, asOption)).toThrow(/--date/);
  for (const [row, year] of [
    [2, "0000"],
    [2, "9996"],
  ] as const)
    expect(() =>
      seriesEffect(
        "s.csv",
        () => `date,count\n${year},1\n${String(Number(year) + 1).padStart(4, "0")},2\n`,
        { date: "2001-01-01" },
        asOption,
      ),
    ).toThrow(`s.csv:${row}:date`);
});
