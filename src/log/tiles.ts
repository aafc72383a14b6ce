// A log as files that any static host serves (C2SP tlog-tiles, c2spTlog): hashes in tiles of 256, entries in bundles of 256.
// tile/<L>/<N> holds hashes of level 8·L; the last tile of a level may be partial: tile/<L>/<N>.p/<W>.

import { concat } from "./bytes.ts";
import { perfectRoot, type HashAt } from "./tree.ts";

export const WIDTH = 256;
const HASH = 32;

/** An entry's length is written in two bytes. */
export const LONGEST_ENTRY = 65_535;

/** Whose hashes: of that level, or the entries themselves. */
export type Tile = { level: number | "entries"; index: number; width: number };

export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(3, "0");
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  const name = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${name}${width === WIDTH ? "" : `.p/${width}`}`;
}

/** The tile that a path names, in its one spelling; null for any other path. */
export function tileOf(path: string): Tile | null {
  const match = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!match) return null;
  const [, level = "", name = "", width] = match;
  const tile = {
    level: level === "entries" ? ("entries" as const) : Number(level),
    index: Number(name.replaceAll(/[x/]/g, "")),
    width: width === undefined ? WIDTH : Number(width),
  };
  return tilePath(tile) === path ? tile : null;
}

/** How many hashes of tile level `level` a tree of `size` leaves has. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / WIDTH ** level);
}

/** Every tile of hashes that a tree of `size` leaves needs and the tree of `old` leaves did not have, level by level. */
export function newTiles(old: number, size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const [before, now] = [hashesAt(level, old), hashesAt(level, size)];
    if (before === now) continue;
    for (let index = Math.floor(before / WIDTH); index * WIDTH < now; index += 1)
      tiles.push({ level, index, width: Math.min(WIDTH, now - index * WIDTH) });
  }
  return tiles;
}

/** The hashes of perfect subtrees of a tree of `size` leaves, from tiles as they are read. */
export function hashesFromTiles(size: number, readTile: (tile: Tile) => Uint8Array): HashAt {
  return (height, index) => {
    const level = Math.floor(height / 8);
    // 2^(height - 8·level) hashes of one tile lie under the subtree.
    const count = 2 ** (height - 8 * level);
    const first = index * count;
    const tileIndex = Math.floor(first / WIDTH);
    const width = Math.min(WIDTH, hashesAt(level, size) - tileIndex * WIDTH);
    const at = (first - tileIndex * WIDTH) * HASH;
    const hashes = readTile({ level, index: tileIndex, width });
    if (width < 1 || hashes.length !== width * HASH || at + count * HASH > hashes.length)
      throw new RangeError(`Cannot find the hash at level ${height}, index ${index} of a tree of ${size} leaves`);
    return perfectRoot(hashes.subarray(at, at + count * HASH));
  };
}

/** Entries side by side, each after its length in two bytes. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new RangeError(`Cannot log an entry of ${entry.length} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry];
    }),
  );
}

/** The entries of a bundle; null where its bytes do not come out even. */
export function entriesOf(bundle: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length;) {
    if (at + 2 > bundle.length) return null;
    const end = at + 2 + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0));
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
