import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dayFromNumber, dayNumber, type Day } from "../../values/day.ts";
import { readSeries } from "./series.ts";

const series = (rows: readonly string[], whole = true): ReturnType<typeof readSeries> =>
  readSeries("f.csv", ["date,count", ...rows].join("\n"), { whole });

describe("readSeries()", () => {
  test("reads years, quarters, months, weeks, days, and days a month apart, as they are written", () => {
    const start = "2014-11-30" as Day;
    const steps: ((index: number) => string)[] = [
      (i) => String(1990 + i),
      (i) => `${2000 + Math.floor(i / 4)}-Q${(i % 4) + 1}`,
      (i) => addMonths("2014-11-01" as Day, i).slice(0, 7),
      (i) => addMonths("2014-11-01" as Day, i),
      (i) => dayFromNumber(dayNumber(start) + 7 * i),
      (i) => dayFromNumber(dayNumber(start) + i),
      (i) => dayFromNumber(dayNumber(addMonths("2014-12-01" as Day, i)) - 1),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...steps), fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), (step, counts) => {
        const dates = counts.map((_, i) => step(i));
        expect(series(dates.map((date, i) => `${date},${counts[i]}`))).toEqual({ dates, counts });
      }),
    );
  });

  test("finds its columns by name, quoted or not, with blank lines and any line ends", () => {
    const text = '\uFEFFnote,count,date\r\n"a, b",3,2014\r\n\r\nc,4,2015\r\n';
    expect(readSeries("f.csv", text, { whole: true })).toEqual({ dates: ["2014", "2015"], counts: [3, 4] });
  });

  test.each([
    ["an empty file", [], "f.csv:2: expected at least one row"],
    ["dates out of order", ["2014-02,1", "2014-01,1"], "f.csv:3:date: expected a date after 2014-02"],
    ["a date twice", ["2014-01,1", "2014-02,1", "2014-02,1"], "f.csv:4:date: expected each date once"],
    ["a gap", ["2014-01,1", "2014-02,1", "2014-04,1"], "f.csv:4:date: expected 2014-03, the next step after 2014-02"],
    ["a gap of days", ["2014-01-01,1", "2014-01-08,1", "2014-01-22,1"], "f.csv:4:date: expected 2014-01-15"],
    ["two precisions", ["2014-01,1", "2014,1"], "f.csv:3:date: expected a month, like"],
    ["a day that is none", ["2014-02-30,1"], "f.csv:2:date: expected YYYY-MM-DD"],
    ["a period", ["2014/2015,1"], "f.csv:2:date: expected YYYY-MM-DD"],
    ["a negative count", ["2014,-1"], "f.csv:2:count: expected a whole number from 0"],
    ["a fraction", ["2014,1.5"], "f.csv:2:count: expected a whole number from 0"],
    ["no number", ["2014,NaN"], "f.csv:2:count: expected a whole number from 0"],
    ["infinity", ["2014,Infinity"], "f.csv:2:count: expected a whole number from 0"],
    ["an empty cell", ["2014,"], "f.csv:2:count: expected a whole number from 0"],
    ["a cell too many", ["2014,1,2"], "f.csv:2: expected 2 cells"],
  ])("names the row and the field of %s", (_, rows, message) => {
    expect(() => series(rows)).toThrow(message);
  });

  test("asks for its columns, and takes any number where counts are not asked for", () => {
    expect(() => readSeries("f.csv", "day,count\n2014,1\n", { whole: true })).toThrow(
      'f.csv:1: expected one column "date"',
    );
    expect(() => readSeries("f.csv", "", { whole: true })).toThrow("f.csv:1: expected a header");
    expect(series(["2014,-1.5", "2015,2"], false).counts).toEqual([-1.5, 2]);
  });
});
