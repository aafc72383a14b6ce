import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn, precision, when } from "../../test/support/arbitrary.ts";
import type { Day } from "./day.ts";
import { firstDay, isWhen, span, spanOf, startYear, whenAt, whenBetween, whenSchema, type When } from "./when.ts";

describe("spanOf()", () => {
  test("reads a moment as the first and last day it can mean", () => {
    const ends = (text: string): unknown => {
      const start = spanOf(text)?.start;
      return [start?.first, start?.last, start?.precision];
    };
    expect(ends("2015-09-25")).toEqual(["2015-09-25", "2015-09-25", "day"]);
    expect(ends("2016-02")).toEqual(["2016-02-01", "2016-02-29", "month"]);
    expect(ends("2015-Q4")).toEqual(["2015-10-01", "2015-12-31", "quarter"]);
    expect(ends("2015")).toEqual(["2015-01-01", "2015-12-31", "year"]);
  });

  test("reads the ends of a period each at its own precision, and null for no known end", () => {
    const period = spanOf("2012/2014-03");
    expect([period?.start.precision, period?.end?.precision, period?.end?.last]).toEqual([
      "year",
      "month",
      "2014-03-31",
    ]);
    expect(spanOf("2012/..")).toEqual({ start: spanOf("2012")?.start, end: null });
    // The day lies in the year: the end may mean a day before it, and need not.
    expect(spanOf("2015-09-25/2015")?.end?.precision).toBe("year");
    const single = spanOf("2012-05");
    expect(single?.end).toEqual(single?.start);
  });

  test.each([
    "",
    "/",
    "2015/",
    "../2015",
    "2015/2014",
    "2015-09-25/2015-09-24",
    "2012/2013/2014",
    "2015-Q5",
    "2015-Q0",
    "2015-13",
    "2015-02-30",
    "15",
    "2015-9",
    "2015/...",
    "2015 ",
    "unknown",
  ])("gives null for %j", (text) => {
    expect(spanOf(text)).toBeNull();
    expect(isWhen(text)).toBe(false);
  });

  test("never starts after its start's last day, nor ends before it starts", () => {
    fc.assert(
      fc.property(when, (text) => {
        const { start, end } = span(text);
        expect(start.first <= start.last).toBe(true);
        expect(firstDay(text)).toBe(start.first);
        expect(startYear(text)).toBe(Number(start.first.slice(0, 4)));
        expect(end === null || (end.first <= end.last && end.last >= start.first)).toBe(true);
      }),
    );
  });

  test("gives null or a span for any text, never an error", () => {
    const pieces = fc.constantFrom("2015", "-", "/", "..", "Q3", "09", "31", "0", "x");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((found) => found.join("")),
        ),
        (text) => {
          expect(isWhen(text)).toBe(spanOf(text) !== null);
        },
      ),
    );
  });
});

test("whenAt() writes what spanOf() reads back: the day lies within, at that precision, in every year", () => {
  fc.assert(
    fc.property(dayIn(0, 9999), precision, (day, at) => {
      const start = spanOf(whenAt(day, at))?.start;
      expect(start?.precision).toBe(at);
      expect(start!.first <= day && day <= start!.last).toBe(true);
      expect(whenAt(start!.first, at)).toBe(whenAt(start!.last, at));
    }),
  );
  expect((["day", "month", "quarter", "year"] as const).map((at) => whenAt("2015-09-01" as Day, at))).toEqual([
    "2015-09-01",
    "2015-09",
    "2015-Q3",
    "2015",
  ]);
});

test("whenBetween() writes equal ends once, and no end as two dots", () => {
  const [one, other] = ["2012", "2014-03"] as When[] as [When, When];
  expect([whenBetween(one, other), whenBetween(one, one), whenBetween(one, null)]).toEqual([
    "2012/2014-03",
    "2012",
    "2012/..",
  ]);
});

test("span() throws for a text that was never checked", () => {
  expect(() => span("once" as When)).toThrow(RangeError);
});

test("whenSchema keeps the text as written, and says what it expects", () => {
  expect(whenSchema.parse("2012/..")).toBe("2012/..");
  expect(whenSchema.safeParse("2015/2014").error?.issues[0]?.message).toMatch(/^expected a date as YYYY-MM-DD/);
});
