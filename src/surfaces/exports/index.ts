// Every form in which a case leaves the workbench: its name, its media type, the end of its file's name, its writer.

import type { LedgerView } from "../../ledger/view.ts";
import type { BesideCase } from "../inputs/register-files.ts";
import { sourceOf } from "../inputs/sources.ts";
import { bibtex } from "./bibtex.ts";
import { citeAll, type CiteOptions } from "./citation.ts";
import { cslText } from "./csl.ts";
import { dataPackage } from "./package/data-package.ts";
import { caseDocument, statementLines, statementsTable } from "./plain-statements.ts";
import { stixBundle, stixText } from "./stix/stix-bundle.ts";
import { stixMediaType } from "./stix/stix-writer.ts";

/** `tlp` 1 marks STIX with TLP 1 WHITE, for readers that refuse TLP 2. */
export type ExportOptions = CiteOptions & { tlp: "1" | "2"; beside?: BesideCase | null };

export type ExportFormat = {
  name: string;
  mediaType: string;
  ending: string;
  write: (view: LedgerView, options: ExportOptions) => string | Uint8Array;
};

export const exportFormats: readonly ExportFormat[] = [
  {
    name: "stix",
    mediaType: stixMediaType,
    ending: "stix.json",
    write: (view, { accessed, tlp }) => stixText(stixBundle(view, { written: writtenOn(accessed), tlp })),
  },
  { name: "csv", mediaType: "text/csv; charset=utf-8", ending: "csv", write: statementsTable },
  {
    name: "json",
    mediaType: "application/json; charset=utf-8",
    ending: "json",
    write: (view, { asof }) => caseDocument(view, asof),
  },
  { name: "jsonl", mediaType: "application/jsonl; charset=utf-8", ending: "jsonl", write: statementLines },
  {
    name: "bibtex",
    mediaType: "application/x-bibtex; charset=utf-8",
    ending: "bib",
    write: (view, options) => bibtex(citeAll(view, sourcesOf(view), options)),
  },
  {
    name: "csl",
    mediaType: "application/vnd.citationstyles.csl+json",
    ending: "csl.json",
    write: (view, options) => cslText(citeAll(view, sourcesOf(view), options)),
  },
  { name: "datapackage", mediaType: "application/zip", ending: "zip", write: dataPackage },
];

/** Midnight of the day: a bundle written twice in a day is the same, a later one is newer. */
export function writtenOn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function sourcesOf({ incidents }: LedgerView): ReturnType<typeof sourceOf>[] {
  return [...new Set(incidents.flatMap(({ listedBy }) => listedBy.map(({ source }) => source)))].sort().map(sourceOf);
}
