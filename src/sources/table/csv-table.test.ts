import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../values/errors.ts";
import { readCsvTable } from "./csv-table.ts";
import { defaultLimits } from "./limits.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (data: Uint8Array | string, limits = {}): ReturnType<typeof readCsvTable> =>
  readCsvTable(typeof data === "string" ? bytes(data) : data, {
    file: "f.csv",
    needed: ["a", "b"],
    limits: { ...defaultLimits, ...limits },
  });
const thrownBy = (run: () => unknown): unknown => {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
};
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe("readCsvTable()", () => {
  test("gives back every cell that was written, whatever it holds", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replaceAll("\r", ""));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
        const table = read(["a,b", ...rows.map((row) => row.map(quoted).join(","))].join("\n"));
        const got = [...table.rows].map((row) => ("cells" in row ? [row.cells["a"], row.cells["b"]] : ["", ""]));
        expect(got).toEqual(rows.map((row) => [...row]));
      }),
    );
  });

  test("numbers rows and names the line on which each starts, across quoted line breaks", () => {
    const table = read('a,b\n"one\r\ntwo",x\ny,z\n');
    expect([...table.rows]).toEqual([
      { row: 1, place: "line 2", cells: { a: "one\ntwo", b: "x" } },
      { row: 2, place: "line 4", cells: { a: "y", b: "z" } },
    ]);
  });

  test("rejects a row of another width, and a blank row quietly", () => {
    const rows = [...read("a,b\n1\n1,2,3\n,\n1,2,\n").rows];
    expect(rows.map((row) => ("rejection" in row ? (row.rejection.quiet ?? row.rejection.because) : "kept"))).toEqual([
      "expected 2 cells, got 1",
      "expected 2 cells, got 3",
      true,
      "kept",
    ]);
  });

  test("trims header names and says so", () => {
    const { columns, repairs } = read("a, b ,c\n");
    expect(columns).toEqual(["a", "b", "c"]);
    expect(repairs).toEqual([{ row: 0, field: "b", because: "outer blanks cut off the header", old: " b ", new: "b" }]);
  });

  test("reads UTF-8 with its mark, UTF-16 with its mark, and Windows-1252 with a flag", () => {
    expect(read(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes("a,b\né,1\n")])).columns).toEqual(["a", "b"]);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from("a,b\né,1", "utf16le")]);
    expect([...read(utf16).rows]).toEqual([{ row: 1, place: "line 2", cells: { a: "é", b: "1" } }]);
    const latin = read(Uint8Array.from([...bytes("a,b\n"), 0xe9, ...bytes(",1\n")]));
    expect([...latin.rows][0]).toMatchObject({ cells: { a: "é" } });
    expect(latin.flags).toHaveLength(1);
  });

  test("refuses what is no table: empty, binary, other columns, quotes that never close, too many rows", () => {
    expect(() => read("")).toThrow(InputError);
    expect(() => read(Uint8Array.from([1, 0, 2]))).toThrow("a binary file");
    expect(() => read("x,y\n1,2\n")).toThrow("missing a, b");
    expect(() => read('a,b\n"1,2\n')).toThrow("f.csv:line 2");
    expect(() => read("a,b\n1,2\n3,4\n5,6\n", { rows: 2 })).toThrow("at most 2 rows");
  });

  test("rejects a long cell and refuses a huge one, in bounded time", () => {
    const long = [...read(`a,b\n${"x".repeat(30)},1\n`, { cellCharacters: 20 }).rows][0];
    expect(long).toMatchObject({ rejection: { field: "a", because: "expected at most 20 characters, got 30" } });
    const before = performance.now();
    expect(() => read(`a,b\n"${"x".repeat(20_000_000)}",1\n`)).toThrow(InputError);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test("ends in a table or an InputError for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        expect(thrownBy(() => read(data))).toSatisfy((error) => error === null || error instanceof InputError);
      }),
    );
  });
});
