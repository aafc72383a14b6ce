import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guessImporter } from "./guess-importer.ts";
import { plainColumns } from "./plain/plain-columns.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a table is known by its columns, whatever else it has, and nothing is guessed of what fits none", async () => {
  expect((await guessImporter(bytes(`own,${plainColumns.join(",")}\n`), "a.csv"))?.name).toBe("statements-csv");
  for (const text of ["", "a,b\n1,2\n", "{}", "[]", '"never closed', "PK\u0003\u0004"])
    expect(await guessImporter(bytes(text), "x")).toBeNull();
});

test("a header that is cut within a letter is still read", async () => {
  const long = `${plainColumns.join(",")}\n${"汉".repeat(100_000)}`;
  expect((await guessImporter(bytes(long), "a.csv"))?.name).toBe("statements-csv");
});

const shared = "../shared/data";
test.skipIf(!existsSync(shared)).each([
  ["dcid-2.0.xlsx", "dcid-2.0"],
  ["dcid-1.5.xlsx", "dcid-1.5"],
  ["dcid-1.1.xlsx", "dcid-1.1"],
  ["eurepoc-global-1.1.csv", "eurepoc-1.1"],
  ["eurepoc-attribution-1.1.csv", "eurepoc-attribution-1.1"],
  ["cfr-cyber-operations-2023-02.csv", "cfr-2023-02"],
  ["hackmageddon-2020-01-to-2022-01.csv", "hackmageddon-2020-2022"],
  ["etda-threat-groups-2025.json", "etda-2023-09"],
  ["misp-threat-actor.json", "misp-threat-actor"],
  ["misp-360net.json", "misp-360net"],
])("%s of shared data is told to be %s", async (file, name) => {
  expect((await guessImporter(readFileSync(`${shared}/${file}`), file))?.name).toBe(name);
});
