// The debates that a workbench holds: those imported, in the data folder, and those that come with the cases.

import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Debate } from "../../debate/debate.ts";
import { importDebate, type Imported } from "../../debate/import/index.ts";
import type { ImportOptions } from "../../debate/import/index.ts";
import { merge, shelfIn, type Merged, type Shelf } from "../../debate/shelf.ts";
import { InputError } from "../../values/errors.ts";
import { bundledCasesFolder, dataFolder } from "./place.ts";
import { readText } from "./read-file.ts";

type Env = Record<string, string | undefined>;

export function debateShelf(env: Env): Shelf {
  return shelfIn(join(dataFolder(env), "debates"));
}

export type DebateImport = Imported & Omit<Merged, "shelved"> & { wrote: boolean };

/** Reads a file and keeps what it holds, unless it is a preview. */
export function importDebateFile(
  file: string,
  env: Env,
  { preview, id, ...options }: ImportOptions & { preview: boolean; id?: string | undefined },
): DebateImport {
  const imported = importDebate(readText(file), basename(file), options);
  const debate = id === undefined ? imported.debate : { ...imported.debate, id };
  const shelf = debateShelf(env);
  const { shelved, ...changes } = merge(shelf.read(debate.id), debate);
  const wrote = preview ? false : shelf.write(shelved).wrote;
  return { ...imported, debate, ...changes, wrote };
}

export type KnownDebate = { debate: Debate; caseId: string; bundled: boolean };

const USUAL_CASE = "us-cn";

/** A debate by its id; a case's id names the debate that comes with the case. */
export function debateNamed(id: string, env: Env): KnownDebate {
  const kept = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(id) ? debateShelf(env).read(id) : null;
  if (kept) return { debate: kept.debate, caseId: USUAL_CASE, bundled: false };
  const bundled = bundledDebates(env);
  const found = bundled.find(({ debate }) => debate.id === id) ?? bundled.find(({ caseId }) => caseId === id);
  if (found) return found;
  throw new InputError("ID", `one of ${debateIds(env).join(", ") || "the debates imported (there are none)"}`, id);
}

export function debateIds(env: Env): string[] {
  return [...new Set([...bundledDebates(env).map(({ debate }) => debate.id), ...debateShelf(env).ids()])];
}

/** The debates in the `debate` folders of the cases. */
export function bundledDebates(env: Env): KnownDebate[] {
  const cases = env["DETENTE_CASES"] ?? bundledCasesFolder;
  return namesIn(cases).flatMap((caseId) =>
    namesIn(join(cases, caseId, "debate"))
      .filter((name) => /\.(?:md|json)$/.test(name) && name !== "README.md")
      .map((name) => {
        const { debate } = importDebate(readText(join(cases, caseId, "debate", name)), name);
        return { debate, caseId, bundled: true };
      }),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return []; // a case without a debate
  }
}
