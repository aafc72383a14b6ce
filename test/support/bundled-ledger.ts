// The bundled case as a ledger without a store: what pages and routes read in tests.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { readView, type LedgerView } from "../../src/ledger/view.ts";
import { loadCase } from "../../src/ledger/load-case.ts";
import { readCaseFolder } from "../../src/surfaces/inputs/case-folder.ts";
import { bundledCasesFolder } from "../../src/surfaces/inputs/place.ts";
import { unknownCase, type Ledger } from "../../src/surfaces/inputs/ledger.ts";
import { forget, nothingKept, storeReading, storeWriting } from "../../src/surfaces/inputs/store-reading.ts";
import type { Store } from "../../src/store/open.ts";
import { emptyStore } from "./store-template.ts";

/** Loads the bundled case into a store in memory. */
export async function bundledLedger(): Promise<Ledger> {
  const store = await emptyStore();
  await loadCase(store.db, readCaseFolder(join(bundledCasesFolder, "us-cn")), new Date("2026-01-02T03:04:05Z"));
  let view: Promise<LedgerView> | null = null;
  const kept = nothingKept();
  const viewOf = (id: string): Promise<LedgerView> =>
    id === "us-cn" ? (view ??= loaded(store)) : Promise.reject(unknownCase(id, ["us-cn"]));
  const writing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } finally {
      view = null;
      forget(kept);
    }
  };
  return {
    cases: () => Promise.resolve(["us-cn"]),
    view: viewOf,
    ...storeReading(store.db, viewOf, kept),
    ...storeWriting(store.db, writing, () => new Date("2026-02-03T04:05:06Z"), {
      DETENTE_DATA: join(tmpdir(), `detente-bundled-${process.pid}`),
    }),
    rebuild: () => Promise.resolve({ records: 0, changed: [], broken: null, journals: [] }),
    remember: (_, make) => Promise.resolve(make()),
    announce: () => undefined,
    close: () => store.close(),
  };
}

async function loaded({ db }: Store): Promise<LedgerView> {
  const view = await readView(db, "us-cn");
  if (!view) throw new Error("the bundled case did not load");
  return view;
}
