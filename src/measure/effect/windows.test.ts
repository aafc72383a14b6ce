import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsAround, beforeAfter } from "../before-after.ts";
import { addMonths, dayFromNumber, dayNumber, type Day } from "../../values/day.ts";
import { indexOf, monthlySeries, periodsIn, periodStart } from "./series.ts";
import { windows } from "./windows.ts";

const start = dayNumber("2005-01-01" as Day);
const days = fc.array(
  fc.integer({ min: start, max: start + 6000 }).map((number) => dayFromNumber(number)),
  { minLength: 1, maxLength: 60 },
);
const date = fc.integer({ min: start, max: start + 6000 }).map((number) => dayFromNumber(number));

describe("windows", () => {
  test("counts as countsAround() does from the month after the date on", () => {
    fc.assert(
      fc.property(days, date, fc.integer({ min: 1, max: 36 }), (found, day, months) => {
        const series = monthlySeries(found, "2000-01-01" as Day, "2029-12-31" as Day);
        const month = day.endsWith("-01") ? day : addMonths(`${day.slice(0, 7)}-01` as Day, 1);
        const from = indexOf(series, day);
        expect(periodStart(series, from)).toBe(month);
        const outcome = windows.estimate({ counts: series.counts, from, width: months });
        expect(outcome).toEqual(beforeAfter.estimate(countsAround(found, month, months)));
      }),
    );
  });

  test("scales the ratio by the share on record, and leaves it alone where both windows have the same", () => {
    const counts = [8, 8, 2, 2];
    const plain = windows.estimate({ counts, from: 2, width: 2 });
    const same = windows.estimate({ counts, from: 2, width: 2, exposures: [0.5, 0.5, 0.5, 0.5] });
    const late = windows.estimate({ counts, from: 2, width: 2, exposures: [1, 1, 0.5, 0.5] });
    if (!plain.ok || !late.ok) throw new Error("refused");
    expect(same).toEqual(plain);
    expect(late.value.value).toBeCloseTo(2 * plain.value.value, 12);
    expect(late.value.interval.upper).toBeCloseTo(2 * plain.value.interval.upper, 9);
    expect(late.value.p).toBeGreaterThan(plain.value.p);
  });

  test("refuses where a window does not fit", () => {
    const reason = (from: number, width: number): string => {
      const outcome = windows.estimate({ counts: [1, 2, 3, 4], from, width });
      return outcome.ok ? "" : outcome.refusal.reason;
    };
    expect([reason(1, 2), reason(3, 2), reason(2, 0), reason(2, 2)]).toEqual([
      "too-short",
      "too-short",
      "too-short",
      "",
    ]);
  });
});

test("indexOf() is the first period that begins on the date or later, for any step", () => {
  fc.assert(
    fc.property(
      date,
      date,
      fc.record({ unit: fc.constantFrom("day" as const, "month" as const), every: fc.integer({ min: 1, max: 14 }) }),
      (first, day, step) => {
        const at = indexOf({ start: first, step }, day);
        expect(periodStart({ start: first, step }, at) >= day).toBe(true);
        expect(periodStart({ start: first, step }, at - 1) < day).toBe(true);
      },
    ),
  );
});

test("periodsIn() turns months into steps", () => {
  expect(periodsIn({ unit: "month", every: 1 }, 24)).toBe(24);
  expect(periodsIn({ unit: "month", every: 12 }, 24)).toBe(2);
  expect(periodsIn({ unit: "day", every: 7 }, 24)).toBe(104);
  expect(periodsIn({ unit: "day", every: 1 }, 24)).toBe(730);
  expect(periodsIn({ unit: "month", every: 12 }, 1)).toBe(1);
});
