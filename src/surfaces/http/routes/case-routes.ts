// Routes below a case: its ledger, its brief, its acts, its years by who counts.

import { asOf } from "../../../ledger/view.ts";
import { incidentsIn, perYear, type Side, type YearCount } from "../../../measure/tally.ts";
import { dateOf, type DateKind, type Direction } from "../../../ledger/incident.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import type { StateCode } from "../../../values/state.ts";
import { briefOf, type Place } from "../../brief/brief-of.ts";
import { asofOf, briefOptions, recordedOf, type Parameters } from "../../inputs/queries.ts";
import { Document, NotFound, type Route, type RouteContext } from "../route.ts";

/** The three that follow the reader everywhere. */
export const viewQuery = {
  asof: "as it was known on that day, YYYY-MM-DD",
  recorded: "as it stood on record then: a day, YYYY-MM-DD, or a moment, 2026-01-02T03:04:05Z",
  by: "as counted by one side: a state such as USA, or third",
  date: "which date places an incident: first, happened, disclosed or attributed",
};

const cases: Route = {
  method: "GET",
  path: "/api/cases",
  summary: "The cases that the ledger holds",
  handle: (_, { ledger }) => ledger.cases(),
};

const ledgerOfCase: Route = {
  method: "GET",
  path: "/api/cases/{case}/ledger",
  summary: "Everything that the ledger holds of a case: incidents with their statements, and acts",
  query: { recorded: viewQuery.recorded },
  handle: ({ path, query }, context) => viewOf(path, query, context),
};

const dyad: Route = {
  method: "GET",
  path: "/api/dyads/{dyad}",
  summary: "The case of two states, read from the capital named first",
  async handle({ path }, { ledger }) {
    const [first = "", second = ""] = (path["dyad"] ?? "").toUpperCase().split("-");
    for (const id of await ledger.cases()) {
      const { about } = await ledger.view(id);
      const [a, b] = about.parties;
      if (a.iso === first && b.iso === second) return { case: id, a, b };
      if (b.iso === first && a.iso === second) return { case: id, a: b, b: a };
    }
    throw new NotFound("dyad", "two states of a case, such as usa-chn", path["dyad"]);
  },
};

const brief: Route = {
  method: "GET",
  path: "/api/cases/{case}/brief",
  summary: "The brief: both directions, what is hidden, what changed around the agreement, with sources",
  query: viewQuery,
  handle: async ({ path, query }, context) =>
    briefOf(context.ledger, await viewOf(path, query, context), briefOptions(query), placeOf(context)),
};

/** Where agreements and what people made of them are read. */
function placeOf({ env, now }: RouteContext): Place | null {
  return env ? { env, now: now() } : null;
}

const acts: Route = {
  method: "GET",
  path: "/api/cases/{case}/acts",
  summary: "Acts between the parties that bear on cyber operations, by date",
  query: { asof: viewQuery.asof, recorded: viewQuery.recorded },
  async handle({ path, query }, context) {
    return (await viewAsOf(path, query, context)).acts;
  },
};

const years: Route = {
  method: "GET",
  path: "/api/cases/{case}/years",
  summary: "Incidents per year and direction, by who counts them",
  query: { asof: viewQuery.asof, recorded: viewQuery.recorded, date: viewQuery.date },
  async handle({ path, query }, context) {
    return yearsBySide(await viewAsOf(path, query, context), briefOptions(query).dates);
  },
};

/** Per who counts (all, either party's side, third): incidents per year in both directions. */
export function yearsBySide(view: LedgerView, dates: DateKind): Record<string, Years[]> {
  const [a, b] = view.about.parties;
  const directions: Direction[] = [
    { from: b.iso, to: a.iso },
    { from: a.iso, to: b.iso },
  ];
  const sides: (Side | null)[] = [null, a.iso, b.iso, "third"];
  return Object.fromEntries(
    sides.map((side) => [side ?? "all", directions.map((direction) => yearsOf(view, direction, dates, side))]),
  );
}

type Years = { from: StateCode; to: StateCode; perYear: YearCount[]; undated: number };

function yearsOf({ incidents }: LedgerView, direction: Direction, dates: DateKind, side: Side | null): Years {
  const found = incidentsIn(incidents, direction, side);
  return {
    ...direction,
    perYear: perYear(found, dates),
    undated: found.filter((incident) => dateOf(incident, dates) === null).length,
  };
}

/** The only case, or the one asked for: prints have short addresses. */
async function printedBrief(query: Parameters, context: RouteContext): Promise<string> {
  const { briefPage } = await import("../../brief/html.ts");
  const [first = ""] = await context.ledger.cases();
  return briefPage(
    await briefOf(
      context.ledger,
      await viewOf({ case: query["case"] ?? first }, query, context),
      briefOptions(query),
      placeOf(context),
    ),
    context.now(),
  );
}

const briefHtml: Route = {
  method: "GET",
  path: "/brief.html",
  summary: "The brief as one self-contained page to print",
  query: { ...viewQuery, case: "which case" },
  handle: async ({ query }, context) => new Document("text/html; charset=utf-8", await printedBrief(query, context)),
};

const briefPdf: Route = {
  method: "GET",
  path: "/brief.pdf",
  summary: "The brief as PDF, printed by the browser that this machine has",
  query: { ...viewQuery, case: "which case" },
  async handle({ query }, context) {
    const { printPdf } = await import("../../brief/pdf.ts");
    return new Document("application/pdf", await printPdf(await printedBrief(query, context), process.env));
  },
};

/** The case of an address, as it stands or as it stood on record. */
export async function viewOf(
  path: Record<string, string>,
  query: Parameters,
  context: RouteContext,
): Promise<LedgerView> {
  const id = await caseOf(path, context);
  const moment = recordedOf(query["recorded"]);
  return moment === null ? context.ledger.view(id) : context.ledger.viewAt(id, moment);
}

export async function caseOf(path: Record<string, string>, { ledger }: RouteContext): Promise<string> {
  const id = path["case"] ?? "";
  const known = await ledger.cases();
  if (!known.includes(id)) throw new NotFound("case", `one of ${known.join(", ")}`, id);
  return id;
}

export async function viewAsOf(
  path: Record<string, string>,
  query: Parameters,
  context: RouteContext,
): Promise<LedgerView> {
  const view = await viewOf(path, query, context);
  const day = asofOf(query["asof"]);
  return day === null ? view : asOf(view, day);
}

export const caseRoutes: readonly Route[] = [cases, ledgerOfCase, dyad, brief, acts, years, briefHtml, briefPdf];
