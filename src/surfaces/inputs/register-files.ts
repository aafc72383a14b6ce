// Where the register of a case lies, and what people made beside it. Agreements and norms bind more pairs of states than
// one: a case without a register of its own reads the bundled one; lines are a case's own. The register that came in with a
// case's package stands in the data folder and goes before the case's folder.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AGREEMENTS_FILE, CLAUSES_FILE, LINES_FILE, type RegisterTexts } from "../../agreements/register/file-name.ts";
import { sha256 } from "../../log/record.ts";
import { InputError } from "../../values/errors.ts";
import { caseFolders } from "./case-folder.ts";
import { bundledCasesFolder, dataFolder } from "./place.ts";
import { readJson, readText } from "./read-file.ts";

type Env = Record<string, string | undefined>;

const USUAL_CASE = "us-cn";

export function registerTexts(caseId: string, env: Env): RegisterTexts {
  const received = receivedFolder(caseId, env);
  const own = existsSync(received) ? received : (folderOf(caseId, env) ?? received);
  const bundled = join(bundledCasesFolder, USUAL_CASE);
  const library = existsSync(join(own, AGREEMENTS_FILE)) ? own : bundled;
  const lines = join(own, LINES_FILE);
  return {
    agreements: readText(join(library, AGREEMENTS_FILE)),
    clauses: readText(join(library, CLAUSES_FILE)),
    lines: existsSync(lines) ? readText(lines) : "",
  };
}

/** The folder whose case.json has the identifier; null for a case that came in otherwise. */
function folderOf(caseId: string, env: Env): string | null {
  const cases = env["DETENTE_CASES"] ?? bundledCasesFolder;
  const named = join(cases, caseId);
  const folders = existsSync(join(named, "case.json")) ? [named] : caseFolders(cases);
  return folders.find((folder) => idOf(join(folder, "case.json")) === caseId) ?? null;
}

function idOf(file: string): unknown {
  return existsSync(file) ? (readJson(file) as { id?: unknown } | null)?.id : null;
}

/** Where the register of a case stands that came in as a package. */
export function receivedFolder(caseId: string, env: Env): string {
  return join(dataFolder(env), "agreements", checkedId(caseId));
}

export function journalOf(caseId: string, env: Env): string {
  return join(dataFolder(env), "agreements", `${checkedId(caseId)}.jsonl`);
}

/** A name becomes part of a path: it holds nothing but what identifiers may. */
function checkedId(caseId: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(caseId)) throw new InputError("CASE", "a case's identifier", caseId);
  return caseId;
}

export function journalBytes(caseId: string, env: Env): Uint8Array {
  const path = journalOf(caseId, env);
  return existsSync(path) ? readFileSync(path) : new Uint8Array();
}

/** Changes whenever the register does, or what people made. */
export function registerHash(caseId: string, env: Env): string {
  const { agreements, clauses, lines } = registerTexts(caseId, env);
  return sha256([agreements, clauses, lines, sha256(journalBytes(caseId, env))].map((text) => sha256(text)).join(" "));
}

/** What stands beside a case's tables: its register, and the journal of what people made. */
export type BesideCase = RegisterTexts & { journal: string };

/** For an export; a last line that was cut off was never acknowledged, and is left out. */
export function besideCase(caseId: string, env: Env): BesideCase {
  const bytes = journalBytes(caseId, env);
  const journal = new TextDecoder().decode(bytes.subarray(0, bytes.lastIndexOf(10) + 1));
  return { ...registerTexts(caseId, env), journal };
}
