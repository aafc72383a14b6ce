// EuRepoC's own shares for 2000–2023 (2,506 incidents; 45 % unidentified; China about 12, Russia 11.6, Iran 5.3, North
// Korea 4.7, Ukraine 2.6 %) against the tables behind its dashboard, which are an earlier cut of 2,465 incidents.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importerNamed } from "../../src/sources/index.ts";
import { runImport, type ImportResult } from "../../src/sources/run-import.ts";

const folder = "../shared/data";
const read = (importer: string, file: string): Promise<ImportResult> =>
  runImport(importerNamed(importer)!, readFileSync(`${folder}/${file}`));
const directed = (result: ImportResult, from: string, to: string): number =>
  result.statements.filter(
    ({ value }) => (value.accused.states as string[]).includes(from) && (value.victims.states as string[]).includes(to),
  ).length;

describe.skipIf(!existsSync(folder))("EuRepoC's other tables (shared data)", () => {
  test("initiators: 2,465 incidents; China 12.0, Russia 11.1, Iran 5.2, North Korea 4.6, Ukraine 2.5 %", async () => {
    const result = await read("eurepoc-dashboard-initiators-2023-12", "swp-dashboard-initiators-2023-12.csv");
    expect([result.rows, result.accepted, result.statements.length]).toEqual([7394, 7394, 2465]);
    expect([directed(result, "CHN", "USA"), directed(result, "USA", "CHN")]).toEqual([107, 8]);
    const share = (state: string): number =>
      (100 * result.statements.filter(({ value }) => (value.accused.states as string[]).includes(state)).length) / 2465;
    expect(["CHN", "RUS", "IRN", "PRK", "UKR"].map((state) => share(state).toFixed(1))).toEqual([
      "12.0",
      "11.1",
      "5.2",
      "4.6",
      "2.5",
    ]);
  });

  test("the other four: every row kept, 2,465 incidents in responses and types", async () => {
    const sizes = { attributions: 5858, "attributions-basis": 7946, responses: 6395, "incident-types": 6395 };
    const incidents: Record<string, number> = {};
    for (const [table, rows] of Object.entries(sizes)) {
      const result = await read(`eurepoc-dashboard-${table}-2023-12`, `swp-dashboard-${table}-2023-12.csv`);
      expect([result.rows, result.accepted]).toEqual([rows, rows]);
      incidents[table] = result.statements.length;
    }
    expect(incidents).toMatchObject({ responses: 2465, "incident-types": 2465 });
  });

  test("attributions 1.1: 2,643 rows are 1,954 attributions; 12 rows hold none; incident 1493 has 4, not 237", async () => {
    const result = await read("eurepoc-attribution-1.1", "eurepoc-attribution-1.1.csv");
    expect([result.rows, result.statements.length, result.rejections.length]).toEqual([2643, 1954, 12]);
    expect(result.statements.filter(({ value }) => value.id.includes(":1493-"))).toHaveLength(4);
  });

  test("receivers 1.1: 6,333 rows are 1,639 incidents; 303, 1046, 1059 and 1855 have none", async () => {
    const result = await read("eurepoc-receiver-1.1", "eurepoc-receiver-1.1.csv");
    expect([result.rows, result.statements.length]).toEqual([6333, 1643 - 4]);
    const ids = new Set(result.statements.map(({ value }) => value.id.split(":")[1]));
    expect(["303", "1046", "1059", "1855"].filter((id) => ids.has(id))).toEqual([]);
  });
});
