// Writes changes: records and projections in one transaction, so that a killed process leaves both or neither.

import { chain, firstBreak, type Change, type Hash, type Record } from "../log/record.ts";
import type { Database, ProjectionRow, RecordRow, Work } from "../store/tables.ts";
import { projectionNames, type ProjectionName } from "../store/tables.ts";
import { canonical } from "../values/canonical.ts";
import { LISTS, projectionOf, readKind } from "./change.ts";

/** PostgreSQL takes 65,535 parameters in one statement; a record has 8. */
const ROWS_AT_ONCE = 2000;

/** Appends changes to the chain and brings the tables up to date. Gives the number of records written. */
export async function append(db: Database, changes: readonly Change[], now: Date): Promise<number> {
  if (changes.length === 0) return 0;
  return db.transaction().execute(async (work) => {
    const records = chain(await head(work), changes, now);
    for (const batch of batches(records)) await work.insertInto("records").values(batch.map(toRow)).execute();
    await project(work, records);
    return records.length;
  });
}

/** The last record's place and hash, or null when there is none. */
export async function head(db: Database | Work): Promise<{ sequence: number; hash: Hash } | null> {
  const row = await db
    .selectFrom("records")
    .select(["sequence", "hash"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { sequence: row.sequence, hash: row.hash as Hash } : null;
}

/**
 * Makes every projection again from the records, unless their chain is broken: then nothing is touched. Gives which
 * tables differed from the records.
 */
export async function rebuild(
  db: Database,
): Promise<{ records: number; changed: ProjectionName[]; broken: ReturnType<typeof firstBreak> }> {
  return db.transaction().execute(async (work) => {
    const records = await readRecords(work);
    const broken = firstBreak(records);
    if (broken) return { records: records.length, changed: [], broken };
    const before = await dump(work);
    for (const name of projectionNames) await work.deleteFrom(name).execute();
    await project(work, records);
    const after = await dump(work);
    return { records: records.length, changed: projectionNames.filter((name) => before[name] !== after[name]), broken };
  });
}

/** The records about some subjects of a case, and about the imported rows among them, first to last, without their bodies. */
export async function historyOf(
  db: Database,
  caseId: string,
  subjects: readonly string[],
): Promise<{ sequence: number; at: string; kind: string; subject: string; hash: string }[]> {
  if (subjects.length === 0) return [];
  return db
    .selectFrom("records")
    .select(["sequence", "at", "kind", "subject", "hash"])
    .where("case", "in", [caseId, LISTS])
    .where("subject", "in", [...subjects])
    .orderBy("sequence")
    .execute();
}

export async function readRecords(db: Database | Work): Promise<Record[]> {
  const rows = await db.selectFrom("records").selectAll().orderBy("sequence").execute();
  return rows.map(fromRow);
}

/** Each projection's rows in one text, in the order of their keys: equal tables give equal bytes. */
export async function dump(db: Database | Work): Promise<{ [Name in ProjectionName]: string }> {
  const texts: Partial<{ [Name in ProjectionName]: string }> = {};
  for (const name of projectionNames) {
    const rows = await db.selectFrom(name).selectAll().execute();
    const lines = rows.map((row) => canonical(row));
    texts[name] = lines.sort().join("\n");
  }
  return texts as { [Name in ProjectionName]: string };
}

/** Applies records to the projections: for each subject only its last state counts. */
async function project(work: Work, records: readonly Record[]): Promise<void> {
  for (const name of projectionNames) {
    const last = new Map<string, ProjectionRow>();
    for (const record of records) {
      const kind = readKind(record.kind);
      if (!kind || projectionOf[kind.subject] !== name) continue;
      const key = `${record.case}\n${record.subject}`;
      const row = kind.withdraws
        ? { ...(last.get(key) ?? (await current(work, name, record))), withdrawn: true, sequence: record.sequence }
        : {
            case: record.case,
            id: record.subject,
            body: canonical(record.body),
            withdrawn: false,
            sequence: record.sequence,
          };
      last.set(key, row);
    }
    for (const batch of batches([...last.values()])) {
      await work
        .insertInto(name)
        .values(batch)
        .onConflict((conflict) =>
          conflict.columns(["case", "id"]).doUpdateSet((excluded) => ({
            body: excluded.ref("excluded.body"),
            withdrawn: excluded.ref("excluded.withdrawn"),
            sequence: excluded.ref("excluded.sequence"),
          })),
        )
        .execute();
    }
  }
}

async function current(work: Work, name: ProjectionName, { case: caseId, subject }: Record): Promise<ProjectionRow> {
  const row = await work
    .selectFrom(name)
    .selectAll()
    .where("case", "=", caseId)
    .where("id", "=", subject)
    .executeTakeFirst();
  if (!row) throw new RangeError(`Cannot withdraw ${subject} of ${caseId}: it was never in ${name}`);
  return row;
}

function toRow({ body, ...rest }: Record): RecordRow {
  return { ...rest, body: canonical(body) };
}

function fromRow({ body, ...rest }: RecordRow): Record {
  return { ...rest, body: JSON.parse(body) as unknown, previous: rest.previous as Hash, hash: rest.hash as Hash };
}

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) =>
    rows.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  );
}
