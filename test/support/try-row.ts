// One row through an importer, for tests and for a page that shows what becomes of a row.

import type { Statement } from "../../src/values/statement.ts";
import {
  isRejection,
  type Flag,
  type Importer,
  type Rejection,
  type Repair,
  type Row,
  type Yield,
} from "../../src/sources/importer.ts";

export type TriedRow = { read: Yield | Rejection; repairs: Repair[]; flags: Flag[] };

export function tryRow(importer: Importer, cells: Row, row = 1): TriedRow {
  const repairs: Repair[] = [];
  const flags: Flag[] = [];
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? ""));
  const read = importer.readRow(cells, {
    row,
    repair: (field, because, old, now) => repairs.push({ row, field, because, old: text(old), new: text(now) }),
    flag: (field, because) => flags.push({ row, field, because }),
  });
  return { read, repairs, flags };
}

/** The one statement of a row that is known to give one. */
export function statementIn({ read }: TriedRow): Statement {
  if (isRejection(read))
    throw new RangeError(`Cannot take a statement from a rejected row: ${read.field} ${read.because}`);
  const statement = read.statements?.[0];
  if (!statement) throw new RangeError("Cannot take a statement from a row that gave none");
  return statement;
}
