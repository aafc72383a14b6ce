// The part of `log fsck` about hashes: the tree made again from the entries, and each tile held against it.

import { sameBytes } from "./bytes.ts";
import type { ReadFile } from "./log-folder.ts";
import { MemoryTree } from "./memory-tree.ts";
import { entriesOf, hashesAt, newTiles, tileOf, tilePath, WIDTH, type Tile } from "./tiles.ts";
import { leafHash } from "./tree.ts";
import { reason, type Problem } from "./verdict.ts";

const HASH = 32;

/**
 * The tree of the entries under the checkpoint and of those that wait. Where a bundle cannot be read, its tile's hashes
 * stand in, so that one damaged file is not taken for many; null where those are gone too.
 */
export function leavesOf(
  read: ReadFile,
  size: number,
  waiting: readonly Uint8Array[],
  root: Uint8Array,
  problems: Problem[],
): MemoryTree | null {
  const fromEntries = treeOf(
    size,
    waiting,
    (index, width) => entryLeaves(read, index, width) ?? tileLeaves(read, index, width),
  );
  const damage: Problem = { file: "checkpoint", ...reason("damaged", "The entries do not give its root.") };
  if (!fromEntries) {
    // However large a log says it is, no more is read of it than is there.
    problems.push({ ...damage, ...reason("missing", "Entries and hashes of one place are both gone or broken.") });
    return null;
  }
  if (sameBytes(fromEntries.root(size), root)) return fromEntries;
  const fromTiles = treeOf(size, waiting, (index, width) => tileLeaves(read, index, width));
  if (fromTiles && sameBytes(fromTiles.root(size), root)) return fromTiles;
  problems.push(damage);
  return fromEntries;
}

function treeOf(
  size: number,
  waiting: readonly Uint8Array[],
  leaves: (index: number, width: number) => Uint8Array[] | null,
): MemoryTree | null {
  const tree = new MemoryTree();
  for (let index = 0; index * WIDTH < size; index += 1) {
    const hashes = leaves(index, Math.min(WIDTH, size - index * WIDTH));
    if (!hashes) return null;
    for (const hash of hashes) tree.append(hash);
  }
  for (const entry of waiting) tree.append(leafHash(entry));
  return tree;
}

function entryLeaves(read: ReadFile, index: number, width: number): Uint8Array[] | null {
  const entries = entriesOf(read(tilePath({ level: "entries", index, width })) ?? new Uint8Array(0));
  return entries?.length === width ? entries.map(leafHash) : null;
}

function tileLeaves(read: ReadFile, index: number, width: number): Uint8Array[] | null {
  const hashes = read(tilePath({ level: 0, index, width }));
  if (hashes?.length !== width * HASH) return null;
  return Array.from({ length: width }, (_, at) => hashes.subarray(at * HASH, (at + 1) * HASH));
}

/** Every tile that the checkpoint needs is there, and every tile that is there is right. */
export function checkTiles(
  read: ReadFile,
  paths: readonly string[],
  { tree, size }: { tree: MemoryTree; size: number },
  problems: Problem[],
): void {
  const there = new Set(paths);
  for (const tile of [...newTiles(0, size), ...bundles(size)])
    if (!there.has(tilePath(tile))) problems.push({ file: tilePath(tile), ...reason("missing") });
  for (const path of paths) {
    if (!path.startsWith("tile/")) continue;
    const tile = tileOf(path);
    const bytes = read(path) ?? new Uint8Array(0);
    if (!tile || !isWithin(tile, tree.size)) problems.push({ file: path, ...reason("not-of-this-log") });
    else if (tile.level === "entries") checkBundle(path, tile, bytes, tree, problems);
    else if (!sameBytes(bytes, hashesOf(tile, tree))) problems.push({ file: path, ...reason("damaged") });
  }
}

/** Tiles may be ahead of the checkpoint by what waits: a stop between the two leaves them so. */
function isWithin({ level, index, width }: Tile, total: number): boolean {
  return hashesAt(level === "entries" ? 0 : level, total) >= index * WIDTH + width;
}

function bundles(size: number): Tile[] {
  return Array.from({ length: Math.ceil(size / WIDTH) }, (_, index) => ({
    level: "entries" as const,
    index,
    width: Math.min(WIDTH, size - index * WIDTH),
  }));
}

function hashesOf({ level, index, width }: Tile, tree: MemoryTree): Uint8Array {
  const from = index * WIDTH * HASH;
  return tree.levelHashes(8 * Number(level)).subarray(from, from + width * HASH);
}

function checkBundle(path: string, tile: Tile, bytes: Uint8Array, tree: MemoryTree, problems: Problem[]): void {
  const entries = entriesOf(bytes);
  const hashes = hashesOf({ ...tile, level: 0 }, tree);
  if (entries?.length !== tile.width) {
    problems.push({ file: path, ...reason("damaged", "It does not come out even.") });
    return;
  }
  const wrong = entries.findIndex(
    (entry, at) => !sameBytes(leafHash(entry), hashes.subarray(at * HASH, (at + 1) * HASH)),
  );
  if (wrong >= 0)
    problems.push({ file: path, ...reason("damaged", `Entry ${tile.index * WIDTH + wrong} is not what was logged.`) });
}
