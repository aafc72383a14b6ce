// The incidents of a published copy by any filter and as of any day: worked out in the page, by the functions that the
// server uses.

import { filterIncidents } from "../../ledger/filter.ts";
import { incidentsOn, type Incident } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { InputError } from "../../values/errors.ts";
import { rowOf } from "../inputs/incident-table.ts";
import { asofOf, incidentFilter } from "../inputs/queries.ts";
import { Failed } from "./fault.ts";

type Fetch = (address: string) => Promise<unknown>;

let ledger: Promise<LedgerView> | null = null;

export async function filteredInCopy(address: string, fetched: Fetch): Promise<unknown> {
  const { pathname, searchParams } = new URL(address, "http://copy.invalid");
  const [, ofCase = "", one] = /^(\/api\/cases\/[^/]+)\/incidents(?:\/([^/]+))?$/.exec(pathname) ?? [];
  ledger ??= (fetched(`${ofCase}/ledger`) as Promise<LedgerView>).catch((error: unknown) => {
    ledger = null;
    throw error;
  });
  try {
    const asked = Object.fromEntries(searchParams);
    const day = asofOf(asked["asof"]);
    const { incidents: all } = await ledger;
    const incidents = day === null ? all : incidentsOn(all, day);
    return one === undefined ? listed(incidents, asked) : await asKnown(incidents, pathname, one, fetched);
  } catch (error) {
    if (error instanceof InputError) throw new Failed({ kind: "input", detail: error.message });
    throw error;
  }
}

function listed(all: readonly Incident[], asked: Record<string, string>): unknown {
  const { incidents, facets } = filterIncidents(all, incidentFilter(asked));
  return { total: incidents.length, incidents: incidents.map(rowOf), facets };
}

/** One incident with the statements that were known by then; its records and rows are those of today. */
async function asKnown(incidents: readonly Incident[], path: string, id: string, fetched: Fetch): Promise<unknown> {
  const today = (await fetched(path)) as { incident: Incident };
  const incident = incidents.find((found) => found.id === decodeURIComponent(id));
  if (!incident) throw new Failed({ kind: "missing", detail: "" });
  return { ...today, incident };
}
