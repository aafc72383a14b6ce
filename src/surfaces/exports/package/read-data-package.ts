// Reads a case's data package back. What does not fit its schema is one line that names file, row and field; nothing is
// taken from a package that does not hold together.

import { createHash } from "node:crypto";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import type { RestoredCase } from "../../../ledger/restore-case.ts";
import { unguarded } from "../../../sources/plain/formula-guard.ts";
import { plainStatement } from "../../../sources/plain/plain-columns.ts";
import { actSchema } from "../../../values/act.ts";
import { caseSchema, type IncidentAbout } from "../../../values/case-file.ts";
import { InputError } from "../../../values/errors.ts";
import { incidentIdSchema, linkKinds, type Statement } from "../../../values/statement.ts";
import { textSchema } from "../../../values/text.ts";
import type { BesideCase } from "../../inputs/register-files.ts";
import { besideFiles } from "./beside.ts";
import { actTable, incidentTable, linkTable, statementTable, type PackageTable } from "./tables.ts";
import { unzip } from "./zip.ts";

const incidentSchema: z.ZodType<IncidentAbout> = z.strictObject({
  id: incidentIdSchema,
  title: textSchema,
  summary: textSchema,
  madeFor: z.string().min(1).optional(),
});

const linkSchema = z.strictObject({
  statement: z.string().min(1),
  incident: incidentIdSchema,
  kind: z.enum(linkKinds),
  because: z.string().min(1),
  by: z.strictObject({ kind: z.enum(["rule", "model", "person"]), name: z.string().min(1) }),
  probability: z.number().min(0).max(1).optional(),
});

const descriptorSchema = z.object({
  resources: z.array(z.object({ path: z.string(), hash: z.string().optional() })).max(100),
});

/** The case that a package holds. `file` is the name that the reader gave. */
export function readDataPackage(bytes: Uint8Array, file: string): RestoredCase {
  const files = unzip(bytes, file);
  checkHashes(files, file);
  const about = checked(caseSchema, jsonOf(files, "case.json", file), `${file}:case.json`);
  const rows = (table: PackageTable): Cells[] => rowsOf(files, table, file).map(undone);
  const incidents = rows(incidentTable).map((row) => checked(incidentSchema, incidentOf(row), row.place));
  const links = rows(linkTable).map((row) => ({
    link: checked(linkSchema, linkOf(row), row.place),
    withdrawn: flagOf(row, "withdrawn"),
    place: row.place,
  }));
  const statements = rowsOf(files, statementTable, file).map(statementOf);
  const acts = rows(actTable).map((row) => checked(actSchema, actOf(row), row.place));
  for (const [name, ids] of [
    ["incidents", incidents],
    ["statements", statements],
    ["acts", acts],
  ] as const)
    unique(
      `${file}:${name}.csv`,
      ids.map(({ id }) => id),
    );
  unique(
    `${file}:links.csv`,
    links.map(({ link }) => link.statement),
  );
  const [incidentIds, statementIds] = [new Set(incidents.map(({ id }) => id)), new Set(statements.map(({ id }) => id))];
  for (const { link, place } of links) {
    if (!incidentIds.has(link.incident))
      throw new InputError(`${place}:incident`, "an incident of the package", link.incident);
    if (!statementIds.has(link.statement))
      throw new InputError(`${place}:statement`, "a statement of the package", link.statement);
  }
  const linked = new Set(links.map(({ link }) => link.statement));
  const loose = statements.find(({ id }) => !linked.has(id));
  if (loose) throw new InputError(`${file}:statements.csv:id`, "a statement that links.csv links", loose.id);
  return {
    about,
    incidents,
    statements,
    acts,
    links: links.map(({ link }) => link),
    withdrawn: links.filter(({ withdrawn }) => withdrawn).map(({ link }) => link.statement),
  };
}

/** The register and the journal of a package, as far as it has them. */
export function readBeside(bytes: Uint8Array, file: string): Partial<BesideCase> {
  const files = unzip(bytes, file);
  const held = besideFiles.filter(({ path }) => files.has(path));
  return Object.fromEntries(held.map(({ path, holds }) => [holds, textOf(files, path, file)]));
}

