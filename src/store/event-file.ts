// Events of one thing in one file, a JSON document a line, only ever added to. A line counts once it is whole and synced:
// a write that was cut off leaves a line without its end, which is taken away when the file is next opened. Only the
// owner can read the file.

import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { SourceError } from "../values/errors.ts";

const OWNER_ONLY = 0o600;

/** The whole lines of a file; null where there is none. */
export function readEventFile(path: string): string[] | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole === "" ? [] : whole.slice(0, -1).split("\n");
}

/** Adds lines, and returns when they are on disk; a file that is there must not be made anew. */
export function appendToEventFile(
  path: string,
  lines: readonly string[],
  { make = false }: { make?: boolean } = {},
): void {
  guarded(path, () => {
    if (make) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(path, make ? "wx+" : "r+", OWNER_ONLY);
    try {
      const end = wholeLength(path);
      ftruncateSync(file, end);
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8");
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, end + at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (make) syncFolder(dirname(path));
  });
}

function wholeLength(path: string): number {
  return readFileSync(path).lastIndexOf(0x0a) + 1;
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } catch {
    // Some systems cannot sync a folder; there a new file lasts by itself.
  } finally {
    closeSync(handle);
  }
}

function guarded(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC") throw new SourceError("no-space", `the disk of ${path} is full`, { cause: error });
    if (code === "EACCES" || code === "EROFS" || code === "EPERM")
      throw new SourceError("read-only", `the file ${path} cannot be written (${code})`, { cause: error });
    throw error;
  }
}
