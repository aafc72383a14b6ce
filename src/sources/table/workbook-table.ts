// Spreadsheets, .xlsx and the old .xls, through one adapter (hucre). Formulas give the value that was cached when the
// file was saved; dates become "YYYY-MM-DD", with "THH:MM:SS" where a time of day is there.

import { readXls, readXlsx, type CellValue, type Sheet, type Workbook } from "hucre/xlsx";
import type { SheetFilter } from "hucre";
import { InputError } from "../../values/errors.ts";
import type { Cell, Flag } from "../importer.ts";
import type { Limits } from "./limits.ts";
import { blankRow, isBlank, missingColumns, readHeader, type Table, type TableRow } from "./table.ts";
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
  const { file, limits } = options;
  const { columns, repairs, body } = await findSheet(bytes, options);
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

type FoundSheet = { columns: string[]; repairs: Table["repairs"]; body: CellValue[][] };

/** The first sheet that has the columns. The first of a right name mostly is it, so that others are read only where it is not. */
async function findSheet(bytes: Uint8Array, options: WorkbookOptions): Promise<FoundSheet> {
  const { file, needed, sheet: wanted } = options;
  const bears = ({ name }: { name: string }): boolean => !wanted || wanted.test(name);
  const others: string[] = [];
  let met = false;
  const first = await readWorkbook(bytes, options, (sheet) => {
    if (!met && bears(sheet)) return (met = true);
    others.push(sheet.name);
    return false;
  });
  const found = withColumns(first.sheets.filter(bears), needed);
  if (found) return found;
  const { sheets } = others.some((name) => bears({ name })) ? await readWorkbook(bytes, options, bears) : first;
  const later = withColumns(sheets.filter(bears), needed);
  if (later) return later;
  const head = sheets.find(bears);
  if (!head)
    throw new InputError(
      file,
      `a sheet named like ${wanted?.source ?? "any"}`,
      [...others, ...first.sheets.map(({ name }) => name)].join(", "),
    );
  const present = readHeader(head.rows[0] ?? [], columnLetter).names;
  throw missingColumns(file, needed, present);
}

function withColumns(sheets: readonly Sheet[], needed: readonly string[]): FoundSheet | null {
  for (const { rows } of sheets) {
    const { names, repairs } = readHeader(rows[0] ?? [], columnLetter);
    if (needed.every((name) => names.includes(name))) return { columns: names, repairs, body: rows.slice(1) };
  }
  return null;
}

async function readWorkbook(
  bytes: Uint8Array,
  { file, format, limits }: WorkbookOptions,
  sheets: SheetFilter,
): Promise<Workbook> {
  const magic = format === "xlsx" ? ZIP_MAGIC : CFB_MAGIC;
  if (magic.some((byte, at) => bytes[at] !== byte)) throw new InputError(file, `an .${format} file`, "something else");
  if (format === "xlsx") checkZip(bytes, file, limits);
  try {
    return format === "xlsx" ? await readXlsx(bytes, { sheets }) : await readXls(bytes, { sheets });
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
