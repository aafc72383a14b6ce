import { describe, expect, test } from "vitest";
import { actSchema } from "../../values/act.ts";
import { isRejection } from "../importer.ts";
import { statementIn, tryRow } from "../../../test/support/try-row.ts";
import { actKinds } from "./dcid-acts.ts";
import { dcid20Escalation } from "./dcid-2.0-escalation.ts";

// A row made up for these tests, in the shape of the sheet.
const row = {
  Cyberincidentnum: 9001,
  Dyadpair: 2710,
  StateA: "US",
  StateB: "China",
  Name: "Paper Lantern",
  interactionstartdate: "2012-05-14",
  method: 3,
  targettype: 2,
  initiator: 710,
  target: 2,
  cyber_objective: 2,
  information_operation: 0,
  severity: 4,
  "damage type": 1,
  Cyber_escalation: 1,
  ...Object.fromEntries(actKinds.map(({ column }) => [column, 0])),
  ...Object.fromEntries(actKinds.map(({ group }) => [group, 0])),
};
const tried = (changes: Record<string, unknown>): ReturnType<typeof tryRow> =>
  tryRow(dcid20Escalation, { ...row, ...changes });
const acts = (changes: Record<string, unknown>): unknown[] => {
  const { read } = tried(changes);
  return isRejection(read) ? [] : (read.acts ?? []);
};

describe("dcid20Escalation", () => {
  test("reads a side's cyber operation and its conventional acts", () => {
    const both = tried({ "Ddeny/reject-": 6, Diplo_Negative: 1, "Musage-": 0.1, Mil_Negative: 1 });
    expect(statementIn(both)).toMatchObject({
      id: "dcid-2.0-escalation:9001-chn",
      accused: { states: ["CHN"] },
      victims: { states: ["USA"] },
      happened: "2012-05-14",
      codes: { Cyber_escalation: 1 },
    });
    expect(both.read).toMatchObject({
      acts: [
        { plover: "REJECT", form: "statement", actors: ["CHN"], targets: ["USA"], when: "2012-05/2012-06" },
        { plover: "ASSAULT", form: "military-signal" },
      ],
    });
    expect(both.repairs).toEqual([]);
  });

  test("gives acts alone for a side without an operation, and rejects one that did nothing, quietly", () => {
    const side = { method: 0, Name: "No Cyber", "Dnegotiate+": 17, Diplo_Positive: 1 };
    expect(tried(side).read).toMatchObject({ statements: [], acts: [{ plover: "CONSULT" }] });
    expect(tried({ method: 0 }).read).toMatchObject({ quiet: true });
  });

  test("gives acts that keep their schema, each with an id of its own", () => {
    const all = acts(Object.fromEntries(actKinds.map(({ column, code }) => [column, code])));
    expect(all).toHaveLength(16);
    for (const act of all) expect(actSchema.safeParse(act).error).toBeUndefined();
    expect(new Set(all.map((act) => (act as { id: string }).id)).size).toBe(16);
  });

  test("cuts off the time of day that sorts the rows, and says so", () => {
    const sorted = tried({ interactionstartdate: "2012-05-14T00:14:24" });
    expect(sorted.repairs).toMatchObject([
      { field: "interactionstartdate", old: "2012-05-14T00:14:24", new: "2012-05-14" },
    ]);
  });

  test("mends one number outside the scheme, and rejects a row with more: its acts stand in other columns", () => {
    const one = tried({ "Ddeny/reject-": 4, Diplo_Negative: 1 });
    expect(one.repairs).toMatchObject([{ field: "Ddeny/reject-", old: "4", new: "6" }]);
    expect(tried({ "Ereduce-": 2, "Mpromise+": 1 }).read).toMatchObject({
      field: "Ereduce-",
      because: "acts stand in other columns: Ereduce-, Mpromise+",
    });
  });

  test("counts the acts again where the count disagrees or is empty", () => {
    expect(tried({ "Dnegotiate+": 17, Diplo_Positive: 2 }).repairs).toMatchObject([
      { field: "Diplo_Positive", old: "2", new: "1" },
    ]);
    expect(tried({ Econ_Positive: null }).repairs).toMatchObject([{ field: "Econ_Positive", new: "0" }]);
  });

  test.each([
    ["its initiator as target", { target: 710 }, "target"],
    ["an initiator outside the dyad", { initiator: 365 }, "initiator"],
    ["rows that contradict each other", { Cyberincidentnum: 360 }, "initiator"],
    ["no date", { interactionstartdate: "soon" }, "interactionstartdate"],
    ["no number", { Cyberincidentnum: null }, "Cyberincidentnum"],
    ["no dyad", { Dyadpair: 7102 }, "Dyadpair"],
  ])("rejects a row with %s", (_, changes, field) => {
    expect(tried(changes).read).toMatchObject({ field });
  });
});
