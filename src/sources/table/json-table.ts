// JSON documents that hold a list, and JSON Lines, one value a line. A bad line is rejected on its own; a document
// that does not parse is refused.

import { InputError } from "../../values/errors.ts";
import type { Row } from "../importer.ts";
import { decodeText } from "./decode-text.ts";
import type { Limits } from "./limits.ts";
import { blankRow, type Table, type TableRow } from "./table.ts";

export type JsonOptions = { file: string; limits: Limits };

/** The list at `rows` of the document; "" is the document itself. */
export function readJsonTable(
  bytes: Uint8Array,
  { rows, type }: { rows: string; type?: string },
  { file, limits }: JsonOptions,
): Table {
  const { text } = decodeText(bytes, file);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new InputError(file, "a JSON document", (cause as Error).message);
  }
  if (type !== undefined && isRow(document) && typeof document["type"] === "string" && document["type"] !== type)
    throw new InputError(`${file}:type`, `a document of the type "${type}"`, document["type"]);
  // ETDA's list is served bare by some and wrapped by others: a list is taken as it stands.
  const list = Array.isArray(document) || rows === "" ? document : isRow(document) ? document[rows] : undefined;
  if (!Array.isArray(list)) throw new InputError(file, rows === "" ? "a list" : `a list at "${rows}"`, kindOf(list));
  if (list.length > limits.rows) throw new InputError(file, `at most ${limits.rows} rows`, list.length);
  const table = list.map((member: unknown, index) => toRow(member, index + 1, `member ${index + 1}`));
  return { columns: [], rows: table, repairs: [], flags: [] };
}

export function readJsonLines(bytes: Uint8Array, { file, limits }: JsonOptions): Table {
  const { text } = decodeText(bytes, file);
  const lines = text.split("\n");
  if (lines.at(-1)?.trim() === "") lines.pop();
  if (lines.length > limits.rows) throw new InputError(file, `at most ${limits.rows} rows`, lines.length);
  const rows = lines.map((line, index) => readLine(line, index + 1, limits));
  return { columns: [], rows, repairs: [], flags: [] };
}

function readLine(line: string, row: number, limits: Limits): TableRow {
  const place = `line ${row}`;
  const longest = limits.cellCharacters * 8;
  const reject = (because: string): TableRow => ({ row, place, rejection: { field: "", because } });
  if (line.trim() === "") return { row, place, rejection: blankRow };
  if (line.length > longest) return reject(`expected at most ${longest} characters, got ${line.length}`);
  try {
    return toRow(JSON.parse(line), row, place);
  } catch (cause) {
    return reject(`expected JSON: ${(cause as Error).message.slice(0, 100)}`);
  }
}

function toRow(member: unknown, row: number, place: string): TableRow {
  if (isRow(member)) return { row, place, cells: member };
  return { row, place, rejection: { field: "", because: `expected a record, got ${kindOf(member)}` } };
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : typeof value;
}
