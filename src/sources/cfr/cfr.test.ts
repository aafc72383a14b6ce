import { describe, expect, test } from "vitest";
import { statementIn, tryRow } from "../../../test/support/try-row.ts";
import { actorNames, isProfile } from "./cfr-actor.ts";
import { cfrColumns } from "./cfr-cells.ts";
import { victimStates } from "./cfr-states.ts";
import { cfr2023 } from "./cfr.ts";

// A record made up for these tests, in the shape of the export.
const record = {
  Title: "Targeting of letter writers",
  Date: "5/14/2012",
  Affiliations: "Also known as Moon Reader and Paper Panda.",
  Description: "Somebody read the letters.",
  Response: "Denouncement   https://example.org/answer",
  Victims: "United States, Palestine, State of, the Post Office of Norway",
  Sponsor: "China, Russian Federation",
  Type: "Espionage",
  Category: "Government, Civil society",
  Sources_1: "https://example.org/a",
  Sources_2: "",
  Sources_3: "",
};
const tried = (changes: Record<string, string>): ReturnType<typeof tryRow> =>
  tryRow(cfr2023, { ...record, ...changes }, 7);
const row = (...cells: string[]): Record<string, string> =>
  Object.fromEntries(cfrColumns.map((name, index) => [name, cells[index] ?? ""]));

describe("cfr2023 reads a record", () => {
  test("by its day of disclosure, with the record number for an id", () => {
    const one = tried({});
    expect(statementIn(one)).toMatchObject({
      id: "cfr-2023-02:7",
      about: "incident",
      accused: { states: ["CHN", "RUS"], actors: ["Moon Reader", "Paper Panda"] },
      victims: { states: ["USA", "PSE", "NOR"], names: ["the Post Office of Norway"] },
      what: { effects: ["espionage"], sectors: ["government", "civil-society"] },
      happened: null,
      disclosed: "2012-05-14",
      codes: { response: "Denouncement" },
    });
    expect(statementIn(one).read.map(({ url }) => url)).toEqual([
      "https://example.org/a",
      "https://example.org/answer",
    ]);
    expect([...one.repairs, ...one.flags]).toEqual([]);
  });

  // What the six kinds of shift left behind; the texts are made up.
  test.each([
    [
      "Description took Response and Victims",
      row(
        "T",
        "1/2/2020",
        "",
        'They read it.???,,Clerks"',
        "Pakistan",
        "Espionage",
        "Government",
        "https://e.org/1",
        "https://e.org/2",
      ),
      ["They read it.???", "", "Clerks", "Pakistan", "Espionage", "Government", "https://e.org/1", "https://e.org/2"],
    ],
    [
      "Response took Victims",
      row(
        "T",
        "1/2/2020",
        "",
        "Read.",
        'Denial   https://e.org/(a,b)??,Clerks"',
        "Israel",
        "Espionage",
        "Private sector",
        "https://e.org/1",
      ),
      [
        "Read.",
        "Denial   https://e.org/(a,b)??",
        "Clerks",
        "Israel",
        "Espionage",
        "Private sector",
        "https://e.org/1",
        "",
      ],
    ],
    [
      "Victims took Sponsor",
      row(
        "T",
        "1/2/2020",
        "",
        "Read.",
        "",
        '??he post in Norway??,Russian Federation"',
        "Sabotage",
        "Government, Military",
        "https://e.org/1",
      ),
      [
        "Read.",
        "",
        "??he post in Norway??",
        "Russian Federation",
        "Sabotage",
        "Government, Military",
        "https://e.org/1",
        "",
      ],
    ],
    [
      "Description took Response",
      row(
        "T",
        "1/2/2020",
        "",
        'Read.??,Denial   https://e.org/d"',
        "Clerks",
        "Poland",
        "Doxing",
        "Government",
        "https://e.org/1",
      ),
      ["Read.??", "Denial   https://e.org/d", "Clerks", "Poland", "Doxing", "Government", "https://e.org/1", ""],
    ],
    [
      "Victims spread over four cells",
      row(
        "T",
        "1/2/2020",
        "",
        "Read.??,,Iraq",
        " Israel",
        ' Japan"',
        "China",
        "Espionage",
        "Military",
        "https://e.org/1",
      ),
      ["Read.??", "", "Iraq, Israel, Japan", "China", "Espionage", "Military", "https://e.org/1", ""],
    ],
  ])("whose cells were shifted: %s", (_, shifted, expected) => {
    const { read, repairs } = tryRow(cfr2023, shifted);
    const [description, response, victims, sponsor, type, category, ...urls] = expected;
    expect(read).toMatchObject({
      record: {
        description,
        response: response!.split("   ")[0],
        victimText: victims,
        sponsorText: sponsor,
        types: [type],
        categories: category!.split(", "),
      },
    });
    expect(JSON.stringify(read)).toContain(urls[0]);
    for (const { field, old } of repairs) expect(old).toBe(shifted[field]);
    expect(repairs.length).toBeGreaterThan(2);
  });

  test("rejects cells that were shifted beyond repair", () => {
    expect(tried({ Type: "https://e.org/1" }).read).toMatchObject({ field: "Type" });
    expect(tried({ Category: "https://e.org/1" }).read).toMatchObject({ field: "Category" });
    expect(tried({ Title: "" }).read).toMatchObject({ field: "Title" });
  });

  test("flags lost letters, gaps and known contradictions, and rewrites no sponsor", () => {
    const flagged = (changes: Record<string, string>): string[] => tried(changes).flags.map(({ field }) => field);
    expect(flagged({ Victims: "Poland?? post" })).toEqual(["Victims"]);
    expect(flagged({ Description: "Read.?" })).toEqual(["Description"]);
    expect(flagged({ Description: "Was it read? Yes." })).toEqual([]);
    expect(flagged({ Date: "" })).toEqual(["Date"]);
    expect(flagged({ Sponsor: "" })).toEqual(["Sponsor"]);
    const odd = tried({ Title: "Targeting of Japanese corporations", Date: "12/28/2021", Sponsor: "Japan" });
    expect(odd.flags.map(({ field }) => field)).toEqual(["Sponsor"]);
    expect(statementIn(odd).accused.states).toEqual(["JPN"]);
  });

  test("takes a date that this vintage lost from the earlier one, and repairs one that is none", () => {
    expect(tried({ Title: "APT 28", Date: "" }).repairs).toMatchObject([{ field: "Date", old: "", new: "10/28/2014" }]);
    const bad = tried({ Date: "14.5.2012" });
    expect(bad.repairs).toMatchObject([{ field: "Date", old: "14.5.2012", new: "" }]);
    expect(statementIn(bad).disclosed).toBeNull();
  });

  test("refuses a copy whose sponsors were rewritten", () => {
    const known = { Title: "Compromise of Chinese government computers", Date: "10/23/2007" };
    expect(() => tried({ ...known, Sponsor: "China" })).toThrow("the tracker's own export");
    expect(statementIn(tried({ ...known, Sponsor: "Taiwan, United States" })).accused.states).toEqual(["TWN", "USA"]);
  });
});

