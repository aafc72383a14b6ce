import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanOf } from "../../values/when.ts";
import { statementIn, tryRow } from "../../../test/support/try-row.ts";
import { cissm } from "./cissm.ts";
import { decodeTwice } from "./decode-twice.ts";
import { readOccurred } from "./hackmageddon-date.ts";
import { hackmageddon } from "./hackmageddon.ts";

describe("readOccurred()", () => {
  test.each([
    ["2020-01-02 00:00:00", "2020-01-02"],
    ["During June 2021", "2021-06"],
    ["During 2020", "2020"],
    ["October 2020", "2020-10"],
    ["Since 2019", "2019/.."],
    ["Starting from January 2021", "2021-01/.."],
    ["From December 2020", "2020-12/.."],
    ["Starting from Q4 2017", "2017-Q4/.."],
    ["From January 8, 2021", "2021-01-08/.."],
    ["Between 15/04/2020 and 17/06/2020", "2020-04-15/2020-06-17"],
    ["Between December 2018 and August 2020", "2018-12/2020-08"],
    ["Between March and August 2020", "2020-03/2020-08"],
    ["Mid-January 2021", "2021-01"],
    ["Beginning of 2021", "2021"],
    ["Since early 2019", "2019/.."],
  ])("reads %s", (text, when) => expect(readOccurred(text)).toBe(when));

  test.each(["null", "-", "", "?", '"-"'])("takes %j for nothing", (text) => expect(readOccurred(text)).toBeNull());
  test.each(["Over 2 years", "During the Holiday season", "31/02/2020", "Between 17/06/2020 and 15/04/2020"])(
    "does not read %s",
    (text) => expect(readOccurred(text)).toBeUndefined(),
  );

  test("gives a time that can be read, null or undefined, for any text", () => {
    const word = fc.constantFrom("Between", "and", "Since", "During", "May", "2020", "31/12/2020", "Q3", "mid-", ",");
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
        (text) => {
          const when = readOccurred(text);
          expect(when === null || when === undefined || spanOf(when) !== null).toBe(true);
        },
      ),
    );
  });
});

describe("hackmageddon", () => {
  // A row made up for these tests, in the shape of the timelines.
  const row = {
    "Date Reported": "2020-05-14 00:00:00",
    "Date Occurred": "During April 2020",
    "Date Discovered": "null",
    Author: "Moon Reader AKA Paper Panda (Chinese APT)",
    Target: "Post Office",
    Description: "Somebody read the letters.",
    Attack: "Targeted Attack",
    "Target Class": "O Public administration and defence",
    "Attack Class": "CE",
    Country: "US\n UK",
    Link: "https://example.org/a",
    Tags: "",
  };
  const tried = (changes: Record<string, string>): ReturnType<typeof tryRow> =>
    tryRow(hackmageddon, { ...row, ...changes }, 3);

  test("reads a row by the day it was reported, with accused, victims and what was said of the time", () => {
    expect(statementIn(tried({}))).toMatchObject({
      id: "hackmageddon-2020-2022:3",
      accused: { states: ["CHN"], actors: ["Moon Reader", "Paper Panda"] },
      victims: { states: ["USA", "GBR"], names: ["Post Office"] },
      what: { effects: ["espionage", "intrusion"], sectors: ["government"] },
      disclosed: "2020-05-14",
      happened: "2020-04",
    });
  });

  test("names a state as accused only where the author is one, or is called a state's", () => {
    const accused = (author: string): unknown => statementIn(tried({ Author: author })).accused;
    expect(accused("Russia?")).toEqual({ states: ["RUS"], actors: [] });
    expect(statementIn(tried({ Author: "Russia?" })).confidence).toBe("?");
    expect(accused("DragonForce Malaysia")).toEqual({ states: [], actors: ["DragonForce Malaysia"] });
    for (const nobody of ["?", "null", "-", "Multiple threat actors"])
      expect(accused(nobody)).toEqual({ states: [], actors: [] });
  });

  test("says which times and countries it cannot read, and rejects rows without a day or a text", () => {
    expect(tried({ "Date Occurred": "Over 2 years" }).repairs).toMatchObject([
      { field: "Date Occurred", old: "Over 2 years" },
    ]);
    expect(tried({ Country: "EU" }).flags).toMatchObject([{ field: "Country" }]);
    expect(tried({ Country: ">1" }).flags).toEqual([]);
    expect(tried({ "Date Reported": "soon" }).read).toMatchObject({ field: "Date Reported" });
    expect(tried({ Description: "" }).read).toMatchObject({ field: "Description" });
  });
});

describe("cissm", () => {
  const row = {
    event_description: "Somebody read the letters of the Post Office.",
    actor: "Moon Reader",
    actor_type: "1.0",
    event_type: "Exploitive",
    organization: "Post Office",
    event_subtype: "Exploitation of End Hosts,Data Attack",
    motive: "Espionage",
    event_source: "example.org",
    industry: "Public Administration",
    dnx_id: "inc_cis_9001",
    year: "2020",
    month: "5",
    day: "14",
  };

  test("reads a row without a state on either side", () => {
    expect(statementIn(tryRow(cissm, row))).toMatchObject({
      id: "cissm-copy-2023:inc_cis_9001",
      accused: { states: [], actors: ["Moon Reader"] },
      victims: { states: [], names: ["Post Office"] },
      what: { effects: ["destruction", "intrusion"], sectors: ["government"] },
      happened: "2020-05-14",
    });
  });

  test("mends text that was encoded twice and keeps the old, flags what cannot be mended", () => {
    const twice = tryRow(cissm, { ...row, organization: "LÃ¼cke" });
    expect(twice.repairs).toMatchObject([{ field: "organization", old: "LÃ¼cke", new: "Lücke" }]);
    expect(statementIn(twice).victims.names).toEqual(["Lücke"]);
    expect(tryRow(cissm, { ...row, organization: "Ã©中" }).flags).toMatchObject([{ field: "organization" }]);
  });

  test.each([
    ["dnx_id", "a b"],
    ["day", "31.5"],
    ["month", "13"],
    ["event_description", ""],
  ])("rejects a row whose %s is %j", (field, value) => {
    expect(tryRow(cissm, { ...row, [field]: value }).read).toHaveProperty("because");
  });
});

describe("decodeTwice()", () => {
  test("undoes what was encoded up to three times, for any text of letters beyond ASCII", () => {
    const windows = new TextDecoder("windows-1252");
    const again = (text: string): string => windows.decode(new TextEncoder().encode(text));
    const word = fc
      .array(fc.constantFrom("é", "ü", "’", "中", "a", " ", "£"), { minLength: 1, maxLength: 6 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(
        word.filter((text) => /[éü’£]/.test(text)),
        fc.integer({ min: 1, max: 3 }),
        (text, times) => {
          let damaged = text;
          for (let time = 0; time < times; time++) damaged = again(damaged);
          expect(decodeTwice(damaged)).toBe(text);
        },
      ),
    );
  });

  test("leaves sound text alone", () => {
    for (const text of ["plain", "Âge tendre", "São Paulo", "中文"]) expect(decodeTwice(text)).toBe(text);
  });
});
