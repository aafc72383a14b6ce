// The ledger in a store that this process holds.

import { rebuild } from "../../ledger/append.ts";
import { loadCase } from "../../ledger/load-case.ts";
import { caseIds, readView, type LedgerView } from "../../ledger/view.ts";
import type { Store } from "../../store/open.ts";
import { remembered, snapshotsOf, type Snapshots } from "../../store/snapshot.ts";
import { readCaseFolder } from "./case-folder.ts";
import { changedCases } from "./changed-cases.ts";
import { unknownCase, type Ledger, type LedgerOptions } from "./ledger.ts";
import { dataFolder } from "./place.ts";
import { checkJournals } from "./receive-beside.ts";
import { forget, nothingKept, storeReading, storeWriting } from "./store-reading.ts";

/** Brings the cases' files in where they have changed, then serves the ledger. Closes the store if that fails. */
export async function storedLedger(store: Store, options: LedgerOptions): Promise<Ledger> {
  const snapshots = snapshotsOf(dataFolder(options.env));
  try {
    await loadChangedCases(store, snapshots, options);
    if (snapshots.read("cases") === null) await takeSnapshots(store, snapshots);
  } catch (error) {
    await store.close();
    throw error;
  }
  const views = new Map<string, Promise<LedgerView>>();
  const kept = nothingKept();
  const viewOf = async (caseId: string): Promise<LedgerView> => {
    const view = snapshotOf(snapshots, caseId) ?? (await readView(store.db, caseId));
    if (!view) throw unknownCase(caseId, await caseIds(store.db));
    return view;
  };
  const writing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    snapshots.drop();
    try {
      return await work();
    } finally {
      views.clear();
      forget(kept);
      await takeSnapshots(store, snapshots);
    }
  };
  const keptView = (caseId: string): Promise<LedgerView> => {
    const view = views.get(caseId) ?? viewOf(caseId);
    views.set(caseId, view);
    // A failure is not worth keeping.
    view.catch(() => views.delete(caseId));
    return view;
  };
  return {
    cases: () => caseIds(store.db),
    view: keptView,
    ...storeReading(store.db, keptView, kept),
    ...storeWriting(store.db, writing, () => new Date(), options.env),
    rebuild: async () => ({ ...(await writing(() => rebuild(store.db))), journals: checkJournals(options.env) }),
    remember: (name, make) => remembered(snapshots, name, make),
    announce: store.announce,
    close: store.close,
  };
}

/** What was last read, which nothing has changed since; null where it was damaged. */
function snapshotOf(snapshots: Snapshots, caseId: string): LedgerView | null {
  try {
    return JSON.parse(snapshots.read(caseId) ?? "null") as LedgerView | null;
  } catch {
    return null;
  }
}

async function loadChangedCases(
  store: Store,
  snapshots: Snapshots,
  { env, now, progress }: LedgerOptions,
): Promise<void> {
  const { changed, stamp } = changedCases(env);
  for (const one of changed) {
    const content = readCaseFolder(one.folder);
    progress(`Loading the case ${content.about.id} …`);
    snapshots.drop();
    await loadCase(store.db, content, now);
    stamp(one);
  }
}

async function takeSnapshots({ db }: Store, snapshots: Snapshots): Promise<void> {
  const ids = await caseIds(db);
  for (const id of ids) snapshots.write(id, JSON.stringify(await readView(db, id)));
  snapshots.write("cases", JSON.stringify(ids));
}
