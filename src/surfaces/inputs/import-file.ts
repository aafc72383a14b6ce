// Imports a file into a store: the list's importer reads it, the ledger plans, commits and attaches.

import { attachImported } from "../../ledger/attach.ts";
import { commitImport, previewImport } from "../../ledger/import.ts";
import { caseIds } from "../../ledger/view.ts";
import { guessImporter } from "../../sources/guess-importer.ts";
import { importerNamed, importers } from "../../sources/index.ts";
import { runImport } from "../../sources/run-import.ts";
import type { Database } from "../../store/tables.ts";
import { InputError } from "../../values/errors.ts";
import type { ImportAsked, Imported } from "./ledger.ts";

export async function importInto(db: Database, { source, file, bytes, preview }: ImportAsked): Promise<Imported> {
  const importer = source === "" ? await guessImporter(bytes, file) : importerNamed(source);
  if (!importer) throw new InputError(source === "" ? file : "SOURCE", `one of ${importers.map(({ name }) => name).join(", ")}`, source === "" ? "columns that fit none of them" : source);
  const { changes, ...plan } = await previewImport(db, importer, file, await runImport(importer, bytes, { file }));
  if (preview) return { ...plan, committed: false, attached: [] };
  const now = new Date();
  await commitImport(db, { ...plan, changes }, now);
  const attached = [];
  for (const id of await caseIds(db)) attached.push({ case: id, ...(await attachImported(db, id, now)) });
  return { ...plan, committed: true, attached };
}
