// What was last read from the store, kept in files beside it: reading a case then needs no database. Before anything is
// written the snapshots are dropped, and made again after: a killed process leaves none, never an old one.

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Snapshots = {
  read(name: string): string | null;
  write(name: string, text: string): void;
  drop(): void;
  /** Another one after each drop; null while there are none. */
  generation(): string | null;
};

export function snapshotsOf(folder: string): Snapshots {
  const place = join(folder, "snapshots");
  return {
    read(name) {
      try {
        return readFileSync(join(place, `${name}.json`), "utf8");
      } catch {
        return null;
      }
    },
    write(name, text) {
      mkdirSync(place, { recursive: true });
      const path = join(place, `${name}.json`);
      // Under another name first, so that nobody reads half of it.
      writeFileSync(`${path}.${process.pid}`, text);
      renameSync(`${path}.${process.pid}`, path);
    },
    drop() {
      rmSync(place, { recursive: true, force: true });
    },
    generation() {
      const found = statSync(place, { bigint: true, throwIfNoEntry: false });
      return found === undefined ? null : `${found.ino} ${found.birthtimeNs}`;
    },
  };
}

/**
 * What was kept under the name, or what `make` gives, which is kept from now on, unless something was written meanwhile.
 * A folder that takes no file is no fault.
 */
export async function remembered<Result>(
  snapshots: Snapshots,
  name: string,
  make: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    const kept = snapshots.read(name);
    if (kept !== null) return JSON.parse(kept) as Result;
  } catch {
    // A damaged file is as good as none.
  }
  const before = snapshots.generation();
  const made = await make();
  try {
    if (before === null || snapshots.generation() === before) snapshots.write(name, JSON.stringify(made));
  } catch {
    // It is worked out again next time.
  }
  return made;
}
