// What can be cited and what a citation of it says: a view, an incident, a statement, a source. Every citation carries
// the address that shows the same thing again, the case's version, the view's hash and the day of access.

import type { Incident, LinkedStatement } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Day } from "../../values/day.ts";
import { span, type When } from "../../values/when.ts";
import type { SourceAbout } from "../inputs/sources.ts";

export type Citation = {
  key: string;
  kind: "view" | "incident" | "statement" | "source";
  title: string;
  titleChinese?: string | undefined;
  /** A body or a person, written as one name. */
  author: string;
  /** When what is cited was said or published, as precisely as known. */
  issued: When | null;
  container?: string | undefined;
  version: string;
  hash: string;
  url: string;
  accessed: Day;
  note?: string | undefined;
};

/** Where the workbench answers, without a slash at its end, as of which day, and when it was read. */
export type CiteOptions = { address: string; asof: Day | null; accessed: Day };

export function citeView({ about, hash }: LedgerView, options: CiteOptions): Citation {
  const [a, b] = about.parties;
  return {
    key: `detente:${about.id}`,
    kind: "view",
    title: about.title.en,
    titleChinese: about.title.zh,
    author: "Détente",
    issued: null,
    url: permalink(`/d/${a.iso}-${b.iso}`.toLowerCase(), options),
    note: options.asof === null ? undefined : `As known on ${options.asof}`,
    ...common(about.version, hash, options),
  };
}

export function citeIncident(view: LedgerView, { id, title }: Incident, options: CiteOptions): Citation {
  return {
    key: `detente:incident:${id}`,
    kind: "incident",
    title: title.en === "" ? id : title.en,
    titleChinese: title.zh,
    author: "Détente",
    issued: null,
    container: view.about.title.en,
    url: permalink(`/i/${encodeURIComponent(id)}`, options),
    note: options.asof === null ? undefined : `As known on ${options.asof}`,
    ...common(view.about.version, view.hash, options),
  };
}

export function citeStatement(
  view: LedgerView,
  incident: Incident,
  statement: LinkedStatement,
  options: CiteOptions,
): Citation {
  const { id, author, said, summary, read, stance, withdrawn } = statement;
  const pages = read.map(({ url }) => url).join(" ");
  return {
    key: `detente:statement:${id}`,
    kind: "statement",
    title: summary.en,
    titleChinese: summary.zh,
    author: author.name.en,
    issued: said,
    container: incident.title.en,
    url: `${permalink(`/i/${encodeURIComponent(incident.id)}`, options)}#statement-${id.replace(/[^a-z0-9-]/g, "-")}`,
    note: [`${stance}${withdrawn ? ", since withdrawn" : ""}`, pages === "" ? "" : `Read at ${pages}`]
      .filter((part) => part !== "")
      .join(". "),
    ...common(view.about.version, view.hash, options),
  };
}

export function citeSource(
  { name, title, publisher, url, coverage, licence }: SourceAbout,
  view: LedgerView,
  options: CiteOptions,
): Citation {
  return {
    key: `detente:source:${name}`,
    kind: "source",
    title,
    author: publisher === "" ? title : publisher,
    issued: null,
    url: url === "" ? permalink("/sources", options) : url,
    note: [
      licence === "" ? "" : `Licence: ${licence}`,
      coverage.from === 0 ? "" : `Covers ${coverage.from} to ${coverage.to ?? "now"}`,
    ]
      .filter((part) => part !== "")
      .join(". "),
    ...common(name, view.hash, options),
  };
}

/** A view with all that it holds: itself, its lists, its incidents and their statements. */
export function citeAll(view: LedgerView, sources: readonly SourceAbout[], options: CiteOptions): Citation[] {
  return [
    citeView(view, options),
    ...sources.map((source) => citeSource(source, view, options)),
    ...view.incidents.flatMap((incident) => citeOne(view, incident, options)),
  ];
}

/** An incident with its statements. */
export function citeOne(view: LedgerView, incident: Incident, options: CiteOptions): Citation[] {
  return [
    citeIncident(view, incident, options),
    ...incident.statements.map((statement) => citeStatement(view, incident, statement, options)),
  ];
}

/** The parts of a date that are known: 2015-Q3 is known to the year only. */
export function datePartsOf(when: When): number[] {
  const { start } = span(when);
  const [year = 0, month = 0, day = 0] = start.first.split("-").map(Number);
  if (start.precision === "day") return [year, month, day];
  return start.precision === "month" ? [year, month] : [year];
}

function common(
  version: string,
  hash: string,
  { accessed }: CiteOptions,
): Pick<Citation, "version" | "hash" | "accessed"> {
  return { version, hash, accessed };
}

function permalink(path: string, { address, asof }: CiteOptions): string {
  return `${address}${path}${asof === null ? "" : `?asof=${asof}`}`;
}
