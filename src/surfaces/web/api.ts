// What the pages ask of the server, and what comes back.

import type { ActorInFull, ActorRow, Naming } from "../../ledger/actors.ts";
import type { DecisionsFile } from "../../ledger/decisions.ts";
import type { Origin } from "../../ledger/provenance.ts";
import type { HistoryEntry } from "../inputs/ledger.ts";
import type { SourceAbout } from "../inputs/sources.ts";
import type { FacetCount, FacetName } from "../../ledger/filter.ts";
import type { Direction, Incident } from "../../ledger/incident.ts";
import type { Party } from "../../values/case-file.ts";
import type { Text } from "../../values/text.ts";
import type { YearsOfDirection } from "../charts/years.ts";
import { filterEntries, query, viewEntries, type View } from "./address.ts";
import { askCopy } from "./ask-copy.ts";
import { copy, refuseInCopy } from "./copy.ts";
import { Failed, type Fault } from "./fault.ts";

export type DyadAnswer = { case: string; a: Party; b: Party };
export type YearsAnswer = Record<string, [YearsOfDirection, YearsOfDirection]>;
export type IncidentRow = Omit<Incident, "statements"> & { asserting: number; denying: number };
export type IncidentsAnswer = { total: number; incidents: IncidentRow[]; facets: Record<FacetName, FacetCount[]> };
export type IncidentAnswer = { incident: Incident; history: HistoryEntry[]; origins: Record<string, Origin[]> };
export type DecisionsAnswer = DecisionsFile;
export type ActorsAnswer = { total: number; actors: ActorRow[]; registers: string[] };
export type ActorAnswer = ActorInFull & { namings: Naming[] };
export type RowsOfDirection = Direction & { count: number };
export type SourceRow = SourceAbout & { rows: RowsOfDirection[]; page: string | null };
export type SourcesAnswer = {
  lists: SourceRow[];
  collection: { title: Text; inclusion: Text; from: number; to: number; rows: RowsOfDirection[] } | null;
};

export const addressOf = {
  dyad: (dyad: string): string => `/api/dyads/${dyad}`,
  brief: (caseId: string, view: View): string =>
    `/api/cases/${caseId}/brief${query({ ...viewEntries(view), read: view.read })}`,
  years: (caseId: string, { asof, recorded, date }: View): string =>
    `/api/cases/${caseId}/years${query({ asof, recorded, date: date === "first" ? null : date })}`,
  acts: (caseId: string, { asof, recorded }: View): string => `/api/cases/${caseId}/acts${query({ asof, recorded })}`,
  measure: (
    caseId: string,
    name: string,
    { asof, recorded }: View,
    more: Record<string, string | number | null> = {},
  ): string => `/api/cases/${caseId}/measures/${name}${query({ asof, recorded, ...more })}`,
  incidents: (caseId: string, params: URLSearchParams): string =>
    `/api/cases/${caseId}/incidents${query(filterEntries(params))}`,
  incident: (caseId: string, id: string, { asof, recorded }: View): string =>
    `/api/cases/${caseId}/incidents/${encodeURIComponent(id)}${query({ asof, recorded })}`,
  record: (sequence: number): string => `/api/records/${sequence}`,
  queue: (caseId: string): string => `/api/cases/${caseId}/queue`,
  decisions: (caseId: string): string => `/api/cases/${caseId}/decisions`,
  actors: (caseId: string, text: string): string => `/api/actors${query({ q: text, case: caseId })}`,
  actor: (caseId: string, name: string): string => `/api/actors/${encodeURIComponent(name)}${query({ case: caseId })}`,
  documents: "/api/documents",
  document: (shelf: string, name: string): string =>
    `/api/documents/${encodeURIComponent(shelf)}/${encodeURIComponent(name)}`,
  sources: (caseId: string): string => `/api/sources${query({ case: caseId })}`,
};

export { Failed, type Fault };

export function ask(address: string): Promise<unknown> {
  if (copy !== null) return askCopy(copy, address);
  return answered(fetch(address, { headers: { accept: "application/json" } }));
}

/** Sends something that changes the ledger, or a file to be looked at. */
export function send(address: string, body: Blob | object): Promise<unknown> {
  refuseInCopy();
  const bytes = body instanceof Blob ? body : JSON.stringify(body);
  return answered(fetch(address, { method: "POST", headers: { accept: "application/json" }, body: bytes }));
}

async function answered(asked: Promise<Response>): Promise<unknown> {
  const response = await asked.catch(() => null);
  if (response === null) throw new Failed({ kind: "gone", detail: "" });
  const body: unknown = await response.json().catch(() => null);
  // A refusal (422) is an answer.
  if (response.ok || response.status === 422) return body;
  const detail =
    typeof body === "object" && body !== null && "detail" in body ? String(body.detail) : response.statusText;
  throw new Failed({
    kind: response.status === 404 ? "missing" : response.status === 400 || response.status === 413 ? "input" : "inside",
    detail,
  });
}
