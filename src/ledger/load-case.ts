// Brings a case's files into the ledger: what is new or changed is appended, what is gone from the files is
// withdrawn, what is the same is left alone. Loading the same files again therefore writes nothing.

import type { Change } from "../log/record.ts";
import type { CaseContent } from "../sources/case-folder.ts";
import type { Database } from "../store/tables.ts";
import { canonical } from "../values/canonical.ts";
import type { IncidentAbout } from "../values/case-file.ts";
import type { CaseStatement, Statement } from "../values/statement.ts";
import { append } from "./append.ts";
import { projectionOf, state, withdrawal, type Link, type SubjectKind } from "./change.ts";

const loadedKinds = ["case", "incident", "statement", "link", "act"] as const;

/** Loads a case's content; gives the number of records written. */
export async function loadCase(db: Database, content: CaseContent, now: Date): Promise<number> {
  return append(db, await changesToward(db, content), now);
}

async function changesToward(db: Database, content: CaseContent): Promise<Change[]> {
  const changes: Change[] = [];
  const redirects = await db
    .selectFrom("redirects")
    .select("id")
    .where("case", "=", content.about.id)
    .where("withdrawn", "=", false)
    .execute();
  // A person's judgement left these without a statement: the files do not bring them back.
  const moved = new Set(redirects.map(({ id }) => id));
  for (const kind of loadedKinds) {
    const rows = await db.selectFrom(projectionOf[kind]).selectAll().where("case", "=", content.about.id).execute();
    const known = new Map(rows.map((row) => [row.id, row]));
    const wanted = subjects(content, kind);
    for (const change of wanted) {
      const row = known.get(change.subject);
      if (row && !isFromCaseFile(kind, row.body)) continue;
      if (kind === "incident" && moved.has(change.subject)) continue;
      if (!row || row.withdrawn || row.body !== canonical(change.body)) changes.push(change);
    }
    const subjectsWanted = new Set(wanted.map(({ subject }) => subject));
    for (const row of known.values()) {
      if (!row.withdrawn && !subjectsWanted.has(row.id) && isFromCaseFile(kind, row.body))
        changes.push(withdrawal(content.about.id, kind, row.id, "no longer in the case's files"));
    }
  }
  return changes;
}

/** Links that a person or a model made beside the files, and incidents made for imports, are not the files' to undo. */
function isFromCaseFile(kind: SubjectKind, body: string): boolean {
  if (kind === "link") return (JSON.parse(body) as Link).by.name === CASE_EDITORS;
  return kind !== "incident" || (JSON.parse(body) as IncidentAbout).madeFor === undefined;
}

const CASE_EDITORS = "the case's editors";

function subjects({ about, incidents, statements, acts }: CaseContent, kind: (typeof loadedKinds)[number]): Change[] {
  switch (kind) {
    case "case":
      return [state(about.id, kind, about.id, about)];
    case "incident":
      return incidents.map((incident) => state(about.id, kind, incident.id, incident));
    case "statement":
      return statements.map((statement) => state(about.id, kind, statement.id, withoutLink(statement)));
    case "link":
      return statements.map((statement) => state(about.id, kind, statement.id, linkOf(statement)));
    case "act":
      return acts.map((act) => state(about.id, kind, act.id, act));
  }
}

function withoutLink({ incident: _incident, link: _link, ...statement }: CaseStatement): Statement {
  return statement;
}

function linkOf({ id, incident, link }: CaseStatement): Link {
  return {
    statement: id,
    incident,
    kind: link.kind,
    because: link.because,
    by: { kind: "person", name: CASE_EDITORS },
  };
}
