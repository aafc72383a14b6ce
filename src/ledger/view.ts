// The ledger of one case as it can be read: incidents with their statements, and the acts between the parties.

import type { Hash } from "../log/record.ts";
import { hashOf } from "../log/record.ts";
import type { Database } from "../store/tables.ts";
import type { Act } from "../values/act.ts";
import type { CaseAbout, IncidentAbout } from "../values/case-file.ts";
import type { Day } from "../values/day.ts";
import type { Statement } from "../values/statement.ts";
import { firstDay } from "../values/when.ts";
import { LISTS, type Link } from "./change.ts";
import { incidentOf, incidentsOn, type Incident, type LinkedStatement } from "./incident.ts";

export type LedgerView = {
  about: CaseAbout;
  incidents: Incident[];
  acts: Act[];
  /** Hash over all that the view holds: equal views have equal hashes, on any machine. */
  hash: Hash;
  /** The last record of the chain that the view rests on. */
  head: { sequence: number; hash: string };
};

export async function caseIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom("cases").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** Reads a case, or null where the ledger has none of that name. */
export async function readView(db: Database, caseId: string): Promise<LedgerView | null> {
  const [about] = await bodies<CaseAbout>(db, "cases", caseId);
  if (!about) return null;
  const [incidents, statements, links, acts, last] = [
    await bodies<IncidentAbout>(db, "incidents", caseId),
    [...(await bodies<Statement>(db, "statements", caseId)), ...(await importedStatements(db, caseId))],
    await bodies<Link>(db, "links", caseId),
    await bodies<Act>(db, "acts", caseId),
    await db.selectFrom("records").select(["sequence", "hash"]).orderBy("sequence", "desc").limit(1).executeTakeFirst(),
  ];
  return assemble(about.body, incidents, statements, links, acts, last ?? { sequence: 0, hash: "" });
}

/** Imported statements that a link brings into the case, where the case has no words of its own for them. */
async function importedStatements(db: Database, caseId: string): Promise<Row<Statement>[]> {
  const rows = await db
    .selectFrom("statements")
    .select(["body", "withdrawn"])
    .where("case", "=", LISTS)
    .where("id", "in", db.selectFrom("links").select("id").where("case", "=", caseId))
    .where("id", "not in", db.selectFrom("statements").select("id").where("case", "=", caseId))
    .execute();
  return rows.map(({ body, withdrawn }) => ({ body: JSON.parse(body) as Statement, withdrawn }));
}

/** A subject's last body, and whether it was withdrawn since. */
export type Row<Body> = { body: Body; withdrawn: boolean };

export function assemble(
  about: CaseAbout,
  incidents: Row<IncidentAbout>[],
  statements: Row<Statement>[],
  links: Row<Link>[],
  acts: Row<Act>[],
  head: LedgerView["head"],
): LedgerView {
  const linkOf = new Map(links.filter(({ withdrawn }) => !withdrawn).map(({ body }) => [body.statement, body]));
  const byIncident = new Map<string, LinkedStatement[]>();
  for (const { body, withdrawn } of statements) {
    const link = linkOf.get(body.id);
    if (!link) continue;
    const linked = byIncident.get(link.incident) ?? [];
    linked.push({ ...body, link, withdrawn });
    byIncident.set(link.incident, linked);
  }
  const assembled = incidents
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ body }) => incidentOf(body, inOrder(byIncident.get(body.id) ?? [])))
    .sort((one, other) => compareText(one.id, other.id));
  const standingActs = acts
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ body }) => body)
    .sort((one, other) => compareText(firstDay(one.when), firstDay(other.when)) || compareText(one.id, other.id));
  return { about, incidents: assembled, acts: standingActs, hash: viewHash(about, assembled, standingActs), head };
}

/** The view as far as it was public knowledge on a day: later statements, incidents and acts are left out. */
export function asOf(view: LedgerView, day: Day): LedgerView {
  const incidents = incidentsOn(view.incidents, day);
  const acts = view.acts.filter(({ when }) => firstDay(when) <= day);
  return { ...view, incidents, acts, hash: viewHash(view.about, incidents, acts) };
}

function viewHash(about: CaseAbout, incidents: readonly Incident[], acts: readonly Act[]): Hash {
  return hashOf({
    about,
    incidents: incidents.map(({ id, title, summary, statements }) => ({ id, title, summary, statements })),
    acts,
  });
}

/** Statements as they were said, by day and not by text ("2015-Q1" comes before "2015-12"); undated ones last. */
export function inOrder(statements: readonly LinkedStatement[]): LinkedStatement[] {
  const day = ({ said }: LinkedStatement): string => (said === null ? "undated" : firstDay(said));
  return statements.toSorted((one, other) => compareText(day(one), day(other)) || compareText(one.id, other.id));
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

async function bodies<Body>(
  db: Database,
  table: "cases" | "incidents" | "statements" | "links" | "acts",
  caseId: string,
): Promise<Row<Body>[]> {
  const rows = await db.selectFrom(table).select(["body", "withdrawn"]).where("case", "=", caseId).execute();
  return rows.map(({ body, withdrawn }) => ({ body: JSON.parse(body) as Body, withdrawn }));
}
