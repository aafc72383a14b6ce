import { describe, expect, test } from "vitest";
import { readJsonLines, readJsonTable } from "./json-table.ts";
import { defaultLimits } from "./limits.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const options = { file: "f.json", limits: { ...defaultLimits, rows: 3 } };

describe("readJsonTable()", () => {
  test("takes the list at its place, and a bare list as well", () => {
    expect([...readJsonTable(bytes('{"values":[{"a":1}]}'), { rows: "values" }, options).rows]).toEqual([
      { row: 1, place: "member 1", cells: { a: 1 } },
    ]);
    expect([...readJsonTable(bytes('[{"a":1},7]'), { rows: "values" }, options).rows]).toMatchObject([
      { cells: { a: 1 } },
      { rejection: { because: "expected a record, got number" } },
    ]);
  });

  test("refuses what is no JSON, has no list, or too long a one", () => {
    expect(() => readJsonTable(bytes("{"), { rows: "values" }, options)).toThrow("a JSON document");
    expect(() => readJsonTable(bytes('{"other":[]}'), { rows: "values" }, options)).toThrow('a list at "values"');
    expect(() =>
      readJsonTable(bytes('{"type":"other","values":[]}'), { rows: "values", type: "own" }, options),
    ).toThrow('type: expected a document of the type "own", got "other"');
    expect(() => readJsonTable(bytes("[1,2,3,4]"), { rows: "" }, options)).toThrow("at most 3 rows");
    expect(() => readJsonTable(bytes("[".repeat(100_000)), { rows: "" }, options)).toThrow("a JSON document");
  });
});

test("readJsonLines() rejects a bad line on its own", () => {
  const rows = [...readJsonLines(bytes('{"a":1}\n\n{"a":\n'), options).rows];
  expect(rows).toMatchObject([{ cells: { a: 1 } }, { rejection: { quiet: true } }, { place: "line 3" }]);
  expect(rows[2]).toHaveProperty("rejection.because", expect.stringContaining("expected JSON"));
});
