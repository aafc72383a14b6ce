import { describe, expect, test } from "vitest";
import { isRejection, type Yield } from "../importer.ts";
import { tryRow } from "../../../test/support/try-row.ts";
import { etda, operationDate } from "./etda.ts";
import { misp360net, mispThreatActor } from "./misp.ts";

const uuid = "00000000-0000-4000-8000-000000009001";
const given = (tried: ReturnType<typeof tryRow>): Yield => {
  if (isRejection(tried.read)) throw new Error(tried.read.because);
  return tried.read;
};

describe("etda", () => {
  // A card made up for these tests.
  const card = {
    actor: "Moon Reader",
    names: [
      { name: "Moon Reader", "name-giver": "A firm" },
      { name: "Paper Panda", "name-giver": "?" },
    ],
    country: ["China", "[Unknown]"],
    motivation: ["Information theft and espionage"],
    "first-seen": "2012",
    description: "Reads letters.",
    "observed-countries": ["Norway", "Atlantis"],
    operations: [
      { date: "2013-02", activity: "Read the letters\nhttps://example.org/a" },
      { date: "2014 Early", activity: "Read more" },
      { date: "soon", activity: "Read again" },
      { date: "2015", activity: "" },
    ],
    information: ["https://example.org/b"],
    uuid,
    "last-card-change": "2023-06-21",
  };

  test("says who gives each name, and keeps the register's own equations as its own", () => {
    expect(given(tryRow(etda, card)).aliases).toMatchObject([
      { actor: "Moon Reader", alias: "Moon Reader", saidBy: "A firm", states: ["CHN"] },
      { actor: "Moon Reader", alias: "Paper Panda", saidBy: "ETDA" },
    ]);
    expect(given(tryRow(etda, { ...card, actor: "Letter Moth" })).aliases?.[0]).toMatchObject({
      alias: "Letter Moth",
      saidBy: "ETDA",
    });
  });

  test("gives a profile and one statement an operation, and says which dates it cannot read", () => {
    const tried = tryRow(etda, card);
    expect(given(tried).statements).toMatchObject([
      {
        id: `etda-2023-09:${uuid}`,
        about: "profile",
        accused: { states: ["CHN"] },
        victims: { states: ["NOR"], names: ["Atlantis"] },
        happened: "2012/..",
        said: "2023-06-21",
      },
      {
        about: "campaign",
        happened: "2013-02",
        summary: { en: "Moon Reader: Read the letters" },
        read: [{ url: "https://example.org/a" }],
      },
      { happened: "2014-Q1" },
      { happened: null },
    ]);
    expect(tried.flags.map(({ because }) => because)).toEqual([
      'operation 3: no date can be read in "soon"',
      "operation 4 says nothing",
    ]);
  });

  test("mends a blank inside an identifier, and rejects a card without one or without a name", () => {
    expect(tryRow(etda, { ...card, uuid: `${uuid.slice(0, 35)} ${uuid.slice(35)}` }).repairs).toMatchObject([
      { field: "uuid", new: uuid },
    ]);
    expect(tryRow(etda, { ...card, uuid: "x" }).read).toMatchObject({ field: "uuid" });
    expect(tryRow(etda, { ...card, actor: "" }).read).toMatchObject({ field: "actor" });
    expect(tryRow(etda, { ...card, country: ["Atlantis"] }).flags[0]).toMatchObject({ field: "country" });
  });

  test.each([
    ["2022-02", "2022-02"],
    ["2022", "2022"],
    ["2012/2013", "2012/2013"],
    ["2012 Mid", "2012"],
    ["2012 Late", "2012-Q4"],
    ["2012 Summer", "2012-Q3"],
    ["x", null],
  ])("operationDate() reads %s as %s", (text, when) => expect(operationDate(text)).toBe(when));
});

describe("the MISP registers", () => {
  test("threat-actor: aliases with the organisation that gave them, and the profile's state", () => {
    const organisation = "00000000-0000-4000-8000-000000000001";
    const meta = {
      country: "CN",
      synonyms: ["Paper Panda", "Letter Moth"],
      "name-attribution": [`Paper Panda:${organisation}`],
      refs: ["https://example.org/a", "no address"],
      "attribution-confidence": "50",
      "cfr-suspected-victims": ["United States"],
    };
    const { aliases, statements } = given(
      tryRow(mispThreatActor, { value: "Moon Reader", description: "Reads letters.", uuid, meta }),
    );
    expect(aliases?.map(({ alias, saidBy }) => [alias, saidBy])).toEqual([
      ["Moon Reader", "MISP galaxy"],
      ["Paper Panda", `MISP galaxy, organisation ${organisation}`],
      ["Letter Moth", "MISP galaxy"],
    ]);
    expect(statements).toMatchObject([
      {
        accused: { states: ["CHN"] },
        victims: { states: ["USA"] },
        confidence: "50",
        read: [{ url: "https://example.org/a" }],
      },
    ]);
  });

  test("360net: 360's name and number, its words for places, its side and its language", () => {
    const row = {
      value: "纸灯笼 - APT-C-999",
      description: "来自美国的组织",
      uuid,
      meta: { country: "america", "suspected-victims": ["中国"] },
    };
    const { aliases, statements } = given(tryRow(misp360net, row));
    expect(aliases?.map(({ alias, saidBy, states }) => [alias, saidBy, states[0]])).toEqual([
      ["纸灯笼", "360", "USA"],
      ["APT-C-999", "360", "USA"],
    ]);
    expect(statements).toMatchObject([
      {
        author: { kind: "firm", side: "CHN" },
        accused: { states: ["USA"] },
        victims: { states: ["CHN"] },
        summary: { zh: "来自美国的组织" },
      },
    ]);
    expect(tryRow(misp360net, { ...row, meta: { country: "mideast" } }).flags).toMatchObject([
      { field: "meta.country" },
    ]);
  });

  test("reject an entry without a name or an identifier", () => {
    expect(tryRow(mispThreatActor, { value: "", uuid }).read).toMatchObject({ field: "value" });
    expect(tryRow(mispThreatActor, { value: "x", uuid: 7 }).read).toMatchObject({ field: "uuid" });
  });
});
