// One way in to the ledger for every surface: through the store when the data folder is free, through the running
// workbench when it holds the folder.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rebuild } from "../../ledger/append.ts";
import { loadCase } from "../../ledger/load-case.ts";
import { caseIds, readView, type LedgerView } from "../../ledger/view.ts";
import { isStore, openStore, type Store } from "../../store/open.ts";
import type { Holder } from "../../store/lock.ts";
import { InputError, SourceError } from "../../values/errors.ts";
import { bundledCasesFolder, dataFolder } from "./place.ts";
import { caseFolders, readCaseFolder, readCaseTexts } from "./case-folder.ts";

export type Ledger = {
  cases(): Promise<string[]>;
  view(caseId: string): Promise<LedgerView>;
  rebuild(): Promise<{ records: number; changed: string[] }>;
  announce(address: string): void;
  close(): Promise<void>;
};

export type LedgerOptions = {
  env: Record<string, string | undefined>;
  now: Date;
  progress: (text: string) => void;
  /** How long to wait for another command that holds the data folder. */
  patienceMs?: number;
};

/** Opens the ledger, or speaks to the workbench that has it open. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const opened = await openFolder(options);
  if ("address" in opened && opened.address !== undefined) return remoteLedger(opened.address);
  return ownLedger(opened, options);
}

/** Opens the ledger for a server, which must hold the data folder itself. */
export async function openOwnLedger(options: LedgerOptions): Promise<Ledger> {
  return ownLedger(await openFolder(options), options);
}

function openFolder({ env, now, patienceMs = 10_000, progress }: LedgerOptions): Promise<Store | Holder> {
  return openStore(dataFolder(env), { now, patienceMs, progress });
}

async function ownLedger(opened: Store | Holder, options: LedgerOptions): Promise<Ledger> {
  const folder = dataFolder(options.env);
  if (!isStore(opened)) throw lockedError(folder, opened);
  try {
    await loadBundledCases(opened, folder, options);
    return storedLedger(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function lockedError(folder: string, { pid, since, address }: Holder): SourceError {
  const where = address ? ` It answers at ${address}.` : "";
  return new SourceError("locked", `the data folder ${folder} is in use by another detente (process ${pid}, since ${since}).${where} Stop it, or give another folder with DETENTE_DATA. Nothing was changed.`);
}

/** Loads the cases whose files have changed since they were last loaded. */
async function loadBundledCases({ db }: Store, folder: string, { env, now, progress }: LedgerOptions): Promise<void> {
  const stampPath = join(folder, "loaded-cases.json");
  const stamps = readStamps(stampPath);
  const known = new Set(await caseIds(db));
  for (const caseFolder of caseFolders(env["DETENTE_CASES"] ?? bundledCasesFolder)) {
    const { hash } = readCaseTexts(caseFolder);
    const stamp = stamps[caseFolder];
    if (stamp?.hash === hash && known.has(stamp.id)) continue;
    const content = readCaseFolder(caseFolder);
    progress(`Loading the case ${content.about.id} …`);
    await loadCase(db, content, now);
    stamps[caseFolder] = { id: content.about.id, hash };
    // Written under another name first: a killed process leaves the old stamps or the new ones.
    writeFileSync(`${stampPath}.new`, JSON.stringify(stamps));
    renameSync(`${stampPath}.new`, stampPath);
  }
}

type Stamps = Record<string, { id: string; hash: string }>;

/** What was loaded last. A stamp that cannot be read costs a second loading, which changes nothing. */
function readStamps(path: string): Stamps {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Stamps;
  } catch {
    return {};
  }
}

function storedLedger(store: Store): Ledger {
  return {
    cases: () => caseIds(store.db),
    async view(caseId) {
      const view = await readView(store.db, caseId);
      if (!view) throw await unknownCase(caseId, () => caseIds(store.db));
      return view;
    },
    rebuild: () => rebuild(store.db),
    announce: store.announce,
    close: store.close,
  };
}

async function unknownCase(caseId: string, known: () => Promise<string[]>): Promise<InputError> {
  return new InputError("CASE", `one of ${(await known()).join(", ")}`, caseId);
}

const REMOTE_TIMEOUT_MS = 30_000;

function remoteLedger(address: string): Ledger {
  const get = async (path: string, method = "GET"): Promise<unknown> => {
    const response = await fetch(new URL(path, address), { method, signal: AbortSignal.timeout(REMOTE_TIMEOUT_MS) }).catch((error: unknown) => {
      throw new SourceError("network", `the running workbench at ${address} does not answer`, { cause: error });
    });
    const body: unknown = await response.json();
    if (response.ok) return body;
    const detail = (body as { detail?: string }).detail ?? response.statusText;
    throw response.status === 400 || response.status === 404 ? new RemoteInputError(detail) : new SourceError("network", detail);
  };
  return {
    cases: () => get("/api/cases") as Promise<string[]>,
    view: (caseId) => get(`/api/cases/${encodeURIComponent(caseId)}/ledger`) as Promise<LedgerView>,
    rebuild: () => get("/api/rebuild", "POST") as Promise<{ records: number; changed: string[] }>,
    announce: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** An error line that the workbench has already written. */
class RemoteInputError extends InputError {
  constructor(line: string) {
    super("", "");
    this.message = line;
  }
}
