// Opens the store of a data folder: takes the lock, makes the database on first use, brings the schema up to date.
// A database is made under another name and renamed when it is whole, so a killed first start leaves no half of one.

import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { SourceError } from "../values/errors.ts";
import { isLock, takeLock, type Holder, type Lock } from "./lock.ts";
import { migrations } from "./migrations.ts";
import type { Database, Tables } from "./tables.ts";

export type Store = {
  db: Database;
  /** Tells other processes where this one answers. */
  announce: (address: string) => void;
  close: () => Promise<void>;
};

export type OpenOptions = {
  now: Date;
  /** How long to wait for another process that holds the folder. */
  patienceMs?: number;
  /** Whether to wait for a server too: one that was just stopped takes a second to let go. */
  awaitServers?: boolean;
  /** Told when a step begins that takes seconds. */
  progress?: (text: string) => void;
};

/** Opens the folder's store, or gives who holds it after `patienceMs`. */
export async function openStore(
  folder: string,
  { now, patienceMs = 0, awaitServers = false, progress }: OpenOptions,
): Promise<Store | Holder> {
  makeFolder(folder);
  const lock = await patientLock(folder, now, patienceMs, awaitServers);
  if (!isLock(lock)) return lock;
  try {
    const pglite = await openDatabase(folder, progress);
    const db = await readyDatabase(pglite);
    return {
      db,
      announce: (address) => {
        lock.announce(address);
      },
      async close() {
        await db.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

export function isStore(opened: Store | Holder): opened is Store {
  return "db" in opened;
}

/** A store that lives in memory alone: for tests, and for reading a case without keeping anything. */
export async function memoryStore(template?: Blob): Promise<Store> {
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create(template ? { loadDataDir: template } : {});
  const db = await readyDatabase(pglite);
  return { db, announce: () => undefined, close: () => db.destroy() };
}

async function readyDatabase(pglite: PGlite): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (!error) return db;
  await db.destroy();
  throw new SourceError("damaged", `the store could not be brought up to date: ${messageOf(error)}`, { cause: error });
}

async function patientLock(
  folder: string,
  now: Date,
  patienceMs: number,
  awaitServers: boolean,
): Promise<Lock | Holder> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const taken = guard(folder, () => takeLock(folder, now));
    // A holder with an address is a server, which can be asked instead.
    const answers = !isLock(taken) && taken.address !== undefined && !awaitServers;
    if (isLock(taken) || answers || Date.now() >= until) return taken;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function openDatabase(folder: string, progress?: (text: string) => void): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite");
  const path = join(folder, "database");
  if (!existsSync(path)) {
    progress?.("Making the database (once) …");
    const unfinished = `${path}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    const made = await PGlite.create(unfinished);
    await made.close();
    renameSync(unfinished, path);
  }
  try {
    return await PGlite.create(path);
  } catch (error) {
    throw new SourceError("damaged", `the database in ${path} does not open: ${messageOf(error)}`, { cause: error });
  }
}

/** Makes a folder and those above it, one by one: Node's own way never ends on a system's folders such as /proc. */
function makeFolder(folder: string): void {
  guard(folder, () => {
    makeBelow(folder);
  });
}

function makeBelow(folder: string): void {
  if (existsSync(folder)) return;
  makeBelow(dirname(folder));
  mkdirSync(folder);
}

/** Runs what writes to the folder, and says in one line why it cannot. */
function guard<Result>(folder: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EROFS" || code === "EPERM") {
      throw new SourceError(
        "read-only",
        `the data folder ${folder} cannot be written (${code}); give another with DETENTE_DATA`,
        { cause: error },
      );
    }
    if (code === "ENOSPC")
      throw new SourceError("no-space", `the disk of the data folder ${folder} is full`, { cause: error });
    if (code === "ENOTDIR" || code === "EEXIST" || code === "ENOENT" || code === "ELOOP" || code === "ENAMETOOLONG") {
      throw new SourceError(
        "missing",
        `the data folder ${folder} is no folder and cannot be made (${code}); give another with DETENTE_DATA`,
        { cause: error },
      );
    }
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
