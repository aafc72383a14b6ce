// One way in for an article and its thread, in any of the forms known: the form is told by the content.

import { InputError } from "../../values/errors.ts";
import { readXml } from "../../values/xml.ts";
import { assemble, type Imported } from "./assemble.ts";
import { isDiscourse, readDiscourse } from "./discourse.ts";
import { readDisqus } from "./disqus.ts";
import { readOwnJson } from "./own-json.ts";
import { isOwnMarkdown, readOwnMarkdown } from "./own-markdown.ts";
import { readPlainText } from "./plain-text.ts";
import type { DebateFormat, Reading } from "./reading.ts";
import { readWxr } from "./wxr.ts";

export type { Imported } from "./assemble.ts";
export { LONGEST_COMMENT } from "./safe-text.ts";
export { writeOwnMarkdown } from "./own-markdown.ts";

/** The largest file, and the most comments, that are read. */
const MOST_CHARACTERS = 128 * 1024 * 1024;
const MOST_COMMENTS = 1_000_000;

export type ImportOptions = {
  /** The article wanted where a file holds several: its title, address or id. */
  article?: string | undefined;
  /** Where the form is not to be guessed. */
  format?: DebateFormat | undefined;
};

/** Reads a debate from a file's text. `place` names the file in faults. */
export function importDebate(text: string, place: string, { article, format }: ImportOptions = {}): Imported {
  if (text.length > MOST_CHARACTERS)
    throw new InputError(place, `a file of at most ${MOST_CHARACTERS} characters`, text.length);
  if (text.trim() === "") throw new InputError(place, "an article with its comments", "an empty file");
  const reading = readAs(format ?? guessFormat(text), text, place, article ?? null);
  if (reading.found.length > MOST_COMMENTS)
    throw new InputError(place, `at most ${MOST_COMMENTS} comments`, reading.found.length);
  return assemble(reading);
}

export function guessFormat(text: string): DebateFormat {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (isOwnMarkdown(text.replace(/^\uFEFF/, ""))) return "markdown";
  if (start.startsWith("<")) {
    if (/<disqus\b/i.test(start)) return "disqus";
    if (/<rss\b/i.test(start)) return "wxr";
  }
  if (start.startsWith("{")) return /"post_stream"\s*:/.test(text) ? "discourse" : "json";
  return "plain-text";
}

function readAs(format: DebateFormat, text: string, place: string, article: string | null): Reading {
  switch (format) {
    case "plain-text":
      return readPlainText(text);
    case "markdown":
      return readOwnMarkdown(text.replace(/^\uFEFF/, ""));
    case "disqus":
    case "wxr": {
      const root = readXml(text, place, { depth: 64 });
      return (root.name === "disqus" ? readDisqus : readWxr)(root, place, article);
    }
    case "discourse":
    case "json": {
      const value = jsonFrom(text, place);
      return isDiscourse(value) ? readDiscourse(value, place) : readOwnJson(value, place);
    }
  }
}

function jsonFrom(text: string, place: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new InputError(place, "one JSON document", text.slice(0, 60));
  }
}
