// A debate in our own Markdown, which a person can read and write: a head between lines of dashes, the article's
// paragraphs, then a heading of three # for each comment:
//
//   ### Name {#id re=parent at=2015-10-01 attack}
//   > the passage of the article that it speaks of
//
//   The comment's paragraphs.
//
// A line of a text that would be read as one of these begins with a backslash.

import { articleText, selectorOf } from "../anchors.ts";
import type { Debate, Relation } from "../debate.ts";
import { emptyReading, type Reading } from "./reading.ts";

const FIRST = /^---\r?\n(?:.*\r?\n)*?debate:\s*1\r?\n/;
const COMMENT = /^### (.*?)\s*(?:\{#([^\s}]+)([^}]*)\})?$/;
const LONGEST_HEADING = 3000;
const FIELDS = ["id", "title", "author", "role", "published", "address", "note", "licence"] as const;
type Field = (typeof FIELDS)[number];

export function isOwnMarkdown(text: string): boolean {
  return FIRST.test(text.slice(0, 20_000));
}

export function readOwnMarkdown(text: string): Reading {
  const reading = emptyReading("markdown");
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const end = lines.indexOf("---", 1);
  for (const [index, line] of lines.slice(1, end).entries()) readField(reading, line, index + 2);
  const starts = lines.flatMap((line, index) =>
    index > end && line.startsWith("### ") && line.length <= LONGEST_HEADING && COMMENT.test(line) ? [index] : [],
  );
  reading.body = paragraphs(lines.slice(end + 1, starts[0] ?? lines.length)).filter((one) => one !== "## Comments");
  for (const [at, start] of starts.entries())
    readComment(reading, lines[start] as string, lines.slice(start + 1, starts[at + 1] ?? lines.length), start + 1);
  return reading;
}

function readField(reading: Reading, line: string, row: number): void {
  const [, name = "", value = ""] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
  if (name === "debate" || line.trim() === "") return;
  if ((FIELDS as readonly string[]).includes(name)) reading[name as Field] = value.trim();
  else reading.notes.push({ row, field: "head", because: `expected one of ${FIELDS.join(", ")}, got “${line}”` });
}

function readComment(reading: Reading, heading: string, lines: string[], row: number): void {
  const [, author = "", id, rest = ""] = COMMENT.exec(heading) ?? [];
  const words = rest
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const value = (name: string): string | null =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const relation =
    words.find((word): word is Relation => word === "support" || word === "attack" || word === "undercut") ?? null;
  const quoteAt = lines.findIndex((line) => line.trim() !== "");
  const quote = quoteAt >= 0 && lines[quoteAt]?.startsWith("> ") ? lines[quoteAt].slice(2).trim() : null;
  const text = paragraphs(quote === null ? lines : lines.slice(quoteAt + 1)).join("\n\n");
  const key = id ?? `row-${row}`;
  const parentKey = value("re");
  if (text === "") {
    reading.rejections.push({ row, field: "text", because: "expected a text, found none", key, parentKey });
    return;
  }
  const anchor = quote === null ? null : selectorOf(articleText(reading.body), quote);
  if (quote !== null && !anchor)
    reading.notes.push({ row, field: "anchor", because: `the article does not hold “${quote.slice(0, 200)}”` });
  const address = value("address");
  reading.found.push({
    row,
    key,
    parentKey,
    nativeId: id ?? null,
    author: author.trim(),
    address,
    text,
    at: value("at"),
    relation,
    anchor,
  });
}

function paragraphs(lines: readonly string[]): string[] {
  return lines
    .map((line) => line.replace(/^\\(?=[#>\\-])/, ""))
    .join("\n")
    .split(/\n{2,}/)
    .map((one) => one.replace(/^\n+/, "").trimEnd())
    .filter((one) => one !== "");
}

const escaped = (text: string): string => text.replace(/^(?=[#>\\]|---$)/gm, "\\");

export function writeOwnMarkdown(debate: Debate): string {
  const head = FIELDS.flatMap((name) =>
    debate[name] === null || debate[name] === "" ? [] : [`${name}: ${debate[name]}`],
  );
  const comments = debate.comments.map(({ author, id, parent, at, address, relation, anchor, text }) => {
    const words = [
      `#${id}`,
      ...(parent === null ? [] : [`re=${parent}`]),
      ...(at === null ? [] : [`at=${at.replace(/\s+/g, "_")}`]),
      ...(address === null ? [] : [`address=${address.replace(/[\s}]+/g, "_")}`]),
      ...(relation === null ? [] : [relation]),
    ].join(" ");
    const quote = anchor === null || anchor.exact.includes("\n") ? "" : `> ${anchor.exact}\n\n`;
    return `### ${author.replace(/[{}]/g, "")} {${words}}\n\n${quote}${escaped(text)}\n`;
  });
  return `${["---", "debate: 1", ...head, "---"].join("\n")}\n\n${escaped(debate.body.join("\n\n"))}\n\n## Comments\n\n${comments.join("\n")}`;
}
