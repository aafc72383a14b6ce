// The brief as one self-contained page; printed, the answers stand on two sheets, what they rest on behind them: no script, no outside request, every number with a note
// that says what it rests on.

import { readFileSync } from "node:fs";
import { cited } from "../../values/references.ts";
import type { ReferenceKey } from "../../values/references.ts";
import { shortTitle } from "../inputs/sources.ts";
import { debateWords } from "../words/en-debate-pages.ts";
import { checkNames, counted, dateKinds, list, number } from "../words/en.ts";
import type { Chart } from "../charts/chart.ts";
import { measuredLists } from "../inputs/measured-lists.ts";
import type { Answer, Brief } from "./compose.ts";
import { html, Markup } from "./markup.ts";
import { argumentRows, ARGUMENTS, briefParts, PROVENANCE, type Part } from "./terminal.ts";
import { svgOf } from "../charts/svg.ts";
import { yearsChart } from "../charts/years.ts";

const PICTURE_WIDTH = 1040;

const style = readFileSync(new URL("style.css", import.meta.url), "utf8");

/** The whole page as text. */
export function briefPage(brief: Brief, now: Date): string {
  const notes = new Notes();
  const tables = briefParts(brief).slice(1 + brief.sections.length);
  const picture = yearsOf(brief);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${brief.title.en}: the brief</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<p class="kicker">Détente · the brief · ${brief.asof === null ? "everything on record" : `as known on ${brief.asof}`}</p>
<h1>${brief.title.en}</h1>
<p class="headline">${brief.headline}</p>
</header>
<figure>${new Markup(svgOf(picture, PICTURE_WIDTH))}<figcaption>${picture.title}. Years by ${dateKinds[brief.dates]}. A count of accusations is not a count of operations.</figcaption></figure>
<main>
${brief.sections.map((section) => html`<section><h2>${section.question}</h2><p>${section.answer}${notes.marks(section.estimates.map(({ name, estimate }) => ({ name, answer: estimate })))}</p><p class="confidence">${section.confidence}</p>${section.id === "debate" ? argumentTable(brief) : ""}</section>`)}
${notesPart(notes)}
<div>
<div class="columns">${tables.filter(({ heading }) => heading !== PROVENANCE && heading !== ARGUMENTS).map((part) => html`<div>${tablePart(part)}</div>`)}</div>
</div>
</main>
<div class="annex">
<section><h2>Methods</h2><ol class="notes">${methodNotes(brief).map((line) => html`<li>${line}</li>`)}</ol></section>
<section><h2>Sources</h2><ol class="notes">${sourceNotes(brief).map((line) => html`<li>${line}</li>`)}</ol></section>
</div>
<footer>${footer(brief, now)}</footer>
</body>
</html>`;
  return `${page.text}\n`;
}

/** The mirrored years; the acts are on the page, where there is room for them. */
function yearsOf({ parties, directions, sources, agreement, countedBy, dates }: Brief): Chart {
  const lists = sources
    .filter(({ name }) => measuredLists.includes(name))
    .map(({ name, coverage }) => ({ name: shortTitle(name), from: coverage.from, to: coverage.to, ruled: true }));
  return yearsChart({
    parties,
    directions,
    acts: [],
    lists,
    agreement,
    countedBy: countedBy ?? "anyone",
    dates: dateKinds[dates],
  });
}

/** Numbered notes; the same text gets the same number. */
class Notes {
  readonly #numbers = new Map<string, number>();

  marks(named: { name: string; answer: Answer }[]): Markup {
    const numbers = named.map(({ name, answer }) => this.#number(noteOf(name, answer)));
    return html`${numbers.map((one, index) => html`<sup>${index > 0 ? "," : ""}<a href="#note-${one}">${one}</a></sup>`)}`;
  }

  entries(): string[] {
    return [...this.#numbers.keys()];
  }

  #number(note: string): number {
    const found = this.#numbers.get(note) ?? this.#numbers.size + 1;
    this.#numbers.set(note, found);
    return found;
  }
}

function noteOf(name: string, answer: Answer): string {
  if ("refused" in answer) return `${name}: no estimate (${answer.refused.reason}). ${answer.refused.because}`;
  const { value, unit, interval, method } = answer;
  return `${name}: ${value.toFixed(2)} ${unit}, ${100 * interval.level}% interval ${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)} (${method}).`;
}

function notesPart(notes: Notes): Markup {
  return html`<section><h2>Notes</h2><ol class="notes">${notes.entries().map((note, index) => html`<li id="note-${index + 1}">${note}</li>`)}</ol></section>`;
}

/** Each method once: what it assumes and where it comes from. */
function methodNotes({ sections }: Brief): string[] {
  const methods = new Map<string, string>();
  for (const { estimate } of sections.flatMap((section) => section.estimates)) {
    if ("refused" in estimate) continue;
    const { method, assumptions, references } = estimate;
    methods.set(
      method,
      `${method}: provided that ${list(assumptions)}. ${references.map((key: ReferenceKey) => cited(key)).join(" ")}`,
    );
  }
  return [...methods.values()];
}

function tablePart({ heading, rows, notes }: Part): Markup {
  if (!rows || rows.length === 0) return html``;
  const headed = rows[0]?.[0] === "" || rows[0]?.[0] === "only on";
  const [head, body] = headed ? [rows[0] ?? [], rows.slice(1)] : [[], rows];
  const isNumber = (text: string): boolean => /^[\d.,–-]+$/.test(text);
  return html`<table><caption>${heading}</caption>${headed ? html`<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>` : ""}<tbody>${body.map(
    (row) =>
      html`<tr>${row.map((text, column) => (column === 0 ? html`<th scope="row">${text}</th>` : html`<td class="${isNumber(text) ? "number" : ""}">${text}</td>`))}</tr>`,
  )}</tbody></table>${(notes ?? []).length > 0 ? html`<p class="note">${(notes ?? []).join("; ")}</p>` : ""}`;
}

function argumentTable(brief: Brief): Markup {
  const rows = [["", ...debateWords.tableColumns], ...argumentRows(brief)];
  return html`<div class="whole">${tablePart({ heading: ARGUMENTS, rows })}</div>`;
}

function sourceNotes({ sources, totals, checked }: Brief): string[] {
  const listed = sources.map(({ name, title, publisher, url, licence, coverage }) =>
    // Nothing is known of a list that no importer reads.
    publisher === ""
      ? `${shortTitle(name)}: a list that this version does not know; the case’s files name it.`
      : `${shortTitle(name)}: ${title}. ${publisher}. ${url}. Covers ${coverage.from}–${coverage.to ?? "today"}; ${coverage.inclusion}. Licence: ${licence}.`,
  );
  const rest = `Statements of this case: ${counted(totals.statements, "statement")}, of which ${number(checked["list-row"])} ${checkNames["list-row"]}, ${number(checked["page-read"])} ${checkNames["page-read"]}, ${number(checked["not-checked"])} ${checkNames["not-checked"]}.`;
  return [...listed, rest];
}

function footer({ case: id, version, licence, asof, countedBy, dates, inputs }: Brief, now: Date): string {
  const asked = [
    asof === null ? "" : ` --asof ${asof}`,
    countedBy === null ? "" : ` --by ${countedBy}`,
    dates === "first" ? "" : ` --date ${dates}`,
  ].join("");
  const command = `detente brief ${id}${asked} --html brief.html`;
  return `Case ${id}, version ${version}. Written ${now.toISOString().slice(0, 10)}. Inputs ${inputs}. Made by: ${command}. Text of the case: ${licence}.`;
}
