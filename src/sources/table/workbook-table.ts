// Spreadsheets, .xlsx and the old .xls, through one adapter (hucre). Formulas give the value that was cached when the
// file was saved; dates become "YYYY-MM-DD", with "THH:MM:SS" where a time of day is there.

import { readXls, readXlsx, type CellValue, type Workbook } from "hucre/xlsx";
import { InputError } from "../../values/errors.ts";
import type { Cell, Flag } from "../importer.ts";
import type { Limits } from "./limits.ts";
import { blankRow, isBlank, readHeader, requireColumns, type Table, type TableRow } from "./table.ts";
import { checkZip } from "./zip-bounds.ts";

export type WorkbookOptions = {
  file: string;
  format: "xlsx" | "xls";
  needed: readonly string[];
  /** Reads only sheets of such a name. */
  sheet?: RegExp | undefined;
  limits: Limits;
};

const CFB_MAGIC = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_MAGIC = [0x50, 0x4b];

export async function readWorkbookTable(bytes: Uint8Array, options: WorkbookOptions): Promise<Table> {
  const { file, needed, sheet: wanted, limits } = options;
  const workbook = await readWorkbook(bytes, options);
  const sheets = workbook.sheets.filter((sheet) => !wanted || wanted.test(sheet.name));
  const heads = sheets.map((sheet) => readHeader(sheet.rows[0] ?? [], columnLetter));
  const index = heads.findIndex(({ names }) => needed.every((name) => names.includes(name)));
  if (index < 0) {
    if (!heads[0])
      throw new InputError(
        file,
        `a sheet named like ${wanted?.source ?? "any"}`,
        workbook.sheets.map((s) => s.name).join(", "),
      );
    requireColumns(file, needed, heads[0].names);
  }
  const { names: columns, repairs } = heads[index]!;
  const body = sheets[index]!.rows.slice(1);
  if (body.length > limits.rows) throw new InputError(file, `at most ${limits.rows} rows`, body.length);
  const flags: Flag[] = [];
  const rows = body.map((values, at) => toRow(values, at + 1, columns, limits));
  const unnamed = columns.flatMap((name, at) => (name === columnLetter(at) ? [at] : []));
  for (const [at, values] of body.entries()) {
    const stray = unnamed.filter((column) => !isBlank([values[column]]));
    for (const column of stray)
      flags.push({ row: at + 1, field: columnLetter(column), because: "a cell outside the named columns" });
  }
  return { columns, rows, repairs, flags };
}

async function readWorkbook(bytes: Uint8Array, { file, format, limits }: WorkbookOptions): Promise<Workbook> {
  const magic = format === "xlsx" ? ZIP_MAGIC : CFB_MAGIC;
  if (magic.some((byte, at) => bytes[at] !== byte)) throw new InputError(file, `an .${format} file`, "something else");
  if (format === "xlsx") checkZip(bytes, file, limits);
  try {
    return format === "xlsx" ? await readXlsx(bytes) : await readXls(bytes);
  } catch (cause) {
    // The reader's own errors and its stumbles over damaged files are the file's fault, not ours.
    throw new InputError(file, `an undamaged .${format} file`, (cause as Error).message);
  }
}

function toRow(values: readonly CellValue[], row: number, columns: readonly string[], limits: Limits): TableRow {
  const at = { row, place: `sheet row ${row + 1}` };
  const cells = values.map(plainCell);
  if (isBlank(cells)) return { ...at, rejection: blankRow };
  const long = cells.findIndex((cell) => typeof cell === "string" && cell.length > limits.cellCharacters);
  if (long >= 0) {
    return {
      ...at,
      rejection: {
        field: columns[long] ?? columnLetter(long),
        because: `expected at most ${limits.cellCharacters} characters`,
      },
    };
  }
  const named = cells.map((cell, index) => [columns[index] ?? columnLetter(index), cell] as const);
  return { ...at, cells: Object.fromEntries(named) };
}

function plainCell(value: CellValue): Cell {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    const [day, time] = value.toISOString().slice(0, 19).split("T") as [string, string];
    return time === "00:00:00" ? day : `${day}T${time}`;
  }
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : value;
}

/** The column's letters, as spreadsheets show them: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
