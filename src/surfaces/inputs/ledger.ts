// The ledger as every surface sees it, wherever it is read from.

import type { ImportPlan } from "../../ledger/import-plan.ts";
import type { ActorCluster } from "../../ledger/actors.ts";
import type { Judged } from "../../ledger/adjudicate.ts";
import type { Decision, Redirect } from "../../ledger/change.ts";
import type { DecisionsImported } from "../../ledger/decisions.ts";
import type { Origin, RecordInFull } from "../../ledger/provenance.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Importer } from "../../sources/importer.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import type { ImportResult } from "../../sources/run-import.ts";
import type { Queue } from "./queue.ts";
import type { JournalChecked } from "./receive-beside.ts";
import { InputError } from "../../values/errors.ts";

export type Ledger = {
  cases(): Promise<string[]>;
  view(caseId: string): Promise<LedgerView>;
  /** The case as it stood on record at a moment, ISO 8601: not what was known of that day, but what had been entered. */
  viewAt(caseId: string, moment: string): Promise<LedgerView>;
  /** Where the identifier of an incident that is no more leads; null where it leads nowhere. */
  movedTo(caseId: string, incident: string): Promise<Redirect | null>;
  /** One record in full, and what it changed; null where there is none of that number. */
  record(sequence: number): Promise<RecordInFull | null>;
  /** Per subject, from which rows of which imported files it came. */
  origins(subjects: readonly string[]): Promise<Record<string, Origin[]>>;
  /** The rows of an imported list that stand, as the list has them; none where it was not imported. */
  listed(source: string): Promise<ListedRecord[]>;
  /** What registers say that actors are called. */
  clusters(): Promise<ActorCluster[]>;
  /** Doubtful placements of statements, those first whose judgement would move the estimates most. */
  queue(caseId: string, most: number): Promise<Queue>;
  /** People's judgements that stand, the first made first. */
  decisions(caseId: string): Promise<Decision[]>;
  judge(caseId: string, judged: Judged): Promise<Written>;
  /** Takes a judgement back. */
  undo(caseId: string, of: Pick<Judged, "statement" | "incident">): Promise<Written>;
  importDecisions(caseId: string, rows: readonly unknown[]): Promise<DecisionsImported>;
  /** The records that made the subjects what they are, first to last. */
  history(caseId: string, subjects: readonly string[]): Promise<HistoryEntry[]>;
  /** Plans the import of a file and, unless it is a preview, commits it and links what it brought into the cases. */
  importFile(asked: ImportAsked): Promise<Imported>;
  /** Brings a case in from its data package: afterwards the case stands as the package holds it. */
  importCase(asked: { file: string; bytes: Uint8Array }): Promise<CaseImported>;
  rebuild(): Promise<Rebuilt>;
  /**
   * What `make` gave for the same name before, where it was kept and nothing was written since; else what it gives now.
   * The name must say all that the result hangs on; the result must survive being written as JSON.
   */
  remember<Result>(name: string, make: () => Result | Promise<Result>): Promise<Result>;
  announce(address: string): void;
  close(): Promise<void>;
};

/** Which case, how many records were appended, and the hash of the view that they give. */
export type CaseImported = { case: string; records: number; hash: string };

/** How many records were appended. */
export type Written = { records: number };

export type HistoryEntry = { sequence: number; at: string; kind: string; subject: string; hash: string };

/** How many records there are, which tables differed from them, and where their chain breaks, if it does. */
export type Rebuilt = {
  records: number;
  changed: string[];
  broken: { sequence: number; because: string } | null;
  /** What people made beside the ledger, a journal a case: read from its beginning. */
  journals: JournalChecked[];
};

/** `source`: a list by name, or empty to go by the file's columns. */
export type ImportAsked = {
  source: string;
  file: string;
  bytes: Uint8Array;
  preview: boolean;
  /** Where the file was read before the store was opened. */
  read?: ImportRead;
};

export type ImportRead = { importer: Importer; result: ImportResult };

export type Imported = Omit<ImportPlan, "changes"> & {
  /** Records that were appended, or would be: none where the file changes nothing. */
  writes: number;
  committed: boolean;
  /** Per case: imported statements that were linked, and incidents made for those that nothing was near. */
  attached: { case: string; linked: number; made: number }[];
};

export type LedgerOptions = {
  env: Record<string, string | undefined>;
  now: Date;
  progress: (text: string) => void;
  /** How long to wait for another command that holds the data folder. */
  patienceMs?: number;
};

export function unknownCase(caseId: string, known: readonly string[]): InputError {
  return new InputError("CASE", `one of ${known.join(", ")}`, caseId);
}
