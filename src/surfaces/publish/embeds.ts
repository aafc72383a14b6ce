// A chart, a verdict or a claim as a page of its own, for other sites to show in a frame: no script, its style named by
// its hash, nothing asked of any place. What it shows is dated, and leads to where it comes from.

import { createHash } from "node:crypto";
import type { Act } from "../../values/act.ts";
import type { ArgumentTable } from "../brief/argument-table.ts";
import type { Brief } from "../brief/compose.ts";
import { html, Markup } from "../brief/markup.ts";
import type { Chart } from "../charts/chart.ts";
import { svgOf } from "../charts/svg.ts";
import { yearsChart, type Window, type YearsOfDirection } from "../charts/years.ts";
import { measuredLists } from "../inputs/measured-lists.ts";
import { shortTitle } from "../inputs/sources.ts";
import { dateKinds } from "../words/en.ts";
import { embedWords as words } from "../words/en-published.ts";
import { nameOf } from "./addresses.ts";

export const embedKinds = ["chart", "verdict", "claim"] as const;
export type EmbedKind = (typeof embedKinds)[number];

export type Embed = {
  kind: EmbedKind;
  name: string;
  title: string;
  /** Where the same stands in a workbench. */
  page: string;
  /** Room that it needs, in pixels. */
  height: number;
  body: Markup;
};

/** What every embed says of where it comes from. */
export type EmbedFacts = { caseTitle: string; caseVersion: string; ledgerHash: string; day: string; dyad: string };

const WIDTH = 760;

const style = `:root{color-scheme:light}body{margin:0;padding:12px 16px;background:#fbfaf7;color:#1c1b19;font:16px/1.5 Georgia,serif}h1{font-size:19px;line-height:1.3;margin:0 0 8px}p{margin:0 0 8px}svg{max-width:100%;height:auto}footer{font:13px/1.5 Helvetica,Arial,sans-serif;color:#5f5c55}code{overflow-wrap:anywhere}`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** Nothing runs, and nothing but the style above is applied. */
export const embedPolicy: string = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** Where an embed stands below the root. */
export function embedPath({ kind, name }: Pick<Embed, "kind" | "name">): string {
  return `embed/${kind}/${nameOf(name)}.html`;
}

export type EmbedsOf = {
  brief: Brief;
  /** Per who counts: all, a state's code, third. */
  years: Readonly<Record<string, readonly YearsOfDirection[]>>;
  acts: readonly Act[];
  table: ArgumentTable;
  facts: EmbedFacts;
};

export function embedsOf({ brief, years, acts, table, facts }: EmbedsOf): Embed[] {
  return [...chartsOf(brief, years, acts, facts), ...table.rows.flatMap((row) => [verdictOf(row), claimOf(row)])];
}

function chartsOf(brief: Brief, years: EmbedsOf["years"], acts: readonly Act[], { dyad }: EmbedFacts): Embed[] {
  const [a, b] = brief.parties;
  const counted: [string, string][] = [
    ["all", words.anyone],
    [a.iso, words.sourcesIn(a.inSentence.en)],
    [b.iso, words.sourcesIn(b.inSentence.en)],
    ["third", words.third],
  ];
  return counted.flatMap(([side, countedBy]): Embed[] => {
    const [first, second] = years[side] ?? [];
    if (!first || !second) return [];
    const input = {
      parties: brief.parties,
      directions: [first, second] as const,
      lists: windowsOf(brief),
      agreement: brief.agreement,
    };
    const chart = yearsChart({ ...input, acts, countedBy, dates: dateKinds[brief.dates] });
    return [
      chartEmbed(
        `years-${side.toLowerCase()}`,
        words.counted(chart.title, countedBy),
        chart,
        `/d/${dyad}${side === "all" ? "" : `?by=${side}`}`,
      ),
    ];
  });
}

/** The years that the lists by rule cover: outside them nothing is known, which is not zero. */
function windowsOf({ sources }: Brief): Window[] {
  return sources
    .filter(({ name }) => measuredLists.includes(name))
    .map(({ name, coverage }) => ({ name: shortTitle(name), from: coverage.from, to: coverage.to, ruled: true }));
}

function chartEmbed(name: string, title: string, chart: Chart, page: string): Embed {
  const picture = svgOf(chart, WIDTH);
  const height = Number(/ height="(\d+)/.exec(picture)?.[1] ?? 400);
  return { kind: "chart", name, title, page, height: Math.ceil(height) + 140, body: new Markup(picture) };
}

type Row = ArgumentTable["rows"][number];

/** What the workbench says of a claim. */
function verdictOf({ claim, text, verdict, inWords, condition, turnsOn, wouldChange, address }: Row): Embed {
  const body = html`<p><strong>${words.verdicts[verdict]}</strong>. ${inWords}</p>
${condition === null ? "" : html`<p>${words.condition}: ${condition}</p>`}
${turnsOn === null ? "" : html`<p>${words.turnsOn}: ${turnsOn}</p>`}
${wouldChange === null ? "" : html`<p>${words.wouldChange}: ${wouldChange}</p>`}`;
  return { kind: "verdict", name: claim, title: text, page: address, height: 300, body };
}

/** The claim itself, with its verdict in one line. */
function claimOf({ claim, text, verdict, inWords, address }: Row): Embed {
  const body = html`<p>${words.verdicts[verdict]}: ${inWords}</p>`;
  return { kind: "claim", name: claim, title: text, page: address, height: 190, body };
}

/** `home`: where the embed's own page stands in full. */
export function embedPage(
  { title, body }: Embed,
  { caseTitle, caseVersion, ledgerHash, day }: EmbedFacts,
  home: string,
): string {
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${embedPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Détente</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main><h1>${title}</h1>
${body}</main>
<footer><p>${words.from(caseTitle, caseVersion, day)} · <a href="${home}" target="_blank" rel="noopener">${words.whole}</a> · CC BY 4.0<br><code>${ledgerHash}</code></p></footer>
</body>
</html>`.text
  }\n`;
}

/** What another site writes to show it. */
export function embedMarkup({ title, height }: Pick<Embed, "title" | "height">, address: string): string {
  return html`<iframe src="${address}" title="${title}" width="100%" height="${height}" loading="lazy" sandbox="allow-popups"></iframe>`
    .text;
}

/** The list of them all, each with its line to copy. `to`: where one stands, seen from the list; `at`: as others find it. */
export function embedIndex(
  embeds: readonly Embed[],
  facts: EmbedFacts,
  places: { to: (embed: Embed) => string; at: (embed: Embed) => string; home: string; whole: boolean },
): string {
  const sections = embedKinds.map(
    (kind) => html`<h2>${words.kinds[kind]}</h2>
<ul>${embeds.filter((embed) => embed.kind === kind).map((embed) => html`<li><a href="${places.to(embed)}">${embed.title}</a>${embed.kind === "chart" ? ` (${embed.name})` : ""}<br><code>${embedMarkup(embed, places.at(embed))}</code></li>`)}</ul>`,
  );
  const body = html`<p>${words.lead}${places.whole ? "" : ` ${words.place}`}</p>${sections}`;
  return embedPage(
    { kind: "chart", name: "index", title: words.question, page: "/", height: 0, body },
    facts,
    places.home,
  );
}
