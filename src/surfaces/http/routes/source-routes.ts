// Routes about lists, and about the ledger as a whole.

import { accusesIn, type Direction } from "../../../ledger/incident.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { documents } from "../../inputs/documents.ts";
import { allSources, sourceOf, type SourceAbout } from "../../inputs/sources.ts";
import type { Route } from "../route.ts";
import { viewOf } from "./case-routes.ts";

export type SourceRow = SourceAbout & {
  /** Rows that accuse, per direction of the case. */
  rows: (Direction & { count: number })[];
  /** Its page on the shelf of sources, where it has one. */
  page: string | null;
};

const sources: Route = {
  method: "GET",
  path: "/api/sources",
  summary: "Every list that the workbench knows: its window, its rule, its licence, and what it holds of a case",
  query: { case: "counts the rows of this case" },
  async handle({ query }, context) {
    const view = query["case"] === undefined ? null : await viewOf({ case: query["case"] }, {}, context);
    return { lists: sourceRows(view), collection: view === null ? null : collectionRow(view) };
  },
};

function sourceRows(view: LedgerView | null): SourceRow[] {
  const held = new Set(view?.incidents.flatMap(({ listedBy }) => listedBy.map(({ source }) => source)) ?? []);
  const known = allSources();
  const unknown = [...held].filter((name) => !known.some((source) => source.name === name)).map(sourceOf);
  const pages = documents().filter(({ shelf }) => shelf === "sources");
  return [...known, ...unknown].map((source) => ({
    ...source,
    page: pages.find(({ name }) => source.name === name || source.name.startsWith(`${name}-`))?.name ?? null,
    rows: view === null ? [] : rowsOf(view, (listed) => listed.includes(source.name)),
  }));
}

/** What the case holds beside the lists. */
function collectionRow(view: LedgerView): LedgerView["about"]["collection"] & { rows: SourceRow["rows"] } {
  return { ...view.about.collection, rows: rowsOf(view, (listed) => listed.length === 0) };
}

function rowsOf({ about, incidents }: LedgerView, counts: (lists: string[]) => boolean): SourceRow["rows"] {
  const [a, b] = about.parties;
  const statements = incidents.flatMap((incident) => incident.statements.filter(({ withdrawn }) => !withdrawn));
  const directions: Direction[] = [
    { from: b.iso, to: a.iso },
    { from: a.iso, to: b.iso },
  ];
  return directions.map((direction) => ({
    ...direction,
    count: statements.filter(
      (statement) => accusesIn(statement, direction) && counts(statement.listedBy.map(({ source }) => source)),
    ).length,
  }));
}

const rebuild: Route = {
  method: "POST",
  path: "/api/rebuild",
  summary: "Make every table again from the records",
  handle: (_, { ledger }) => ledger.rebuild(),
};

const records: Route = {
  method: "GET",
  path: "/api/lists/{source}/records",
  summary: "The rows of an imported list as the list has them, whatever they speak of",
  handle: async ({ path: { source = "" } }, { ledger }) => ({ source, records: await ledger.listed(source) }),
};

export const sourceRoutes: readonly Route[] = [sources, records, rebuild];
