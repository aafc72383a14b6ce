import { expect, test } from "vitest";
import type { Day } from "../values/day.ts";
import { beforeAfter, countsAround } from "./before-after.ts";

test.each([
  ["DCID starts", 11, 4, 0.06, 2],
  ["EuRepoC", 14, 8, 0.14, 2],
  ["CFR disclosures", 21, 4, 0.0005, 4],
  ["CFR without profiles", 11, 3, 0.03, 2],
])("beforeAfter() of %s, %i before and %i after, has p = %f", (_, before, after, p, digits) => {
  const outcome = beforeAfter.estimate({ before, after });
  if (!outcome.ok) throw new Error("refused");
  expect(Number(outcome.value.p.toFixed(digits))).toBe(p);
  expect(outcome.value.value).toBeCloseTo(after / before, 12);
  expect(outcome.value.interval.lower).toBeLessThan(after / before);
  expect(outcome.value.interval.upper).toBeGreaterThan(after / before);
});

test("beforeAfter() answers when none came after, and refuses when none came before", () => {
  const none = beforeAfter.estimate({ before: 10, after: 0 });
  if (!none.ok) throw new Error("refused");
  expect(none.value.p).toBeCloseTo(2 ** -10, 12);
  expect(none.value.interval.lower).toBe(0);
  expect(beforeAfter.estimate({ before: 0, after: 3 })).toMatchObject({ refusal: { reason: "too-few" } });
  expect(beforeAfter.estimate({ before: 0, after: 0 })).toMatchObject({ refusal: { reason: "no-cases" } });
});

test("countsAround() counts the date itself as after, and closes both windows", () => {
  const days = ["2013-09-24", "2013-09-25", "2015-09-24", "2015-09-25", "2017-09-24", "2017-09-25"] as Day[];
  expect(countsAround(days, "2015-09-25" as Day, 24)).toEqual({ before: 2, after: 2 });
});
