// What an import would do, before anything is written: what is new, changed, unchanged or gone since the same list was
// last imported, what its earlier release had otherwise, and where it differs from what a case's editors wrote.

import type { Change } from "../log/record.ts";
import type { Importer, Repair } from "../sources/importer.ts";
import type { ImportResult } from "../sources/run-import.ts";
import { canonical } from "../values/canonical.ts";
import type { Statement } from "../values/statement.ts";
import { LISTS, state, withdrawal, type ActorNames, type ContextSeries } from "./change.ts";
import { newerRelease, releaseChanges, type ReleaseChanges } from "./release-changes.ts";

/** What the ledger holds of a list: imported statements by id, and the same rows as cases have them. */
export type Held = {
  imported: ReadonlyMap<string, { statement: Statement; withdrawn: boolean }>;
  inCases: ReadonlyMap<string, { case: string; statement: Statement }[]>;
  /** Subjects of other kinds: canonical body by kind and subject. */
  others: ReadonlyMap<string, string>;
};

export type ImportPlan = {
  source: string;
  file: string;
  sha256: string;
  rows: number;
  /** Rows that gave something; with the rejected ones they are all rows. */
  accepted: number;
  statements: number;
  added: string[];
  changed: { id: string; fields: string[] }[];
  unchanged: number;
  /** Imported before from this list, and not in this file: they stay, marked. */
  withdrawn: string[];
  /** Where a case's editors say otherwise: both stand. */
  conflicts: { id: string; case: string; field: string; list: string; editors: string }[];
  /** Acts, actors' names, series and kept objects, of which there are so many. */
  besides: { acts: number; actors: number; series: number; kept: number };
  release: ReleaseChanges | null;
  /** A newer release that is on record: these rows come in superseded by it. */
  newer: string | null;
  repairs: Repair[];
  flags: { row: number; field: string; because: string }[];
  rejections: { row: number; field: string; because: string }[];
  /** What committing the plan would append. */
  changes: Change[];
};

/** Compares an import with what is held. `file` is the name that the reader gave. */
export function planImport({ name, oneOfMany }: Importer, file: string, result: ImportResult, held: Held): ImportPlan {
  const ids = new Set(result.statements.map(({ value }) => value.id));
  const bare = result.statements.map(({ value }) => value);
  const added = bare.filter(({ id }) => !held.imported.has(id));
  const newer = newerRelease(name, held.imported);
  const changed = bare.flatMap((statement) => changedFields(statement, held.imported.get(statement.id), newer));
  const withdrawn = [...held.imported.values()]
    .filter(({ statement, withdrawn: gone }) => !gone && !oneOfMany && isOf(name, statement) && !ids.has(statement.id))
    .map(({ statement }) => statement.id);
  const release = releaseChanges(name, bare, held.imported);
  const besides = otherChanges(result, held);
  const toWrite = new Set([...added.map(({ id }) => id), ...changed.map(({ id }) => id)]);
  const changes = [
    ...bare
      .filter(({ id }) => toWrite.has(id))
      .flatMap((statement) => [
        state(LISTS, "statement", statement.id, statement),
        ...(newer === null ? [] : [withdrawal(LISTS, "statement", statement.id, `superseded by ${newer}`)]),
      ]),
    ...withdrawn.map((id) => withdrawal(LISTS, "statement", id, `not in ${file} of ${name}`)),
    ...(release?.superseded ?? []).map((id) => withdrawal(LISTS, "statement", id, `superseded by ${name}`)),
    ...besides,
  ];
  return {
    source: name,
    file,
    sha256: result.sha256,
    rows: result.rows,
    accepted: result.accepted,
    statements: bare.length,
    added: added.map(({ id }) => id),
    changed,
    unchanged: bare.length - added.length - changed.length,
    withdrawn,
    conflicts: bare.flatMap((statement) => conflictsOf(statement, held.inCases.get(statement.id) ?? [])),
    besides: {
      acts: result.acts.length,
      actors: actorsOf(result).length,
      series: seriesOf(result).length,
      kept: result.kept.length,
    },
    release,
    newer,
    repairs: result.repairs,
    flags: result.flags,
    rejections: result.rejections.map(({ row, field, because }) => ({ row, field, because })),
    changes: changes.length === 0 ? [] : [...changes, importedFile(name, file, result)],
  };
}

