// Citations as CSL-JSON (citation style language, schema 1.0), for Zotero, Pandoc and others.

import { datePartsOf, type Citation } from "./citation.ts";

export type CslItem = Record<string, unknown>;

export function cslItems(citations: readonly Citation[]): CslItem[] {
  return citations.map(item);
}

export function cslText(citations: readonly Citation[]): string {
  return `${JSON.stringify(cslItems(citations), null, 2)}\n`;
}

function item({
  key,
  kind,
  title,
  titleChinese,
  author,
  issued,
  container,
  version,
  hash,
  url,
  accessed,
  note,
}: Citation): CslItem {
  return {
    id: key,
    type: kind === "source" || kind === "view" ? "dataset" : "webpage",
    title,
    author: [{ literal: author }],
    ...(issued === null ? {} : { issued: { "date-parts": [datePartsOf(issued)] } }),
    accessed: { "date-parts": [accessed.split("-").map(Number)] },
    ...(container === undefined ? {} : { "container-title": container }),
    publisher: "Détente",
    version,
    URL: url,
    note: [titleChinese, note, `View ${hash}`].filter((part) => part !== undefined && part !== "").join(". "),
    language: "en",
  };
}
