// The pages of a copy in words alone: for those who read without JavaScript, for search engines, and while the pages' code
// is on its way. The same answers as the pages draw, shorter.

import type { Incident, LinkedStatement } from "../../ledger/incident.ts";
import type { Card } from "../../models/model.ts";
import type { Text } from "../../values/text.ts";
import type { ArgumentTable } from "../brief/argument-table.ts";
import type { Brief } from "../brief/compose.ts";
import { html, Markup } from "../brief/markup.ts";
import type { ShownLog } from "../inputs/log-shown.ts";
import type { IncidentRow } from "../inputs/incident-table.ts";
import type { SourceAbout } from "../inputs/sources.ts";
import { stanceVerbs } from "../words/en-codes.ts";
import { brief as briefWords, incident as incidentWords, incidents as listWords } from "../words/en-pages.ts";
import { logPage } from "../words/en-log-page.ts";
import { embedWords, published as words } from "../words/en-published.ts";
import { whenWords } from "../words/en-when.ts";

/** A page's address as its copy has it. */
export type Link = (page: string) => string;

/** Only web addresses lead out of a copy. */
export function outside(url: string, text: string = url): Markup {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : html`${text}`;
}

function both({ en, zh }: Text): Markup {
  return zh === undefined ? html`${en}` : html`${en} <span lang="zh">${zh}</span>`;
}

export function briefText(brief: Brief, link: Link, print: string): Markup {
  return html`<h1>${both(brief.title)}</h1>
<p class="lead">${brief.headline}</p>
<table><thead><tr>${words.directions.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${brief.directions.map(({ from, to, incidents, statements }) => html`<tr><th scope="row">${from} → ${to}</th><td>${incidents}</td><td>${statements}</td></tr>`)}</tbody></table>
${brief.sections.map(({ question, answer, confidence }) => html`<section><h2>${question}</h2><p>${answer}</p><p>${confidence}</p></section>`)}
<p>${briefWords.take} <a href="${print}">${briefWords.html}</a> · <a href="${link("/incidents")}">${listWords.question}</a></p>`;
}

export function incidentsText(rows: readonly IncidentRow[], link: Link): Markup {
  return html`<h1>${listWords.question}</h1>
<p>${listWords.found(rows.length)}</p>
<ul>${rows.map(
    ({ id, title, directions, disclosed, happened }) =>
      html`<li><a href="${link(`/i/${encodeURIComponent(id)}`)}">${title.en}</a> · ${directions.map(({ from, to }) => `${from} → ${to}`).join(", ")}${(disclosed ?? happened) ? ` · ${whenWords(disclosed ?? happened ?? "")}` : ""}</li>`,
  )}</ul>`;
}

export function incidentText(
  { title, summary, statements, happened, disclosed, attributed }: Incident,
  link: Link,
): Markup {
  const dates = Object.entries({ happened, disclosed, attributed });
  return html`<p><a href="${link("/incidents")}">${incidentWords.back}</a></p>
<h1>${both(title)}</h1>
<p class="answer">${both(summary)}</p>
<dl>${dates.map(([kind, when]) => html`<dt>${incidentWords.dateRows[kind as "happened"]}</dt><dd>${when === null ? incidentWords.dateNone : whenWords(when)}</dd>`)}</dl>
<h2>${incidentWords.statements}</h2>
${statements.filter(({ withdrawn }) => !withdrawn).map(statementText)}`;
}

function statementText({ author, stance, said, summary, quote, read, accused, victims }: LinkedStatement): Markup {
  return html`<section><h3>${both(author.name)}</h3>
<p>${stanceVerbs[stance]}${said === null ? "" : ` · ${incidentWords.said(whenWords(said))}`} · ${accused.states.join(", ") || "?"} → ${victims.states.join(", ") || "?"}</p>
<p>${both(summary)}</p>
${quote ? html`<blockquote lang="${quote.lang}">${quote.text}</blockquote>` : ""}
<ul>${read.map(({ url, title }) => html`<li>${outside(url, title)}</li>`)}</ul></section>`;
}

export function sourcesText(title: string, lists: readonly SourceAbout[]): Markup {
  return html`<h1>${title}</h1>
<ul>${lists.map(
    ({ title: name, publisher, licence, url, coverage }) =>
      html`<li>${url ? outside(url, name) : name}: ${publisher}; ${coverage.from}–${coverage.to ?? ""}; ${licence}</li>`,
  )}</ul>`;
}

export function modelsText(title: string, cards: readonly Card[], table: ArgumentTable, link: Link): Markup {
  return html`<h1>${title}</h1>
<h2>${table.question}</h2><p>${table.answer}</p><p>${table.confidence}</p>
<ul>${table.rows.map(({ text, verdict, inWords, turnsOn }) => html`<li>${text}: <strong>${embedWords.verdicts[verdict]}</strong>. ${inWords}${turnsOn === null ? "" : ` ${embedWords.turnsOn}: ${turnsOn}.`}</li>`)}</ul>
<ul>${cards.map(({ id, title: name, question }) => html`<li><a href="${link(`/models/${id.toLowerCase()}`)}">${id}: ${name}</a>. ${question}</li>`)}</ul>`;
}

export function modelText({
  id,
  title,
  question,
  story,
  players,
  moves,
  payoffs,
  assumptions,
  references,
}: Card): Markup {
  return html`<h1>${id}: ${title}</h1><p class="lead">${question}</p><p>${story}</p>
<p>${players.join("; ")}. ${moves}. ${payoffs}</p>
<ul>${assumptions.map((line) => html`<li>${line}</li>`)}</ul>
<ul>${references.map(({ key, status, note }) => html`<li>${key} (${status})${note ? `: ${note}` : ""}</li>`)}</ul>`;
}

export function logText(log: ShownLog | null, root: string): Markup {
  return html`<h1>${logPage.question}</h1><p class="lead">${logPage.lead}</p>
<p>${logPage.offline} <a href="${root}verify.html">${logPage.download}</a></p>
${
  log === null
    ? html`<p class="refusal">${logPage.none}</p>`
    : html`<p>${logPage.status(log.origin, log.size, log.waiting)}</p><p><code>${log.root}</code></p>
<p><a href="${root}log/checkpoint">checkpoint</a> · <a href="${root}log/vkey">vkey</a></p>`
}`;
}
