// The file of one page: the pages' own code and style by relative addresses, a strict policy, the page's text for those
// who read without JavaScript, and how to cite it.

import { html, Markup } from "../brief/markup.ts";
import { published as words } from "../words/en-published.ts";
import { folderOfPage, wayUp } from "./addresses.ts";
import { COPY_ELEMENT, type PublishedCopy } from "./copy.ts";

/** As the server's, but for what only a header can say. No inline script, no inline style, no other place. */
export const copyPolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export type PageText = {
  /** The page's address in a workbench. */
  page: string;
  title: string;
  /** The answers that it is drawn from. */
  needs: string[];
  text: Markup;
};

export type CopyFacts = Omit<PublishedCopy, "page" | "root" | "needs"> & {
  caseTitle: string;
  caseVersion: string;
  /** The hash of all that the ledger holds of the case. */
  ledgerHash: string;
  /** The day of the ledger's last record. */
  day: string;
  version: string;
  /** Where the copy will stand, without a slash at its end; null where nobody said. */
  address: string | null;
  /** The pages that every page leads to. */
  menu: readonly { page: string; name: string }[];
};

type Hashed = { file: string; sha256: string };

/** `at`: the folder that the page is written to, where that is not its own. */
export function pageFile(
  built: string,
  { page, title, needs, text }: PageText,
  facts: CopyFacts,
  hashes: readonly Hashed[],
  at: string = folderOfPage(page),
): string {
  const root = wayUp(at);
  const { case: id, dyad, states, asof, address } = facts;
  const copy: PublishedCopy = { case: id, dyad, states, page, root, asof, needs };
  const home = address === null ? "" : html`<link rel="canonical" href="${address}/${folderOfPage(page)}" />`.text;
  const head = html`<meta http-equiv="Content-Security-Policy" content="${copyPolicy}" />
    ${new Markup(home)}
    <link rel="alternate" type="application/atom+xml" title="${words.feedOf.ledger}" href="${root}feeds/ledger.atom" />
    <link rel="alternate" type="application/feed+json" title="${words.feedOf.ledger}" href="${root}feeds/ledger.json" />
    <script type="application/json" id="${COPY_ELEMENT}">${new Markup(inScript(copy))}</script>`;
  const body = html`<div id="root"><div class="published-text"><nav aria-label="${words.menu}"><ul>${facts.menu.map(({ page: to, name }) => html`<li><a href="${root}${folderOfPage(to)}">${name}</a></li>`)}</ul></nav>
<main id="content">${text}</main></div></div>
${noteOf({ page, title }, facts, hashes, root)}`;
  return built
    .replace(/<noscript>[\s\S]*?<\/noscript>/, "")
    .replaceAll(/\b(href|src)="\/(?!\/)/g, (_, name: string) => `${name}="${root}`)
    .replace(/<title>[^<]*<\/title>/, () => html`<title>${title} – Détente</title>`.text)
    .replace(/<meta charset="utf-8" \/>/, (charset) => `${charset}\n    ${head.text}`)
    .replace(/<div id="root"><\/div>/, () => body.text);
}

/** JSON that ends no element and begins no comment. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function noteOf(
  { page, title }: Pick<PageText, "page" | "title">,
  facts: CopyFacts,
  hashes: readonly Hashed[],
  root: string,
): Markup {
  const [first] = hashes;
  return html`<aside class="published-note" aria-label="${words.copy}">
<p><strong>${words.copy}.</strong> ${words.copyOf(facts.day, facts.version)} ${words.onlyWhat}</p>
<details><summary>${words.cite}</summary>
<p>${citation(title, page, facts, first)}</p>
<pre>${bibtex(title, page, facts, first)}</pre></details>
<details><summary>${words.hash}${first ? html`: <code>sha256:${first.sha256}</code>` : ""}</summary>
<p>${words.hashes}:</p>
<ul>${hashes.map(({ file, sha256 }) => html`<li><a href="${root}${file}">${file}</a> <code>sha256:${sha256}</code></li>`)}</ul>
<p>${words.ledger}: <code>${facts.ledgerHash}</code></p></details>
<p>${words.feeds}: <a href="${root}feeds/ledger.atom">${words.feedOf.ledger}, Atom</a> · <a href="${root}feeds/ledger.json">JSON</a> · <a href="${root}feeds/debate.atom">${words.feedOf.debate}, Atom</a> · <a href="${root}feeds/debate.json">JSON</a> · <a href="${root}embed/">${words.embeds}</a></p>
<p>${words.onlyDo} <code>${words.start}</code></p>
</aside>`;
}

/** The address that will show the same page again. */
function addressOf(page: string, { address }: CopyFacts): string {
  return `${address === null ? "" : `${address}/`}${folderOfPage(page)}`;
}

export function citation(title: string, page: string, facts: CopyFacts, hash: Hashed | undefined): string {
  const of = { title: facts.caseTitle, version: facts.caseVersion, day: facts.day };
  return words.cited(title, of, hash?.sha256 ?? null, addressOf(page, facts));
}

function bibtex(title: string, page: string, facts: CopyFacts, hash: Hashed | undefined): string {
  const field = (text: string): string => text.replace(/[{}\\]/g, "");
  return [
    `@misc{detente-${field(facts.case)}-${(hash?.sha256 ?? facts.ledgerHash.slice("sha256:".length)).slice(0, 12)},`,
    `  title = {${field(title)}},`,
    `  author = {{Détente}},`,
    `  howpublished = {${field(words.citedCase(facts.caseTitle, facts.caseVersion))}},`,
    ...(hash ? [`  note = {sha256:${hash.sha256}},`] : []),
    `  year = {${facts.day.slice(0, 4)}},`,
    `  url = {${field(addressOf(page, facts))}}`,
    `}`,
  ].join("\n");
}
