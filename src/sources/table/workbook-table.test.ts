import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { InputError } from "../../values/errors.ts";
import { defaultLimits } from "./limits.ts";
import { columnLetter, readWorkbookTable } from "./workbook-table.ts";

type Value = string | number | Date | null;
const book = (sheets: Record<string, Value[][]>): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) });
const read = (data: Uint8Array, limits = {}, sheet?: RegExp): ReturnType<typeof readWorkbookTable> =>
  readWorkbookTable(data, {
    file: "f.xlsx",
    format: "xlsx",
    needed: ["a"],
    limits: { ...defaultLimits, ...limits },
    sheet,
  });

/** A zip of one entry, as small as a zip can be. `claimed` is the unpacked size that it writes. */
function zipOf(content: Uint8Array, claimed = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const name = new TextEncoder().encode("xl/workbook.xml");
  const local = new DataView(new ArrayBuffer(30));
  const central = new DataView(new ArrayBuffer(46));
  const end = new DataView(new ArrayBuffer(22));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(8, 8, true);
  local.setUint16(26, name.length, true);
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(10, 8, true);
  central.setUint32(20, packed.length, true);
  central.setUint32(24, claimed, true);
  central.setUint16(28, name.length, true);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + name.length, true);
  end.setUint32(16, 30 + name.length + packed.length, true);
  const parts = [local, name, packed, central, name, end].map((part) =>
    part instanceof DataView ? new Uint8Array(part.buffer) : part,
  );
  return new Uint8Array(Buffer.concat(parts));
}

describe("readWorkbookTable()", () => {
  test("gives numbers, texts, and dates as days, with a time where one is there", async () => {
    const rows = [
      ["a", "b", null],
      [1.5, "x\r\ny", 7],
      [new Date("2015-09-25T00:00:00Z"), new Date("2015-09-25T00:14:24Z"), null],
    ];
    const table = await read(await book({ one: rows }));
    expect([...table.rows]).toEqual([
      { row: 1, place: "sheet row 2", cells: { a: 1.5, b: "x\ny", C: 7 } },
      { row: 2, place: "sheet row 3", cells: { a: "2015-09-25", b: "2015-09-25T00:14:24", C: null } },
    ]);
  });

  test("takes the first sheet that has the columns, or the one named", async () => {
    const data = await book({ notes: [["x"]], one: [["a"], [1]], two: [["a"], [2]] });
    expect([...(await read(data)).rows]).toMatchObject([{ cells: { a: 1 } }]);
    expect([...(await read(data, {}, /two/)).rows]).toMatchObject([{ cells: { a: 2 } }]);
    await expect(read(data, {}, /three/)).rejects.toThrow("a sheet named like three");
  });

  test("keeps the row numbers of a sheet with blank rows, and counts them quietly", async () => {
    const rows = [...(await read(await book({ one: [["a"], [1], [null], [3]] }))).rows];
    expect(rows.map(({ row, place }) => [row, place])).toEqual([
      [1, "sheet row 2"],
      [2, "sheet row 3"],
      [3, "sheet row 4"],
    ]);
    expect(rows[1]).toMatchObject({ rejection: { quiet: true } });
  });

  test("refuses a zip that unpacks to too much, even one that lies about it, before unpacking it whole", async () => {
    const bomb = zipOf(new Uint8Array(40_000_000), 10);
    expect(bomb.length).toBeLessThan(50_000);
    const before = performance.now();
    await expect(read(bomb, { unpackedBytes: 1_000_000 })).rejects.toThrow("unpacks to at most 1000000 bytes");
    await expect(read(bomb)).rejects.toThrow("packed at most 200 to 1");
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test("refuses what is no workbook, too many rows, and damage at any place", async () => {
    await expect(read(new TextEncoder().encode("a,b\n"))).rejects.toThrow("an .xlsx file");
    const data = await book({ one: [["a"], [1], [2], [3]] });
    await expect(read(data, { rows: 2 })).rejects.toThrow("at most 2 rows");
    await fc.assert(
      fc.asyncProperty(
        fc.nat(data.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, bits, cut) => {
          const damaged = cut ? data.slice(0, at) : data.map((byte, index) => (index === at ? byte ^ bits : byte));
          const error: unknown = await read(damaged).then(
            () => null,
            (thrown: unknown) => thrown,
          );
          expect(error === null || error instanceof InputError).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("columnLetter() counts as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });
});
