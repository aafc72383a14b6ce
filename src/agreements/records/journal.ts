// What people make beside the register: words on candidates, findings, watches, notifications, drafts. One file a case
// that is only ever added to: a line is a record chained to the one before (log/record.ts), on disk before it is
// acknowledged. A line that was cut off was never acknowledged, and goes with the next write; any other fault is damage.

import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { chain, firstBreak, type Change, type Record } from "../../log/record.ts";
import { isLock, takeLock } from "../../store/lock.ts";
import { canonical } from "../../values/canonical.ts";
import { InputError, SourceError } from "../../values/errors.ts";

/** Whole records of a journal's text, and the bytes that they take; null for what is no record at all. */
export function readJournalText(bytes: Uint8Array, place: string): { records: Record[]; length: number } {
  const length = bytes.lastIndexOf(10) + 1;
  const records = new TextDecoder()
    .decode(bytes.subarray(0, length))
    .split("\n")
    .slice(0, -1)
    .map((line, index) => recordOf(line, index + 1, place));
  const broken = firstBreak(records);
  if (broken) throw new SourceError("damaged", `record ${broken.sequence} of ${place}: ${broken.because}`);
  return { records, length };
}

function recordOf(line: string, row: number, place: string): Record {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && "hash" in value && "sequence" in value) return value as Record;
  } catch {
    // told below, with its place
  }
  throw new SourceError("damaged", `record ${row} of ${place} is not as it was written`);
}

export function readJournal(path: string): Record[] {
  return readJournalText(bytesOf(path), path).records;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Uint8Array(0);
    throw error;
  }
}

/**
 * Adds what `decide` makes of the records that there are: nobody else writes in between. Gives the records added, once
 * they are on disk. What `decide` throws leaves the file as it was.
 */
export function addToJournal(
  path: string,
  now: Date,
  decide: (records: readonly Record[]) => readonly Change[],
): Record[] {
  return withLock(path, now, () => {
    const { records, length } = readJournalText(bytesOf(path), path);
    const last = records.at(-1);
    const added = chain(last ? { sequence: last.sequence, hash: last.hash } : null, decide(records), now);
    if (added.length > 0) write(path, length, linesOf(added));
    return added;
  });
}

function withLock<Result>(path: string, now: Date, work: () => Result): Result {
  mkdirSync(dirname(path), { recursive: true });
  const lock = takeLock(dirname(path), now);
  if (!isLock(lock))
    throw new SourceError(
      "locked",
      `the records in ${dirname(path)} are being written by process ${lock.pid}; try again. Nothing was changed.`,
    );
  try {
    return work();
  } finally {
    lock.release();
  }
}

/**
 * Takes over the records of a journal kept elsewhere, which goes on where the one here ends, or ends within it: then
 * nothing is written. Two that part are refused: neither may be lost. `only` checks and writes nothing.
 */
export function takeOver(path: string, now: Date, records: readonly Record[], only = false): void {
  const parted = (own: readonly Record[]): void => {
    const at = records.findIndex((record, index) => own[index] !== undefined && own[index].hash !== record.hash);
    if (at >= 0)
      throw new InputError(
        path,
        "a journal that goes on where the other ends",
        `two that part at record ${at + 1}; nothing was changed`,
      );
  };
  if (only) return parted(readJournal(path));
  withLock(path, now, () => {
    const { records: own, length } = readJournalText(bytesOf(path), path);
    parted(own);
    const added = records.slice(own.length);
    if (added.length > 0) write(path, length, linesOf(added));
  });
}

function linesOf(records: readonly Record[]): string {
  return records.map((record) => `${canonical(record)}\n`).join("");
}

function write(path: string, from: number, text: string): void {
  const file = openSync(path, "a");
  try {
    ftruncateSync(file, from);
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (from === 0) syncFolder(dirname(path));
}

/** A new file's name is on disk only once its folder is. */
function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
