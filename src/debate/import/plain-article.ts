// The article above a copied thread: title, byline, date, and the paragraphs that remain.

import { isName } from "./plain-author.ts";
import { isChrome, isCommentsHeading, isWhen, WHEN } from "./plain-chrome.ts";
import { paragraphsFrom, type Line } from "./plain-lines.ts";
import type { Odd, Reading } from "./reading.ts";

const BYLINE =
  /^(?:(?:written|posted|published|reported|opinion|analysis|story|text|words|article)?\s*by\s*:?|authors?\s*:|von|par|作者[:：])\s+(.{2,160})$/i;
const ROLE =
  /\s+[—–|•·]\s+|\s+-\s+|,\s+(?=\p{Lu}|for\b|a\b|an\b|the\b|staff\b|senior\b|special\b)|\s*\(|\s+(?=for\s+(?:the\s+)?\p{Lu})/u;
const DATED = new RegExp(`\\s*(?:[|•·,–—-]|\\son\\s|\\s)\\s*(${WHEN})$`, "i");
// "Posted on March 3, 2011 by Dana Whitfield in Security | 6 Comments"
const DATE_FIRST = new RegExp(
  `^(?:posted|published|written|updated)?\\s*:?\\s*(${WHEN})[\\s,|•·–—-]+by\\s+(.{2,120})$`,
  "i",
);
const HEAD_LINES = 10;
/** A line longer than this is the body's. */
const HEAD_LENGTH = 160;

type Article = Pick<Reading, "title" | "author" | "role" | "published" | "address" | "body">;

export function articleFrom(lines: readonly Line[], hardWrapped: boolean, notes: Odd[]): Article {
  const article: Article = { title: "", author: null, role: null, published: null, address: null, body: [] };
  const taken = new Set<Line>();
  let seen = 0;
  for (const line of lines) {
    if (line.blank) continue;
    if (seen >= HEAD_LINES || (line.text.length > HEAD_LENGTH && article.title !== "")) break;
    seen += 1;
    if (takeHeadLine(line, article, notes)) taken.add(line);
    else if (article.title !== "" && /[.!?”"]$/.test(line.text) && line.text.length > 80) break;
  }
  const rest = lines.filter((line) => {
    if (taken.has(line)) return false;
    const noise = !line.blank && line.bullet === "" && (isChrome(line.text) || isCommentsHeading(line.text));
    if (noise)
      notes.push({ row: line.row, field: "article", because: `left out what the page put there: “${line.text}”` });
    return !noise;
  });
  article.body = paragraphsFrom(rest, hardWrapped);
  if (article.author === null) signature(article);
  return article;
}

/** Whether the line is part of the head. */
function takeHeadLine(line: Line, article: Article, notes: Odd[]): boolean {
  const text = line.text.replace(/^#+\s*|^\*\*(.+)\*\*$/g, "$1").trim();
  const byline = article.author === null ? BYLINE.exec(text.replace(/^[*_]+|[*_]+$/g, "")) : null;
  if (byline) {
    takeByline(byline[1] ?? "", article);
    return article.author !== null;
  }
  const dateFirst = article.author === null ? DATE_FIRST.exec(text) : null;
  if (dateFirst) {
    takeByline((dateFirst[2] ?? "").replace(/\s+[|•·]\s+.*$/, ""), article);
    article.published ??= (dateFirst[1] ?? "").replace(/^(?:posted|published|on|at)\s+/gi, "") || null;
    return article.author !== null;
  }
  if (isWhen(text)) {
    article.published ??= text.replace(/^(?:posted|published|updated|on|at)\s*:?\s*/gi, "");
    return true;
  }
  if (/^https?:\/\/\S+$/.test(text)) {
    article.address ??= text;
    return true;
  }
  if (article.title === "" && line.bullet === "" && !isChrome(text)) {
    article.title = text.replace(/^title\s*:\s*/i, "");
    return true;
  }
  if (article.title === "" && line.bullet !== "") {
    article.title = `${line.bullet} ${text}`;
    return true;
  }
  // A name alone right below the title is the author's.
  const capitals = text.split(/\s+/).filter((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word)).length;
  const words = text.split(/\s+/).length;
  if (
    article.author === null &&
    article.body.length === 0 &&
    words >= 2 &&
    words <= 4 &&
    capitals === words &&
    isName(text)
  ) {
    article.author = text;
    notes.push({ row: line.row, field: "author", because: `took “${text}”, alone below the title, as the author` });
    return true;
  }
  return false;
}

function takeByline(line: string, article: Article): void {
  let rest = line.trim();
  const dated = DATED.exec(rest);
  if (dated && dated.index > 0) {
    article.published ??= dated[1] ?? null;
    rest = rest.slice(0, dated.index).replace(/[\s|•·,–—-]+$/, "");
  }
  rest = rest.replace(/\s+in\s+\p{Lu}[\p{L} ,&-]{1,40}$/u, "");
  const split = ROLE.exec(rest);
  const author = (split ? rest.slice(0, split.index) : rest)
    .replace(/^[[(]|[\])]$/g, "")
    .replace(/\]\(.*$/, "")
    .trim();
  if (!isName(author) && author.split(/\s+/).length > 10) return;
  article.author = author;
  const role = split
    ? rest
        .slice(split.index + split[0].length)
        .replace(/\)$/, "")
        .trim()
    : "";
  article.role = role === "" ? null : role;
}

/** "— Name" below the text. */
function signature(article: Article): void {
  const last = article.body.at(-1) ?? "";
  const signed = /^[—–-]{1,2}\s*(?:by\s+)?(\p{Lu}.{2,50})$/u.exec(last) ?? BYLINE.exec(last);
  if (!signed || !isName(signed[1] ?? "")) return;
  article.author = (signed[1] ?? "").trim();
  article.body = article.body.slice(0, -1);
}
