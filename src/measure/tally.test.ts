import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents, lists } from "../../test/support/arbitrary.ts";
import { ISL, madeUpIncident, madeUpRow, NZL } from "../../test/support/made-up.ts";
import { dateKindNames } from "../ledger/incident.ts";
import type { When } from "../values/when.ts";
import { incidentsIn, perYear, tally, type Side } from "./tally.ts";

const direction = { from: ISL, to: NZL };
const sides: Side[] = [NZL, ISL, "third"];
const dates = fc.constantFrom(...dateKindNames);
const sum = (rows: readonly { statements: number; incidents: number }[], field: "statements" | "incidents"): number =>
  rows.reduce((total, row) => total + row[field], 0);
const on = (text: string): When => text as When;

describe("tally()", () => {
  test("parts the statements by side, and counts an incident for every side that says so", () => {
    fc.assert(
      fc.property(incidents, dates, (found, kind) => {
        const all = tally(found, direction, sides, kind);
        expect(sum(all.bySide, "statements")).toBe(all.statements);
        expect(sum(all.bySide, "incidents")).toBeGreaterThanOrEqual(all.incidents);
        for (const { incidents: some } of all.bySide) expect(some).toBeLessThanOrEqual(all.incidents);
      }),
    );
  });

  test("counts for one side what it counts for that side among all", () => {
    fc.assert(
      fc.property(incidents, fc.constantFrom(...sides), (found, side) => {
        const ofSide = tally(found, direction, sides, "first", side);
        const among = tally(found, direction, sides, "first").bySide.find((row) => row.side === side);
        expect([ofSide.statements, ofSide.incidents]).toEqual([among?.statements, among?.incidents]);
      }),
    );
  });

  test("has no more rows on a list than statements, nor more of anything than incidents", () => {
    fc.assert(
      fc.property(incidents, fc.option(fc.constantFrom(...sides)), (found, side) => {
        const all = tally(found, direction, sides, "first", side);
        for (const { source, statements, incidents: some } of all.bySource) {
          expect(lists).toContain(source);
          expect(some).toBeLessThanOrEqual(Math.min(statements, all.incidents));
          expect(statements).toBeLessThanOrEqual(all.statements);
          expect(some).toBeGreaterThan(0);
        }
        for (const some of [all.profiles, all.contested, all.unchecked, all.undated])
          expect(some).toBeLessThanOrEqual(all.incidents);
        expect(all.incidents).toBeLessThanOrEqual(all.statements);
      }),
    );
  });

  test("places every incident in one year or in none", () => {
    fc.assert(
      fc.property(incidents, dates, (found, kind) => {
        const { perYear: years, undated, incidents: all } = tally(found, direction, sides, kind);
        expect(years.reduce((total, { count }) => total + count, 0) + undated).toBe(all);
      }),
    );
  });

  test("counts a denial with the incident, and no withdrawn statement", () => {
    const found = [
      madeUpIncident([{}, { stance: "denies" }, { stance: "doubts" }, { stance: "denies", withdrawn: true }]),
      madeUpIncident([{ withdrawn: true }]),
      madeUpIncident([{ accused: { states: [], actors: ["nobody's state"] } }]),
    ];
    const { statements, denials, incidents: all, contested } = tally(found, direction, sides, "first");
    expect([statements, denials, all, contested]).toEqual([1, 2, 1, 1]);
  });

  test("of nothing is nothing", () => {
    const none = tally([], direction, sides, "first");
    expect([none.incidents, none.bySource, none.perYear, none.undated]).toEqual([0, [], [], 0]);
  });
});

test("incidentsIn() keeps to the direction and the side", () => {
  const found = [
    madeUpIncident([madeUpRow("a")], "a"),
    madeUpIncident([{ accused: { states: [NZL], actors: [] }, victims: { states: [ISL], names: [] } }], "b"),
  ];
  const ids = (from: typeof NZL, to: typeof NZL, side: Side | null = null): string[] =>
    incidentsIn(found, { from, to }, side).map(({ id }) => id);
  expect([ids(ISL, NZL), ids(NZL, ISL), ids(NZL, NZL), ids(ISL, NZL, NZL), ids(ISL, NZL, "third")]).toEqual([
    ["a"],
    ["b"],
    [],
    [],
    ["a"],
  ]);
});

test("perYear() fills the years between the first and the last with 0", () => {
  const found = ["2013", "2016-05", "2013-Q2"].map((when) => madeUpIncident([{ happened: on(when) }]));
  expect(perYear(found, "first")).toEqual([
    { year: 2013, count: 2 },
    { year: 2014, count: 0 },
    { year: 2015, count: 0 },
    { year: 2016, count: 1 },
  ]);
  expect(perYear(found, "disclosed")).toEqual([]);
});
