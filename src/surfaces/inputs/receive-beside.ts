// What came in beside a case in its package: its register and the journal of what people made. Nothing that is here
// already is lost: of two journals one must go on where the other ends. Everything is read before anything is written.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { madeOf, readJournal, readJournalText, readRegister, takeOver } from "../../agreements/index.ts";
import { AGREEMENTS_FILE, CLAUSES_FILE, LINES_FILE } from "../../agreements/register/file-name.ts";
import { syncFolder, writeSynced } from "../../log/log-folder.ts";
import { InputError, SourceError } from "../../values/errors.ts";
import { dataFolder } from "./place.ts";
import { journalOf, receivedFolder, registerTexts, type BesideCase } from "./register-files.ts";

type Env = Record<string, string | undefined>;

/** Gives what writes it, once all of it was read and found sound; null where nothing came. */
export function receiving(caseId: string, beside: Partial<BesideCase>, place: string, env: Env, now: Date): () => void {
  const { agreements, clauses, lines, journal = "" } = beside;
  const here = registerTexts(caseId, env);
  const texts = {
    agreements: agreements ?? here.agreements,
    clauses: clauses ?? here.clauses,
    lines: lines ?? here.lines,
  };
  readRegister(texts);
  const changed = (["agreements", "clauses", "lines"] as const).some((name) => texts[name] !== here[name]);
  const bytes = new TextEncoder().encode(journal);
  const { records, length } = readJournalText(bytes, `${place}:made.jsonl`);
  if (length !== bytes.length) throw new InputError(`${place}:made.jsonl`, "whole lines");
  const foreign = records.find((record) => record.case !== caseId);
  if (foreign) throw new InputError(`${place}:made.jsonl:${foreign.sequence}:case`, caseId, foreign.case);
  madeOf(records);
  takeOver(journalOf(caseId, env), now, records, true);
  return () => {
    if (changed) writeRegister(receivedFolder(caseId, env), texts);
    takeOver(journalOf(caseId, env), now, records);
  };
}

/** Under another name first, so that nobody reads half of it. */
function writeRegister(
  folder: string,
  { agreements, clauses, lines }: Record<"agreements" | "clauses" | "lines", string>,
): void {
  const unfinished = `${folder}.${process.pid}.new`;
  mkdirSync(unfinished, { recursive: true });
  for (const [name, text] of [
    [AGREEMENTS_FILE, agreements],
    [CLAUSES_FILE, clauses],
    [LINES_FILE, lines],
  ] as const)
    writeSynced(join(unfinished, name), new TextEncoder().encode(text));
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  syncFolder(dirname(folder));
}

export type JournalChecked = { case: string; records: number; broken: string | null };

/** Each journal read from its beginning: whether its chain holds, and whether what it says can stand. */
export function checkJournals(env: Env): JournalChecked[] {
  const folder = join(dataFolder(env), "agreements");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
  return names.sort().map((name) => {
    const found = { case: name.slice(0, -".jsonl".length), records: 0, broken: null };
    try {
      const records = readJournal(join(folder, name));
      madeOf(records);
      return { ...found, records: records.length };
    } catch (error) {
      if (error instanceof SourceError || error instanceof InputError) return { ...found, broken: error.message };
      throw error;
    }
  });
}
