// Disqus's XML export: threads (articles) and posts (comments) side by side, posts naming thread and parent by id.
// E-mail addresses and network addresses of writers are not read.

import { InputError } from "../../values/errors.ts";
import { childNamed, childrenNamed, textOf, type XmlElement } from "../../values/xml.ts";
import { htmlToText } from "./html-text.ts";
import { emptyReading, type Reading } from "./reading.ts";

const idOf = (element: XmlElement | null): string | null =>
  element?.attributes.get("dsq:id") ?? element?.attributes.get("id") ?? null;
const field = (element: XmlElement | null, name: string): string =>
  element ? textOf(childNamed(element, name)).trim() : "";

export function readDisqus(root: XmlElement, place: string, article: string | null): Reading {
  const reading = emptyReading("disqus");
  const posts = childrenNamed(root, "post");
  const thread = chosenThread(childrenNamed(root, "thread"), posts, place, article);
  const threadId = idOf(thread);
  const opening = htmlToText(field(thread, "message"));
  Object.assign(reading, {
    title: htmlToText(field(thread, "title")).text,
    address: field(thread, "link") || null,
    published: field(thread, "createdAt") || null,
    author: field(childNamed(thread, "author"), "name") || null,
    body: opening.text === "" ? [] : opening.text.split(/\n{2,}/),
  });
  for (const [index, post] of posts.entries()) readPost(reading, post, index + 1, threadId);
  return reading;
}

function readPost(reading: Reading, post: XmlElement, row: number, threadId: string | null): void {
  const id = idOf(post);
  const parentKey = idOf(childNamed(post, "parent"));
  const rejected = (fieldName: string, because: string): void => {
    reading.rejections.push({ row, field: fieldName, because, ...(id === null ? {} : { key: id, parentKey }) });
  };
  if (idOf(childNamed(post, "thread")) !== threadId)
    return rejected("thread", "belongs to another article of the file");
  if (field(post, "isSpam") === "true") return rejected("isSpam", "is marked as spam where it was written");
  if (field(post, "isDeleted") === "true") return rejected("isDeleted", "was deleted where it was written");
  const { text, removed } = htmlToText(field(post, "message"));
  if (text === "") return rejected("message", "expected a text, found none");
  const author = childNamed(post, "author");
  reading.found.push({
    row,
    key: id ?? `row-${row}`,
    parentKey,
    nativeId: id === null ? null : `disqus-${id}`,
    author: field(author, "name") || field(author, "username"),
    address: field(author, "link") || null,
    text,
    at: field(post, "createdAt") || null,
    markupRemoved: removed,
  });
}

/** The thread asked for by title, address or id; else the one with the most comments. */
function chosenThread(threads: XmlElement[], posts: XmlElement[], place: string, article: string | null): XmlElement {
  const counts = new Map<string | null, number>();
  for (const post of posts) {
    const id = idOf(childNamed(post, "thread"));
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const fits = (thread: XmlElement): boolean =>
    article === null ||
    [idOf(thread), field(thread, "title"), field(thread, "link"), field(thread, "id")].includes(article);
  const [first, ...rest] = threads.filter(fits);
  if (!first)
    throw new InputError(
      place,
      article === null ? "a thread" : `a thread “${article}”`,
      threads.map((one) => field(one, "title")).join("; "),
    );
  const count = (thread: XmlElement): number => counts.get(idOf(thread)) ?? 0;
  return rest.reduce((best, one) => (count(one) > count(best) ? one : best), first);
}
