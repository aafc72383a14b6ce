// The log of the data folder as people look at it: how long it is, its latest entries, who cosigned what and who has not.
// Everything is read from the log's files, which are public; nothing is checked but form: that is what proofs and
// `detente log fsck` are for.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { base64, fromUtf8, hex } from "../../log/bytes.ts";
import { readCosigner } from "../../log/cosigner-file.ts";
import { readEntryObject } from "../../log/entry.ts";
import { labelOf, writeVerifierKey } from "../../log/key.ts";
import { files, folderReader, type ReadFile } from "../../log/log-folder.ts";
import { proveEntry, readEntries, readLog, readWaiting, type Log } from "../../log/read-log.ts";
import { tileOf } from "../../log/tiles.ts";
import { leafHash } from "../../log/tree.ts";
import { isoOf } from "../../log/verify-checkpoint.ts";
import { InputError } from "../../values/errors.ts";

export const MOST_ENTRIES = 100;
const LONGEST_TEXT = 2000;

export type ShownWitness = {
  witness: string;
  key: string;
  size: number;
  /** When it cosigned last; empty where its signature states no time. */
  at: string;
  /** Entries that it has not cosigned, and when the first of them says that it was made. */
  behind: number;
  since: string | null;
};

export type ShownLog = {
  origin: string;
  size: number;
  root: string;
  waiting: number;
  /** The log's public keys, the one that signs now last. */
  keys: string[];
  changes: boolean;
  witnesses: ShownWitness[];
};

export type ShownEntry = {
  index: number;
  /** Under the checkpoint; else it waits for the next one and cannot be proved yet. */
  proved: boolean;
  leaf: string;
  bytes: number;
  at: string | null;
  kind: string | null;
  subject: string | null;
  /** Its beginning, where it is text. */
  text: string | null;
};

export function isLogFolder(folder: string): boolean {
  return existsSync(join(folder, files.checkpoint)) && existsSync(join(folder, files.key));
}

export function shownLog(folder: string): ShownLog {
  const read = folderReader(folder);
  const log = readLog(read);
  const { origin, size, root } = log.checkpoint;
  return {
    origin,
    size,
    root: base64(root),
    waiting: readWaiting(read, size).length,
    keys: log.keys.map(writeVerifierKey),
    changes: read(files.changes) !== null,
    witnesses: witnessesOf(folder, read, log),
  };
}

function witnessesOf(folder: string, read: ReadFile, { checkpoint: { size }, keys }: Log): ShownWitness[] {
  const place = join(folder, files.witness);
  const names = existsSync(place) ? readdirSync(place).filter((name) => /^[0-9a-f]{8}$/.test(name)) : [];
  return names.sort().flatMap((name) => {
    const path = `${files.witness}/${name}`;
    const text = fromUtf8(read(path) ?? new Uint8Array(0));
    if (text === null) return [];
    const { witness, checkpoint, at } = readCosigner(text, path, keys);
    const behind = Math.max(0, size - checkpoint.size);
    const [first] = behind > 0 ? [...readEntries(read, size, checkpoint.size, checkpoint.size + 1)] : [];
    const since = first ? textField(readEntryObject(first), "at") : null;
    const stated = at > 0 ? isoOf(at) : "";
    return [{ witness: witness.name, key: labelOf(witness), size: checkpoint.size, at: stated, behind, since }];
  });
}

/** Entries from one place on, those that wait among them; the latest where no place is given. */
export function shownEntries(
  folder: string,
  from: number | null,
  count: number,
): { from: number; entries: ShownEntry[] } {
  const read = folderReader(folder);
  const { checkpoint } = readLog(read);
  const waiting = readWaiting(read, checkpoint.size);
  const total = checkpoint.size + waiting.length;
  const first = from ?? Math.max(0, total - count);
  const last = Math.min(total, first + count);
  const proved =
    first < checkpoint.size ? [...readEntries(read, checkpoint.size, first, Math.min(last, checkpoint.size))] : [];
  const rest = waiting.slice(Math.max(0, first - checkpoint.size), Math.max(0, last - checkpoint.size));
  const entries = [...proved, ...rest].map((entry, at) => shownEntry(entry, first + at, first + at < checkpoint.size));
  return { from: first, entries };
}

function shownEntry(entry: Uint8Array, index: number, proved: boolean): ShownEntry {
  const object = readEntryObject(entry);
  const text = fromUtf8(entry);
  return {
    index,
    proved,
    leaf: hex(leafHash(entry)),
    bytes: entry.length,
    at: textField(object, "at"),
    kind: textField(object, "kind"),
    subject: textField(object, "subject"),
    text: text === null ? null : text.slice(0, LONGEST_TEXT),
  };
}

function textField(object: { [field: string]: unknown } | null, name: string): string | null {
  const value = object?.[name];
  return typeof value === "string" && value.length <= 300 ? value : null;
}

export function proofOf(folder: string, index: number): string {
  return proveEntry(folderReader(folder), index);
}

const plain: ReadonlySet<string> = new Set([files.checkpoint, files.key, files.changes]);

/** A public file of the log by its path as C2SP names it; null for anything else. */
export function logFile(folder: string, path: string): Uint8Array | null {
  const known = plain.has(path) || tileOf(path) !== null || /^witness\/[0-9a-f]{8}$/.test(path);
  return known ? folderReader(folder)(path) : null;
}

export function numberFrom(place: string, text: string | undefined, most: number): number {
  const value = Number(text);
  if (text === undefined || !/^\d{1,15}$/.test(text) || value > most)
    throw new InputError(place, `a whole number from 0 to ${most}`, text);
  return value;
}
