// Files that a person names on the command line, with one clear line for what cannot be read.

import { readFileSync, statSync } from "node:fs";
import { InputError, SourceError } from "../../values/errors.ts";

export function readBytes(path: string, largest: number): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > largest) throw new InputError(path, `a file of at most ${largest} bytes`, size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new SourceError(
      "missing",
      `the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      { cause: error },
    );
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
