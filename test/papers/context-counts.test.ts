// Counts of the alias registers, the press lists and the context series, as counted from the files.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importerNamed } from "../../src/sources/index.ts";
import type { Context } from "../../src/sources/importer.ts";
import { runImport, type ImportResult } from "../../src/sources/run-import.ts";

const folder = "../shared/data";
const read = (importer: string, file: string): Promise<ImportResult> =>
  runImport(importerNamed(importer)!, readFileSync(`${folder}/${file}`));
const between = (result: ImportResult): Context[] =>
  result.context
    .map(({ value }) => value)
    .filter(({ states }) => ["USA", "CHN"].every((state) => (states as string[]).includes(state)));
const profiles = (result: ImportResult, state: string): number =>
  result.statements.filter(
    ({ value }) => value.about === "profile" && (value.accused.states as string[]).includes(state),
  ).length;

describe.skipIf(!existsSync(folder))("registers and context (shared data)", () => {
  test("ETDA: 447 groups, 1,961 dated operations, 146 of China and 8 of the United States", async () => {
    const result = await read("etda", "etda-threat-groups-2025.json");
    expect([result.rows, result.statements.filter(({ value }) => value.about === "campaign").length]).toEqual([
      447, 1961,
    ]);
    expect([profiles(result, "CHN"), profiles(result, "USA")]).toEqual([146, 8]);
  });

  test("MISP: 1,041 actors, 216 of China and 5 of the United States; 27 aliases name more than one", async () => {
    const result = await read("misp-threat-actor", "misp-threat-actor.json");
    expect([result.rows, profiles(result, "CHN"), profiles(result, "USA")]).toEqual([1041, 216, 5]);
    const actors = new Map<string, Set<string>>();
    for (const { value } of result.aliases) {
      const name = value.alias.toLowerCase();
      actors.set(name, (actors.get(name) ?? new Set()).add(value.actor));
    }
    expect([...actors.values()].filter((named) => named.size > 1)).toHaveLength(27);
  });

  test("360net: 42 actors; APT-C-39, APT-C-40 and APT-C-16 are American", async () => {
    const result = await read("misp-360net", "misp-360net.json");
    const american = result.aliases.filter(
      ({ value }) => (value.states as string[]).includes("USA") && value.alias.startsWith("APT-C-"),
    );
    expect([result.rows, american.map(({ value }) => value.alias).sort()]).toEqual([
      42,
      ["APT-C-16", "APT-C-39", "APT-C-40"],
    ]);
  });

  test("Hackmageddon 4,962 and CISSM 11,918 (13,327 published: rows were dropped), every row kept", async () => {
    const press = await read("hackmageddon", "hackmageddon-2020-01-to-2022-01.csv");
    expect([press.rows, press.statements.length]).toEqual([4962, 4962]);
    const events = await read("cissm", "cissm-copy-without-country.csv");
    expect([events.rows, events.statements.length]).toEqual([11_918, 11_918]);
    expect(events.statements.filter(({ value }) => value.accused.states.length > 0)).toEqual([]);
    // 342 descriptions hold â or Ã; in 8 the letter is right or cannot be mended.
    expect(events.repairs.filter(({ field }) => field === "event_description")).toHaveLength(334);
  });

  test("GPR: 1,519 months, and the old binary spreadsheet equals the CSV cell by cell", async () => {
    const xls = await read("gpr", "gpr-export-2026.xls");
    const csv = await read("gpr-csv", "gpr-usa-chn-monthly.csv");
    expect([xls.rows, csv.rows]).toEqual([1519, 1519]);
    const key = ({ series, when, states }: Context): string => `${series} ${when} ${states.join()}`;
    const values = new Map(xls.context.map(({ value }) => [key(value), value.value]));
    expect(csv.context.filter(({ value }) => values.get(key(value)) !== value.value)).toEqual([]);
    expect(csv.context.length).toBeGreaterThan(11_000);
  });

  test("MID: 124 directed rows of the United States and China; ICB: 10 dyad-years", async () => {
    const disputes = await read("dyadic-mid-4.03", "dyadic-mid-4.03.csv");
    expect([disputes.rows, disputes.accepted + disputes.rejections.length]).toEqual([10_358, 10_358]);
    expect(between(disputes)).toHaveLength(124);
    const crises = await read("icb-15-dyads", "icbdy_v15.csv");
    expect([crises.rows, between(crises).length]).toEqual([1363, 10]);
    const actors = await read("icb-15-actors", "icb2v15.csv");
    expect([actors.rows, actors.accepted + actors.rejections.length]).toEqual([1100, 1100]);
  });
});
