// Which list is a file? The importer whose columns all occur in it; of several tables the one that asks for most columns. A
// workbook may hold several lists, and a document has no header: there the first list of the register stands.

import { parse } from "csv-parse/sync";
import { InputError } from "../values/errors.ts";
import { importers } from "./index.ts";
import type { Importer } from "./importer.ts";
import { runImport } from "./run-import.ts";
import { decodeText } from "./table/decode-text.ts";
import { readHeader } from "./table/table.ts";

/** Enough of a file to hold its header. */
const HEAD_BYTES = 256 * 1024;

/** The list that a file is by its columns, or null where none fits. */
export async function guessImporter(bytes: Uint8Array, file: string): Promise<Importer | null> {
  const format = formatOf(bytes);
  if (format === "csv") return mostAsking(importers.filter((importer) => fitsCsv(importer, csvColumns(bytes, file))));
  for (const importer of importers) {
    const { layout } = importer;
    const fits = layout.format === format || (format === "json" && layout.format === "jsonl");
    if (fits && (await reads(importer, bytes, file))) return importer;
  }
  return null;
}

function formatOf(bytes: Uint8Array): "xlsx" | "xls" | "json" | "csv" {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "xlsx";
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return "xls";
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return /^[[{]/.test(start) ? "json" : "csv";
}

function csvColumns(bytes: Uint8Array, file: string): string[] {
  const { text } = decodeText(wholeLetters(bytes.subarray(0, HEAD_BYTES)), file);
  try {
    const [head = []] = parse(text, { to: 1, relax_column_count: true, relax_quotes: true });
    return readHeader(head, (index) => `column ${index + 1}`).names;
  } catch {
    return [];
  }
}

/** A piece of UTF-8 without the half of a letter at its end. */
function wholeLetters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end === bytes.length || end === 0 ? bytes : bytes.subarray(0, end - 1);
}

function fitsCsv({ layout }: Importer, columns: readonly string[]): boolean {
  if (layout.format !== "csv" || layout.columns.length === 0) return false;
  const { renamed = {} } = layout;
  const present = new Set([
    ...columns,
    ...columns.flatMap((name) => (Object.hasOwn(renamed, name) ? [renamed[name]!] : [])),
  ]);
  return layout.columns.every((name) => present.has(name)) && !layout.lacks?.some((name) => present.has(name));
}

/** A document has no header: the list is the one that gives something of its rows. */
async function reads(importer: Importer, bytes: Uint8Array, file: string): Promise<boolean> {
  try {
    return (await runImport(importer, bytes, { file })).accepted > 0;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

function mostAsking(fitting: readonly Importer[]): Importer | null {
  return fitting.toSorted((one, other) => other.layout.columns.length - one.layout.columns.length)[0] ?? null;
}
