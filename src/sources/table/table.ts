// A file as rows with names: what every reader of a format gives, and all that an importer sees of it.

import { InputError } from "../../values/errors.ts";
import type { Flag, Rejection, Repair, Row } from "../importer.ts";

/** A data row, numbered from 1, with its place in the file as a person finds it: "line 12", "sheet row 3". */
export type TableRow = { row: number; place: string } & ({ cells: Row } | { rejection: Rejection });

export type Table = {
  columns: readonly string[];
  rows: Iterable<TableRow>;
  /** What was repaired or doubted in reading the file as a whole; row 0 is the header. */
  repairs: Repair[];
  flags: Flag[];
};

/** Header names without their outer blanks; a name that is missing becomes the column's letter or number. */
export function readHeader(
  header: readonly unknown[],
  unnamed: (index: number) => string,
): { names: string[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const names = header.map((cell, index) => {
    const old = typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
    const name = old.trim();
    if (name !== old) repairs.push({ row: 0, field: name, because: "outer blanks cut off the header", old, new: name });
    return name === "" ? unnamed(index) : name;
  });
  return { names, repairs };
}

/** Throws where a column that the importer needs is absent: another file, another release, or no table at all. */
export function requireColumns(file: string, needed: readonly string[], present: readonly string[]): void {
  if (!needed.every((name) => present.includes(name))) throw missingColumns(file, needed, present);
}

export function missingColumns(file: string, needed: readonly string[], present: readonly string[]): InputError {
  const missing = needed.filter((name) => !present.includes(name));
  return new InputError(
    file,
    `the columns ${needed.slice(0, 12).join(", ")}${needed.length > 12 ? ", …" : ""}; missing ${missing.slice(0, 6).join(", ")}`,
    present.slice(0, 8).join(", "),
  );
}

/** Whether a row says nothing at all. */
export function isBlank(values: readonly unknown[]): boolean {
  return values.every((value) => value === null || value === undefined || value === "");
}

export const blankRow: Rejection = { field: "", because: "the row is blank", quiet: true };
