import { describe, expect, test } from "vitest";
import { tryRow, statementIn } from "../../../test/support/try-row.ts";
import { splitDyad } from "./dcid-codes.ts";
import { dcid20 } from "./dcid-2.0.ts";

// A row made up for these tests, in the shape of the sheet.
const row = {
  Cyberincidentnum: 9001,
  Dyadpair: 2710,
  StateA: "US",
  StateB: "China",
  Name: "Paper Lantern",
  interactionstartdate: "2012-05-14",
  interactionenddate: "2012-06-01",
  method: 4.2,
  targettype: 3,
  initiator: 710,
  cyber_objective: 2,
  information_operation: 0,
  objective_achievement: 1,
  Concession: 0,
  "3rdpartyinitiator": 0,
  severity: 4,
  "damage type": 1,
  "Crit Inf": 6,
  "Supply Ch": 0,
  Ransomware: 0,
  "Political Objective": "Learn the plans",
  Sources1: " https://example.org/a, https://example.org/b",
  FBI: null,
};
const tried = (changes: Record<string, unknown>): ReturnType<typeof tryRow> => tryRow(dcid20, { ...row, ...changes });

describe("dcid20 reads a row", () => {
  test("as what the coders infer: who, whom, what, when and on what scale", () => {
    expect(statementIn(tried({}))).toMatchObject({
      id: "dcid-2.0:9001",
      accused: { states: ["CHN"] },
      victims: { states: ["USA"] },
      what: { effects: ["espionage"], sectors: ["military", "defence-industry"] },
      happened: "2012-05-14/2012-06",
      disclosed: null,
      basis: "inference",
      read: [{ url: "https://example.org/a" }, { url: "https://example.org/b" }],
      scores: [{ scale: "dcid-severity", value: 4 }],
      codes: { method: 4.2, infrastructure: 6, objective_achievement: 1 },
    });
    expect(tried({}).repairs).toEqual([]);
  });

  test("with day 1 as a month", () => {
    const both = { interactionstartdate: "2012-05-01", interactionenddate: "2012-05-01" };
    expect(statementIn(tried(both)).happened).toBe("2012-05");
    expect(statementIn(tried({ interactionenddate: null })).happened).toBe("2012-05-14/..");
  });

  test("with an end before its start as an unknown end, and keeps the old value", () => {
    const { repairs, read } = tried({ interactionenddate: "2011-01-15" });
    expect(read).toMatchObject({ statements: [{ happened: "2012-05-14/.." }] });
    expect(repairs).toMatchObject([{ field: "interactionenddate", old: "2011-01-15", new: "" }]);
  });

  test("with codes that the codebook lacks repaired or kept, and said", () => {
    expect(tried({ method: 3.1 }).repairs).toMatchObject([{ field: "method", old: "3.1", new: "3" }]);
    const bare = tried({ method: 4 });
    expect(statementIn(bare).codes).toMatchObject({ method: 4 });
    expect(bare.flags).toMatchObject([{ field: "method" }]);
    const nowhere = tried({ "Crit Inf": 0 });
    expect(nowhere.repairs).toMatchObject([{ field: "Crit Inf", old: "0" }]);
    expect(statementIn(nowhere).what.sectors).toEqual(["military"]);
  });

  test("with outer blanks cut off and said", () => {
    const { repairs, read } = tried({ Name: "Paper Lantern ", StateB: "China " });
    expect(repairs.map(({ field, old }) => [field, old])).toEqual([
      ["StateB", "China "],
      ["Name", "Paper Lantern "],
    ]);
    expect(read).toMatchObject({ record: { title: "Paper Lantern" } });
  });

  test("and keeps pieces of addresses, late starts and known doubts with a flag", () => {
    expect(tried({ Sources1: "20141105" }).flags).toMatchObject([{ field: "Sources1" }]);
    expect(tried({ interactionstartdate: "2021-01-05" }).flags).toMatchObject([{ field: "interactionstartdate" }]);
    expect(tried({ Cyberincidentnum: 105, Name: "Penatgon Raid" }).flags).toMatchObject([{ field: "Name" }]);
    expect(tried({ Cyberincidentnum: 105, Name: "Another" }).flags).toEqual([]);
  });
});

describe("dcid20 rejects", () => {
  test("an initiator outside the dyad, but keeps the row for linkage, without a target", () => {
    expect(tried({ initiator: 630 }).read).toMatchObject({
      field: "initiator",
      because: "expected one of the dyad's two states, USA and CHN, got COW 630",
      record: { id: "9001", initiators: ["IRN"], targets: [] },
    });
  });

  test.each([
    ["Cyberincidentnum", "x"],
    ["Dyadpair", 7102],
    ["Dyadpair", 1],
    ["interactionstartdate", "soon"],
    ["severity", "high"],
    ["initiator", null],
    ["Name", ""],
  ])("a row whose %s is %j", (field, value) => {
    expect(tried({ [field]: value }).read).toMatchObject({ field });
  });
});

test("splitDyad() gives two states, lower number first, or null", () => {
  expect(splitDyad(2710)?.states).toEqual(["USA", "CHN"]);
  // 2 and 652; 265 and 2 would not be in order.
  expect(splitDyad(2652)?.states).toEqual(["USA", "SYR"]);
  expect(splitDyad(731732)?.states).toEqual(["PRK", "KOR"]);
  for (const none of [0, 2, 7102, 999_999, -2710, 2.71, Number.NaN]) expect(splitDyad(none)).toBeNull();
});