type Cells = { place: string; cells: Record<string, string> };

function rowsOf(files: ReadonlyMap<string, Uint8Array>, { name, columns }: PackageTable, file: string): Cells[] {
  const path = `${file}:${name}.csv`;
  let records: string[][];
  try {
    records = parse(textOf(files, `${name}.csv`, file), { bom: true, max_record_size: 2_000_000 });
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(path, "comma-separated rows", error.message);
    throw error;
  }
  const [head = [], ...rows] = records;
  const missing = columns.find((column) => !head.includes(column.name));
  if (missing) throw new InputError(path, `a column "${missing.name}"`, head.join(", "));
  return rows.map((row, index) => ({
    place: `${path}:${index + 1}`,
    cells: Object.fromEntries(head.map((column, at) => [column, row[at] ?? ""])),
  }));
}

/** Without the guard against formulas. The reader of statements undoes it itself. */
function undone({ place, cells }: Cells): Cells {
  return { place, cells: Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, unguarded(text)])) };
}

function incidentOf({ cells }: Cells): Record<string, unknown> {
  return {
    id: cells["id"],
    title: inLanguages(cells, "title"),
    summary: inLanguages(cells, "summary"),
    ...given("madeFor", cells["madeFor"]),
  };
}

function linkOf({ cells }: Cells): Record<string, unknown> {
  const { statement, incident, kind, because, byKind, byName, probability = "" } = cells;
  return {
    statement,
    incident,
    kind,
    because,
    by: { kind: byKind, name: byName },
    ...(probability === "" ? {} : { probability: Number(probability) }),
  };
}

function actOf({ cells, place }: Cells): Record<string, unknown> {
  const { id, when, plover, form, checked: how } = cells;
  const json = (name: string): unknown => parsed(cells[name] ?? "", `${place}:${name}`);
  return {
    id,
    when,
    plover,
    form,
    actors: json("actors"),
    targets: json("targets"),
    title: inLanguages(cells, "title"),
    summary: inLanguages(cells, "summary"),
    read: json("read"),
    checked: how,
    listedBy: json("listedBy"),
  };
}

function statementOf({ cells, place }: Cells): Statement {
  const read = plainStatement(cells);
  if (read.ok) return read.statement;
  throw new InputError(`${place}:${read.field}`, read.because);
}

function inLanguages(cells: Record<string, string>, name: string): Record<string, unknown> {
  return { en: cells[name], ...given("zh", cells[`${name}Chinese`]) };
}

function given(name: string, text: string | undefined): Record<string, string> {
  return text === undefined || text === "" ? {} : { [name]: text };
}

function flagOf({ cells, place }: Cells, name: string): boolean {
  const text = cells[name];
  if (text !== "true" && text !== "false") throw new InputError(`${place}:${name}`, "true or false", text);
  return text === "true";
}

function unique(place: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new InputError(place, "identifiers of their own", id);
    seen.add(id);
  }
}

function checkHashes(files: ReadonlyMap<string, Uint8Array>, file: string): void {
  const { resources } = checked(descriptorSchema, jsonOf(files, "datapackage.json", file), `${file}:datapackage.json`);
  for (const { path, hash } of resources) {
    const bytes = files.get(path);
    if (!bytes) throw new InputError(file, `a file ${path} in the zip, which datapackage.json names`);
    const is = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    if (hash !== undefined && hash.startsWith("sha256:") && hash !== is)
      throw new InputError(
        `${file}:${path}`,
        `the content that datapackage.json names by its hash`,
        "a file changed since",
      );
  }
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown, place: string): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new InputError(`${place}:${issue?.path.join(".") ?? ""}`, issue?.message ?? "what the schema says");
}

function jsonOf(files: ReadonlyMap<string, Uint8Array>, name: string, file: string): unknown {
  return parsed(textOf(files, name, file), `${file}:${name}`);
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(place, "JSON", text);
  }
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string, file: string): string {
  const bytes = files.get(name);
  if (!bytes) throw new InputError(file, `a data package with a file ${name}`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${file}:${name}`, "text in UTF-8");
  }
}
