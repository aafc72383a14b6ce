// The ledger's records as entries of a log. The rule: each record of the case is one entry, its canonical JSON, in the
// ledger's order; the next time, those that came since.

import { entryOf, readEntryObject } from "../../log/entry.ts";
import type { ReadFile } from "../../log/log-folder.ts";
import { readEntries, readLog, readWaiting } from "../../log/read-log.ts";
import { InputError } from "../../values/errors.ts";
import type { Ledger } from "./ledger.ts";

/** Entries for the records of a case after those that the log holds already. */
export async function entriesOfCase(ledger: Ledger, caseId: string, read: ReadFile): Promise<Uint8Array[]> {
  const { head } = await ledger.view(caseId);
  const last = lastLogged(read, caseId);
  if (last) await mustBeSame(ledger, last, caseId);
  const entries: Uint8Array[] = [];
  for (let sequence = (last?.sequence ?? 0) + 1; sequence <= head.sequence; sequence += 1) {
    const entry = await entryAt(ledger, sequence, caseId);
    if (entry) entries.push(entry);
  }
  return entries;
}

async function entryAt(ledger: Ledger, sequence: number, caseId: string): Promise<Uint8Array | null> {
  const found = await ledger.record(sequence);
  if (found?.case !== caseId) return null;
  const { at, kind, subject, previous, hash, body } = found;
  return entryOf(
    { at, body, case: caseId, hash, kind, previous, sequence, subject },
    { case: caseId, hash, kind, sequence, subject },
  );
}

type Logged = { sequence: number; hash: string };

/** The last record of the case that the log holds, or that waits in it. */
function lastLogged(read: ReadFile, caseId: string): Logged | null {
  const { size } = readLog(read).checkpoint;
  let last: Logged | null = null;
  for (const entries of [readEntries(read, size), readWaiting(read, size)]) {
    for (const entry of entries) {
      const record = readEntryObject(entry);
      if (record?.["case"] !== caseId) continue;
      const { sequence, hash } = record;
      if (typeof sequence === "number" && typeof hash === "string") last = { sequence, hash };
    }
  }
  return last;
}

/** A log continues one ledger: another one's records, or changed ones, would be passed off as the same. */
async function mustBeSame(ledger: Ledger, { sequence, hash }: Logged, caseId: string): Promise<void> {
  const record = await ledger.record(sequence);
  if (record?.hash !== hash)
    throw new InputError(
      "--case",
      `the ledger that this log holds: record ${sequence} of ${caseId} has the hash ${hash}`,
      record?.hash ?? "no such record",
    );
}
