// A database just made, kept once per machine and version: opening a copy takes a third of a second, making one five.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { memoryStore, type Store } from "../../src/store/open.ts";
import pglite from "../../node_modules/@electric-sql/pglite/package.json" with { type: "json" };

const folder = join(tmpdir(), "detente-test-templates");
const path = join(folder, `pglite-${pglite.version}.tar`);

/** A store in memory, empty. */
export async function emptyStore(): Promise<Store> {
  return memoryStore(new Blob([await template()]));
}

async function template(): Promise<Uint8Array<ArrayBuffer>> {
  if (!existsSync(path)) {
    const database = await PGlite.create();
    const dump = await database.dumpDataDir("none");
    await database.close();
    mkdirSync(folder, { recursive: true });
    const own = `${path}.${process.pid}`;
    writeFileSync(own, new Uint8Array(await dump.arrayBuffer()));
    renameSync(own, path);
  }
  return new Uint8Array(readFileSync(path));
}
