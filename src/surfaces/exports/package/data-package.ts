// A case as a Frictionless Data Package v2: one zip with tables, their schema and a codebook. Everything that the view
// holds is in it: read back, it gives a view of the same hash.

import { createHash } from "node:crypto";
import type { LinkedStatement } from "../../../ledger/incident.ts";
import type { LedgerView } from "../../../ledger/view.ts";
import { guarded } from "../../../sources/plain/formula-guard.ts";
import { plainRow, type PlainRow } from "../../../sources/plain/plain-columns.ts";
import type { Act } from "../../../values/act.ts";
import type { IncidentAbout } from "../../../values/case-file.ts";
import { csv } from "../../inputs/incident-table.ts";
import { sourceOf } from "../../inputs/sources.ts";
import type { BesideCase } from "../../inputs/register-files.ts";
import { besideFiles, type BesideFile } from "./beside.ts";
import { codebook } from "./codebook.ts";
import {
  actTable,
  incidentTable,
  linkTable,
  packageTables,
  statementTable,
  type Column,
  type PackageTable,
} from "./tables.ts";
import { zip, type ZipEntry } from "./zip.ts";

const PROFILES = "https://datapackage.org/profiles/2.0";

/** The zip. Equal views with the same beside them give equal bytes. */
export function dataPackage(view: LedgerView, { beside = null }: { beside?: BesideCase | null } = {}): Uint8Array {
  const lines = besideFiles.filter(({ holds }) => beside !== null && beside[holds] !== "");
  const files = [
    caseFile(view),
    ...packageTables.map((table) => tableFile(table, view)),
    ...lines.map(({ path, holds }) => file(path, beside?.[holds] ?? "")),
    file("codebook.md", codebook(view.about)),
  ];
  return zip([file("datapackage.json", `${JSON.stringify(descriptor(view, files, lines), null, 2)}\n`), ...files]);
}

function descriptor(
  view: LedgerView,
  files: readonly ZipEntry[],
  lines: readonly BesideFile[],
): Record<string, unknown> {
  const { about, hash } = view;
  const provenance = { licenses: [licence(about.licence)], sources: sourcesOf(view), version: about.version };
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: about.id,
    title: about.title.en,
    description: about.summary.en,
    ...provenance,
    hash,
    resources: [
      {
        ...described("case", "case.json", files),
        title: "What the case is about",
        format: "json",
        mediatype: "application/json",
        ...provenance,
      },
      ...packageTables.map((table) =>
        Object.assign(described(table.name, `${table.name}.csv`, files), tableAbout(table), provenance),
      ),
      ...lines.map(({ name, path, title }) => ({
        ...described(name, path, files),
        title,
        format: "jsonl",
        mediatype: "application/jsonl",
        encoding: "utf-8",
        ...provenance,
      })),
      {
        ...described("codebook", "codebook.md", files),
        title: "What every column means",
        format: "md",
        mediatype: "text/markdown",
      },
    ],
  };
}

function tableAbout(table: PackageTable): Record<string, unknown> {
  const dialect = {
    $schema: `${PROFILES}/tabledialect.json`,
    lineTerminator: "\r\n",
    quoteChar: '"',
    doubleQuote: true,
  };
  return {
    type: "table",
    title: table.title,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect,
    schema: schemaOf(table),
  };
}

function described(name: string, path: string, files: readonly ZipEntry[]): Record<string, unknown> {
  const bytes = files.find((entry) => entry.name === path)?.bytes ?? new Uint8Array();
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    path,
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
  };
}

function schemaOf({ columns, key, foreign }: PackageTable): Record<string, unknown> {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: columns.map(fieldOf),
    primaryKey: [key],
    ...(foreign
      ? {
          foreignKeys: foreign.map(({ field, table }) => ({
            fields: [field],
            reference: { resource: table, fields: ["id"] },
          })),
        }
      : {}),
    missingValues: [""],
  };
}

function fieldOf({ name, type, meaning, required, values }: Column): Record<string, unknown> {
  const constraints = { ...(required ? { required } : {}), ...(values ? { enum: values } : {}) };
  return { name, type, description: meaning, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}

function licence(name: string): Record<string, string> {
  return name === "CC-BY-4.0"
    ? { name, path: "https://creativecommons.org/licenses/by/4.0/", title: "Creative Commons Attribution 4.0" }
    : { name };
}

function sourcesOf({ about, incidents }: LedgerView): Record<string, string>[] {
  const names = [...new Set(incidents.flatMap(({ listedBy }) => listedBy.map(({ source }) => source)))].sort();
  const lists = names.map((name): Record<string, string> => {
    const { title, url } = sourceOf(name);
    return url === "" ? { title, version: name } : { title, version: name, path: url };
  });
  return [...lists, { title: about.collection.title.en }];
}

function caseFile({ about }: LedgerView): ZipEntry {
  return file("case.json", `${JSON.stringify(about, null, 2)}\n`);
}

function tableFile(table: PackageTable, view: LedgerView): ZipEntry {
  const rows = rowsOf(table, view).map((row) => table.columns.map(({ name }) => row[name] ?? ""));
  return file(`${table.name}.csv`, csv([table.columns.map(({ name }) => name), ...rows]));
}

/** Rows as cells that no spreadsheet computes; reading them undoes that. */
function rowsOf(table: PackageTable, { incidents, acts }: LedgerView): Record<string, string>[] {
  const statements = incidents.flatMap(({ statements: of }) => of);
  if (table === incidentTable) return incidents.map((incident) => safe(incidentRow(incident)));
  if (table === statementTable) return statements.map((statement): PlainRow => plainRow(statement));
  if (table === linkTable) return statements.map((statement) => safe(linkRow(statement)));
  return table === actTable ? acts.map((act) => safe(actRow(act))) : [];
}

function safe(row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, text]) => [name, guarded(text)]));
}

function incidentRow({ id, title, summary, madeFor }: IncidentAbout): Record<string, string> {
  return {
    id,
    title: title.en,
    titleChinese: title.zh ?? "",
    summary: summary.en,
    summaryChinese: summary.zh ?? "",
    madeFor: madeFor ?? "",
  };
}

function linkRow({ link, withdrawn }: LinkedStatement): Record<string, string> {
  const { statement, incident, kind, because, by, probability } = link;
  return {
    statement,
    incident,
    kind,
    because,
    byKind: by.kind,
    byName: by.name,
    probability: probability === undefined ? "" : String(probability),
    withdrawn: String(withdrawn),
  };
}

function actRow({
  id,
  when,
  plover,
  form,
  actors,
  targets,
  title,
  summary,
  read,
  checked,
  listedBy,
}: Act): Record<string, string> {
  return {
    id,
    when,
    plover,
    form,
    actors: JSON.stringify(actors),
    targets: JSON.stringify(targets),
    title: title.en,
    titleChinese: title.zh ?? "",
    summary: summary.en,
    summaryChinese: summary.zh ?? "",
    read: JSON.stringify(read),
    checked,
    listedBy: JSON.stringify(listedBy),
  };
}

function file(name: string, text: string): ZipEntry {
  return { name, bytes: new TextEncoder().encode(text) };
}
