// An article and its nested comments as copied from a web page: a title, a byline, paragraphs, then comments each
// headed by a bullet and a name. Nothing is guessed twice: heads are found first, then depths, then what lies between.

import { articleFrom } from "./plain-article.ts";
import { isChrome, isCommentsHeading, isWhen } from "./plain-chrome.ts";
import { isHardWrapped, linesOf, paragraphsFrom, withoutBars, type Line } from "./plain-lines.ts";
import { parentsOf, threadOf, type HeadLine } from "./plain-thread.ts";
import { emptyReading, type Odd, type Reading } from "./reading.ts";

export function readPlainText(text: string): Reading {
  const lines = linesOf(withoutBars(text.replace(/^\uFEFF/, "").replace(/\r\n?|\u2028|\u2029/g, "\n")));
  const reading = emptyReading("plain-text");
  const { from, heads } = threadOf(lines);
  const hardWrapped = isHardWrapped(lines);
  Object.assign(reading, articleFrom(lines.slice(0, from), hardWrapped, reading.notes));
  const between = lines.slice(from, heads[0]?.index ?? lines.length).filter(({ text }) => !isCommentsHeading(text));
  tellStray(between, reading.notes);
  const parents = parentsOf(heads);
  const blocks = heads.map((head, at) => lines.slice(head.nameAt + 1, heads[at + 1]?.index ?? lines.length));
  const footer = footerOf(heads, blocks.at(-1) ?? []);
  for (const [at, head] of heads.entries()) {
    const last = at === heads.length - 1;
    const block = last ? (blocks[at] ?? []).slice(0, (blocks[at] ?? []).length - footer.length) : (blocks[at] ?? []);
    addComment(reading, head, block, hardWrapped, parents[at] ?? -1);
  }
  tellStray(footer, reading.notes);
  return reading;
}

function addComment(
  reading: Reading,
  { line, head }: HeadLine,
  block: Line[],
  hardWrapped: boolean,
  parent: number,
): void {
  let at = head.at;
  let begun = head.inline !== null;
  const kept = block.filter((one) => {
    if (one.blank) return true;
    if (!begun && at === null && isWhen(one.text)) {
      at = one.text;
      return false;
    }
    const chrome = isChrome(one.text) && !(one.bullet === "" && /[.!?]$/.test(one.text));
    if (chrome)
      reading.notes.push({
        row: one.row,
        field: "comment",
        because: `left out what the page put there: “${one.text}”`,
      });
    else begun = true;
    return !chrome;
  });
  const paragraphs = paragraphsFrom(kept, hardWrapped);
  if (head.inline !== null) joinInline(paragraphs, head.inline, kept[0]);
  const place = { row: line.row, key: String(reading.found.length + reading.rejections.length) };
  const parentKey = parent < 0 ? null : String(parent);
  if (paragraphs.length === 0) {
    reading.rejections.push({
      ...place,
      parentKey,
      field: "text",
      because: `expected a comment by “${head.author}”, found no text`,
    });
    return;
  }
  reading.found.push({
    ...place,
    parentKey,
    nativeId: null,
    author: head.author,
    address: head.address,
    text: paragraphs.join("\n\n"),
    at,
  });
}

/** The lines right below an inline beginning go on with its paragraph. */
function joinInline(paragraphs: string[], inline: string, next: Line | undefined): void {
  if (next && !next.blank && next.bullet === "" && paragraphs.length > 0 && inline.length > 40)
    paragraphs[0] = `${inline} ${paragraphs[0] ?? ""}`;
  else paragraphs.unshift(inline);
}

/** What stands below the last comment, further out than its own text: the page's foot. */
function footerOf(heads: readonly HeadLine[], block: readonly Line[]): Line[] {
  const last = heads.at(-1);
  const first = block.find((line) => !line.blank && !isChrome(line.text) && !isWhen(line.text));
  if (!last || last.head.inline !== null || !first || first.indent <= last.line.indent) {
    const heading = block.findIndex((line) => !line.blank && line.bullet === "" && isFoot(line.text));
    return heading > 0 ? block.slice(heading) : [];
  }
  const begins = block.indexOf(first);
  const out = block.findIndex(
    (line, index) =>
      index > begins &&
      !line.blank &&
      line.bullet === "" &&
      line.indent <= last.line.indent &&
      line.indent < first.indent,
  );
  return out < 0 ? [] : block.slice(out);
}

function isFoot(text: string): boolean {
  return (
    isCommentsHeading(text) ||
    /^(?:©|\(c\)|copyright\b|all rights reserved|related (?:posts|articles|stories)|comments (?:are|have been) closed|you may also like|leave a (?:reply|comment)|powered by|tags?:|filed under|previous (?:post|article)|next (?:post|article))/i.test(
      text,
    )
  );
}

function tellStray(lines: readonly Line[], notes: Odd[]): void {
  for (const line of lines) {
    if (line.blank) continue;
    const said = `${line.bullet} ${line.text}`.trim();
    notes.push({
      row: line.row,
      field: "text",
      because: `stands outside the article and every comment: “${said.slice(0, 500)}”`,
    });
  }
}
