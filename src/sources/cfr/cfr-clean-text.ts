// Letters that the vintage of February 2023 lost ("Poland??s") stand unharmed in that of April 2021. Where both have a
// record of the same day and title, its texts are taken from the older vintage, and each is noted with the old value.

import type { ImportResult } from "../run-import.ts";
import type { Repair } from "../importer.ts";
import { hasLostLetters } from "./cfr-cells.ts";
import type { CfrRow } from "./cfr-row.ts";

/** Repairs that the older vintage allows. A text is taken only where it differs by letters that were lost. */
export function cleanTextRepairs(newer: ImportResult, older: ImportResult): Repair[] {
  const byTitle = new Map((older.records as CfrRow[]).map((record) => [keyOf(record), record]));
  return (newer.records as CfrRow[]).flatMap((record) => {
    const clean = byTitle.get(keyOf(record));
    if (!clean) return [];
    return (["title", "description", "affiliations", "victimText"] as const).flatMap((field) => {
      const [old, now] = [record[field], clean[field]];
      if (!hasLostLetters(old) || bare(old) !== bare(now)) return [];
      return [
        { row: Number(record.id), field, because: "letters taken from the vintage of April 2021", old, new: now },
      ];
    });
  });
}

function keyOf({ disclosed, title }: CfrRow): string {
  return `${disclosed ?? ""} ${bare(title)}`;
}

/** What both vintages share: a lost letter took the letter after it and left "??"; a hard blank left "?". */
function bare(text: string): string {
  return text
    .replaceAll("??", "\u0001")
    .replace(/\P{ASCII}(?:.|$)/gu, "\u0001")
    .replaceAll("?", " ")
    .replace(/\s+/g, " ")
    .trim();
}
