// Adding to a log on disk. An entry is acknowledged once it is synced into the file of pending entries; a checkpoint
// then takes all that wait into tiles and bundles, syncs them, and only then puts the new checkpoint in the old one's
// place. Stopped anywhere, the folder holds the old checkpoint with the entries still waiting, or the new one.

import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { InputError, SourceError } from "../values/errors.ts";
import { sameBytes, utf8 } from "./bytes.ts";
import { writeCheckpoint } from "./checkpoint.ts";
import { GrowingTiles } from "./growing-tiles.ts";
import { isWithinLimits } from "./key-change.ts";
import { labelOf, NOTE, writeVerifierKey, type VerifierKey } from "./key.ts";
import { dropPartial, durableWriter, files, folderReader, tileReader, writeAll, type ReadFile } from "./log-folder.ts";
import { signaturesOf, readNote, writeNote } from "./note.ts";
import { pendingBytes, pendingHead, readPending } from "./pending.ts";
import { readLog, rootAt, type Log } from "./read-log.ts";
import { signText, type Signer } from "./signer.ts";
import { hashesAt, hashesFromTiles, LONGEST_ENTRY, tilePath, WIDTH, type Tile } from "./tiles.ts";
import { emptyRoot, rootOf } from "./tree.ts";

/** Keeps other processes out of a folder until it is released; throws where another holds it. */
export type TakeLock = (folder: string) => { release(): void };

export type LogWriter = {
  readonly origin: string;
  /** Entries under the checkpoint. */
  readonly size: number;
  /** Entries that wait for one. */
  readonly pending: number;
  /** Adds entries and gives the number of the first; on return they are on disk. */
  append(entries: readonly Uint8Array[]): number;
  /** Takes in what waits and signs; gives the signed note. */
  checkpoint(signer: Signer, now: Date): string;
  close(): void;
};

/** Makes an empty log with a signed checkpoint of no entries. */
export function initLog(folder: string, signer: Signer, takeLock: TakeLock, now: Date): void {
  if (signer.key.type !== NOTE) throw new InputError("--key", "a log's key; this one is a witness's");
  mkdirSync(folder, { recursive: true });
  const lock = takeLock(folder);
  try {
    const read = folderReader(folder);
    if (read(files.checkpoint) ?? read(files.key))
      throw new InputError("--dir", "a folder without a log; this one holds one", folder);
    const { write, settle } = durableWriter(folder);
    const text = writeCheckpoint({ origin: signer.key.name, size: 0, root: emptyRoot, extensions: [] });
    write(files.key, utf8(`${writeVerifierKey(signer.key)}\n`));
    write(files.pending, pendingHead(0));
    write(files.checkpoint, utf8(writeNote({ text, signatures: [signText(signer, text, now)] })));
    settle();
  } finally {
    lock.release();
  }
}

