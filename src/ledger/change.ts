// What can happen to the ledger, each a kind of record. Nothing is ever removed: a statement is withdrawn and stays.

import type { Change } from "../log/record.ts";
import type { ProjectionName } from "../store/tables.ts";
import type { Alias, Flag, Repair, Row } from "../sources/importer.ts";
import type { ListedRecord } from "../sources/listed-record.ts";
import type { Act } from "../values/act.ts";
import type { CaseAbout, IncidentAbout } from "../values/case-file.ts";
import type { StateCode } from "../values/state.ts";
import type { LinkKind, Statement } from "../values/statement.ts";
import type { When } from "../values/when.ts";

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

/** A file that was imported: what it was, and from which of its rows each subject came. */
export type ImportedFile = {
  source: string;
  file: string;
  sha256: string;
  rows: number;
  /** Subject → rows of the file, counted from 1 after the header. */
  origins: Record<string, number[]>;
  repairs: Repair[];
  flags: Flag[];
  rejections: { row: number; field: string; because: string }[];
};

/** What one register says that an actor is called, by whom. Registers compete: each keeps its own clusters. */
export type ActorNames = { source: string; actor: string; names: Alias[] };

/** A series of a list that tells what the world around a dyad looked like. */
export type ContextSeries = {
  source: string;
  series: string;
  unit: string;
  states: StateCode[];
  values: { when: When; value: number; label?: string }[];
};

/** A person's judgement on whether a statement speaks of an incident. Undone, it is withdrawn, and `before` stands again. */
export type Decision = {
  statement: string;
  incident: string;
  judgement: Judgement;
  because: string;
  by: string;
  at: string;
  before: Link | null;
  /** The incident that lost its last statement by it, if one did. */
  emptied: IncidentAbout | null;
};

export const judgements = ["same", "part-of", "different", "unsure"] as const;
export type Judgement = (typeof judgements)[number];

/** An incident's old identifier leads to the new one for as long as it stands. */
export type Redirect = { to: string; because: string };

/** What somebody else's format says and ours has no word for, kept whole. */
export type KeptObject = { source: string; object: Row };

type Bodies = {
  case: CaseAbout;
  incident: IncidentAbout;
  statement: Statement;
  link: Link;
  act: Act;
  import: ImportedFile;
  actor: ActorNames;
  context: ContextSeries;
  kept: KeptObject;
  listed: ListedRecord;
  decision: Decision;
  redirect: Redirect;
};
export type SubjectKind = keyof Bodies;

/** The projection in which a kind of subject stands. */
export const projectionOf: Record<SubjectKind, ProjectionName> = {
  case: "cases",
  incident: "incidents",
  statement: "statements",
  link: "links",
  act: "acts",
  import: "imports",
  actor: "actors",
  context: "context",
  kept: "kept",
  listed: "listed",
  decision: "decisions",
  redirect: "redirects",
};

/** Where imported lists are kept, of whatever states they speak. Cases read from it what is about their two parties. */
export const LISTS = "lists";

/** A subject as it is from now on. */
export function state<Kind extends SubjectKind>(
  caseId: string,
  kind: Kind,
  subject: string,
  body: Bodies[Kind],
): Change {
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
