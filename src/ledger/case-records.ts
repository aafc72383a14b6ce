// A case's statements as linkage compares them. An imported row is compared as it was imported; of what the editors
// wrote, the incident's title and words stand beside the statement's own.

import type { ListedRecord } from "../sources/listed-record.ts";
import type { IncidentAbout } from "../values/case-file.ts";
import type { Statement } from "../values/statement.ts";
import type { LedgerView } from "./view.ts";

/** A record that stands in an incident. */
export type Anchor = { record: ListedRecord; incident: string };

/** What linkage can compare of the statements that are in incidents, by statement. `listed`: rows as they were imported. */
export function anchorsOf(
  { incidents }: LedgerView,
  listed: ReadonlyMap<string, ListedRecord> = new Map(),
): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const incident of incidents) {
    for (const statement of incident.statements) {
      if (statement.withdrawn || statement.stance !== "asserts") continue;
      const record = listed.get(statement.id) ?? recordFrom(statement, incident);
      anchors.set(statement.id, { record, incident: incident.id });
    }
  }
  return anchors;
}

/** The statement that a record came from; the inverse of how linkage names it. */
export function statementNamed({ source, id }: { source: string; id: string }): string {
  return source === OWN ? id : `${source}:${id}`;
}

/** Where linkage finds statements that stand on no list. */
const OWN = "case";

function recordFrom(statement: Statement, { title, summary }: IncidentAbout): ListedRecord {
  const colon = statement.id.lastIndexOf(":");
  const isRow = statement.author.kind === "dataset" && colon > 0;
  const [start = null, end = null] = (statement.happened?.split("/") ?? []) as [
    ListedRecord["start"]?,
    ListedRecord["start"]?,
  ];
  return {
    source: isRow ? statement.id.slice(0, colon) : OWN,
    id: isRow ? statement.id.slice(colon + 1) : statement.id,
    title: title.en,
    description: `${summary.en} ${statement.summary.en}`,
    start,
    end: (end as string | null) === ".." ? null : (end ?? start),
    disclosed: statement.disclosed,
    attributed: statement.attributed ?? null,
    initiators: statement.accused.states,
    targets: statement.victims.states,
    actors: statement.accused.actors,
    victims: statement.victims.names,
    effects: statement.what.effects,
    sectors: statement.what.sectors,
    urls: statement.read.map(({ url }) => url),
    scores: statement.scores ?? [],
    profile: statement.about === "profile",
  };
}
