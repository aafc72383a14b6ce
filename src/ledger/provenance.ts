// Where a value comes from: statement → rows of a file → the file's hash; and what a record changed.

import type { Database } from "../store/tables.ts";
import { canonical } from "../values/canonical.ts";
import { LISTS, readKind, type ImportedFile } from "./change.ts";

/** Rows of an imported file, counted from 1 after the header. */
export type Origin = { source: string; file: string; sha256: string; rows: number[] };

/** Every subject that an imported file gave, with the files that gave it, the first imported first. */
export async function readOrigins(db: Database): Promise<Map<string, Origin[]>> {
  const files = await db.selectFrom("imports").select("body").where("case", "=", LISTS).orderBy("sequence").execute();
  const origins = new Map<string, Origin[]>();
  for (const { body } of files) {
    const { source, file, sha256, origins: rowsOf } = JSON.parse(body) as ImportedFile;
    for (const [subject, rows] of Object.entries(rowsOf)) {
      const found = origins.get(subject) ?? [];
      origins.set(subject, found);
      found.push({ source, file, sha256, rows });
    }
  }
  return origins;
}

export type Difference = { field: string; was: unknown; is: unknown };

/** One record in full, with what it changed of its subject's last state. */
export type RecordInFull = {
  sequence: number;
  at: string;
  kind: string;
  case: string;
  subject: string;
  previous: string;
  hash: string;
  body: unknown;
  /** The record that it follows on, of the same subject; null for the first. */
  follows: number | null;
  differences: Difference[];
};

export async function readRecord(db: Database, sequence: number): Promise<RecordInFull | null> {
  const row = await db.selectFrom("records").selectAll().where("sequence", "=", sequence).executeTakeFirst();
  if (!row) return null;
  const kind = readKind(row.kind)?.subject ?? row.kind;
  const before = await db
    .selectFrom("records")
    .select(["sequence", "body"])
    .where("case", "=", row.case)
    .where("subject", "=", row.subject)
    .where("kind", "in", [kind, `${kind}-withdrawn`])
    .where("sequence", "<", sequence)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const body: unknown = JSON.parse(row.body);
  return {
    ...row,
    body,
    follows: before?.sequence ?? null,
    differences: differences(before ? JSON.parse(before.body) : null, body),
  };
}

/** What differs between two bodies, field by field; lists are compared whole. */
export function differences(was: unknown, is: unknown, field = ""): Difference[] {
  if (canonical(was ?? null) === canonical(is ?? null)) return [];
  if (!isObject(was) || !isObject(is)) {
    const whole = field === "" && isObject(is) ? Object.entries(is) : null;
    return whole
      ? whole.map(([name, value]) => ({ field: name, was: null, is: value }))
      : [{ field, was: was ?? null, is: is ?? null }];
  }
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .toSorted()
    .flatMap((name) => differences(own(was, name), own(is, name), field === "" ? name : `${field}.${name}`));
}

/** A field that is there, and not one that every object inherits: a key may be called "toString". */
function own(body: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(body, name) ? body[name] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
