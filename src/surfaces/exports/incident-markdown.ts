// An incident as a page of Markdown: key facts, who says what, and how to cite it. Text is escaped, so that nothing a
// statement says can become a heading, a link or HTML.

import type { Incident, LinkedStatement } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { stateName, type StateCode } from "../../values/state.ts";
import { citeIncident, type CiteOptions } from "./citation.ts";

export function incidentMarkdown(view: LedgerView, incident: Incident, options: CiteOptions): string {
  const { title, summary, happened, disclosed, attributed, effects, sectors, contested, listedBy, statements } =
    incident;
  const facts: [string, string][] = [
    ["Happened", happened ?? "nobody says"],
    ["Disclosed", disclosed ?? "nobody says"],
    ["First attributed", attributed ?? "nobody says"],
    ["Effects", effects.join(", ")],
    ["Sectors", sectors.join(", ")],
    ["Disputed", contested ? "yes: somebody denies or doubts it" : "nobody on record denies it"],
    ["Lists", listedBy.map(({ source, id }) => `${source} ${id}`).join(", ")],
  ];
  const { url, version, hash, accessed } = citeIncident(view, incident, options);
  const lines = [
    `# ${plain(title.en)}`,
    ...(title.zh === undefined ? [] : ["", plain(title.zh)]),
    "",
    plain(summary.en),
    "",
    ...facts.filter(([, value]) => value !== "").map(([name, value]) => `- **${name}:** ${plain(value)}`),
    "",
    "## Statements",
    ...statements.flatMap(statementLines),
    "",
    "## Cite",
    "",
    `Détente. ${plain(title.en)}. Case ${plain(view.about.title.en)}, version ${plain(version)}${options.asof === null ? "" : `, as known on ${options.asof}`}; view ${hash}. Read on ${accessed}. <${url}>`,
  ];
  return `${lines.join("\n")}\n`;
}

function statementLines({
  id,
  author,
  said,
  stance,
  accused,
  victims,
  basis,
  grade,
  checked,
  summary,
  quote,
  read,
  withdrawn,
  link,
}: LinkedStatement): string[] {
  const side = author.side === "third" ? "third side" : stateName(author.side, "en");
  const whom = `${named(accused.states, accused.actors)} → ${named(victims.states, victims.names)}`;
  return [
    "",
    `### ${plain(author.name.en)} (${side}), ${said ?? "undated"}: ${stance}${withdrawn ? ", since withdrawn" : ""}`,
    "",
    plain(summary.en),
    ...(summary.zh === undefined ? [] : ["", plain(summary.zh)]),
    ...(quote === undefined ? [] : ["", `> ${plain(quote.text)}`]),
    "",
    `- **Whom:** ${plain(whom)}`,
    `- **Basis:** ${basis}; Admiralty code ${grade.source}${grade.claim}; ${checked}`,
    `- **Linked here:** ${link.kind}, ${plain(link.because)}`,
    ...read.map(
      ({ url, title }) => `- <${url.replaceAll(">", "%3E")}>${title === undefined ? "" : ` ${plain(title)}`}`,
    ),
    `- Statement \`${id}\``,
  ];
}

function named(states: readonly StateCode[], names: readonly string[]): string {
  const all = [...states.map((state) => stateName(state, "en")), ...names];
  return all.length === 0 ? "nobody named" : all.join(", ");
}

/** One line in which no mark of Markdown or HTML means anything. */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[\\`*_{}[\]<>#|!~&]/g, (mark) => (mark === "<" ? "&lt;" : mark === "&" ? "&amp;" : `\\${mark}`))
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+])/, "\\$1");
}
