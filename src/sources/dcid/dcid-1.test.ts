import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { runImport } from "../run-import.ts";
import { statementIn, tryRow } from "../../../test/support/try-row.ts";
import { dcid11, dcid15 } from "./dcid-1.ts";

// A row made up for these tests, in the shape of the sheet.
const row = {
  Cyberincidentnum: 9001,
  Dyadpair: 710_816,
  StateA: "China",
  StateB: "Vietnam",
  Name: "Paper Lantern",
  interactionstartdate: "7/1/2010",
  interactionenddate: "7/9/2010",
  interactiontype: 3,
  method: 3,
  APT: 1,
  targettype: 2,
  initiator: 816,
  cyber_objective: 1,
  objective_achievement: 1,
  Concession: 0,
  govtstatement: 1,
  severity: 2,
  "damage type": 1,
  "Political Objective": "Protest",
};

describe("dcid11 and dcid15", () => {
  test("read dates typed as text, and say so", () => {
    const tried = tryRow(dcid11, row);
    expect(statementIn(tried)).toMatchObject({
      id: "dcid-1.1:9001",
      happened: "2010-07/2010-07-09",
      codes: { APT: 1, govtstatement: 1 },
    });
    expect(tried.repairs.map(({ field, old, new: now }) => [field, old, now])).toEqual([
      ["interactionstartdate", "7/1/2010", "2010-07"],
      ["interactionenddate", "7/9/2010", "2010-07-09"],
    ]);
  });

  test.each(["61/2010", "7/72006", "10/102014", "2/30/2010"])("take the end %s as unknown", (interactionenddate) => {
    const tried = tryRow(dcid11, { ...row, interactionenddate });
    expect(statementIn(tried).happened).toBe("2010-07/..");
    expect(tried.repairs).toContainEqual(
      expect.objectContaining({ field: "interactionenddate", old: interactionenddate, new: "" }),
    );
  });

  test("mend the one dyad that is misspelt, by its number only", () => {
    expect(tryRow(dcid15, { ...row, Cyberincidentnum: 208, Dyadpair: 719_816 }).repairs[0]).toMatchObject({
      field: "Dyadpair",
      old: "719816",
      new: "710816",
    });
    expect(tryRow(dcid15, { ...row, Dyadpair: 719_816 }).read).toMatchObject({ field: "Dyadpair" });
  });

  test("flag a row that is likely miscoded and a stray cell beside the table", async () => {
    expect(tryRow(dcid11, { ...row, Cyberincidentnum: 61, Name: "Ocean Lotus" }).flags).toMatchObject([
      { field: "initiator" },
    ]);
    const names = Object.keys(row);
    const rows = [
      [...names, null],
      [...Object.values(row), "stray"],
    ];
    const result = await runImport(dcid11, await writeXlsx({ sheets: [{ name: "Incidents", rows }] }));
    expect(result.flags).toContainEqual({ row: 1, field: "T", because: "a cell outside the named columns" });
  });

  test("tell their releases apart", async () => {
    const rows = [
      [...Object.keys(row), "information_operation", "Sources"],
      [...Object.values(row), 0, ""],
    ];
    const file = await writeXlsx({ sheets: [{ name: "Incidents", rows }] });
    expect((await runImport(dcid15, file)).statements).toHaveLength(1);
    await expect(runImport(dcid11, file)).rejects.toThrow('without a column "information_operation"');
  });
});
