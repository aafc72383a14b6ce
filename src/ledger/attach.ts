// Brings imported statements into a case: each that speaks of the case's two parties is linked to the incident that it
// most probably speaks of, or gets one of its own. Nothing is merged: a link says why it was made and can be undone.

import type { Change } from "../log/record.ts";
import { happenedOf, type ListedRecord } from "../sources/listed-record.ts";
import type { Database } from "../store/tables.ts";
import type { IncidentAbout, Party } from "../values/case-file.ts";
import type { Statement } from "../values/statement.ts";
import { claimsOf, readClusters } from "./actors.ts";
import { append } from "./append.ts";
import { anchorsOf, statementNamed } from "./case-records.ts";
import { LISTS, state, type Link } from "./change.ts";
import { accusesIn } from "./incident.ts";
import type { AliasClaim } from "./linkage/alias-register.ts";
import { explain, link, type LinkedPair, type Linkage } from "./linkage/link.ts";
import { readView, type LedgerView } from "./view.ts";

/** At this probability two records are taken to speak of one incident. */
const DEFAULT_THRESHOLD = 0.5;

/** Attaches what is imported and not yet in the case. Gives how many statements were linked and incidents made. */
export async function attachImported(
  db: Database,
  caseId: string,
  now: Date,
): Promise<{ linked: number; made: number }> {
  const view = await readView(db, caseId);
  if (!view) throw new RangeError(`Cannot attach to the case ${caseId}: the ledger has none of that name`);
  const loose = await looseRecords(db, caseId, view.about.parties);
  if (loose.length === 0) return { linked: 0, made: 0 };
  const changes = attachments(view, loose, claimsOf(await readClusters(db)));
  await append(db, changes, now);
  return { linked: loose.length, made: changes.filter(({ kind }) => kind === "incident").length };
}

/** Imported rows about the parties that no link of the case mentions, neither standing nor undone. */
async function looseRecords(db: Database, caseId: string, [a, b]: readonly [Party, Party]): Promise<ListedRecord[]> {
  const rows = await db
    .selectFrom("listed")
    .innerJoin("statements", (join) =>
      join
        .onRef("statements.id", "=", "listed.id")
        .on("statements.case", "=", LISTS)
        .on("statements.withdrawn", "=", false),
    )
    .select(["listed.body as record", "statements.body as statement"])
    .where("listed.case", "=", LISTS)
    .where("statements.body", "like", `%"${a.iso}"%`)
    .where("statements.body", "like", `%"${b.iso}"%`)
    .where("listed.id", "not in", db.selectFrom("links").select("id").where("case", "=", caseId))
    .where("listed.id", "not in", db.selectFrom("statements").select("id").where("case", "=", caseId))
    .orderBy("listed.id")
    .execute();
  return rows
    .filter(({ statement }) => {
      const read = JSON.parse(statement) as Statement;
      return accusesIn(read, { from: a.iso, to: b.iso }) || accusesIn(read, { from: b.iso, to: a.iso });
    })
    .map(({ record }) => JSON.parse(record) as ListedRecord);
}

/** Links and new incidents for loose records, the surest first, so that the less sure can join them. */
function attachments(view: LedgerView, loose: readonly ListedRecord[], aliases: readonly AliasClaim[]): Change[] {
  const { id: caseId } = view.about;
  const anchors = anchorsOf(view);
  const incidentOf = new Map([...anchors.values()].map(({ record, incident }) => [statementNamed(record), incident]));
  const linkage = link(bySource([...loose, ...[...anchors.values()].map(({ record }) => record)]), {
    least: DEFAULT_THRESHOLD,
    aliases,
  });
  const recordOf = new Map(loose.map((record) => [statementNamed(record), record]));
  const changes: Change[] = [];
  const settle = (record: ListedRecord, body: Link): void => {
    incidentOf.set(statementNamed(record), body.incident);
    recordOf.delete(statementNamed(record));
    changes.push(state(caseId, "link", body.statement, body));
  };
  for (let grew = true; grew;) {
    grew = false;
    for (const pair of linkage.pairs) {
      const [one, other] = [
        statementNamed({ source: pair.source_a, id: pair.id_a }),
        statementNamed({ source: pair.source_b, id: pair.id_b }),
      ];
      for (const [mine, theirs] of [
        [one, other],
        [other, one],
      ] as const) {
        const record = recordOf.get(mine);
        const incident = incidentOf.get(theirs);
        if (!record || incident === undefined) continue;
        settle(record, modelLink(record, incident, theirs, pair, linkage));
        grew = true;
      }
    }
    const next = grew ? undefined : [...recordOf.values()][0];
    if (next) {
      const incident = incidentFor(next, view);
      changes.push(state(caseId, "incident", incident.id, incident));
      settle(next, {
        statement: statementNamed(next),
        incident: incident.id,
        kind: "same",
        because: "no incident on record was near enough",
        by: { kind: "model", name: "linkage" },
      });
      grew = true;
    }
  }
  return changes;
}

function modelLink(
  record: ListedRecord,
  incident: string,
  theirs: string,
  pair: LinkedPair,
  { context }: Linkage,
): Link {
  const [a, b] = [
    { source: pair.source_a, id: pair.id_a },
    { source: pair.source_b, id: pair.id_b },
  ];
  const partner = statementNamed(a) === theirs ? a : b;
  const reasons =
    explain(record, partner, context)
      ?.bits.toSorted((one, other) => other.bits - one.bits)
      .slice(0, 3) ?? [];
  const because = `like ${theirs}: ${reasons.map(({ feature, level, bits }) => `${feature} (${level}, ${bits.toFixed(1)} bits)`).join("; ")}`;
  return {
    statement: statementNamed(record),
    incident,
    kind: pair.kind,
    because,
    by: { kind: "model", name: "linkage" },
    probability: pair.probability,
  };
}

function incidentFor(record: ListedRecord, { incidents }: LedgerView): IncidentAbout {
  const slug = (record.title || record.id)
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 50);
  const base = `${slug === "" ? "incident" : slug}-${record.source}-${record.id}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .slice(0, 80);
  const id = incidents.some((incident) => incident.id === base) ? `${base.slice(0, 76)}-new` : base;
  const when = happenedOf(record) ?? record.disclosed ?? "an unknown date";
  return {
    id,
    title: { en: record.title || `${record.source} ${record.id}` },
    summary: { en: `Row ${record.id} of ${record.source}, ${when}; see its statement.` },
    madeFor: statementNamed(record),
  };
}

function bySource(records: readonly ListedRecord[]): ListedRecord[][] {
  const lists = new Map<string, ListedRecord[]>();
  for (const record of records) lists.set(record.source, [...(lists.get(record.source) ?? []), record]);
  return [...lists.values()];
}
