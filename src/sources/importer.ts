// An importer turns one dataset's rows into what the ledger keeps. It reads one row into its yield or one rejection;
// the runner (run-import.ts) reads the file, adds the origin and counts. Every row of a file is either in somebody's
// origin or among the rejections.

import type { Act } from "../values/act.ts";
import type { ReferenceKey } from "../values/references.ts";
import type { StateCode } from "../values/state.ts";
import type { Statement } from "../values/statement.ts";
import type { When } from "../values/when.ts";
import type { ListedRecord } from "./listed-record.ts";

/** A cell as read: text, a number, or empty. Spreadsheet dates are "YYYY-MM-DD" texts. */
export type Cell = string | number | boolean | null;

/** One row by column name. Of a JSON list, one member: its values may then be lists and records. */
export type Row = Readonly<Record<string, unknown>>;

/** Why a row is not in the ledger. `quiet` ones (blank rows) are counted but not worth a line each. */
export type Rejection = { field: string; because: string; quiet?: true; record?: ListedRecord };

/** A changed value: the old one stays readable. */
export type Repair = { row: number; field: string; because: string; old: string; new: string };

/** A doubtful value that was kept. */
export type Flag = { row: number; field: string; because: string };

/** Who says that a name belongs to an actor. Clusters compete: one alias may stand in several. */
export type Alias = {
  /** The actor as this register calls it. */
  actor: string;
  alias: string;
  /** Who uses the name or makes the equation: a firm, an agency, or the register itself. */
  saidBy: string;
  states: StateCode[];
  read: string[];
};

/** A value of a context series: what the world around the dyad looked like. */
export type Context = {
  series: string;
  when: When;
  value: number;
  unit: string;
  /** Whom it is about: one state, or a directed dyad (from, to); empty for the world. */
  states: StateCode[];
  label?: string;
};

/** What a row gives. A row may give several things; it gives at least one, or it is rejected. */
export type Yield = {
  record?: ListedRecord;
  statements?: Statement[];
  acts?: Act[];
  aliases?: Alias[];
  context?: Context[];
  /** Objects for which the ledger has no word of its own, kept whole. */
  kept?: Row[];
};

/** Where a row notes what was repaired and what is doubtful. `row` counts data rows from 1. */
export type Notes = {
  row: number;
  repair(field: string, because: string, old: unknown, now: unknown): void;
  flag(field: string, because: string): void;
};

export type Coverage = {
  from: number;
  to: number | null;
  directions: string;
  inclusion: string;
  /** The day on which this release stopped changing, as far as known. */
  frozen: string | null;
};

export type Layout =
  /** `renamed`: columns that some copies name otherwise. `lacks`: columns that only another release has. */
  | {
      format: "csv";
      columns: readonly string[];
      renamed?: Readonly<Record<string, string>>;
      lacks?: readonly string[];
    }
  /** The first sheet that has all columns in its first row; `sheet` narrows by name. */
  | { format: "xlsx" | "xls"; columns: readonly string[]; sheet?: RegExp; lacks?: readonly string[] }
  /** A JSON document whose rows are at `rows` ("" for the document itself being the list). */
  | {
      format: "json";
      columns: readonly string[];
      rows: string;
      /** What the document calls itself in "type", where lists of one shape are told apart by it. */
      type?: string;
    }
  | { format: "jsonl"; columns: readonly string[] };

export type Importer = {
  /** The list and its release, as in ListedRecord.source. */
  name: string;
  title: string;
  publisher: string;
  licence: string;
  /** Where a person finds the publisher's page or file. */
  url: string;
  references: readonly ReferenceKey[];
  coverage: Coverage;
  layout: Layout;
  /** A file is one of many by anybody, and no release of one list: what an earlier file had is not gone for this one. */
  oneOfMany?: true;
  /** How rows that give a statement of the same id are put together; without this the later row is rejected. */
  merge?: (first: Statement, next: Statement) => Statement;
  readRow(row: Row, notes: Notes): Yield | Rejection;
  /** Where rows refer to one another: gives the `readRow` for a file, from all its rows. */
  forFile?: (rows: readonly Row[]) => Importer["readRow"];
};

export function isRejection(read: Yield | Rejection): read is Rejection {
  return "because" in read;
}
