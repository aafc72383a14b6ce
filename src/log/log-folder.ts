// A log's folder: what stands where, read and written so that a file is whole or not there. Everything in it is public;
// private keys live elsewhere. Any static host can serve it as it is.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { SourceError } from "../values/errors.ts";
import { tilePath, WIDTH, type Tile } from "./tiles.ts";

export const files = {
  /** The signed checkpoint. */
  checkpoint: "checkpoint",
  /** The log's first public key, in one line. */
  key: "vkey",
  /** Rotations and revocations of the log's key. */
  changes: "key-changes",
  /** Entries that wait for the next checkpoint. */
  pending: "pending",
  /** A file for each witness: its key, and the last checkpoint that it cosigned. */
  witness: "witness",
  /** A file that was being written when the program was stopped; it means nothing. */
  unfinished: "unfinished",
  lock: "lock",
} as const;

/** Reads a file of a log by its path in it; null where there is none. */
export type ReadFile = (path: string) => Uint8Array | null;

export function folderReader(folder: string): ReadFile {
  return (path) => {
    try {
      return readFileSync(join(folder, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw new SourceError("missing", `the file ${join(folder, path)} cannot be read (${codeOf(error)})`, {
        cause: error,
      });
    }
  };
}

/** Every file of the folder, by its path in it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Reads a tile as a log of any later size may have it: exactly, or as the beginning of the full one. */
export function tileReader(read: ReadFile): (tile: Tile) => Uint8Array {
  const kept = new Map<string, Uint8Array>();
  return (tile) => {
    const path = tilePath(tile);
    const found = kept.get(path) ?? read(path) ?? narrowed(tile, read);
    if (!found) throw new SourceError("damaged", `the file ${path} of the log is missing; run detente log fsck`);
    if (kept.size > 64) kept.clear();
    kept.set(path, found);
    return found;
  };
}

function narrowed(tile: Tile, read: ReadFile): Uint8Array | null {
  if (tile.level === "entries" || tile.width === WIDTH) return null;
  return read(tilePath({ ...tile, width: WIDTH }))?.subarray(0, tile.width * 32) ?? null;
}

/** Writes files so that each survives a fall of the machine, the folders that name them included. */
export type DurableWriter = {
  /** The file's content is on disk; `settle` makes its name last too. */
  write: (path: string, bytes: Uint8Array) => void;
  settle: () => void;
};

export function durableWriter(folder: string): DurableWriter {
  const touched = new Set<string>();
  return {
    write(path, bytes) {
      const target = join(folder, path);
      makeFolders(folder, dirname(target), touched);
      const unfinished = join(folder, files.unfinished);
      writeSynced(unfinished, bytes);
      renameSync(unfinished, target);
      touched.add(dirname(target));
    },
    settle() {
      for (const place of touched) syncFolder(place);
      touched.clear();
    },
  };
}

function makeFolders(root: string, folder: string, touched: Set<string>): void {
  if (existsSync(folder)) return;
  if (folder !== root) makeFolders(root, dirname(folder), touched);
  mkdirSync(folder, { recursive: true });
  touched.add(dirname(folder));
}

export function writeSynced(path: string, bytes: Uint8Array, mode = 0o666): void {
  const file = openSync(path, "w", mode);
  try {
    writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A write may take less than it was given. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some systems cannot sync a folder: there a rename lasts by itself, or nothing can be done.
    if (!["EINVAL", "EPERM", "EISDIR"].includes(codeOf(error))) throw error;
  } finally {
    closeSync(handle);
  }
}

/** Takes away the partial forms of a tile that is full now. */
export function dropPartial(folder: string, tile: Tile): void {
  rmSync(join(folder, `${tilePath({ ...tile, width: WIDTH })}.p`), { recursive: true, force: true });
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
