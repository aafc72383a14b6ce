// One way in to the ledger for every surface: from the snapshots where nothing has changed since they were made, else
// from the store, else through the running workbench that holds it.

import type { LedgerView } from "../../ledger/view.ts";
import { isStore, openStore, type Store } from "../../store/open.ts";
import type { Holder } from "../../store/lock.ts";
import { remembered, snapshotsOf } from "../../store/snapshot.ts";
import { SourceError } from "../../values/errors.ts";
import { dataFolder } from "./place.ts";
import { changedCases } from "./changed-cases.ts";
import { remoteLedger } from "./remote-ledger.ts";
import { unknownCase, type Ledger, type LedgerOptions } from "./ledger.ts";
import { storedLedger } from "./stored-ledger.ts";

/** Opens the ledger for a command. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  return snapshotLedger(options) ?? (await openStoredOrRemote(options));
}

/** Opens the ledger for a server, which must hold the data folder itself. */
export async function openOwnLedger(options: LedgerOptions): Promise<Ledger> {
  return storedLedger(owned(await openFolder(options, true), options), options);
}

async function openStoredOrRemote(options: LedgerOptions): Promise<Ledger> {
  const opened = await openFolder(options);
  if ("address" in opened && opened.address !== undefined) return remoteLedger(opened.address);
  return storedLedger(owned(opened, options), options);
}

function openFolder(
  { env, now, patienceMs = 10_000, progress }: LedgerOptions,
  awaitServers = false,
): Promise<Store | Holder> {
  return openStore(dataFolder(env), { now, patienceMs, awaitServers, progress });
}

function owned(opened: Store | Holder, { env }: LedgerOptions): Store {
  if (isStore(opened)) return opened;
  const { pid, since, address } = opened;
  const where = address ? ` It answers at ${address}.` : "";
  throw new SourceError(
    "locked",
    `the data folder ${dataFolder(env)} is in use by another detente (process ${pid}, since ${since}).${where} Stop it, or give another folder with DETENTE_DATA. Nothing was changed.`,
  );
}

/** Reads without the database; null where the cases' files have changed or there are no snapshots. */
function snapshotLedger(options: LedgerOptions): Ledger | null {
  const snapshots = snapshotsOf(dataFolder(options.env));
  const ids = snapshots.read("cases");
  if (ids === null || changedCases(options.env).changed.length > 0) return null;
  const cases = JSON.parse(ids) as string[];
  let store: Promise<Ledger> | null = null;
  const stored = (): Promise<Ledger> => (store ??= openStoredOrRemote(options));
  return {
    cases: () => Promise.resolve(cases),
    async view(caseId) {
      if (!cases.includes(caseId)) throw unknownCase(caseId, cases);
      const text = snapshots.read(caseId);
      return text === null ? (await stored()).view(caseId) : (JSON.parse(text) as LedgerView);
    },
    history: async (caseId, subjects) => (await stored()).history(caseId, subjects),
    viewAt: async (caseId, moment) => (await stored()).viewAt(caseId, moment),
    movedTo: async (caseId, incident) => (await stored()).movedTo(caseId, incident),
    record: async (sequence) => (await stored()).record(sequence),
    origins: async (subjects) => (await stored()).origins(subjects),
    listed: async (source) => (await stored()).listed(source),
    clusters: async () => (await stored()).clusters(),
    queue: async (caseId, most) => (await stored()).queue(caseId, most),
    decisions: async (caseId) => (await stored()).decisions(caseId),
    judge: async (caseId, judged) => (await stored()).judge(caseId, judged),
    undo: async (caseId, of) => (await stored()).undo(caseId, of),
    importDecisions: async (caseId, rows) => (await stored()).importDecisions(caseId, rows),
    importCase: async (asked) => (await stored()).importCase(asked),
    importFile: async (asked) => (await stored()).importFile(asked),
    rebuild: async () => (await stored()).rebuild(),
    remember: (name, make) => remembered(snapshots, name, make),
    announce: () => undefined,
    close: async () => {
      if (store) await (await store).close();
    },
  };
}
