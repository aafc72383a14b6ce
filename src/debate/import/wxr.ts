// WordPress's export (WXR): items of a feed, each with its comments. The article is the item asked for, or the one with
// the most comments. E-mail and network addresses of writers are not read.

import { InputError } from "../../values/errors.ts";
import { childNamed, childrenNamed, textOf, type XmlElement } from "../../values/xml.ts";
import { htmlToText } from "./html-text.ts";
import { emptyReading, type Reading } from "./reading.ts";

const field = (element: XmlElement, name: string): string => textOf(childNamed(element, name)).trim();
const UNAPPROVED: Readonly<Record<string, string>> = {
  "0": "was not yet approved where it was written",
  hold: "was not yet approved where it was written",
  spam: "is marked as spam where it was written",
  trash: "was put in the bin where it was written",
};

export function readWxr(root: XmlElement, place: string, article: string | null): Reading {
  const channel = childNamed(root, "channel");
  const items = channel ? childrenNamed(channel, "item") : [];
  const fits = items.filter(
    (item) =>
      article === null ||
      [field(item, "title"), field(item, "link"), field(item, "wp:post_id"), field(item, "wp:post_name")].includes(
        article,
      ),
  );
  const [first, ...rest] = fits;
  if (!first)
    throw new InputError(
      place,
      article === null ? "an item" : `an item “${article}”`,
      items.map((item) => field(item, "title")).join("; "),
    );
  const count = (item: XmlElement): number => childrenNamed(item, "wp:comment").length;
  const chosen = rest.reduce((best, one) => (count(one) > count(best) ? one : best), first);
  const reading = emptyReading("wxr");
  // The editor's block marks are comments of the markup; WordPress makes paragraphs of empty lines.
  const content = htmlToText(field(chosen, "content:encoded").replace(/\r?\n\s*\r?\n/g, "<p>"));
  const creator = field(chosen, "dc:creator");
  Object.assign(reading, {
    title: htmlToText(field(chosen, "title")).text,
    address: field(chosen, "link") || null,
    author: (channel && displayName(channel, creator)) || creator || null,
    published: field(chosen, "wp:post_date") || field(chosen, "pubDate") || null,
    body: content.text === "" ? [] : content.text.split(/\n{2,}/),
  });
  let row = 0;
  for (const item of items)
    for (const comment of childrenNamed(item, "wp:comment")) readComment(reading, comment, (row += 1), item === chosen);
  return reading;
}

function readComment(reading: Reading, comment: XmlElement, row: number, here: boolean): void {
  const id = field(comment, "wp:comment_id");
  const parent = field(comment, "wp:comment_parent");
  const parentKey = parent === "" || parent === "0" ? null : parent;
  const rejected = (name: string, because: string): void => {
    reading.rejections.push({ row, field: name, because, ...(here && id !== "" ? { key: id, parentKey } : {}) });
  };
  if (!here) return rejected("item", "belongs to another article of the file");
  const approved = UNAPPROVED[field(comment, "wp:comment_approved")];
  if (approved) return rejected("wp:comment_approved", approved);
  const type = field(comment, "wp:comment_type");
  if (type !== "" && type !== "comment") return rejected("wp:comment_type", `is a ${type} and no comment`);
  const { text, removed } = htmlToText(field(comment, "wp:comment_content").replace(/\r?\n/g, "<br>"));
  if (text === "") return rejected("wp:comment_content", "expected a text, found none");
  reading.found.push({
    row,
    key: id === "" ? `row-${row}` : id,
    parentKey,
    nativeId: id === "" ? null : `wp-${id}`,
    author: htmlToText(field(comment, "wp:comment_author")).text,
    address: field(comment, "wp:comment_author_url") || null,
    text,
    at: field(comment, "wp:comment_date_gmt") || field(comment, "wp:comment_date") || null,
    markupRemoved: removed,
  });
}

function displayName(channel: XmlElement, login: string): string {
  const author = childrenNamed(channel, "wp:author").find((one) => field(one, "wp:author_login") === login);
  return author ? field(author, "wp:author_display_name") : "";
}
