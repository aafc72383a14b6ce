import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateKindNames } from "../../ledger/incident.ts";
import { facetNames } from "../../ledger/filter.ts";
import { InputError } from "../../values/errors.ts";
import { briefOptions, incidentFilter } from "./queries.ts";

/** The place and the expectation that an error names. */
function fault(read: () => unknown): string {
  try {
    read();
    return "none";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message;
  }
}

describe("briefOptions()", () => {
  test("asks for everything on record, by first date and counted by anyone, where nothing is said", () => {
    const usual = { asof: null, dates: "first", side: null };
    expect([briefOptions({}), briefOptions({ asof: "", date: "", by: "" })]).toEqual([usual, usual]);
  });

  test("reads a day, a kind of date and a side, in capital letters or not", () => {
    expect(briefOptions({ asof: "2020-12-31", date: "disclosed", by: "chn" })).toEqual({
      asof: "2020-12-31",
      dates: "disclosed",
      side: "CHN",
    });
    expect(briefOptions({ by: "third" }).side).toBe("third");
  });

  test.each([
    [{ asof: "2020-02-30" }, 'asof: expected a day that exists, as YYYY-MM-DD, got "2020-02-30"'],
    [{ asof: "2020" }, 'asof: expected a day that exists, as YYYY-MM-DD, got "2020"'],
    [{ date: "start" }, 'date: expected one of first, happened, disclosed, attributed, got "start"'],
    [{ by: "Iceland" }, 'by: expected a state such as USA, or third, got "Iceland"'],
  ])("says what it expects instead of %j", (parameters, line) => {
    expect(fault(() => briefOptions(parameters))).toBe(line);
  });
});

describe("incidentFilter()", () => {
  test("reads values joined by commas, words, and years", () => {
    expect(
      incidentFilter({
        list: "dcid-2.0, cfr-2023-02",
        standing: "contested",
        q: "测试 dairy",
        since: "2013",
        until: "2015",
        date: "happened",
      }),
    ).toEqual({
      facets: { list: ["dcid-2.0", "cfr-2023-02"], standing: ["contested"] },
      text: "测试 dairy",
      years: { from: 2013, to: 2015 },
      dates: "happened",
    });
  });

  test("reads states in small letters as in capitals, and leaves other words as they are", () => {
    expect(
      incidentFilter({ from: "chn,USA", to: "usa", by: "third,chn", list: "usa", effect: "doxing" }).facets,
    ).toEqual({ from: ["CHN", "USA"], to: ["USA"], by: ["third", "CHN"], list: ["usa"], effect: ["doxing"] });
  });

  test("has no condition where nothing is asked", () => {
    const none = { facets: {}, text: "", years: { from: null, to: null }, dates: "first" };
    expect([incidentFilter({}), incidentFilter({ from: "", q: "", since: "" })]).toEqual([none, none]);
  });

  test.each([
    [{ list: "a b" }, "list: expected words joined by commas"],
    [{ effect: "espionage,,doxing" }, "effect: expected words joined by commas"],
    [{ sector: "<script>" }, "sector: expected words joined by commas"],
    [{ from: "a,".repeat(300) }, "from: expected at most 500 characters"],
    [{ q: "x".repeat(501) }, "q: expected at most 500 characters"],
    [{ since: "15" }, "since: expected a year of four digits"],
    [{ until: "2015-01" }, "until: expected a year of four digits"],
    [{ date: "never" }, "date: expected one of first"],
  ])("says what it expects instead of %j", (parameters, start) => {
    expect(fault(() => incidentFilter(parameters)).slice(0, start.length)).toBe(start);
  });

  test("gives a filter or one line that names the parameter, for any text", () => {
    const name = fc.constantFrom(...facetNames, "q", "since", "until", "date", "asof");
    fc.assert(
      fc.property(name, fc.string({ unit: "grapheme" }), (parameter, text) => {
        expect(fault(() => [incidentFilter({ [parameter]: text }), briefOptions({ [parameter]: text })])).toMatch(
          new RegExp(`^(none$|${parameter}: expected [^\\n]+$)`),
        );
      }),
    );
  });

  test("gives back what an address of its values says", () => {
    const word = fc.constantFrom("espionage", "dcid-2.0", "USA", "page-read");
    fc.assert(
      fc.property(
        fc.constantFrom(...facetNames),
        fc.uniqueArray(word, { minLength: 1 }),
        fc.constantFrom(...dateKindNames),
        (name, words, date) => {
          expect(incidentFilter({ [name]: words.join(","), date })).toMatchObject({
            facets: { [name]: words },
            dates: date,
          });
        },
      ),
    );
  });
});
