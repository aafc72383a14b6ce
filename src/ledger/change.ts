// What can happen to the ledger, each a kind of record. Nothing is ever removed: a statement is withdrawn and stays.

import type { Change } from "../log/record.ts";
import type { ProjectionName } from "../store/tables.ts";
import type { Act } from "../values/act.ts";
import type { CaseAbout, IncidentAbout } from "../values/case-file.ts";
import type { LinkKind, Statement } from "../values/statement.ts";

/** That a statement speaks of an incident: why, and who judged so. */
export type Link = {
  statement: string;
  incident: string;
  kind: LinkKind;
  because: string;
  by: { kind: "rule" | "model" | "person"; name: string };
  /** Between 0 and 1, where a model judged. */
  probability?: number | undefined;
};

type Bodies = { case: CaseAbout; incident: IncidentAbout; statement: Statement; link: Link; act: Act };
export type SubjectKind = keyof Bodies;

/** The projection in which a kind of subject stands. */
export const projectionOf: Record<SubjectKind, ProjectionName> = {
  case: "cases",
  incident: "incidents",
  statement: "statements",
  link: "links",
  act: "acts",
};

/** A subject as it is from now on. */
export function state<Kind extends SubjectKind>(caseId: string, kind: Kind, subject: string, body: Bodies[Kind]): Change {
  return { kind, case: caseId, subject, body };
}

/** A subject that its source no longer holds, or a link undone: it stays on record, marked. */
export function withdrawal(caseId: string, kind: SubjectKind, subject: string, because: string): Change {
  return { kind: `${kind}-withdrawn`, case: caseId, subject, body: { because } };
}

/** The kind of subject that a record is about and whether it withdraws it; null for kinds that a later version writes. */
export function readKind(kind: string): { subject: SubjectKind; withdraws: boolean } | null {
  const withdraws = kind.endsWith("-withdrawn");
  const subject = withdraws ? kind.slice(0, -"-withdrawn".length) : kind;
  return subject in projectionOf ? { subject: subject as SubjectKind, withdraws } : null;
}
