// One process at a time on one data folder: PGlite takes no lock, and two processes would corrupt the store. The
// lock is a file made in one step that fails if it exists; it names the process, so that one left behind by a
// killed process is told from one that is held.

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../values/errors.ts";

export type Holder = {
  pid: number;
  /** When that process started, in the system's own clock ticks; null where the system does not tell. */
  born: string | null;
  since: string;
  /** Where the holder answers, when it is a server. */
  address?: string;
};

export type Lock = {
  /** Writes where this process answers, for others to find. */
  announce(address: string): void;
  release(): void;
};

/** Takes the lock of a folder, or gives who holds it. */
export function takeLock(folder: string, now: Date): Lock | Holder {
  const path = join(folder, "lock");
  const mine: Holder = { pid: process.pid, born: birthOf(process.pid), since: now.toISOString() };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (make(path, mine)) return heldLock(path, mine);
    const holder = readHolder(path);
    if (holder && isAlive(holder)) return holder;
    removeStale(path, holder);
  }
  throw new SourceError(
    "locked",
    `the lock ${path} could neither be taken nor read; remove it if no detente is running`,
  );
}

export function isLock(taken: Lock | Holder): taken is Lock {
  return "release" in taken;
}

/** Who holds the lock of a folder now, or null. */
export function lockHolder(folder: string): Holder | null {
  const holder = readHolder(join(folder, "lock"));
  return holder && isAlive(holder) ? holder : null;
}

function heldLock(path: string, mine: Holder): Lock {
  let held = true;
  return {
    announce(address) {
      const own = `${path}.${process.pid}`;
      writeFileSync(own, JSON.stringify({ ...mine, address }));
      renameSync(own, path);
    },
    release() {
      if (held) rmSync(path, { force: true });
      held = false;
    },
  };
}

/** Makes the lock with its content in one step: a link to a file already written fails if the name is taken. */
function make(path: string, holder: Holder): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(holder));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function readHolder(path: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof holder === "object" && holder !== null && typeof (holder as Holder).pid === "number"
      ? (holder as Holder)
      : null;
  } catch {
    return null;
  }
}

/** Takes a dead holder's lock away, unless another process was quicker and holds a new one by now. */
function removeStale(path: string, seen: Holder | null): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && isAlive(moved) && moved.pid !== seen?.pid) {
    try {
      linkSync(aside, path);
    } catch {
      // A third process took it meanwhile: it is held either way.
    }
  }
  rmSync(aside, { force: true });
}

function isAlive({ pid, born }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = birthOf(pid);
  return born === null || now === null || born === now;
}

/** A process number is used again after a while; together with the start time it is not. */
function birthOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, which may hold blanks; the start time is field 22.
    return fields.slice(fields.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
