// Debates as files: one canonical JSON per debate in a folder, written whole or not at all, so that reading the same
// thread again changes no byte. What a later copy of the thread no longer has is kept beside it.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf, type Hash } from "../log/record.ts";
import { canonical } from "../values/canonical.ts";
import { InputError, SourceError } from "../values/errors.ts";
import type { Comment, Debate } from "./debate.ts";

export type Shelved = {
  debate: Debate;
  /** Comments that an earlier copy had and the last one has not. */
  withdrawn: readonly Comment[];
};

export type Merged = { shelved: Shelved; added: string[]; changed: string[]; unchanged: number; withdrawn: string[] };

/** What a copy of a thread changes in what was known of it. */
export function merge(before: Shelved | null, debate: Debate): Merged {
  const known = new Map(
    [...(before?.withdrawn ?? []), ...(before?.debate.comments ?? [])].map((comment) => [comment.id, comment]),
  );
  const here = new Set(debate.comments.map(({ id }) => id));
  const added = debate.comments.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const changed = debate.comments
    .filter((comment) => {
      const old = known.get(comment.id);
      return old !== undefined && hashOf(old) !== hashOf(comment);
    })
    .map(({ id }) => id);
  const withdrawn = [...known.values()].filter(({ id }) => !here.has(id));
  const unchanged = debate.comments.length - added.length - changed.length;
  return { shelved: { debate, withdrawn }, added, changed, unchanged, withdrawn: withdrawn.map(({ id }) => id) };
}

export type Shelf = {
  ids(): string[];
  read(id: string): Shelved | null;
  /** Gives the hash of what stands there now, and whether that changed anything. */
  write(shelved: Shelved): { hash: Hash; wrote: boolean };
};

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

export function shelfIn(folder: string): Shelf {
  const fileOf = (id: string): string => {
    if (!ID.test(id)) throw new InputError("ID", "letters, digits, full stops and hyphens, at most 80", id);
    return join(folder, `${id}.json`);
  };
  const textOf = (id: string): string | null => {
    try {
      return readFileSync(fileOf(id), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  };
  return {
    ids() {
      try {
        return readdirSync(folder)
          .filter((name) => name.endsWith(".json"))
          .map((name) => name.slice(0, -".json".length))
          .sort();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
      }
    },
    read(id) {
      const text = textOf(id);
      try {
        return text === null ? null : (JSON.parse(text) as Shelved);
      } catch (cause) {
        throw new SourceError("damaged", `the debate ${fileOf(id)} is no JSON; remove it and import the thread again`, {
          cause,
        });
      }
    },
    write(shelved) {
      const text = canonical(shelved);
      const path = fileOf(shelved.debate.id);
      const wrote = textOf(shelved.debate.id) !== text;
      if (wrote) writeWhole(folder, path, text);
      return { hash: hashOf(shelved), wrote };
    },
  };
}

function writeWhole(folder: string, path: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.${process.pid}.new`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
