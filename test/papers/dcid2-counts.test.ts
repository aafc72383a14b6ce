// The counts of DCID 2.0, sheet of incidents: codebook of July 2022 (dcid2) and what was counted from the file.

import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { DcidRow } from "../../src/sources/dcid/dcid-row.ts";
import { dcid20 } from "../../src/sources/dcid/dcid-2.0.ts";
import { isDirected } from "../../src/sources/listed-record.ts";
import { runImport, type ImportResult } from "../../src/sources/run-import.ts";
import { readCsvTable } from "../../src/sources/table/csv-table.ts";
import { defaultLimits } from "../../src/sources/table/limits.ts";
import type { StateCode } from "../../src/values/state.ts";

const file = "../shared/data/dcid-2.0.xlsx";
const [china, america] = ["CHN", "USA"] as StateCode[] as [StateCode, StateCode];

describe.skipIf(!existsSync(file))("DCID 2.0 (shared data)", () => {
  let result: ImportResult;
  let rows: DcidRow[];
  beforeAll(async () => {
    result = await runImport(dcid20, readFileSync(file));
    rows = result.records as DcidRow[];
  });
  const count = <Key>(keyOf: (row: DcidRow) => Key): Map<Key, number> => {
    const counts = new Map<Key, number>();
    for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
    return counts;
  };
  const ordered = (counts: Map<number, number>): number[] => [...counts].sort(([a], [b]) => a - b).map(([, n]) => n);

  test("429 incidents, as published; 425 statements and 4 rejections", () => {
    expect([result.rows, result.statements.length, result.rejections.length]).toEqual([429, 425, 4]);
    expect(result.rejections.map(({ record }) => record?.id)).toEqual(["291", "292", "309", "331"]);
  });

  test("59 from China to the United States, 2 the other way", () => {
    expect(rows.filter((row) => isDirected(row, china, america))).toHaveLength(59);
    expect(rows.filter((row) => isDirected(row, america, china)).map(({ id }) => id)).toEqual(["81", "100"]);
  });

  test("from China to the United States by year of start", () => {
    const years = new Map<string, number>();
    for (const { start } of rows.filter((row) => isDirected(row, china, america))) {
      const year = start!.slice(2, 4);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    expect(Object.fromEntries(years)).toEqual({
      "01": 1,
      "03": 1,
      "06": 5,
      "07": 3,
      "08": 3,
      "09": 6,
      "10": 4,
      "11": 4,
      "12": 3,
      "13": 3,
      "14": 9,
      "15": 2,
      "17": 5,
      "18": 2,
      "19": 3,
      "20": 4,
      "21": 1,
    });
  });

  test("initiators, objectives, severities, methods, targets and damage as distributed", () => {
    const initiators = count((row) => row.initiators[0]);
    expect(["CHN", "RUS", "IRN", "PRK", "USA", "PAK"].map((code) => initiators.get(code as StateCode))).toEqual([
      115, 113, 65, 59, 20, 20,
    ]);
    expect(ordered(count((row) => row.objective))).toEqual([120, 132, 131, 46]);
    expect(ordered(count((row) => row.severity))).toEqual([15, 115, 160, 115, 19, 5]);
    expect(ordered(count((row) => Math.trunc(row.method)))).toEqual([29, 49, 266, 85]);
    expect(ordered(count((row) => row.targetType))).toEqual([175, 177, 77]);
    expect(ordered(count((row) => row.damage))).toEqual([219, 182, 3, 25]);
    const ones = (code: string): number => rows.filter(({ codes }) => codes[code] === 1).length;
    expect(
      [
        "Concession",
        "objective_achievement",
        "3rdpartyinitiator",
        "information_operation",
        "Supply Ch",
        "Ransomware",
      ].map(ones),
    ).toEqual([12, 368, 32, 96, 148, 11]);
    expect(count((row) => row.dyad.join("-")).size).toBe(40);
  });

  test("202 starts fall on day 1 and are read as months", () => {
    expect(rows.filter(({ start }) => start!.length === 7)).toHaveLength(202);
  });

  test("repairs and flags stand where the faults are known to be", () => {
    const repaired = (field: string): number[] => result.repairs.filter((r) => r.field === field).map(({ row }) => row);
    expect(repaired("interactionenddate")).toEqual([236]);
    expect(repaired("method")).toEqual([137, 138]);
    expect(repaired("Crit Inf")).toEqual([99]);
    expect(repaired("StateA")).toEqual([19, 236, 238, 273, 290]);
    expect(repaired("StateB")).toEqual([194, 288, 289, 290, 328, 353, 355]);
    expect(result.flags.filter(({ field }) => field === "method").map(({ row }) => row)).toEqual([
      218, 246, 274, 291, 292,
    ]);
    expect(result.flags.filter(({ because }) => because.startsWith("the same name")).map(({ row }) => row)).toEqual([
      279, 328, 366,
    ]);
    for (const row of [84, 94, 98, 103, 105, 120, 139, 223, 237, 268, 301]) {
      expect(result.flags.some((flag) => flag.row === row)).toBe(true);
    }
  });

  test("another study's copy of 188 rows, read as CSV, agrees in every coded column", () => {
    const split = ["kept", "excluded"].map((part) => readFileSync(`../shared/data/mklovak-incidents-${part}.csv`));
    const needed = ["Cyberincidentnum", "method", "initiator"];
    const copied = split.flatMap((bytes) =>
      Array.from(readCsvTable(bytes, { file: "copy", needed, limits: defaultLimits }).rows),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const differing = copied.filter((entry) => {
      if (!("cells" in entry)) return true;
      const { cells } = entry;
      const mine = byId.get(String(cells["Cyberincidentnum"]));
      const codes = [mine?.initiatorCow, mine?.targetType, mine?.objective, mine?.severity, mine?.damage];
      const theirs = ["initiator", "targettype", "cyber_objective", "severity", "damage type"].map((name) =>
        Number(cells[name]),
      );
      return codes.join() !== theirs.join();
    });
    expect([copied.length, differing.length]).toEqual([188, 0]);
  });
});
