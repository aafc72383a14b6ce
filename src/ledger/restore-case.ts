// Brings a case back as an export held it: statements with their links, who judged them, and what was withdrawn. What
// is the same is left alone, so that importing twice writes nothing; what the export lacks is withdrawn, never removed.

import type { Change } from "../log/record.ts";
import type { Database } from "../store/tables.ts";
import type { Act } from "../values/act.ts";
import { canonical } from "../values/canonical.ts";
import type { CaseAbout, IncidentAbout } from "../values/case-file.ts";
import type { Statement } from "../values/statement.ts";
import { append } from "./append.ts";
import { projectionOf, state, withdrawal, type Link } from "./change.ts";

export type RestoredCase = {
  about: CaseAbout;
  incidents: IncidentAbout[];
  statements: Statement[];
  links: Link[];
  acts: Act[];
  /** Ids of statements that no longer stand. */ withdrawn: string[];
};

const kinds = ["case", "incident", "statement", "link", "act"] as const;

/** Writes what differs; gives the number of records written. */
export async function restoreCase(db: Database, restored: RestoredCase, now: Date): Promise<number> {
  const { id } = restored.about;
  const withdrawn = new Set(restored.withdrawn);
  const changes: Change[] = [];
  for (const kind of kinds) {
    const rows = await db.selectFrom(projectionOf[kind]).selectAll().where("case", "=", id).execute();
    const known = new Map(rows.map((row) => [row.id, row]));
    for (const change of subjects(restored, kind)) {
      const row = known.get(change.subject);
      const gone = kind === "statement" && withdrawn.has(change.subject);
      const stands = row !== undefined && row.body === canonical(change.body);
      if (!stands || row.withdrawn !== gone) {
        if (!stands || !gone) changes.push(change);
        if (gone) changes.push(withdrawal(id, kind, change.subject, "withdrawn in the imported case"));
      }
      known.delete(change.subject);
    }
    for (const row of known.values())
      if (!row.withdrawn) changes.push(withdrawal(id, kind, row.id, "not in the imported case"));
  }
  return append(db, changes, now);
}

function subjects({ about, incidents, statements, links, acts }: RestoredCase, kind: (typeof kinds)[number]): Change[] {
  const changes: Record<(typeof kinds)[number], () => Change[]> = {
    case: () => [state(about.id, "case", about.id, about)],
    incident: () => incidents.map((incident) => state(about.id, "incident", incident.id, incident)),
    statement: () => statements.map((statement) => state(about.id, "statement", statement.id, statement)),
    link: () => links.map((link) => state(about.id, "link", link.statement, link)),
    act: () => acts.map((act) => state(about.id, "act", act.id, act)),
  };
  return changes[kind]();
}
