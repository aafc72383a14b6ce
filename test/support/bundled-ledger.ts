// The bundled case as a ledger without a store: what pages and routes read in tests.

import { join } from "node:path";
import { readView } from "../../src/ledger/view.ts";
import { loadCase } from "../../src/ledger/load-case.ts";
import { readCaseFolder } from "../../src/surfaces/inputs/case-folder.ts";
import { bundledCasesFolder } from "../../src/surfaces/inputs/place.ts";
import { unknownCase, type Ledger } from "../../src/surfaces/inputs/ledger.ts";
import { emptyStore } from "./store-template.ts";

/** Loads the bundled case into a store in memory. */
export async function bundledLedger(): Promise<Ledger> {
  const store = await emptyStore();
  await loadCase(store.db, readCaseFolder(join(bundledCasesFolder, "us-cn")), new Date("2026-01-02T03:04:05Z"));
  const view = await readView(store.db, "us-cn");
  if (!view) throw new Error("the bundled case did not load");
  return {
    cases: () => Promise.resolve(["us-cn"]),
    view: (id) => (id === "us-cn" ? Promise.resolve(view) : Promise.reject(unknownCase(id, ["us-cn"]))),
    history: () => Promise.resolve([]),
    importFile: () => Promise.reject(new Error("not in this test")),
    rebuild: () => Promise.resolve({ records: 0, changed: [], broken: null }),
    announce: () => undefined,
    close: () => store.close(),
  };
}
