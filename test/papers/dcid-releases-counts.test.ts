// The counts of DCID's earlier releases and of the second sheet of 2.0: what a release holds, and what editing lost.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dcid11, dcid15 } from "../../src/sources/dcid/dcid-1.ts";
import { dcid20Escalation } from "../../src/sources/dcid/dcid-2.0-escalation.ts";
import { runImport, type ImportResult } from "../../src/sources/run-import.ts";

const folder = "../shared/data";
const rowsWith = (result: ImportResult, field: string, because: string): number[] =>
  result.repairs.filter((repair) => repair.field === field && repair.because.includes(because)).map(({ row }) => row);
const directed = (result: ImportResult, from: string, to: string): string[] =>
  result.statements
    .filter(
      ({ value }) =>
        value.accused.states.some((state) => (state as string) === from) &&
        value.victims.states.some((state) => (state as string) === to),
    )
    .map(({ value }) => value.summary.en.split(":")[0]!);

describe.skipIf(!existsSync(folder))("DCID's other sheets (shared data)", () => {
  test("1.1 has 192 incidents, as published, 6 of them by the United States against China", async () => {
    const result = await runImport(dcid11, readFileSync(`${folder}/dcid-1.1.xlsx`));
    expect([result.rows, result.statements.length]).toEqual([192, 192]);
    expect(directed(result, "USA", "CHN")).toEqual([
      "Cisco Raider",
      "Arrow Eclipse",
      "Boxing Rumble",
      "NSA Fourth Party collection",
      "Shotgiant",
      "Ocean Lotus",
    ]);
    expect(rowsWith(result, "interactionstartdate", "text")).toHaveLength(90);
    expect(rowsWith(result, "interactionenddate", "no date")).toEqual([17, 33]);
    expect(rowsWith(result, "interactionenddate", "text")).toHaveLength(95 - 2);
    expect(result.flags).toContainEqual({ row: 64, field: "V", because: "a cell outside the named columns" });
    expect(result.flags.some(({ row, field }) => row === 61 && field === "initiator")).toBe(true);
  });

  test("1.5 has 266 incidents (272 published in Cato PA 862), 12 concessions (11 published)", async () => {
    const result = await runImport(dcid15, readFileSync(`${folder}/dcid-1.5.xlsx`));
    expect([result.rows, result.statements.length]).toEqual([266, 266]);
    expect(directed(result, "USA", "CHN")).toHaveLength(5);
    expect(result.statements.filter(({ value }) => value.codes?.["Concession"] === 1)).toHaveLength(12);
    expect(rowsWith(result, "interactionstartdate", "text")).toHaveLength(79);
    expect(rowsWith(result, "interactionenddate", "no date")).toEqual([27, 51, 261]);
    expect(rowsWith(result, "interactionenddate", "text")).toHaveLength(85 - 3);
    expect(rowsWith(result, "interactionenddate", "before the start")).toEqual([150, 151]);
    expect(rowsWith(result, "Dyadpair", "719")).toEqual([208]);
  });

  test("the second sheet of 2.0 keeps 9 operations of the United States against China; its faults stand where known", async () => {
    const result = await runImport(dcid20Escalation, readFileSync(`${folder}/dcid-2.0.xlsx`));
    expect(result.rows).toBe(862 + 371);
    expect(result.rejections.filter(({ because }) => because === "the row is blank")).toHaveLength(371);
    expect(directed(result, "USA", "CHN")).toEqual([
      "Cisco Raider",
      "AE",
      "AE",
      "BR",
      "BR",
      "NFPC",
      "NFPC",
      "Shotgiant",
      "Shotgiant",
    ]);
    // Sheet rows: 254 with its acts in other columns, and the pairs of numbers 257, 313, 344 and 360. Number 313 names
    // a state outside its dyad, as rows 291, 292, 309 and 331 of the sheet of incidents do.
    expect(result.rejections.filter(({ quiet }) => !quiet).map(({ place }) => place.replace("sheet row ", ""))).toEqual(
      ["254", "514", "515", "624", "625", "688", "689", "720", "721"],
    );
    expect(rowsWith(result, "Ddeny/reject-", "scheme").map((row) => row + 1)).toEqual([163, 164, 165]);
    expect(rowsWith(result, "Mcoop+", "scheme").map((row) => row + 1)).toEqual([653]);
    expect(rowsWith(result, "Econ_Positive", "again").map((row) => row + 1)).toEqual([596]);
    expect(result.statements.filter(({ value }) => value.codes?.["Cyber_escalation"] === 1).length).toBeGreaterThan(0);
  });
});
