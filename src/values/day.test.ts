import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn } from "../../test/support/arbitrary.ts";
import {
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  lastDayOfMonth,
  yearOf,
  daySchema,
  type Day,
} from "./day.ts";

const anyDay = dayIn(0, 9999);
const yearAndMonth = { year: fc.integer({ min: 0, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) };

describe("isDay()", () => {
  test.each(["2015-09-25", "2016-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("takes %s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    "2015-02-29",
    "1900-02-29",
    "2015-13-01",
    "2015-00-10",
    "2015-04-31",
    "2015-9-25",
    "2015-09",
    "25.09.2015",
    " 2015-09-25",
    "2015-09-25\n",
    "+02015-09-25",
    "２０１５-09-25",
    "",
  ])("does not take %j", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("dayNumber()", () => {
  test("counts from 1970-01-01", () => {
    expect(["1970-01-01", "1970-01-02", "1969-12-31", "2000-03-01"].map((day) => dayNumber(day as Day))).toEqual([
      0, 1, -1, 11017,
    ]);
  });

  test("is undone by dayFromNumber(), and gives days in their order", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(isDay(one)).toBe(true);
        expect(dayFromNumber(dayNumber(one))).toBe(one);
        expect(Math.sign(daysBetween(one, other))).toBe(one === other ? 0 : one < other ? 1 : -1);
      }),
    );
  });
});

test("dayFromNumber() refuses days that four digits of a year cannot write", () => {
  for (const number of [2_932_897, -719_529, Number.NaN, 1e12]) expect(() => dayFromNumber(number)).toThrow(RangeError);
  expect([dayFromNumber(2_932_896), dayFromNumber(-719_528)]).toEqual(["9999-12-31", "0000-01-01"]);
});

test("dayOf() gives the day that its parts make, or null where the calendar has none", () => {
  fc.assert(
    fc.property(
      yearAndMonth.year,
      fc.integer({ min: -1, max: 14 }),
      fc.integer({ min: -1, max: 33 }),
      (year, month, dayOfMonth) => {
        const inYear = month >= 1 && month <= 12;
        const exists = inYear && dayOfMonth >= 1 && dayOfMonth <= Number(lastDayOfMonth(year, month).slice(8));
        const parts = dayOf(year, month, dayOfMonth)?.split("-").map(Number);
        expect(parts).toEqual(exists ? [year, month, dayOfMonth] : undefined);
      },
    ),
  );
  expect(dayOf(12_015, 1, 1)).toBeNull();
});

test("lastDayOfMonth() stays in its month, in every year, and is followed by the first of the next", () => {
  fc.assert(
    fc.property(yearAndMonth.year, yearAndMonth.month, (year, month) => {
      fc.pre(year < 9999);
      const last = lastDayOfMonth(year, month);
      expect(last.slice(0, 7)).toBe(dayOf(year, month, 1)?.slice(0, 7));
      expect(dayFromNumber(dayNumber(last) + 1).slice(8)).toBe("01");
    }),
  );
});

describe("addMonths()", () => {
  test("takes the month's last day where it lacks the day", () => {
    expect(addMonths("2015-08-31" as Day, 6)).toBe("2016-02-29");
    expect(addMonths("2016-02-29" as Day, 12)).toBe("2017-02-28");
    expect(addMonths("2015-10-01" as Day, -24)).toBe("2013-10-01");
    expect(addMonths("2015-01-31" as Day, -2)).toBe("2014-11-30");
  });

  test("moves by as many calendar months as asked, and keeps the order of days", () => {
    const ordinal = (day: Day): number => 12 * yearOf(day) + Number(day.slice(5, 7));
    fc.assert(
      fc.property(dayIn(1900, 2100), dayIn(1900, 2100), fc.integer({ min: -500, max: 500 }), (one, other, months) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(ordinal(addMonths(one, months)) - ordinal(one)).toBe(months);
        expect(addMonths(first, months) <= addMonths(second, months)).toBe(true);
        const early = `${one.slice(0, 8)}28` as Day; // a day that every month has
        expect(addMonths(addMonths(early, months), -months)).toBe(early);
      }),
    );
  });
});

test("daySchema says what it expects", () => {
  expect(daySchema.safeParse("2015-02-30").error?.issues[0]?.message).toBe("expected a day that exists, as YYYY-MM-DD");
  expect(daySchema.parse("2015-02-28")).toBe("2015-02-28");
});
