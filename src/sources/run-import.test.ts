import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../values/errors.ts";
import { cfr2023 } from "./cfr/cfr.ts";
import { cfrColumns } from "./cfr/cfr-cells.ts";
import { dcid20 } from "./dcid/dcid-2.0.ts";
import { eurepoc11 } from "./eurepoc/eurepoc-1.1.ts";
import { importerNamed, importers } from "./index.ts";
import { runImport, type ImportResult } from "./run-import.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  bytes(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n"));

/** Row numbers that do not stand exactly once: in the origins, or among the rejections. Empty where all is well. */
function unaccounted(result: ImportResult): number[] {
  const given = [result.statements, result.acts, result.aliases, result.context, result.kept].flat();
  const kept = new Set(given.flatMap(({ origin }) => origin.rows));
  const rejected = result.rejections.map(({ row }) => row);
  const times = new Map<number, number>();
  for (const row of [...kept, ...rejected]) times.set(row, (times.get(row) ?? 0) + 1);
  const wrong = Array.from({ length: result.rows }, (_, index) => index + 1).filter((row) => times.get(row) !== 1);
  const counted = result.accepted + rejected.length === result.rows && times.size === result.rows;
  return counted ? wrong : [...wrong, -1];
}

describe("runImport()", () => {
  test("accounts for every row of any CFR table, and says where it came from", async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "China",
        "United States",
        "Espionage",
        "Government",
        "1/2/2020",
        'x??,,y"',
        "https://example.org/",
      ),
      fc.string({ maxLength: 10 }).map((text) => text.replaceAll("\r", "")),
    );
    const row = fc.array(cell, { minLength: cfrColumns.length - 1, maxLength: cfrColumns.length + 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        const result = await runImport(cfr2023, csv([cfrColumns, ...rows]));
        expect(result.rows).toBe(rows.length);
        expect(unaccounted(result)).toEqual([]);
        for (const { origin } of result.statements)
          expect(origin).toMatchObject({ source: "cfr-2023-02", sha256: result.sha256 });
      }),
    );
  });

  test("accounts for every row of any EuRepoC table", async () => {
    const { columns } = eurepoc11.layout;
    const cell = fc.oneof(
      // Names that every object has are names of no state.
      fc.constantFrom("valueOf", "constructor", "__proto__", "['toString']"),
      fc.constantFrom("", "1", "2", "['China']", "['Unknown', 'x']", "[['a'], ['']]", "2012-01-01", "nan; x", "1.0"),
      fc.string({ maxLength: 10 }).map((text) => text.replaceAll("\r", "")),
    );
    const row = fc.tuple(...columns.map(() => cell));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        expect(unaccounted(await runImport(eurepoc11, csv([columns, ...rows])))).toEqual([]);
      }),
    );
  });

  test("gives the same result for the same file", async () => {
    const data = csv([
      cfrColumns,
      ["T", "1/2/2020", "", "", "", "United States", "China", "Espionage", "Government", "", "", ""],
    ]);
    expect(await runImport(cfr2023, data)).toEqual(await runImport(cfr2023, data));
  });

  test("rejects the second row of one number, and flags a repeated name", async () => {
    const { columns } = eurepoc11.layout;
    const row = (id: string): string[] =>
      columns.map((name) => (name === "ID" ? id : name === "name" ? "Paper Lantern" : ""));
    const result = await runImport(eurepoc11, csv([columns, row("1"), row("1"), row("2")]));
    expect(result.rejections).toMatchObject([
      { row: 2, field: "id", because: 'the same number as row 1: "eurepoc-1.1:1"' },
    ]);
    expect(result.flags.filter(({ because }) => because.startsWith("the same name")).map(({ row }) => row)).toEqual([
      2, 3,
    ]);
    expect(unaccounted(result)).toEqual([]);
  });

  test("counts a blank row among the rejections, quietly", async () => {
    const row = ["T", "1/2/2020", "", "", "", "", "China", "Espionage", "Government", "", "", ""];
    const result = await runImport(cfr2023, csv([cfrColumns, row, row.map(() => ""), row]));
    expect([result.rows, result.accepted]).toEqual([3, 2]);
    expect(result.rejections).toMatchObject([{ row: 2, quiet: true, because: "the row is blank", place: "line 3" }]);
    // Records without a number are numbered as the file has them: the blank row keeps its place.
    expect(result.records.map(({ id }) => id)).toEqual(["1", "3"]);
  });

  test("names file and row where a file cannot be trusted", async () => {
    const copy = [
      "Compromise of Chinese government computers",
      "10/23/2007",
      "",
      "",
      "",
      "",
      "China",
      "",
      "",
      "",
      "",
      "",
    ];
    const importing = runImport(cfr2023, csv([cfrColumns, copy]), { file: "copy.csv" });
    await expect(importing).rejects.toThrow("copy.csv:row 1:Sponsor: expected the tracker's own export");
  });

  test("ends in a result or an InputError for any bytes, with every importer", async () => {
    const data = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 200 }).map(bytes));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...importers), data, async (importer, given) => {
        const outcome: unknown = await runImport(importer, given).catch((error: unknown) => error);
        const bad = outcome instanceof InputError ? [] : unaccounted(outcome as ImportResult);
        expect(bad).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("refuses a file above the limit before it reads it", async () => {
    await expect(runImport(dcid20, bytes("0123456789"), { limits: { fileBytes: 5 } })).rejects.toThrow(
      "at most 5 bytes",
    );
  });
});

describe("importers", () => {
  test("have names of their own and say what they cover", () => {
    expect(new Set(importers.map(({ name }) => name)).size).toBe(importers.length);
    for (const { name, title, publisher, licence, url, coverage } of importers) {
      expect(name).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
      for (const text of [title, publisher, licence, coverage.inclusion, coverage.directions])
        expect(text).not.toBe("");
      expect(url === "" || url.startsWith("https://")).toBe(true);
    }
  });

  test("importerNamed() finds each, and a short name's first release", () => {
    for (const importer of importers) expect(importerNamed(importer.name)).toBe(importer);
    expect(importerNamed("dcid")?.name).toBe("dcid-2.0");
    expect(importerNamed("eurepoc")?.name).toBe("eurepoc-1.1");
    expect(importerNamed("nothing")).toBeNull();
  });
});
