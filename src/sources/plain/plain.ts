// Statements of your own: a table (CSV) or one statement a line (JSON Lines), in the schema of the ledger itself.
// docs/sources/plain.md documents every column.

import { asReason } from "../../values/errors.ts";
import { statementSchema } from "../../values/statement.ts";
import type { Importer, Rejection, Row, Yield } from "../importer.ts";
import { plainStatement } from "./plain-columns.ts";

const about = {
  publisher: "whoever wrote the file",
  licence: "that of the file",
  url: "",
  references: [],
  coverage: { from: 1900, to: null, directions: "as written", inclusion: "as written", frozen: null },
} satisfies Partial<Importer>;

const REQUIRED = [
  "id",
  "about",
  "author",
  "authorKind",
  "authorSide",
  "stance",
  "accusedStates",
  "victimStates",
  "effects",
  "sectors",
  "basis",
  "sourceGrade",
  "claimGrade",
  "summary",
  "checked",
];

export const plainCsv: Importer = {
  ...about,
  name: "statements-csv",
  title: "Statements of your own, as CSV",
  layout: { format: "csv", columns: REQUIRED },
  readRow(row) {
    const read = plainStatement(row);
    return read.ok ? { statements: [read.statement] } : { field: read.field, because: read.because };
  },
};

export const plainJsonl: Importer = {
  ...about,
  name: "statements-jsonl",
  title: "Statements of your own, as JSON Lines",
  layout: { format: "jsonl", columns: [] },
  readRow: readStatement,
};

/** A case as the workbench exports it in JSON: of that document, its list of statements. */
export const plainJson: Importer = {
  ...about,
  name: "statements-json",
  title: "Statements of a case exported as JSON",
  layout: { format: "json", columns: [], rows: "statements" },
  readRow: readStatement,
};

function readStatement(row: Row): Yield | Rejection {
  const parsed = statementSchema.safeParse(row);
  if (parsed.success) return { statements: [parsed.data] };
  const issue = parsed.error.issues[0]!;
  return { field: issue.path.join("."), because: asReason(issue.message) };
}
