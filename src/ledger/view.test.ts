import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayIn, incidents } from "../../test/support/arbitrary.ts";
import { madeUpStatement } from "../../test/support/made-up.ts";
import { tinyView } from "../../test/support/tiny-case.ts";
import type { Day } from "../values/day.ts";
import { firstDay, type When } from "../values/when.ts";
import { knownFrom } from "./incident.ts";
import { asOf, inOrder, type LedgerView } from "./view.ts";

const tiny = tinyView();
const statementIds = (view: LedgerView): string[] =>
  view.incidents.flatMap((incident) => incident.statements.map(({ id }) => `${incident.id} ${id}`));

describe("asOf()", () => {
  test("shows no less on a later day: every statement, incident and act stays", () => {
    fc.assert(
      fc.property(incidents, dayIn(2009, 2021), dayIn(2009, 2021), (found, one, other) => {
        const [earlier, later] = [one, other].toSorted().map((day) => asOf({ ...tiny, incidents: found }, day));
        expect(statementIds(later!)).toEqual(expect.arrayContaining(statementIds(earlier!)));
        expect(later!.acts).toEqual(expect.arrayContaining(earlier!.acts));
      }),
      { numRuns: 50 },
    );
  });

  test("shows exactly what was known by the day, and no incident of which nothing was", () => {
    fc.assert(
      fc.property(incidents, dayIn(2009, 2021), (found, day) => {
        const view = asOf({ ...tiny, incidents: found }, day);
        const known = found.flatMap(({ id, statements }) =>
          statements
            .filter((statement) => (knownFrom(statement) ?? day) <= day)
            .map((statement) => `${id} ${statement.id}`),
        );
        expect(statementIds(view)).toEqual(known);
        expect(view.incidents.every(({ statements }) => statements.length > 0)).toBe(true);
        expect(view.acts.every(({ when }) => firstDay(when) <= day)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("seen twice from one day is the same as once, its hash with it", () => {
    fc.assert(
      fc.property(dayIn(2013, 2017), (day) => {
        const once = asOf(tiny, day);
        expect(asOf(once, day)).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  test("has an incident uncontested until the day of the denial", () => {
    const contested = (day: string): boolean | undefined =>
      asOf(tiny, day as Day).incidents.find(({ id }) => id === "test-contested")?.contested;
    expect([contested("2016-05-01"), contested("2016-05-02"), contested("2016-05-03")]).toEqual([
      undefined,
      false,
      true,
    ]);
  });

  test("has an act from its first day on", () => {
    const acts = (day: string): string[] => asOf(tiny, day as Day).acts.map(({ id }) => id);
    expect([acts("2015-09-24"), acts("2015-09-25"), acts("2016-10-01")]).toEqual([
      [],
      ["test-talks"],
      ["test-talks", "test-indictment"],
    ]);
  });

  test("has another hash where something is missing, and leaves the view it was given alone", () => {
    const before = structuredClone(tiny);
    expect(asOf(tiny, "2016-05-02" as Day).hash).not.toBe(tiny.hash);
    expect(asOf(tiny, "2030-01-01" as Day).hash).toBe(tiny.hash);
    expect(tiny).toEqual(before);
  });
});

describe("inOrder()", () => {
  test("puts statements by the day they were said, then by identifier, and undated ones last", () => {
    const said = [null, "2015-12", "2015-Q1", "2015", "2016/.."].map((when, index) =>
      madeUpStatement({ id: `${9 - index}`, said: when as When | null }),
    );
    expect(inOrder(said).map((one) => one.said)).toEqual(["2015", "2015-Q1", "2015-12", "2016/..", null]);
  });

  test("gives the same order from any", () => {
    fc.assert(
      fc.property(incidents, (found) => {
        const statements = found.flatMap((incident) => incident.statements);
        const ids = (list: typeof statements): string[] => inOrder(list).map(({ id }) => id);
        expect(ids(statements.toReversed())).toEqual(ids(statements));
      }),
      { numRuns: 50 },
    );
  });
});
