// The register of a case as its plain files have it, with what people made beside it. Agreements and norms bind more
// pairs of states than one: a case without a register of its own reads the bundled one; lines are a case's own.

import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  addToJournal,
  AGREEMENTS_FILE,
  CLAUSES_FILE,
  lawful,
  LINES_FILE,
  madeOf,
  readJournal,
  readRegister,
  type Made,
  type MadeChange,
  type Register,
  type RegisteredAgreement,
  type RegisteredClause,
  type Line,
} from "../../agreements/index.ts";
import { InputError } from "../../values/errors.ts";
import { caseFolders } from "./case-folder.ts";
import { bundledCasesFolder, dataFolder } from "./place.ts";
import { readJson, readText } from "./read-file.ts";

type Env = Record<string, string | undefined>;

const USUAL_CASE = "us-cn";

export function registerOf(caseId: string, env: Env): Register {
  const own = folderOf(caseId, env);
  const bundled = join(bundledCasesFolder, USUAL_CASE);
  const library = own !== null && existsSync(join(own, AGREEMENTS_FILE)) ? own : bundled;
  const lines = own === null ? null : join(own, LINES_FILE);
  return readRegister({
    agreements: readText(join(library, AGREEMENTS_FILE)),
    clauses: readText(join(library, CLAUSES_FILE)),
    lines: lines !== null && existsSync(lines) ? readText(lines) : "",
  });
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

function journalOf(caseId: string, env: Env): string {
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(caseId)) throw new InputError("CASE", "a case's identifier", caseId);
  return join(dataFolder(env), "agreements", `${caseId}.jsonl`);
}

/** What people made, as it stands on disk. */
export function madeIn(caseId: string, env: Env): Made {
  return madeOf(readJournal(journalOf(caseId, env)));
}

/** Writes changes that are lawful after all that is on disk. Gives what then stands. */
export function make(
  caseId: string,
  { env, now }: { env: Env; now: Date },
  decide: (made: Made) => readonly MadeChange[],
): Made {
  const path = journalOf(caseId, env);
  addToJournal(path, now, (records) => lawful(records, caseId, decide));
  return madeOf(readJournal(path));
}

/** A registered agreement, or a user's draft, by its id. */
export function agreementNamed(
  id: string,
  { agreements }: Register,
  { drafts }: Pick<Made, "drafts">,
): RegisteredAgreement {
  const found = agreements.find((agreement) => agreement.id === id) ?? drafts.get(id);
  if (found) return found;
  throw new InputError("ID", `one of ${[...agreements.map((one) => one.id), ...drafts.keys()].join(", ")}`, id);
}

export function clauseNamed(
  id: string,
  register: Register,
  made: Pick<Made, "drafts">,
): { agreement: RegisteredAgreement; clause: RegisteredClause } {
  const [of = "", number] = id.split("#");
  if (number === undefined)
    throw new InputError("CLAUSE", "the agreement, # and the clause, such as understanding-2015#c4", id);
  const agreement = agreementNamed(of, register, made);
  const clause = agreement.clauses.find((one) => one.id === id);
  if (clause) return { agreement, clause };
  throw new InputError("CLAUSE", `one of ${agreement.clauses.map((one) => one.id).join(", ")}`, id);
}

export function lineNamed(id: string, { lines }: Register): Line {
  const found = lines.find((line) => line.id === id);
  if (found) return found;
  throw new InputError(
    "LINE",
    lines.length === 0 ? "a line; this case has none" : `one of ${lines.map((one) => one.id).join(", ")}`,
    id,
  );
}
