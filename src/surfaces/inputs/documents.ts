// The pages of docs/ that a reader of the workbench needs: methods, models, sources, and how the ledger is kept. They are
// written as Markdown, read once and turned into HTML here; HTML inside them is shown as text.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";

const folderOfDocs = fileURLToPath(new URL("../../../docs/", import.meta.url));

/** The shelves in the order of the page. */
export const shelves = ["methods", "models", "sources", "ledger", "decisions"] as const;
export type Shelf = (typeof shelves)[number];

export type DocumentEntry = { shelf: Shelf; name: string; title: string; question: string };
export type DocumentPage = DocumentEntry & { html: string };

const markdown = new MarkdownIt({ html: false, linkify: false });

/** Every page, shelf by shelf, each shelf by its titles. */
export function documents(): DocumentEntry[] {
  return shelves.flatMap((shelf) =>
    namesOn(shelf)
      .map((name) => entryOf(shelf, name, textOf(shelf, name)))
      .toSorted((one, other) => (one.title < other.title ? -1 : 1)),
  );
}

/** One page, or null where the shelf has none of that name. */
export function documentNamed(shelf: string, name: string): DocumentPage | null {
  const known = shelves.find((one) => one === shelf);
  if (!known || !namesOn(known).includes(name)) return null;
  const text = textOf(known, name);
  return { ...entryOf(known, name, text), html: htmlOf(known, text) };
}

/** A drawing that a page shows, or null. */
export function pictureNamed(name: string): string | null {
  const folder = `${folderOfDocs}pictures/`;
  return readdirSync(folder).includes(name) && name.endsWith(".svg") ? readFileSync(`${folder}${name}`, "utf8") : null;
}

/** Pages that stand beside the shelves belong to the ledger. */
function namesOn(shelf: Shelf): string[] {
  const folder = folderOf(shelf);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map(({ name }) => name.slice(0, -".md".length));
}

function folderOf(shelf: Shelf): string {
  return shelf === "ledger" ? folderOfDocs : `${folderOfDocs}${shelf}/`;
}

function textOf(shelf: Shelf, name: string): string {
  return readFileSync(`${folderOf(shelf)}${name}.md`, "utf8");
}

function entryOf(shelf: Shelf, name: string, text: string): DocumentEntry {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  const question = /^_(.+?)_$/ms.exec(text)?.[1] ?? firstSentence(text);
  return { shelf, name, title, question: question.replace(/\s+/g, " ") };
}

function firstSentence(text: string): string {
  const paragraph = /^(?![#|>\-\s!])[^\n]+(?:\n[^\n#|-][^\n]*)*/m.exec(text)?.[0] ?? "";
  const plain = paragraph.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`]/g, "");
  return /^.{10,}?[.:?](?=\s|$)/s.exec(plain)?.[0].replace(/:$/, ".") ?? plain;
}

/** The page below its title, with the links between pages made to lead to them here. */
function htmlOf(shelf: Shelf, text: string): string {
  const tokens = markdown.parse(text.replace(/^# .+\n+/, ""), {});
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const target = token.type === "link_open" ? token.attrGet("href") : null;
    if (typeof target === "string") token.attrSet("href", addressWithin(shelf, target));
    const picture = token.type === "image" ? token.attrGet("src") : null;
    if (typeof picture === "string") token.attrSet("src", picture.replace(/^(?:\.\.\/)?pictures\//, "/api/pictures/"));
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

function addressWithin(shelf: Shelf, target: string): string {
  const found = /^(?:\.\.\/|docs\/)?(?:(methods|models|sources|decisions)\/)?([a-z0-9-]+)\.md(#.*)?$/.exec(target);
  if (!found) return target;
  const [, folder, name = "", place = ""] = found;
  const up = target.startsWith("../");
  return `/methods/${folder ?? (up ? "ledger" : shelf)}/${name}${place}`;
}
