// Runs an importer over a file: reads the table, hands over row by row, adds where everything came from, and counts.
// Every row is in an origin or among the rejections, and never in both.

import { createHash } from "node:crypto";
import type { Act } from "../values/act.ts";
import { asReason, InputError } from "../values/errors.ts";
import { statementSchema, type Statement } from "../values/statement.ts";
import {
  isRejection,
  type Alias,
  type Context,
  type Flag,
  type Importer,
  type Notes,
  type Rejection,
  type Repair,
  type Row,
  type Yield,
} from "./importer.ts";
import type { ListedRecord } from "./listed-record.ts";
import { readCsvTable } from "./table/csv-table.ts";
import { readJsonLines, readJsonTable } from "./table/json-table.ts";
import { defaultLimits, type Limits } from "./table/limits.ts";
import type { Table, TableRow } from "./table/table.ts";
import { readWorkbookTable } from "./table/workbook-table.ts";

/** From which rows of which file something came. */
export type Origin = { source: string; sha256: string; rows: number[] };

export type Imported<Value> = { value: Value; origin: Origin };

export type ImportResult = {
  source: string;
  sha256: string;
  /** Data rows in the file. `accepted + rejections.length` is always the same number. */
  rows: number;
  accepted: number;
  statements: Imported<Statement>[];
  acts: Imported<Act>[];
  aliases: Imported<Alias>[];
  context: Imported<Context>[];
  kept: Imported<Row>[];
  /** Rows as linkage compares them, also of rows that gave no statement. */
  records: ListedRecord[];
  repairs: Repair[];
  flags: Flag[];
  rejections: (Rejection & { row: number; place: string })[];
};

const MOST_ROWS_TOGETHER = 2000;

export type ImportOptions = { file?: string; limits?: Partial<Limits> };

export async function runImport(
  importer: Importer,
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const file = options.file ?? importer.name;
  const table = await openTable(importer, bytes, file, options);
  return readTable(importer, table, file, createHash("sha256").update(bytes).digest("hex"));
}

/** The rows of a list as linkage compares them: what each row states is neither kept nor checked here. */
export async function readListed(
  importer: Importer,
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<ListedRecord[]> {
  const file = options.file ?? importer.name;
  const { rows } = await openTable(importer, bytes, file, options);
  const [entries, readRow] = rowReader(importer, rows);
  const records: ListedRecord[] = [];
  for (const entry of entries) {
    if (!("cells" in entry)) continue;
    const { record } = readTrusting(readRow, entry.cells, unheard(entry.row), file);
    if (record) records.push(record);
  }
  return records;
}

async function openTable(
  { layout }: Importer,
  bytes: Uint8Array,
  file: string,
  options: ImportOptions,
): Promise<Table> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.fileBytes) throw new InputError(file, `at most ${limits.fileBytes} bytes`, bytes.length);
  if (layout.format === "json") return readJsonTable(bytes, layout, { file, limits });
  if (layout.format === "jsonl") return readJsonLines(bytes, { file, limits });
  const needed = layout.columns;
  const table =
    layout.format === "csv"
      ? readCsvTable(bytes, { file, limits, needed, renamed: layout.renamed })
      : await readWorkbookTable(bytes, { file, limits, needed, format: layout.format, sheet: layout.sheet });
  const foreign = layout.lacks?.find((name) => table.columns.includes(name));
  if (foreign) throw new InputError(file, `a table without a column "${foreign}", which another release has`);
  return table;
}

function readTable(importer: Importer, table: Table, file: string, sha256: string): ImportResult {
  const result: ImportResult = {
    source: importer.name,
    sha256,
    rows: 0,
    accepted: 0,
    statements: [],
    acts: [],
    aliases: [],
    context: [],
    kept: [],
    records: [],
    repairs: [...table.repairs],
    flags: [...table.flags],
    rejections: [],
  };
  const taken = new Map<string, Imported<Statement>>();
  const listed: { record: ListedRecord; row: number }[] = [];
  const [entries, readRow] = rowReader(importer, table.rows);
  for (const entry of entries) {
    result.rows++;
    const { row, place } = entry;
    const read = "cells" in entry ? readOne(readRow, entry.cells, notesOf(row, result), file) : entry.rejection;
    const kept = isRejection(read)
      ? read
      : keep(importer, read, { source: importer.name, sha256, rows: [row] }, result, taken);
    if (kept === null) result.accepted++;
    else result.rejections.push({ ...kept, row, place });
    if (read.record) listed.push({ record: read.record, row });
  }
  result.records = listed.map(({ record }) => record);
  result.flags.push(...repeatedNames(listed));
  return result;
}