describe("isProfile()", () => {
  test.each([
    ["Paper Panda", "This threat actor targets letter writers."],
    ["Paper Panda", "Responsible for reading letters."],
    ["Red Paper", "A Chinese threat actor believed to have read letters."],
    ["Red Paper", "The Chinese APT believed to be behind the reading."],
    ["RedPaper", "RedPaper was detected reading letters."],
    ["PLA Unit 99999", "A firm released a report."],
    ["Provincial Office of Letters (POL)", "This threat actor, headquartered in a town, reads."],
  ])("knows an actor's profile: %s", (title, description) => expect(isProfile(title, description)).toBe(true));

  test.each([
    ["Targeting of letter writers", "This threat actor targets letter writers."],
    ["Operation Paper", "This threat actor reads letters."],
    ["Paper Rain", "A threat actor targeted government letters."],
    ["Paper Rain", "Paper Rain was a string of cyber operations that read letters."],
    ["APT 99", "Also known as Paper Panda. This threat actor reads."],
  ])("takes an incident for none: %s", (title, description) => expect(isProfile(title, description)).toBe(false));
});

test("actorNames() takes groups out of sentences, and no governments or states", () => {
  expect(actorNames("Believed to be the work of the Chinese government.?")).toEqual([]);
  expect(actorNames("Believed to be the work of?APT 28")).toEqual(["APT 28"]);
  expect(actorNames("U.S. Cyber Command")).toEqual(["U.S. Cyber Command"]);
  expect(actorNames("Iran, APT 35")).toEqual(["APT 35"]);
});

test("victimStates() follows the published rule for the United States, and names for the others", () => {
  expect(victimStates("Microsoft, Norwegian clerks")).toEqual(["USA", "NOR"]);
  expect(victimStates("clerks")).toEqual([]);
  expect(victimStates("Northwestern Polytechnical University")).toEqual(["CHN"]);
});
