// Routes about incidents: the filtered list and its downloads, one incident and its downloads.

import { filterIncidents } from "../../../ledger/filter.ts";
import type { Incident } from "../../../ledger/incident.ts";
import { incidentsCsv, rowOf, statementsCsv } from "../../inputs/incident-table.ts";
import { incidentFilter, type Parameters } from "../../inputs/queries.ts";
import { Document, MovedTo, NotFound, type Route, type RouteContext } from "../route.ts";
import { viewAsOf, viewQuery } from "./case-routes.ts";

const filterQuery = {
  from: "states accused of acting, joined by commas",
  to: "states said to be acted against",
  by: "sides of authors who say so: a state, or third",
  list: "lists on which it stands",
  effect: "such as espionage",
  sector: "such as government",
  standing: "contested or uncontested",
  kind: "event or profile",
  checked: "list-row, page-read or not-checked",
  q: "words that all occur",
  since: "from that year on",
  until: "up to that year",
  date: viewQuery.date,
  asof: viewQuery.asof,
  recorded: viewQuery.recorded,
};

const incidents: Route = {
  method: "GET",
  path: "/api/cases/{case}/incidents",
  summary: "The incidents that pass a filter, newest first, and how many each further filter would leave",
  query: filterQuery,
  async handle({ path, query }, context) {
    const { incidents: found, facets } = filterIncidents(
      (await viewAsOf(path, query, context)).incidents,
      incidentFilter(query),
    );
    return { total: found.length, incidents: found.map(rowOf), facets };
  },
};

const incident: Route = {
  method: "GET",
  path: "/api/cases/{case}/incidents/{id}",
  summary:
    "One incident with its statements, their links, the records that made it and the rows it came from; 308 and `movedTo` where it has another name now",
  query: { asof: viewQuery.asof, recorded: viewQuery.recorded },
  async handle({ path, query }, context) {
    const found = await incidentOrMoved(path, query, context);
    if (found instanceof MovedTo) return found;
    const subjects = [found.id, ...found.statements.map(({ id }) => id)];
    const [history, origins] = [
      await context.ledger.history(path["case"] ?? "", subjects),
      await context.ledger.origins(subjects),
    ];
    return { incident: found, history, origins };
  },
};

const incidentsFile = (type: "csv" | "json"): Route => ({
  method: "GET",
  path: `/incidents.${type}`,
  summary: `The incidents that pass a filter, as ${type.toUpperCase()}`,
  query: { ...filterQuery, case: "which case" },
  async handle({ query }, context) {
    const found = filterIncidents(
      (await viewAsOf(await onlyCase(query, context), query, context)).incidents,
      incidentFilter(query),
    ).incidents;
    return type === "csv"
      ? new Document("text/csv; charset=utf-8", incidentsCsv(found), "incidents.csv")
      : new Document("application/json; charset=utf-8", JSON.stringify(found, null, 2), "incidents.json");
  },
});

const incidentFile = (type: "csv" | "json"): Route => ({
  method: "GET",
  path: `/i/{id}.${type}`,
  summary: `One incident with its statements, as ${type.toUpperCase()}`,
  query: { asof: viewQuery.asof, recorded: viewQuery.recorded, case: "which case" },
  async handle({ path, query }, context) {
    const found = await incidentOfPath({ ...path, ...(await onlyCase(query, context)) }, query, context);
    return type === "csv"
      ? new Document("text/csv; charset=utf-8", statementsCsv(found), `${found.id}.csv`)
      : new Document("application/json; charset=utf-8", JSON.stringify(found, null, 2), `${found.id}.json`);
  },
});

async function onlyCase(query: Parameters, { ledger }: RouteContext): Promise<{ case: string }> {
  const [first = ""] = await ledger.cases();
  return { case: query["case"] ?? first };
}

async function incidentOfPath(
  path: Record<string, string>,
  query: Parameters,
  context: RouteContext,
): Promise<Incident> {
  const view = await viewAsOf(path, query, context);
  const found = view.incidents.find(({ id }) => id === path["id"]);
  if (!found) throw new NotFound("incident", "an incident of the case", path["id"]);
  return found;
}

/** The incident, or where its statements went: a moved identifier leads on for as long as the ledger stands. */
async function incidentOrMoved(
  path: Record<string, string>,
  query: Parameters,
  context: RouteContext,
): Promise<Incident | MovedTo> {
  try {
    return await incidentOfPath(path, query, context);
  } catch (error) {
    const [caseId, id] = [path["case"] ?? "", path["id"] ?? ""];
    const moved = error instanceof NotFound ? await context.ledger.movedTo(caseId, id) : null;
    if (!moved) throw error;
    const { asof, recorded } = query;
    const rest = new URLSearchParams(
      Object.entries({ asof, recorded }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const address = `/api/cases/${encodeURIComponent(caseId)}/incidents/${encodeURIComponent(moved.to)}${rest.size === 0 ? "" : `?${rest.toString()}`}`;
    return new MovedTo(address, { movedTo: moved.to, because: moved.because });
  }
}

export const incidentRoutes: readonly Route[] = [
  incidents,
  incident,
  incidentsFile("csv"),
  incidentsFile("json"),
  incidentFile("csv"),
  incidentFile("json"),
];
