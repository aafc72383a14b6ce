// Which lines of a copied page are heads of comments, and how deep each stands. Pages differ: bullets, numbers or
// "says" lines; depth by setting in, by numbers such as 1.2.1, by repeated or changing bullets, or by "replied to".

import { headOf, type Head } from "./plain-author.ts";
import { isChrome, isCommentsHeading, isPicture, isWhen } from "./plain-chrome.ts";
import type { Line } from "./plain-lines.ts";

export type HeadLine = {
  index: number;
  line: Line;
  head: Head;
  /** Line of the name, where the bullet stands alone. */ nameAt: number;
};

/** The first line that is no article any more, and the heads from there. */
export function threadOf(lines: readonly Line[]): { from: number; heads: HeadLine[] } {
  const heading = headingBefore(lines);
  const bulleted = candidates(lines);
  const bare = heading < 0 ? [] : bareHeads(lines, heading + 1);
  if (heading >= 0) {
    const after = bulleted.filter(({ index }) => index > heading);
    const chosen = after.length > 0 && after.length >= bare.length ? after : bare;
    if (chosen.length > 0) return { from: heading, heads: chosen };
  }
  const start = startOf(lines, bulleted);
  const heads = bulleted.slice(start);
  if (heads.length === 0) {
    // No bullet and no heading: names with their dates alone, where there are several.
    const dated = bareHeads(lines, firstLong(lines));
    if (dated.length > 1) return { from: dated[0]?.index ?? lines.length, heads: dated };
  }
  return { from: heads[0]?.index ?? lines.length, heads };
}

/** The line after the first long one: the article has begun by then, so a byline is behind. */
function firstLong(lines: readonly Line[]): number {
  return lines.findIndex(({ text }) => text.length > 80) + 1;
}

/** The last heading "Comments" that has a head below it before anything long. */
function headingBefore(lines: readonly Line[]): number {
  let found = -1;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && !line.blank && line.bullet === "" && isCommentsHeading(line.text)) {
      if (found >= 0) break;
      found = index;
    }
  }
  return found;
}

function candidates(lines: readonly Line[]): HeadLine[] {
  const found: HeadLine[] = [];
  const bare: HeadLine[] = [];
  const odd: number[] = [];
  let textless: Line | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (line.blank) continue;
    if (line.bullet === "") {
      textless = null;
      continue;
    }
    const nameAt = line.text === "" || isPicture(line.text) ? nextText(lines, index + 1, true) : index;
    const name = nameAt < 0 ? "" : (lines[nameAt]?.text ?? "");
    const head = name === "" || isChrome(name) ? null : headOf(name);
    if (!head) {
      if (nameAt === index && mayBeName(lines, index)) odd.push(index);
      continue;
    }
    if (head.inline === null && !hasText(lines, nameAt)) {
      bare.push({ index, line, head, nameAt });
      textless = line;
      continue;
    }
    // The last of a list's items is followed by text, too: it is still an item, unless the text is its own.
    const set = lines[nextText(lines, nameAt + 1, false)]?.indent ?? 0;
    if (head.inline === null && textless?.indent === line.indent && textless.kind === line.kind && set <= line.indent) {
      textless = null;
      continue;
    }
    found.push({ index, line, head, nameAt });
    index = nameAt;
    textless = null;
  }
  const alone = bare.filter((one) => standsAlone(one, lines, found));
  const unlikely = odd.flatMap((index) => oddHead(lines[index] as Line, index, found));
  return [...found, ...alone, ...unlikely].sort((a, b) => a.index - b.index);
}

const LONGEST_ODD = 60;

