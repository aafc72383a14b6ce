import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { exportFormats } from "../exports/index.ts";
import { readDataPackage } from "../exports/package/read-data-package.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { run } from "./run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function ran(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const ledger: Partial<Ledger> = {
    view: () => Promise.resolve(tinyView()),
    importCase: ({ file, bytes }) =>
      Promise.resolve({ case: readDataPackage(bytes, file).about.id, records: 3, hash: "sha256:0" }),
    close: () => Promise.resolve(),
  };
  const status = await run(words, "1.2.3", {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date("2026-01-02T03:04:05Z"),
    env: {},
    openLedger: () => Promise.resolve(ledger as Ledger),
    columns: 88,
    styled: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

describe("detente export", () => {
  test.each(exportFormats.map(({ name }) => [name]))("writes %s whole, and leaves nothing beside it", async (name) => {
    const path = join(folder, "out");
    const { status, out } = await ran("export", "tiny-case", "--format", name, "--out", path, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      case: "tiny-case",
      format: name,
      bytes: readFileSync(path).length,
      hash: tinyView().hash,
    });
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  test("prints text where no file is named, and refuses to print a zip", async () => {
    expect((await ran("export", "tiny-case", "--format", "bibtex")).out).toMatch(/^@misc\{detente:tiny-case,/);
    expect(await ran("export", "tiny-case", "--format", "datapackage")).toMatchObject({
      status: 1,
      err: expect.stringContaining("--out: expected a file") as string,
    });
  });

  test.each([
    [["--format", "word"], "--format: expected one of stix, csv"],
    [["--format", "stix", "--tlp", "3"], "--tlp: expected 1 or 2"],
    [["--format", "csl", "--address", "ftp://a"], "--address: expected a web address"],
    [["--format", "csv", "--asof", "2015-02-30"], "asof: expected a day"],
  ])("refuses %j in one line", async (words, line) => {
    const { status, err } = await ran("export", "tiny-case", ...words);
    expect([status, err.split("\n").length]).toEqual([1, 1]);
    expect(err).toContain(line);
  });
});

test("detente case export and case import carry a case over", async () => {
  const path = join(folder, "case.zip");
  expect((await ran("case", "export", "tiny-case", path)).status).toBe(0);
  expect(existsSync(path)).toBe(true);
  expect(await ran("case", "import", path)).toMatchObject({
    status: 0,
    out: `${tinyView().about.id}: 3 records written`,
  });
  expect((await ran("case", "import", join(folder, "nothing.zip"))).status).toBe(3);
});

test("detente sources fetch refuses, with where to look, a list that has no address", async () => {
  const { status, out } = await ran("sources", "fetch", "dcid-2.0", "--json");
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    refused: { reason: "no-download", because: expect.stringContaining("detente import dcid-2.0 FILE") as string },
  });
});