/** Statements name their list in `listedBy`; the list's own rows have it in their id. */
function isOf(source: string, { id }: Statement): boolean {
  return id.startsWith(`${source}:`);
}

function changedFields(
  statement: Statement,
  before: { statement: Statement; withdrawn: boolean } | undefined,
  newer: string | null,
): { id: string; fields: string[] }[] {
  if (!before) return [];
  const fields = differing(statement, before.statement);
  if (before.withdrawn && newer === null) fields.push("withdrawn");
  return fields.length === 0 ? [] : [{ id: statement.id, fields }];
}

export function differing(one: Statement, other: Statement): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Statement>;
  return [...keys].filter((key) => canonical(one[key] ?? null) !== canonical(other[key] ?? null)).sort();
}

/** Facts on which a list and a case's editors can disagree; wording and notes are the editors' own. */
const facts = ["accused", "victims", "happened", "disclosed", "stance"] as const;

function conflictsOf(statement: Statement, inCases: { case: string; statement: Statement }[]): ImportPlan["conflicts"] {
  return inCases.flatMap(({ case: caseId, statement: edited }) =>
    facts
      .filter((field) => canonical(factOf(statement, field)) !== canonical(factOf(edited, field)))
      .map((field) => ({
        id: statement.id,
        case: caseId,
        field,
        list: plain(factOf(statement, field)),
        editors: plain(factOf(edited, field)),
      })),
  );
}

/** Names of bodies are worded freely; which states are named is a fact. */
function factOf(statement: Statement, field: (typeof facts)[number]): unknown {
  if (field === "accused" || field === "victims") return [...statement[field].states].sort();
  return statement[field];
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : "";
}

/** Acts, actors, series and kept objects that are new or otherwise than before. */
function otherChanges(result: ImportResult, held: Held): Change[] {
  const { source } = result;
  const all = [
    ...result.acts.map(({ value }) => state(LISTS, "act", value.id, value)),
    ...actorsOf(result).map((actor) => state(LISTS, "actor", `${source}:${actor.actor}`, actor)),
    ...result.records.map((record) => state(LISTS, "listed", `${record.source}:${record.id}`, record)),
    ...seriesOf(result).map((series) =>
      state(LISTS, "context", `${source}:${series.series}:${series.states.join(">")}`, series),
    ),
    ...result.kept.map(({ value }, index) =>
      state(LISTS, "kept", `${source}:${typeof value["id"] === "string" ? value["id"] : index + 1}`, {
        source,
        object: value,
      }),
    ),
  ];
  return all.filter(({ kind, subject, body }) => held.others.get(`${kind}\n${subject}`) !== canonical(body));
}

function actorsOf({ source, aliases }: ImportResult): ActorNames[] {
  const byActor = new Map<string, ActorNames>();
  for (const { value } of aliases) {
    const actor = byActor.get(value.actor) ?? { source, actor: value.actor, names: [] };
    actor.names.push(value);
    byActor.set(value.actor, actor);
  }
  return [...byActor.values()];
}

function seriesOf({ source, context }: ImportResult): ContextSeries[] {
  const bySeries = new Map<string, ContextSeries>();
  for (const {
    value: { series, when, value, unit, states, label },
  } of context) {
    const key = `${series}\n${states.join(">")}`;
    const found = bySeries.get(key) ?? { source, series, unit, states, values: [] };
    found.values.push({ when, value, ...(label === undefined ? {} : { label }) });
    bySeries.set(key, found);
  }
  return [...bySeries.values()];
}

function importedFile(source: string, file: string, result: ImportResult): Change {
  const origins = Object.fromEntries(
    [...result.statements, ...result.acts].map(({ value, origin }) => [value.id, origin.rows]),
  );
  const rejections = result.rejections.map(({ row, field, because }) => ({ row, field, because }));
  return state(LISTS, "import", `${source}:${result.sha256}`, {
    source,
    file,
    sha256: result.sha256,
    rows: result.rows,
    origins,
    repairs: result.repairs,
    flags: result.flags,
    rejections,
  });
}
