// Which cases' files differ from what was loaded last, told by a stamp in the data folder.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { caseFolders, readCaseTexts, type TextsRead } from "./case-folder.ts";
import { bundledCasesFolder, dataFolder } from "./place.ts";

type Stamps = Record<string, string>;

export type ChangedCase = { folder: string } & TextsRead;

export type CaseChanges = {
  changed: ChangedCase[];
  /** Remembers that a case was loaded. */
  stamp: (loaded: ChangedCase) => void;
};

export function changedCases(env: Record<string, string | undefined>): CaseChanges {
  const path = join(dataFolder(env), "loaded-cases.json");
  const stamps = readStamps(path);
  const folders = caseFolders(env["DETENTE_CASES"] ?? bundledCasesFolder);
  return {
    changed: folders
      .map((folder) => ({ folder, ...readCaseTexts(folder) }))
      .filter(({ folder, hash }) => stamps[folder] !== hash),
    stamp({ folder, hash }) {
      stamps[folder] = hash;
      // Written under another name first: a killed process leaves the old stamps or the new ones.
      writeFileSync(`${path}.new`, JSON.stringify(stamps));
      renameSync(`${path}.new`, path);
    },
  };
}

/** Stamps that cannot be read cost a second loading, which changes nothing. */
function readStamps(path: string): Stamps {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Stamps;
  } catch {
    return {};
  }
}