/** A short line that ends as no sentence does, apart from what is above, with text of its own set in below. */
function mayBeName(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line;
  const next = lines[nextText(lines, index + 1, false)];
  return (
    (lines[index - 1]?.blank ?? true) &&
    line.text.length <= LONGEST_ODD &&
    !isChrome(line.text) &&
    !/[.!?…;:,”"]$|[:?!]\s/.test(line.text) &&
    next !== undefined &&
    next.bullet === "" &&
    next.indent > line.indent
  );
}

/** People call themselves what they like: what is set as the other heads are is a name, too. */
function oddHead(line: Line, index: number, heads: readonly HeadLine[]): HeadLine[] {
  const like = heads.filter((one) => one.line.kind === line.kind && one.line.indent === line.indent);
  if (like.length === 0) return [];
  return [
    { index, line, nameAt: index, head: { author: line.text, address: null, at: null, answers: null, inline: null } },
  ];
}

/** A name without a text, set as the other heads are and apart from what is around it: its comment is missing. */
function standsAlone({ index, line, nameAt }: HeadLine, lines: readonly Line[], heads: readonly HeadLine[]): boolean {
  const apart = (lines[index - 1]?.blank ?? true) && (lines[nameAt + 1]?.blank ?? true);
  return (
    apart && heads.some((one) => one.index < index && one.line.kind === line.kind && one.line.indent === line.indent)
  );
}

/** Names without a bullet, below a heading "Comments": "Tim says:", or a name with its date beside or below it. */
function bareHeads(lines: readonly Line[], from: number): HeadLine[] {
  const found: HeadLine[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (line.blank || line.bullet !== "" || line.text.length > 160) continue;
    const head = headOf(line.text, true);
    if (!head || head.inline !== null) continue;
    const next = lines[nextText(lines, index + 1, true)];
    const says = /\s(?:says|said|wrote|writes|commented|replied)\b[^.!?]*:?$/i.test(line.text);
    const dated = head.at !== null || (next !== undefined && isWhen(next.text));
    if ((says || dated) && next) found.push({ index, line, head, nameAt: index });
  }
  return found;
}

/** The next line with text, or -1; chrome is passed over. */
function nextText(lines: readonly Line[], from: number, dates: boolean): number {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (line.blank || isChrome(line.text) || (!dates && isWhen(line.text))) continue;
    return index;
  }
  return -1;
}

function hasText(lines: readonly Line[], nameAt: number): boolean {
  const next = lines[nextText(lines, nameAt + 1, false)];
  if (!next) return false;
  if (next.bullet === "") return true;
  // A bullet below may be the comment's own list: it is no head.
  return next.text !== "" && headOf(next.text) === null;
}

/** Where the comments begin when no heading says so. */
function startOf(lines: readonly Line[], heads: readonly HeadLine[]): number {
  const setIn = heads.filter(({ head, line, nameAt }) => {
    const next = lines[nextText(lines, nameAt + 1, false)];
    return head.inline === null && next !== undefined && next.indent > line.indent;
  });
  if (setIn.length > 0 && setIn.length >= heads.length / 2) return heads.indexOf(setIn[0] as HeadLine);
  // Nothing is set in: the article may hold numbered headings of its own, so the last head's kind decides.
  const kind = heads.at(-1)?.line.kind;
  const alone = heads.findIndex(({ line, head }) => line.kind === kind && head.inline === null);
  if (alone >= 0) return alone;
  const short = heads.findIndex(({ line }) => line.kind === kind);
  return short < 0 ? heads.length : short;
}

/** The index of each head's parent among the heads, or -1. */
export function parentsOf(heads: readonly HeadLine[]): number[] {
  const levels = levelsOf(heads);
  const flat = new Set(levels).size <= 1;
  const stack: { level: number; at: number }[] = [];
  const latest = new Map<string, number>();
  return heads.map(({ head }, at) => {
    const level = levels[at] ?? 0;
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) >= level) stack.pop();
    const named = head.answers === null ? undefined : latest.get(head.answers.toLowerCase());
    const parent = flat ? (named ?? -1) : (stack.at(-1)?.at ?? -1);
    stack.push({ level, at });
    latest.set(head.author.toLowerCase(), at);
    return parent;
  });
}

function levelsOf(heads: readonly HeadLine[]): number[] {
  const indents = heads.map(({ line }) => line.indent);
  if (new Set(indents).size > 1) return evened(indents);
  if (heads.some(({ line }) => line.level > 0)) return heads.map(({ line }) => Math.max(1, line.level));
  const kinds: string[] = [];
  for (const { line } of heads) if (!kinds.includes(line.kind)) kinds.push(line.kind);
  return heads.map(({ line }) => kinds.indexOf(line.kind));
}

/** A column more or less than others is a slip of the copy where steps are wider. */
function evened(indents: readonly number[]): number[] {
  const known = [...new Set(indents)].sort((a, b) => a - b);
  const steps = known.slice(1).map((one, index) => one - (known[index] ?? 0));
  const usual = steps.toSorted((a, b) => b - a)[Math.floor((steps.length - 1) / 2)] ?? 0;
  if (usual < 3) return [...indents];
  const to = new Map<number, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const one of known) {
    if (one - last > 1) last = one;
    to.set(one, last);
  }
  return indents.map((one) => to.get(one) ?? one);
}