/** Some importers must see the whole file before they read its first row. */
function rowReader(
  importer: Importer,
  rows: Iterable<TableRow>,
): [entries: Iterable<TableRow>, readRow: Importer["readRow"]] {
  if (!importer.forFile) return [rows, (row, notes) => importer.readRow(row, notes)];
  const entries = [...rows];
  return [entries, importer.forFile(cellsOf(entries))];
}

/** Reads a row; a statement that breaks the schema rejects it. */
function readOne(readRow: Importer["readRow"], cells: Row, notes: Notes, file: string): Yield | Rejection {
  const read = readTrusting(readRow, cells, notes, file);
  if (isRejection(read)) return read;
  for (const statement of read.statements ?? []) {
    const issue = statementSchema.safeParse(statement).error?.issues[0];
    if (issue) return { field: issue.path.join("."), because: asReason(issue.message), ...recordOf(read) };
  }
  return read;
}

/** Reads a row as it stands; a file that cannot be trusted ends the reading. */
function readTrusting(readRow: Importer["readRow"], cells: Row, notes: Notes, file: string): Yield | Rejection {
  try {
    return readRow(cells, notes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${file}:row ${notes.row}:${error.place}`, `${error.expected}${error.got}`);
  }
}

function cellsOf(entries: Iterable<TableRow>): Row[] {
  return [...entries].flatMap((entry) => ("cells" in entry ? [entry.cells] : []));
}

function recordOf({ record }: Yield): { record?: ListedRecord } {
  return record ? { record } : {};
}

/** Records with a name that an earlier one has: they are other operations, years or dyads. */
function repeatedNames(records: readonly { record: ListedRecord; row: number }[]): Flag[] {
  const first = new Map<string, string>();
  return records.flatMap(({ record: { title, id }, row }) => {
    const name = title.toLowerCase();
    const before = first.get(name);
    first.set(name, before ?? id);
    if (before === undefined || name === "") return [];
    return [{ row, field: "", because: `the same name as number ${before}: a name is no key` }];
  });
}

/** Puts what a row gave where it belongs, or gives the reason for which it cannot stand. */
function keep(
  importer: Importer,
  given: Yield,
  origin: Origin,
  result: ImportResult,
  taken: Map<string, Imported<Statement>>,
): Rejection | null {
  const { statements = [], acts = [], aliases = [], context = [], kept = [] } = given;
  const double = importer.merge ? undefined : statements.find(({ id }) => taken.has(id));
  if (double) {
    return { field: "id", because: `the same number as row ${taken.get(double.id)!.origin.rows[0]}: "${double.id}"` };
  }
  // Lists grow with every row put together: a bound keeps a hostile file from taking quadratic time.
  const crowded = statements.find(({ id }) => (taken.get(id)?.origin.rows.length ?? 0) >= MOST_ROWS_TOGETHER);
  if (crowded) return { field: "id", because: `more than ${MOST_ROWS_TOGETHER} rows of one number: "${crowded.id}"` };
  for (const value of statements) {
    const before = taken.get(value.id);
    if (before && importer.merge) {
      before.value = importer.merge(before.value, value);
      before.origin.rows.push(...origin.rows);
      continue;
    }
    const imported = { value, origin: { ...origin, rows: [...origin.rows] } };
    taken.set(value.id, imported);
    result.statements.push(imported);
  }
  result.acts.push(...acts.map((value) => ({ value, origin })));
  result.aliases.push(...aliases.map((value) => ({ value, origin })));
  result.kept.push(...kept.map((value) => ({ value, origin })));
  result.context.push(...context.map((value) => ({ value, origin })));
  return null;
}

function notesOf(row: number, result: ImportResult): Notes {
  return {
    row,
    repair: (field, because, old, now) => {
      result.repairs.push({ row, field, because, old: plain(old), new: plain(now) });
    },
    flag: (field, because) => {
      result.flags.push({ row, field, because });
    },
  };
}

/** Notes that nobody reads. */
function unheard(row: number): Notes {
  return { row, repair: () => {}, flag: () => {} };
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
