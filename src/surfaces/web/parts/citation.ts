// A view as a reference: its date, its versions and the address that shows it again.

import type { FootFacts } from "./chart-foot.tsx";

export function plainCitation(
  title: string,
  { sources, asof, caseTitle, version }: FootFacts,
  link: string,
  day: string,
): string {
  return `Détente. ${title}. Case ${caseTitle}, version ${version}${asof === null ? "" : `, as known on ${asof}`}; from ${sources.join(", ")}. Read on ${day}. ${link}`;
}

/** Braces and backslashes would end a field: a title never holds them, an address may. */
export function bibtexOf(
  title: string,
  { sources, asof, caseTitle, version }: FootFacts,
  link: string,
  day: string,
): string {
  const field = (text: string): string => text.replace(/[{}\\]/g, "");
  return [
    `@misc{detente-${version}-${day},`,
    `  title = {${field(title)}},`,
    `  author = {{Détente}},`,
    `  howpublished = {Case ${field(caseTitle)}, version ${field(version)}${asof === null ? "" : `, as known on ${asof}`}},`,
    `  note = {From ${field(sources.join(", "))}. Read on ${day}},`,
    `  year = {${day.slice(0, 4)}},`,
    `  url = {${field(link)}}`,
    `}`,
  ].join("\n");
}
