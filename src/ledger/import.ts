// Imports into the ledger: reads what is held, plans, and on the reader's word commits.

import type { Importer } from "../sources/importer.ts";
import type { ImportResult } from "../sources/run-import.ts";
import type { Database } from "../store/tables.ts";
import type { Statement } from "../values/statement.ts";
import { append } from "./append.ts";
import { LISTS, projectionOf, type SubjectKind } from "./change.ts";
import { familyOf } from "./release-changes.ts";
import { planImport, type Held, type ImportPlan } from "./import-plan.ts";

/** What the import of a file would do; nothing is written. */
export async function previewImport(
  db: Database,
  importer: Importer,
  file: string,
  result: ImportResult,
): Promise<ImportPlan> {
  return planImport(importer, file, result, await readHeld(db, importer.name));
}

/** Appends what a plan says. Gives the number of records written. */
export async function commitImport(db: Database, plan: ImportPlan, now: Date): Promise<number> {
  return append(db, plan.changes, now);
}

async function readHeld(db: Database, source: string): Promise<Held> {
  // Other releases of the list are held under names that begin alike.
  const family = familyOf(source)?.family ?? source;
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("id", "like", `${family.replaceAll(/[%_\\]/g, "\\$&")}%`)
    .execute();
  const imported = new Map<string, { statement: Statement; withdrawn: boolean }>();
  const inCases = new Map<string, { case: string; statement: Statement }[]>();
  for (const row of rows) {
    const statement = JSON.parse(row.body) as Statement;
    if (row.case === LISTS) imported.set(row.id, { statement, withdrawn: row.withdrawn });
    else if (!row.withdrawn) inCases.set(row.id, [...(inCases.get(row.id) ?? []), { case: row.case, statement }]);
  }
  const others = new Map<string, string>();
  for (const kind of ["act", "actor", "context", "kept", "listed"] as const satisfies readonly SubjectKind[]) {
    const bodies = await db
      .selectFrom(projectionOf[kind])
      .select(["id", "body"])
      .where("case", "=", LISTS)
      .where("withdrawn", "=", false)
      .execute();
    for (const { id, body } of bodies) others.set(`${kind}\n${id}`, body);
  }
  return { imported, inCases, others };
}
