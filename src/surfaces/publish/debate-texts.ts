// The register, the declared lines and the debates of a copy in words alone.

import type { Line, RegisteredAgreement } from "../../agreements/index.ts";
import { html, type Markup } from "../brief/markup.ts";
import type { Pressed, SeenComment } from "../inputs/debate/reading.ts";
import { debateWords } from "../words/en-debate-pages.ts";
import { embedWords, published as words } from "../words/en-published.ts";
import { whenWords } from "../words/en-when.ts";
import { outside, type Link } from "./page-texts.ts";

type Agreement = Pick<RegisteredAgreement, "title" | "when" | "parties" | "read"> & {
  clauses: Pick<RegisteredAgreement["clauses"][number], "id" | "kind" | "gist" | "readings" | "verifiability">[];
};

export function agreementsText(
  title: string,
  rows: readonly Pick<RegisteredAgreement, "id" | "title" | "when">[],
  link: Link,
): Markup {
  return html`<h1>${title}</h1>
<ul>${rows.map(({ id, title: name, when }) => html`<li><a href="${link(`/a/${encodeURIComponent(id)}`)}">${name.en}</a> · ${whenWords(when)}</li>`)}</ul>`;
}

export function agreementText({ title, when, parties, clauses, read }: Agreement): Markup {
  return html`<h1>${title.en}</h1>${title.zh === undefined ? "" : html`<p lang="zh">${title.zh}</p>`}
<p>${whenWords(when)} · ${parties.join(", ")}</p>
${clauses.map(
  ({
    gist,
    kind,
    readings,
    verifiability,
  }) => html`<section><h2>${gist.en}</h2><p>${kind}. ${verifiability.seen?.en ?? ""}</p>
<ul>${readings.map(({ party, gist: reading }) => html`<li>${party}: ${reading?.en ?? ""}</li>`)}</ul></section>`,
)}
<ul>${read.map(({ url, title: name }) => html`<li>${outside(url, name)}</li>`)}</ul>`;
}

export function linesText(title: string, lines: readonly Pick<Line, "by" | "when" | "gist" | "read">[]): Markup {
  return html`<h1>${title}</h1>
<ul>${lines.map(({ by, when, gist, read }) => html`<li>${by}, ${whenWords(when)}: ${gist.en} ${read.slice(0, 1).map(({ url }) => outside(url))}</li>`)}</ul>`;
}

export type OpeningText = {
  title: string;
  author: string | null;
  published: string | null;
  note: string | null;
  body: string[];
};

export function debateText(
  { title, author, published, note, body }: OpeningText,
  claims: readonly Pressed[] | null,
  comments: readonly SeenComment[],
): Markup {
  return html`<h1>${title}</h1>
<p>${[author, published].filter((part) => part !== null).join(" · ")}</p>${note === null ? "" : html`<p>${note}</p>`}
<article>${body.map((paragraph) => html`<p>${paragraph}</p>`)}</article>
<h2>${debateWords.argumentsTitle}</h2>
<ul>${(claims ?? []).map(
    ({ claim, answers }) =>
      html`<li>${claim}: ${answers.slice(0, 1).map(({ verdict }) => html`<strong>${embedWords.verdicts[verdict.verdict]}</strong>. ${verdict.inWords}`)}</li>`,
  )}</ul>
<h2>${debateWords.thread}</h2>
<ol>${comments.map(({ id, author: writer, text, depth }) => html`<li id="${id}">${words.comment(writer, depth > 1, text)}</li>`)}</ol>`;
}

export function debatesText(
  title: string,
  rows: readonly { id: string; title: string; author: string | null }[],
  link: Link,
): Markup {
  return html`<h1>${title}</h1>
<ul>${rows.map(({ id, title: name, author }) => html`<li><a href="${link(`/debate/${encodeURIComponent(id)}`)}">${name}</a>${author === null ? "" : ` · ${author}`}</li>`)}</ul>`;
}
