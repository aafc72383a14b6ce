// A log read from its files: its keys, its checkpoint, its entries, and proofs about them.

import { InputError, SourceError } from "../values/errors.ts";
import { fromUtf8 } from "./bytes.ts";
import { readCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { lineOf, noChanges, readKeyChanges, type KeyHistory } from "./key-change.ts";
import { readVerifierKey, type VerifierKey } from "./key.ts";
import { files, tileReader, type ReadFile } from "./log-folder.ts";
import { readNote } from "./note.ts";
import { readPending } from "./pending.ts";
import { writeProofFile } from "./proof-file.ts";
import { entriesOf, hashesFromTiles, tilePath, WIDTH } from "./tiles.ts";
import { consistencyProof, inclusionProof } from "./tree-proof.ts";
import { rootOf, type HashAt } from "./tree.ts";
import { writeCosignRequest } from "./witness.ts";

export type Log = {
  /** The log's first key; its name is the origin. */
  key: VerifierKey;
  /** Rotations and revocations of it. */
  changes: KeyHistory;
  /** All its keys, the last being the one that signs now. */
  keys: VerifierKey[];
  /** The signed note, and what it says. */
  note: string;
  checkpoint: Checkpoint;
  hashAt: HashAt;
};

/** Reads a file that must be there, as text. */
function textOf(read: ReadFile, path: string): string {
  const bytes = read(path);
  if (!bytes) throw new SourceError("missing", `there is no log here: the file ${path} is missing`);
  const text = fromUtf8(bytes);
  if (text === null) throw new InputError(path, "text in UTF-8");
  return text;
}

export function readLogKey(read: ReadFile): VerifierKey {
  const text = textOf(read, files.key);
  if (!/^[^\n]+\n$/.test(text)) throw new InputError(files.key, "one line with the log's public key", text);
  return readVerifierKey(text.slice(0, -1), files.key);
}

export function readLogChanges(read: ReadFile): KeyHistory {
  return read(files.changes) ? readKeyChanges(textOf(read, files.changes), files.changes) : noChanges;
}

/** Reads; checks nothing but form. */
export function readLog(read: ReadFile): Log {
  const key = readLogKey(read);
  const changes = readLogChanges(read);
  const note = textOf(read, files.checkpoint);
  const checkpoint = readCheckpoint(readNote(note, files.checkpoint).text, files.checkpoint);
  const hashAt = hashesFromTiles(checkpoint.size, tileReader(read));
  return { key, changes, keys: lineOf(key, changes), note, checkpoint, hashAt };
}

/** Entries from one place up to another, under the checkpoint. */
export function* readEntries(read: ReadFile, size: number, from = 0, to: number = size): Generator<Uint8Array> {
  for (let index = Math.floor(from / WIDTH); index * WIDTH < to; index += 1) {
    const width = Math.min(WIDTH, size - index * WIDTH);
    const path = tilePath({ level: "entries", index, width });
    const entries = entriesOf(read(path) ?? new Uint8Array(0));
    if (entries?.length !== width)
      throw new SourceError("damaged", `the file ${path} of the log is damaged; run detente log fsck`);
    yield* entries.slice(Math.max(0, from - index * WIDTH), to - index * WIDTH);
  }
}

export function readEntry(read: ReadFile, size: number, index: number): Uint8Array {
  const [entry] = [...readEntries(read, size, index, index + 1)];
  if (!entry) throw new RangeError(`Cannot read entry ${index} of ${size}`);
  return entry;
}

/** Entries that no checkpoint covers yet. */
export function readWaiting(read: ReadFile, size: number): Uint8Array[] {
  const bytes = read(files.pending);
  if (!bytes) return [];
  const { first, entries } = readPending(bytes);
  return entries.slice(Math.max(0, size - first));
}

/** The proof file of an entry; `bare`: without the entry itself. */
export function proveEntry(read: ReadFile, index: number, bare = false): string {
  const { checkpoint, note, hashAt } = readLog(read);
  if (index >= checkpoint.size)
    throw new InputError("INDEX", `a number below ${checkpoint.size}, the entries under the checkpoint`, index);
  const hashes = inclusionProof(index, checkpoint.size, hashAt);
  const extra = bare ? null : readEntry(read, checkpoint.size, index);
  return writeProofFile({ index, hashes, checkpoint: note, extra });
}

/** What a witness that saw `old` entries needs to cosign the log as it stands. */
export function requestCosignature(read: ReadFile, old: number): string {
  const { checkpoint, note, hashAt } = readLog(read);
  if (old > checkpoint.size) throw new InputError("--since", `a size of at most ${checkpoint.size}`, old);
  const hashes = old === 0 || old === checkpoint.size ? [] : consistencyProof(old, checkpoint.size, hashAt);
  return writeCosignRequest({ old, hashes, checkpoint: note });
}

export const rootAt = ({ hashAt }: Log, size: number): Uint8Array => rootOf(size, hashAt);
