// Brings a case into a store from its data package. Nothing is written unless the whole package holds together.

import { restoreCase } from "../../ledger/restore-case.ts";
import { readView } from "../../ledger/view.ts";
import type { Database } from "../../store/tables.ts";
import { readBeside, readDataPackage } from "../exports/package/read-data-package.ts";
import { receiving } from "./receive-beside.ts";
import type { CaseImported } from "./ledger.ts";

type Writing = <Result>(work: () => Promise<Result>) => Promise<Result>;

export async function importPackage(
  db: Database,
  file: string,
  bytes: Uint8Array,
  writing: Writing,
  { now, env }: { now: Date; env: Record<string, string | undefined> },
): Promise<CaseImported> {
  const restored = readDataPackage(bytes, file);
  const receive = receiving(restored.about.id, readBeside(bytes, file), file, env, now);
  const records = await writing(() => restoreCase(db, restored, now));
  receive();
  const view = await readView(db, restored.about.id);
  return { case: restored.about.id, records, hash: view?.hash ?? "" };
}
