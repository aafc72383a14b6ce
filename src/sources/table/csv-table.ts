// Comma-separated files (RFC 4180) with the line of every record. A record with more or fewer cells than the header
// is rejected on its own; quotes that never close end the file, and that is said.

import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../../values/errors.ts";
import { decodeText } from "./decode-text.ts";
import type { Limits } from "./limits.ts";
import { blankRow, isBlank, readHeader, requireColumns, type Table, type TableRow } from "./table.ts";

/** Columns that a copy of a list names otherwise: `{ Source: "Sources_1" }`. */
export type Renamed = Readonly<Record<string, string>>;

export type CsvOptions = { file: string; needed: readonly string[]; limits: Limits; renamed?: Renamed | undefined };

export function readCsvTable(bytes: Uint8Array, { file, needed, limits, renamed = {} }: CsvOptions): Table {
  const { text, encoding } = decodeText(bytes, file);
  const records = readRecords(text, file, limits);
  const head = records[0];
  if (!head) throw new InputError(file, "a header row", "an empty file");
  const { names: written, repairs } = readHeader(head.cells, (index) => `column ${index + 1}`);
  const columns = written.map((name) => {
    const known = Object.hasOwn(renamed, name) && !written.includes(renamed[name]!) ? renamed[name]! : name;
    if (known !== name)
      repairs.push({ row: 0, field: known, because: "this copy names the column otherwise", old: name, new: known });
    return known;
  });
  requireColumns(file, needed, columns);
  const flags =
    encoding === "windows-1252"
      ? [{ row: 0, field: "", because: "the file is not UTF-8 and was read as Windows-1252" }]
      : [];
  const rows = records.slice(1).map((record, index) => toRow(record, index + 1, columns, limits));
  return { columns, rows, repairs, flags };
}

type CsvRecord = { cells: string[]; line: number };

function readRecords(text: string, file: string, limits: Limits): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  try {
    // One kind of line break: csv-parse would count the two letters of the other as two lines inside quotes.
    parse(text.replaceAll("\r\n", "\n"), {
      bom: false,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: limits.cellCharacters * 8,
      on_record: (cells: string[], context) => {
        records.push({ cells, line });
        line = context.lines + 1;
        if (records.length > limits.rows + 1) throw new InputError(file, `at most ${limits.rows} rows`, "more");
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(`${file}:line ${line}`, "comma-separated rows", error.message);
    throw error;
  }
  return records;
}

function toRow(record: CsvRecord, row: number, columns: readonly string[], limits: Limits): TableRow {
  const at = { row, place: `line ${record.line}` };
  const { cells } = record;
  if (isBlank(cells)) return { ...at, rejection: blankRow };
  const excess = cells.slice(columns.length);
  if (cells.length < columns.length || !isBlank(excess)) {
    return { ...at, rejection: { field: "", because: `expected ${columns.length} cells, got ${cells.length}` } };
  }
  const long = cells.findIndex((cell) => cell.length > limits.cellCharacters);
  if (long >= 0) {
    const because = `expected at most ${limits.cellCharacters} characters, got ${cells[long]!.length}`;
    return { ...at, rejection: { field: columns[long]!, because } };
  }
  return { ...at, cells: Object.fromEntries(columns.map((name, index) => [name, cells[index]!])) };
}
