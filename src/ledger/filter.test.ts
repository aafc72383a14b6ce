import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents } from "../../test/support/arbitrary.ts";
import { FRA, ISL, madeUpIncident, NZL } from "../../test/support/made-up.ts";
import { firstDay, type When } from "../values/when.ts";
import { facetNames, filterIncidents, type Filter } from "./filter.ts";
import { dateKindNames, dateOf } from "./incident.ts";

const everything: Filter = { facets: {}, text: "", years: { from: null, to: null }, dates: "first" };
const on = (text: string): When => text as When;
const ids = ({ incidents: found }: ReturnType<typeof filterIncidents>): string[] => found.map(({ id }) => id);

const values = {
  from: ["NZL", "ISL"],
  by: ["third", "NZL"],
  list: ["dcid-2.0", "made-up"],
  effect: ["espionage", "unknown"],
  standing: ["contested"],
  kind: ["event"],
  checked: ["not-checked"],
};
const anyFilter: fc.Arbitrary<Filter> = fc.record({
  facets: fc.record(Object.fromEntries(Object.entries(values).map(([name, some]) => [name, fc.subarray(some)])), {
    requiredKeys: [],
  }),
  text: fc.constantFrom("", "e", "made", "MÀDE-UP-1"),
  years: fc.record({
    from: fc.option(fc.integer({ min: 2009, max: 2021 })),
    to: fc.option(fc.integer({ min: 2009, max: 2021 })),
  }),
  dates: fc.constantFrom(...dateKindNames),
});

describe("filterIncidents()", () => {
  test("says of every value of every facet how many incidents are left when it alone is chosen", () => {
    fc.assert(
      fc.property(incidents, anyFilter, (all, filter) => {
        const { facets } = filterIncidents(all, filter);
        for (const name of facetNames) {
          for (const { value, count } of facets[name]) {
            expect(
              filterIncidents(all, { ...filter, facets: { ...filter.facets, [name]: [value] } }).incidents.length,
              `${name} ${value}`,
            ).toBe(count);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("leaves fewer incidents for every further condition, each of them one that was there", () => {
    fc.assert(
      fc.property(incidents, anyFilter, (all, filter) => {
        const found = ids(filterIncidents(all, filter));
        expect(new Set(found).size).toBe(found.length);
        for (const name of facetNames) {
          const { [name]: _dropped, ...rest } = filter.facets;
          const wider = ids(filterIncidents(all, { ...filter, facets: rest }));
          expect(found.every((id) => wider.includes(id))).toBe(true);
        }
      }),
    );
  });

  test("without a condition keeps all, newest first by day, those without a date last", () => {
    fc.assert(
      fc.property(incidents, fc.constantFrom(...dateKindNames), (all, dates) => {
        const found = filterIncidents(all, { ...everything, dates }).incidents;
        expect(found.length).toBe(all.length);
        const days = found
          .map((incident) => dateOf(incident, dates))
          .map((when) => (when === null ? "" : firstDay(when)));
        expect(days).toEqual(days.toSorted().toReversed());
      }),
    );
  });

  test("puts a quarter where its first day stands, not after the year's months", () => {
    const found = [
      ["a", "2015-Q1"],
      ["b", "2015-12"],
      ["c", "2016"],
      ["d", "2015-01/2015-02"],
    ].map(([id, happened]) => madeUpIncident([{ happened: on(happened ?? "") }], id));
    expect(ids(filterIncidents(found, everything))).toEqual(["c", "b", "a", "d"]);
  });

  test("takes years with both ends, on the kind of date asked for, and leaves out what has none", () => {
    const found = [
      madeUpIncident([{ happened: on("2014/2016"), disclosed: on("2017") }], "a"),
      madeUpIncident([{ happened: on("2015-12-31") }], "b"),
      madeUpIncident([{}], "c"),
    ];
    const within = (from: number | null, to: number | null, dates: Filter["dates"] = "first"): string[] =>
      ids(filterIncidents(found, { ...everything, years: { from, to }, dates }));
    expect([
      within(2015, 2015),
      within(2014, 2014),
      within(2014, null),
      within(null, 2017, "disclosed"),
      within(2016, 2015),
    ]).toEqual([["b"], ["a"], ["b", "a"], ["a"], []]);
    expect(within(null, null)).toHaveLength(3);
  });

  test("finds words in titles, summaries, authors, actors and victims, whatever their case and accents", () => {
    const incident = madeUpIncident([
      {
        author: { name: { en: "Ministère", zh: "测试部" }, kind: "government", side: FRA },
        accused: { states: [ISL], actors: ["Órdögök"] },
        victims: { states: [NZL], names: ["Test Dairy"] },
      },
    ]);
    const finds = (text: string): boolean =>
      filterIncidents([incident], { ...everything, text }).incidents.length === 1;
    expect(["ministere", "MINISTÈRE", "测试", "ordogok dairy", "  made-up　TEST ", ""].map(finds)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["dairy nowhere", ".*", "[test"].map(finds)).toEqual([false, false, false]);
  });

  test("shows a value that was asked for even where it leaves nothing", () => {
    const { facets } = filterIncidents([madeUpIncident([{}])], { ...everything, facets: { list: ["dcid-2.0"] } });
    expect(facets.list).toEqual([{ value: "dcid-2.0", count: 0 }]);
  });

  test("orders a facet's values by count, then by name", () => {
    const found = [
      madeUpIncident([{}], "a"),
      madeUpIncident([{ what: { effects: ["disruption"], sectors: ["media"] } }], "b"),
      madeUpIncident([{ what: { effects: ["espionage", "doxing"], sectors: ["media"] } }], "c"),
    ];
    expect(filterIncidents(found, everything).facets.effect).toEqual([
      { value: "espionage", count: 2 },
      { value: "disruption", count: 1 },
      { value: "doxing", count: 1 },
    ]);
  });

  test("does not count a withdrawn statement's author or check", () => {
    const found = [
      madeUpIncident([
        {},
        { withdrawn: true, author: { name: { en: "Test" }, kind: "government", side: NZL }, checked: "not-checked" },
      ]),
    ];
    const { facets } = filterIncidents(found, everything);
    expect([facets.by, facets.checked]).toEqual([[{ value: "third", count: 1 }], [{ value: "page-read", count: 1 }]]);
  });
});
