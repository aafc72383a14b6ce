import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents, when } from "../../test/support/arbitrary.ts";
import { FRA, ISL, madeUpIncident, madeUpStatement, NZL } from "../../test/support/made-up.ts";
import { daysBetween } from "../values/day.ts";
import { firstDay, type When } from "../values/when.ts";
import { accusesIn, checkCounts, dateKindNames, dateOf, earliest, incidentOf, knownFrom } from "./incident.ts";

const on = (text: string): When => text as When;
const dataset = { name: { en: "Test list" }, kind: "dataset" as const, side: "third" as const };

describe("incidentOf()", () => {
  test("reads who acted against whom off the statements that accuse, not off those that deny", () => {
    const incident = madeUpIncident([
      { accused: { states: [ISL, FRA], actors: [] }, victims: { states: [NZL], names: [] } },
      { stance: "supports" },
      { stance: "denies", accused: { states: [NZL], actors: [] }, victims: { states: [ISL], names: [] } },
    ]);
    expect(incident.directions).toEqual([
      { from: "FRA", to: "NZL" },
      { from: "ISL", to: "NZL" },
    ]);
  });

  test("lets a denial contest without taking the accusation away", () => {
    const incident = madeUpIncident([{}, { stance: "denies" }]);
    expect([incident.contested, incident.directions.length, incident.statements.length]).toEqual([true, 1, 2]);
    expect(
      [
        madeUpIncident([{}]),
        madeUpIncident([{}, { stance: "supports" }]),
        madeUpIncident([{}, { stance: "doubts" }]),
      ].map(({ contested }) => contested),
    ).toEqual([false, false, true]);
  });

  test("counts a withdrawn statement for nothing, and keeps it", () => {
    const incident = madeUpIncident([
      { happened: on("2015") },
      { stance: "denies", withdrawn: true, disclosed: on("2011"), listedBy: [{ source: "a", id: "1" }] },
    ]);
    expect([incident.contested, incident.disclosed, incident.listedBy.length, incident.statements.length]).toEqual([
      false,
      null,
      0,
      2,
    ]);
  });

  test("is a profile only where all that accuse speak of one", () => {
    const profile = { about: "profile" as const };
    expect(
      [
        madeUpIncident([profile]),
        madeUpIncident([profile, {}]),
        madeUpIncident([profile, { stance: "denies" }]),
        madeUpIncident([{ ...profile, stance: "denies" }]),
      ].map((one) => one.profile),
    ).toEqual([true, false, true, false]);
  });

  test("is unchecked only where nothing of it was checked", () => {
    const unchecked = { checked: "not-checked" as const };
    expect([madeUpIncident([unchecked]), madeUpIncident([unchecked, {}])].map((one) => one.unchecked)).toEqual([
      true,
      false,
    ]);
  });

  test("takes the earliest date of each kind; a dataset's release is not when anyone was accused", () => {
    const incident = madeUpIncident([
      { happened: on("2015-03"), disclosed: on("2016-01-02"), said: on("2016-02") },
      { author: dataset, happened: on("2014-Q4"), said: on("2012-01") },
      { author: dataset, said: on("2023-02"), attributed: on("2015-12-24") },
      { stance: "denies", happened: on("2001"), disclosed: on("2015-12-31"), said: on("2010") },
    ]);
    expect([incident.happened, incident.disclosed, incident.attributed]).toEqual([
      "2014-Q4",
      "2015-12-31",
      "2015-12-24",
    ]);
  });

  test("names each effect, sector and listing once", () => {
    const listed = [
      { source: "a", id: "1" },
      { source: "a", id: "2" },
    ];
    const incident = madeUpIncident([
      { listedBy: listed },
      { listedBy: listed, what: { effects: ["espionage", "disruption"], sectors: ["media"] } },
    ]);
    expect([incident.listedBy, incident.effects, incident.sectors]).toEqual([
      listed,
      ["espionage", "disruption"],
      ["government", "media"],
    ]);
  });

  test("says the same of its statements in any order, but for dates that start on one day", () => {
    fc.assert(
      fc.property(incidents, (found) => {
        for (const { id, title, summary, statements } of found) {
          const [one, other] = [statements, statements.toReversed()].map((list) =>
            incidentOf({ id, title, summary }, list),
          );
          const sets = (incident: typeof one): unknown =>
            [incident?.effects, incident?.sectors, incident?.listedBy.map((listing) => listing.id)].map((list) =>
              [...(list ?? [])].sort(),
            );
          const days = (incident: typeof one): unknown =>
            [incident?.happened, incident?.disclosed, incident?.attributed].map((date) => date && firstDay(date));
          expect([other?.directions, other?.contested, other?.profile, other?.unchecked]).toEqual([
            one?.directions,
            one?.contested,
            one?.profile,
            one?.unchecked,
          ]);
          expect([sets(other), days(other)]).toEqual([sets(one), days(one)]);
        }
      }),
    );
  });
});

