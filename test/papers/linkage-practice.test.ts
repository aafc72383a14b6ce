// The hand-linked pairs beside the project (../shared/data/links-us-cn-practice.csv) against our links over the three whole lists. The committed
// parameters were learnt with these pairs among others: cross-validated figures stand in docs/methods/linkage.md.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { explain, link } from "../../src/ledger/linkage/index.ts";
import { importerNamed } from "../../src/sources/index.ts";
import { readListed } from "../../src/sources/run-import.ts";

const folder = join(import.meta.dirname, "../../../shared/data");
const files: [string, string][] = [
  ["dcid-2.0", "dcid-2.0.xlsx"],
  ["eurepoc-1.1", "eurepoc-global-1.1.csv"],
  ["cfr-2023-02", "cfr-cyber-operations-2023-02.csv"],
];

describe.skipIf(!existsSync(folder))("three whole lists of shared data", () => {
  test("link at a half with precision and recall above 0.85 on the practice pairs", async () => {
    const lists = await Promise.all(
      files.map(([name, file]) => {
        const importer = importerNamed(name);
        if (!importer) throw new Error(`no importer ${name}`);
        return readListed(importer, readFileSync(join(folder, file)));
      }),
    );
    const { pairs, blocking, context } = link(lists);
    expect(blocking.records).toBe(429 + 1643 + 768);
    type Row = { source_a: string; id_a: string; source_b: string; id_b: string; match: string };
    const practice = parse(readFileSync(join(folder, "links-us-cn-practice.csv"), "utf8"), { columns: true }) as Row[];
    const probability = new Map(
      pairs.map((pair) => [
        [`${pair.source_a}:${pair.id_a}`, `${pair.source_b}:${pair.id_b}`].toSorted().join(),
        pair.probability,
      ]),
    );
    const taken = practice.filter(
      (row) =>
        (probability.get([`${row.source_a}:${row.id_a}`, `${row.source_b}:${row.id_b}`].toSorted().join()) ?? 0) >= 0.5,
    );
    const right = taken.filter(({ match }) => match === "match").length;
    const wrong = taken.filter(({ match }) => match === "non-match").length;
    expect(right / (right + wrong)).toBeGreaterThan(0.85);
    expect(right / practice.filter(({ match }) => match === "match").length).toBeGreaterThan(0.85);
    const why = explain({ source: "dcid-2.0", id: "94" }, { source: "eurepoc-1.1", id: "113" }, context);
    expect(why?.bits.find(({ feature }) => feature === "rarest-word")?.level).toContain("nelson");
  });
});
