// Imports a file into a store: the list's importer reads it, the ledger plans, commits and attaches.

import { attachImported } from "../../ledger/attach.ts";
import { commitImport, previewImport } from "../../ledger/import.ts";
import { LISTS } from "../../ledger/change.ts";
import { caseIds } from "../../ledger/view.ts";
import { cleanTextRepairs } from "../../sources/cfr/cfr-clean-text.ts";
import { cfr2021, cfr2023 } from "../../sources/cfr/cfr.ts";
import { guessImporter } from "../../sources/guess-importer.ts";
import { importerNamed, importers } from "../../sources/index.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import { runImport, type ImportResult } from "../../sources/run-import.ts";
import type { Database } from "../../store/tables.ts";
import { InputError } from "../../values/errors.ts";
import type { ImportAsked, Imported, ImportRead } from "./ledger.ts";

/** Reads a file as the importer that was named, or that its columns fit. */
export async function readImport({ source, file, bytes }: ImportAsked): Promise<ImportRead> {
  const importer = source === "" ? await guessImporter(bytes, file) : importerNamed(source);
  if (!importer)
    throw new InputError(
      source === "" ? file : "SOURCE",
      `one of ${importers.map(({ name }) => name).join(", ")}`,
      source === "" ? "columns that fit none of them" : source,
    );
  return { importer, result: await runImport(importer, bytes, { file }) };
}

export async function importInto(db: Database, asked: ImportAsked): Promise<Imported> {
  const { importer, result } = asked.read ?? (await readImport(asked));
  const { file, preview } = asked;
  const { changes, ...plan } = await previewImport(db, importer, file, await cleaned(db, result));
  if (preview) return { ...plan, writes: changes.length, committed: false, attached: [] };
  const now = new Date();
  await commitImport(db, { ...plan, changes }, now);
  const attached = [];
  for (const id of await caseIds(db)) attached.push({ case: id, ...(await attachImported(db, id, now)) });
  return { ...plan, writes: changes.length, committed: true, attached };
}

/** The tracker's vintage of 2023 lost its letters; where that of 2021 was imported before, they are taken from it. */
async function cleaned(db: Database, result: ImportResult): Promise<ImportResult> {
  if (result.source !== cfr2023.name) return result;
  const rows = await db
    .selectFrom("listed")
    .select("body")
    .where("case", "=", LISTS)
    .where("id", "like", `${cfr2021.name}:%`)
    .execute();
  const repairs = cleanTextRepairs(result, {
    ...result,
    records: rows.map(({ body }) => JSON.parse(body) as ListedRecord),
  });
  const byId = new Map(result.records.map((record) => [record.id, { ...record }]));
  for (const { row, field, new: clean } of repairs) Object.assign(byId.get(String(row)) ?? {}, { [field]: clean });
  return { ...result, records: [...byId.values()], repairs: [...result.repairs, ...repairs] };
}
