// Citations as BibTeX. Text is escaped for LaTeX, and braces so that none is ever left open: BibTeX counts them even
// behind a backslash. Chinese stays as it is, for XeLaTeX and biber in UTF-8.

import { datePartsOf, type Citation } from "./citation.ts";

export function bibtex(citations: readonly Citation[]): string {
  return citations.map(entry).join("\n");
}

function entry({
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
}: Citation): string {
  const [year, month, day] = issued === null ? [] : datePartsOf(issued);
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  const fields: [string, string | undefined][] = [
    // A second pair of braces keeps a body's name whole, and a title's capitals as they are.
    ["author", `{${escaped(author)}}`],
    ["title", `{${escaped(title)}}`],
    ["titleaddon", titleChinese === undefined ? undefined : `{${escaped(titleChinese)}}`],
    ["howpublished", container === undefined ? undefined : escaped(container)],
    ["date", date === "" ? undefined : date],
    ["year", year === undefined ? undefined : String(year)],
    ["version", escaped(version)],
    ["note", escaped([note, `View ${hash}`].filter((part) => part !== undefined && part !== "").join(". "))],
    ["url", addressed(url)],
    ["urldate", accessed],
    ["keywords", kind],
  ];
  const lines = fields
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key.replace(/[^A-Za-z0-9:._-]/g, "-")},\n${lines.join(",\n")}\n}\n`;
}

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
};

/** Text that LaTeX prints as it is, on one line. */
export function escaped(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").replace(/[\\{}~^&%$#_]/g, (letter) => commands[letter] ?? letter);
}

/** An address is printed as it is by \url; only braces and backslashes would break the entry. */
function addressed(url: string): string {
  return url.replace(/[\s\\{}]/gu, (letter) => encodeURIComponent(letter));
}
