// Reads a case's folder from disk, with a clear line for what is missing or too large.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { caseFileNames, readCase, WORLD_FILE, type CaseContent, type CaseTexts } from "../../sources/case-folder.ts";
import { sha256, type Hash } from "../../log/record.ts";
import { InputError, SourceError } from "../../values/errors.ts";

const LARGEST_FILE = 64 * 1024 * 1024;

export type TextsRead = { texts: CaseTexts; hash: Hash };

/** The texts of a case's files and a hash over them all. */
export function readCaseTexts(folder: string): TextsRead {
  const names = existsSync(join(folder, WORLD_FILE)) ? [...caseFileNames, WORLD_FILE] : caseFileNames;
  const texts = Object.fromEntries(names.map((name) => [name, readText(join(folder, name))])) as CaseTexts;
  return { texts, hash: sha256(names.map((name) => `${name}\n${texts[name as keyof CaseTexts]}`).join("\n")) };
}

export function readCaseFolder(folder: string): CaseContent {
  try {
    return readCase(readCaseTexts(folder).texts);
  } catch (error) {
    throw error instanceof InputError ? within(folder, error) : error;
  }
}

/** The folders below `folder` that hold a case. */
export function caseFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .sort();
  } catch (error) {
    throw new SourceError("missing", `the folder of cases ${folder} cannot be read (${codeOf(error)})`, {
      cause: error,
    });
  }
}

function within(folder: string, error: InputError): InputError {
  return InputError.line(join(folder, error.message));
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE)
      throw new InputError(
        path,
        `a file of at most ${LARGEST_FILE / 1024 / 1024} MB`,
        `${Math.round(size / 1024 / 1024)} MB`,
      );
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof TypeError) throw new InputError(path, "text in UTF-8");
    throw new SourceError("missing", `the case's file ${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