export function openLogWriter(folder: string, takeLock: TakeLock): LogWriter {
  const lock = takeLock(folder);
  try {
    return lockedWriter(folder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function lockedWriter(folder: string, lock: { release(): void }): LogWriter {
  const read = folderReader(folder);
  const log = readLog(read);
  const { origin } = log.checkpoint;
  let { size } = log.checkpoint;
  if (!sameBytes(rootAt(log, size), log.checkpoint.root))
    throw new SourceError("damaged", `the tiles do not give the checkpoint's root; run detente log fsck`);
  let waiting = takeUpPending(folder, read, size);
  let file = openSync(join(folder, files.pending), "a");
  return {
    origin,
    get size() {
      return size;
    },
    get pending() {
      return waiting.length;
    },
    append(entries) {
      const first = size + waiting.length;
      const long = entries.findIndex(({ length }) => length > LONGEST_ENTRY);
      if (long >= 0)
        throw new InputError(`entry ${first + long}`, `at most ${LONGEST_ENTRY} bytes`, entries[long]?.length);
      appendWhole(file, pendingBytes(first, entries));
      for (const entry of entries) waiting.push(entry.slice());
      return first;
    },
    checkpoint(signer, now) {
      mustBeCurrent(readLog(read), signer.key, size + waiting.length);
      const note = takeIn(folder, { origin, size, waiting }, signer, now);
      [size, waiting] = [size + waiting.length, []];
      closeSync(file);
      file = openSync(join(folder, files.pending), "a");
      return note;
    },
    close() {
      closeSync(file);
      lock.release();
    },
  };
}

/** A key that was followed or revoked signs no more. */
function mustBeCurrent({ keys, changes, key: { name } }: Log, key: VerifierKey, size: number): void {
  const current = keys.at(-1);
  if (!current || labelOf(current) !== labelOf(key))
    throw new InputError("--key", `the key of the log ${name}, ${current ? labelOf(current) : "none"}`, labelOf(key));
  if (!isWithinLimits(key, size, null, changes))
    throw new InputError("--key", "a key that was not revoked: rotate it first", labelOf(key));
}

/** What waited when the log was last closed or stopped. A write that was cut off was never acknowledged: it goes. */
function takeUpPending(folder: string, read: ReadFile, size: number): Uint8Array[] {
  const path = join(folder, files.pending);
  const bytes = read(files.pending);
  const found = bytes ? readPending(bytes) : null;
  if (!found || found.damage !== null)
    throw new SourceError("damaged", `the file ${path}: ${found?.damage ?? "it is missing"}; run detente log fsck`);
  const { first, entries } = found;
  if (first > size || first + entries.length < size)
    throw new SourceError("damaged", `the checkpoint of ${size} entries is not the one that ${path} goes with`);
  const waiting = entries.slice(size - first).map((entry) => entry.slice());
  if (first === size && found.torn === 0) return waiting;
  const { write, settle } = durableWriter(folder);
  write(files.pending, Buffer.concat([pendingHead(size), pendingBytes(size, waiting)]));
  settle();
  return waiting;
}

/** All of it, or none: what a full disk cut off is taken back, so that the next entry does not follow a torn one. */
function appendWhole(file: number, bytes: Uint8Array): void {
  const before = fstatSync(file).size;
  try {
    writeAll(file, bytes);
    fdatasyncSync(file);
  } catch (error) {
    ftruncateSync(file, before);
    const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
    throw new SourceError(full ? "no-space" : "damaged", `the entries could not be written: nothing was added`, {
      cause: error,
    });
  }
}

type Standing = { origin: string; size: number; waiting: readonly Uint8Array[] };

function takeIn(folder: string, { origin, size, waiting }: Standing, signer: Signer, now: Date): string {
  const { write, settle } = durableWriter(folder);
  const read = folderReader(folder);
  const before = readLog(read);
  const signed = signaturesOf(readNote(before.note), signer.key).length > 0;
  // Signed anew, the checkpoint would lose its cosignatures for nothing.
  if (waiting.length === 0 && signed) return before.note;
  const tiles = new GrowingTiles(size, tileReader(read));
  const full: Tile[] = [];
  const writeTile = (tile: Tile, bytes: Uint8Array): void => {
    write(tilePath(tile), bytes);
    if (tile.width === WIDTH) full.push(tile);
  };
  for (const entry of waiting) tiles.append(entry, writeTile);
  tiles.writePartial(size, writeTile);
  settle();
  const root = tiles.root();
  // What is signed is what can be read back.
  if (!sameBytes(root, rootOf(tiles.size, hashesFromTiles(tiles.size, tileReader(read)))))
    throw new SourceError("damaged", "the tiles on disk are not those that were written; nothing was signed");
  const text = writeCheckpoint({ origin, size: tiles.size, root, extensions: [] });
  const note = writeNote({ text, signatures: [signText(signer, text, now)] });
  write(files.checkpoint, utf8(note));
  settle();
  write(files.pending, pendingHead(tiles.size));
  settle();
  for (const tile of full) if (hasPartial(tile, size)) dropPartial(folder, tile);
  return note;
}

/** Whether a tile that is full now was begun at the checkpoint before. */
function hasPartial({ level, index }: Tile, before: number): boolean {
  return hashesAt(level === "entries" ? 0 : level, before) > index * WIDTH;
}