test("a direction of an incident is one in which a standing statement accuses", () => {
  fc.assert(
    fc.property(incidents, (found) => {
      for (const { directions, statements } of found) {
        const standing = statements.filter(({ withdrawn }) => !withdrawn);
        const states = [FRA, ISL, NZL];
        const possible = states.flatMap((from) => states.map((to) => ({ from, to })));
        const accused = possible.filter((direction) => standing.some((one) => accusesIn(one, direction)));
        expect(directions).toEqual(accused);
      }
    }),
  );
});

describe("dateOf()", () => {
  test("takes the start as first date, else the disclosure, else the attribution", () => {
    const dates = { happened: on("2015"), disclosed: on("2016"), said: on("2017") };
    const first = (given: Parameters<typeof madeUpStatement>[0]): When | null =>
      dateOf(madeUpIncident([given ?? {}]), "first");
    expect([first(dates), first({ ...dates, happened: null }), first({ said: dates.said }), first({})]).toEqual([
      "2015",
      "2016",
      "2017",
      null,
    ]);
  });

  test("gives the date of the kind asked for, whatever the others are", () => {
    const incident = madeUpIncident([{ happened: on("2015"), disclosed: on("2016"), said: on("2017") }]);
    expect(dateKindNames.map((kind) => dateOf(incident, kind))).toEqual(["2015", "2015", "2016", "2017"]);
  });
});

describe("knownFrom()", () => {
  const known = (more: Parameters<typeof madeUpStatement>[0]): string | null => knownFrom(madeUpStatement(more));

  test("is the day a statement was said, where what it speaks of was disclosed before", () => {
    expect(known({ said: on("2024-03-26"), disclosed: on("2015-02-04"), stance: "denies" })).toBe("2024-03-26");
  });

  test("is the disclosure, where that is later or known more precisely", () => {
    expect(known({ said: on("2014-05-19"), disclosed: on("2018-12-20") })).toBe("2018-12-20");
    expect(known({ said: on("2015-02"), disclosed: on("2015-02-04") })).toBe("2015-02-04");
  });

  test("of a dataset's row is the disclosure, else the end of what it describes, not the release", () => {
    const row = { author: dataset, said: on("2023-02") };
    expect(known({ ...row, disclosed: on("2013-10-31"), happened: on("2009") })).toBe("2013-10-31");
    expect(known({ ...row, happened: on("2012/2014-03") })).toBe("2014-03-01");
    expect(known({ ...row, happened: on("2012/..") })).toBe("2012-01-01");
    expect(known(row)).toBe("2023-02-01");
  });

  test("falls back on any date there is, and is null without one", () => {
    expect(known({ happened: on("2011-04") })).toBe("2011-04-01");
    expect(known({ attributed: on("2012-05"), happened: on("2011") })).toBe("2012-05-01");
    expect(known({})).toBeNull();
  });

  test("is never before a statement was said, by anyone but a dataset", () => {
    fc.assert(
      fc.property(when, fc.option(when), fc.option(when), (said, disclosed, happened) => {
        const day = knownFrom(madeUpStatement({ said, disclosed, happened }));
        expect(daysBetween(firstDay(said), day!)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("earliest() gives a date that starts no later than any other, and null for none", () => {
  fc.assert(
    fc.property(fc.array(fc.option(when)), (whens) => {
      const found = earliest(whens);
      const given = whens.filter((one) => one !== null);
      expect(found === null ? given.length === 0 : given.includes(found)).toBe(true);
      for (const one of given) expect(found !== null && firstDay(found) <= firstDay(one)).toBe(true);
    }),
  );
});

test("checkCounts() counts every statement once", () => {
  fc.assert(
    fc.property(incidents, (found) => {
      const statements = found.flatMap((incident) => incident.statements);
      const counts = checkCounts(statements);
      expect(counts["list-row"] + counts["page-read"] + counts["not-checked"]).toBe(statements.length);
      expect(counts["page-read"]).toBe(statements.filter(({ checked }) => checked === "page-read").length);
    }),
  );
});
