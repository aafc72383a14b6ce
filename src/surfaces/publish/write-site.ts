// Writes a publication into a folder. What is not the publication's own is never touched: a folder that holds anything
// else is refused, a file of another's at a path that is needed is refused, and what an earlier publication left is taken
// away only where nobody has changed it since.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { InputError } from "../../values/errors.ts";
import { sha256, type Files } from "./answers.ts";

/** The list of all files with their hashes, by which a folder is known again. */
export const LIST = "publication.json";

export type PublicationAbout = { case: string; version: string; ledger: string; day: string };
export type Written = { files: number; bytes: number; changed: number; removed: number };

const listSchema = z.looseObject({
  format: z.literal("detente-publication-1"),
  files: z.record(z.string(), z.string()),
});
type Hashes = Record<string, string>;

/** Whether a path may be written at all: plain names, no way up, nothing hidden but the one that hosts ask for. */
export function isPlainPath(path: string): boolean {
  if (path === ".nojekyll") return true;
  return (
    path.length < 2000 &&
    path.split("/").every((name) => /^[A-Za-z0-9_~][A-Za-z0-9._~+=@,-]*$/.test(name) && !name.endsWith("."))
  );
}

export function writeSite(folder: string, files: Files, about: PublicationAbout): Written {
  for (const path of files.keys())
    if (!isPlainPath(path)) throw new RangeError(`Cannot publish to the path ${JSON.stringify(path)}`);
  const earlier = earlierIn(folder);
  const wanted = Object.fromEntries(
    [...files].map(([path, bytes]): [string, string] => [path, sha256(bytes)]).sort(byPath),
  );
  const lost = Object.keys(wanted).find((path) => isInTheWay(folder, path, wanted, earlier));
  if (lost !== undefined)
    throw new InputError(
      "--out",
      `a folder in which ${lost} is free: what stands there is not of an earlier publication`,
      join(folder, lost),
    );
  mkdirSync(folder, { recursive: true });
  const changed = Object.keys(wanted).filter((path) => hashIn(folder, path) !== wanted[path]);
  const gone = Object.keys(earlier).filter((path) => !(path in wanted));
  // Stopped half way, the folder still knows which files are its own.
  if (changed.length + gone.length > 0) writeList(folder, about, { ...earlier, ...wanted });
  for (const path of changed) writeWhole(join(folder, path), files.get(path) ?? new Uint8Array());
  const removed = gone.filter((path) => hashIn(folder, path) === earlier[path]);
  for (const path of removed) remove(folder, path);
  writeList(folder, about, wanted);
  const bytes = [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { files: files.size, bytes, changed: changed.length, removed: removed.length };
}

/** What an earlier publication wrote there; a folder with anything but one is refused. */
function earlierIn(folder: string): Hashes {
  if (!existsSync(folder)) return {};
  if (!lstatSync(folder).isDirectory()) throw new InputError("--out", "a folder", folder);
  const names = readdirSync(folder);
  if (names.length === 0) return {};
  const refusal = new InputError(
    "--out",
    "a new or empty folder, or one that an earlier publication was written to; nothing was changed",
    folder,
  );
  if (!names.includes(LIST)) throw refusal;
  try {
    const { files } = listSchema.parse(JSON.parse(readFileSync(join(folder, LIST), "utf8")));
    return Object.fromEntries(Object.entries(files).filter(([path]) => isPlainPath(path)));
  } catch {
    throw refusal;
  }
}

/** A file of somebody else's, a folder where a file is needed, or a way that leads out through a link. */
function isInTheWay(folder: string, path: string, wanted: Hashes, earlier: Hashes): boolean {
  const way = wayTo(folder, path);
  if (way !== "open") return way === "barred";
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (!found) return false;
  return !found.isFile() || !(path in earlier || hashIn(folder, path) === wanted[path]);
}

/** Whether folders of our own lead to a path: none yet, or barred by a file or a link. */
function wayTo(folder: string, path: string): "open" | "none" | "barred" {
  const parts = path.split("/");
  for (let depth = 1; depth < parts.length; depth++) {
    const found = lstatSync(join(folder, ...parts.slice(0, depth)), { throwIfNoEntry: false });
    if (!found) return "none";
    if (!found.isDirectory()) return "barred";
  }
  return "open";
}

function hashIn(folder: string, path: string): string | null {
  if (wayTo(folder, path) !== "open") return null;
  const place = join(folder, path);
  return lstatSync(place, { throwIfNoEntry: false })?.isFile() ? sha256(readFileSync(place)) : null;
}

function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let up = dirname(path); up !== "."; up = dirname(up)) {
    const place = join(folder, up);
    if (!existsSync(place) || readdirSync(place).length > 0) return;
    rmdirSync(place);
  }
}

function writeList(folder: string, about: PublicationAbout, files: Hashes): void {
  const sorted = Object.fromEntries(Object.entries(files).sort(byPath));
  const text = `${JSON.stringify({ format: "detente-publication-1", ...about, files: sorted }, null, 1)}\n`;
  const bytes = new TextEncoder().encode(text);
  if (hashIn(folder, LIST) !== sha256(bytes)) writeWhole(join(folder, LIST), bytes);
}

/** Whole or not at all. */
function writeWhole(place: string, bytes: Uint8Array): void {
  mkdirSync(dirname(place), { recursive: true });
  const unfinished = `${place}.${process.pid}.new`;
  try {
    writeFileSync(unfinished, bytes, { flag: "wx" });
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function byPath([one]: [string, unknown], [other]: [string, unknown]): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
