// Files that a person names on the command line, with one clear line for what cannot be read.

import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { InputError, SourceError } from "../../values/errors.ts";

export function readBytes(path: string, largest: number): Uint8Array {
  try {
    const about = statSync(path);
    if (about.size > largest) throw new InputError(path, `a file of at most ${largest} bytes`, about.size);
    return about.isFile() || about.isDirectory() ? readFileSync(path) : readStream(path, largest);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new SourceError(
      "missing",
      `the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      { cause: error },
    );
  }
}

/** A pipe or a device says nothing of its length, and may have no end. */
function readStream(path: string, largest: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const file = openSync(path, "r");
  try {
    for (;;) {
      const part = new Uint8Array(65_536);
      const read = readSync(file, part);
      if (read === 0) return Buffer.concat(parts);
      length += read;
      if (length > largest) throw new InputError(path, `a file of at most ${largest} bytes`, "more");
      parts.push(part.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}

const LARGEST_TEXT = 64 * 1024 * 1024;

export function readText(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readBytes(path, LARGEST_TEXT));
  } catch (error) {
    if (error instanceof TypeError) throw new InputError(path, "text in UTF-8");
    throw error;
  }
}

export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(path, "one JSON document", text.slice(0, 60));
  }
}
