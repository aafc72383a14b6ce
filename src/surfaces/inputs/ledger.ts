// The ledger as every surface sees it, wherever it is read from.

import type { ImportPlan } from "../../ledger/import-plan.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { InputError } from "../../values/errors.ts";

export type Ledger = {
  cases(): Promise<string[]>;
  view(caseId: string): Promise<LedgerView>;
  /** The records that made the subjects what they are, first to last. */
  history(caseId: string, subjects: readonly string[]): Promise<HistoryEntry[]>;
  /** Plans the import of a file and, unless it is a preview, commits it and links what it brought into the cases. */
  importFile(asked: ImportAsked): Promise<Imported>;
  rebuild(): Promise<Rebuilt>;
  announce(address: string): void;
  close(): Promise<void>;
};

export type HistoryEntry = { sequence: number; at: string; kind: string; subject: string; hash: string };

/** How many records there are, which tables differed from them, and where their chain breaks, if it does. */
export type Rebuilt = { records: number; changed: string[]; broken: { sequence: number; because: string } | null };

export type ImportAsked = { source: string; file: string; bytes: Uint8Array; preview: boolean };

export type Imported = Omit<ImportPlan, "changes"> & {
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
