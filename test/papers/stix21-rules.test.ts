// The rules that our bundles are held to, against the verdicts of a validator (cti-stix-validator 3.1.4).

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { broken, ruledTypes } from "../support/stix-rules.ts";

const path = "../shared/oracles/stix/validator-verdicts.json";
type Verdicts = {
  input: { rows: Record<string, unknown>[] };
  output: { rows: { valid: boolean; errors: string[] }[] };
};

describe.skipIf(!existsSync(path))("stix21: the rules of the test support, on shared verdicts", () => {
  test("judge every object of the types that we write as the validator does", () => {
    const { input, output } = JSON.parse(readFileSync(path, "utf8")) as Verdicts;
    const pairs = input.rows
      .map((row, index) => ({ row, index, verdict: output.rows[index]! }))
      .filter(({ row }) => ruledTypes.includes(String(row["type"])));
    expect(pairs.length).toBeGreaterThan(30);
    const differ = pairs.filter(({ row, verdict }) => (broken(row).length === 0) !== verdict.valid);
    expect(differ.map(({ index, row, verdict }) => [index, row["type"], broken(row), verdict.errors])).toEqual([]);
  });
});
