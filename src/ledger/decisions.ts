// What people judged: read back, carried to another workbench, and brought in from one.

import { z } from "zod";
import type { Change } from "../log/record.ts";
import type { Database } from "../store/tables.ts";
import { asReason, InputError } from "../values/errors.ts";
import { incidentIdSchema } from "../values/statement.ts";
import { append } from "./append.ts";
import { decisionId, judge, undo, type Judged } from "./adjudicate.ts";
import { judgements, type Decision, type Redirect } from "./change.ts";
import { readView, type LedgerView } from "./view.ts";

/** Judgements as a file carries them. */
export const judgedSchema: z.ZodType<Judged> = z.object({
  statement: z.string().min(1).max(120),
  incident: incidentIdSchema,
  judgement: z.enum(judgements),
  because: z.string().trim().min(1).max(2000),
  by: z.string().trim().min(1).max(200),
});

export type DecisionsFile = { case: string; decisions: (Judged & { at: string })[] };

/** Judgements that stand, the first made first. */
export async function readDecisions(db: Database, caseId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom("decisions")
    .select("body")
    .where("case", "=", caseId)
    .where("withdrawn", "=", false)
    .orderBy("sequence")
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Decision);
}

/** What a file of judgements holds; others can read it without our records. */
export function decisionsFile(caseId: string, decisions: readonly Decision[]): DecisionsFile {
  return {
    case: caseId,
    decisions: decisions.map(({ statement, incident, judgement, because, by, at }) => ({
      statement,
      incident,
      judgement,
      because,
      by,
      at,
    })),
  };
}

/** Judges, and gives the number of records written. */
export async function commitJudgement(db: Database, caseId: string, judged: Judged, now: Date): Promise<number> {
  return append(db, judge(await viewOf(db, caseId), judged, now), now);
}

/** Takes back the judgement on a statement and an incident. */
export async function commitUndo(
  db: Database,
  caseId: string,
  of: Pick<Judged, "statement" | "incident">,
  now: Date,
): Promise<number> {
  const decisions = await readDecisions(db, caseId);
  const decision = decisions.find((one) => decisionId(one) === decisionId(of));
  if (!decision) throw new InputError("statement and incident", "a judgement that stands", decisionId(of));
  return append(db, undo(await viewOf(db, caseId), decision, decisions), now);
}

export type DecisionsImported = { applied: number; unchanged: number; rejected: { row: number; because: string }[] };

/** Makes the judgements of a file one after another; what cannot be made here is told, and the rest stands. */
export async function importDecisions(
  db: Database,
  caseId: string,
  rows: readonly unknown[],
  now: Date,
): Promise<DecisionsImported> {
  const standing = new Map((await readDecisions(db, caseId)).map((one) => [decisionId(one), one]));
  const found: DecisionsImported = { applied: 0, unchanged: 0, rejected: [] };
  for (const [index, row] of rows.entries()) {
    const read = judgedSchema.safeParse(row);
    if (!read.success) {
      const issue = read.error.issues[0];
      found.rejected.push({
        row: index + 1,
        because: `${issue?.path.join(".") ?? ""}: ${asReason(issue?.message ?? "a judgement")}`,
      });
      continue;
    }
    const judged = {
      ...read.data,
      incident: (await movedTo(db, caseId, read.data.incident))?.to ?? read.data.incident,
    };
    const before = standing.get(decisionId(judged));
    if (before?.judgement === judged.judgement) {
      found.unchanged += 1;
      continue;
    }
    const changes = await tried(db, caseId, judged, now);
    if (typeof changes === "string") found.rejected.push({ row: index + 1, because: changes });
    else {
      await append(db, changes, now);
      found.applied += 1;
    }
  }
  return found;
}

async function tried(db: Database, caseId: string, judged: Judged, now: Date): Promise<Change[] | string> {
  try {
    return judge(await viewOf(db, caseId), judged, now);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** Where an incident's identifier leads now, when the incident lost its last statement; null where it has no redirect. */
export async function movedTo(db: Database, caseId: string, incident: string): Promise<Redirect | null> {
  const rows = await db
    .selectFrom("redirects")
    .select(["id", "body"])
    .where("case", "=", caseId)
    .where("withdrawn", "=", false)
    .execute();
  const next = new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Redirect]));
  let found = next.get(incident) ?? null;
  // A chain is followed to its end; one that leads back ends where it was entered.
  for (const seen = new Set([incident]); found && next.has(found.to) && !seen.has(found.to);) {
    seen.add(found.to);
    found = next.get(found.to) ?? found;
  }
  return found;
}

async function viewOf(db: Database, caseId: string): Promise<LedgerView> {
  const view = await readView(db, caseId);
  if (!view) throw new InputError("case", "a case of the ledger", caseId);
  return view;
}
