// The right edge of a log: what must be written when entries are added. Full tiles go out as they fill, partial ones
// when a checkpoint is made; only the last, unfinished tile of each level is held.

import { concat } from "./bytes.ts";
import { CompactRange, leafHash, perfectRoot } from "./tree.ts";
import { bundleOf, hashesAt, hashesFromTiles, LONGEST_ENTRY, WIDTH, type Tile } from "./tiles.ts";

export type Write = (tile: Tile, bytes: Uint8Array) => void;

const HASH = 32;

export class GrowingTiles {
  size: number;
  /** Per level, the hashes of the unfinished tile. */
  readonly #hashes: Uint8Array[][] = [];
  #bundle: Uint8Array[] = [];
  readonly #range: CompactRange;
  /** The bundle's part that is on disk already. */
  #bundleBefore: Uint8Array;

  /** A log of `size` entries as it stands in files. */
  constructor(size: number, readTile: (tile: Tile) => Uint8Array) {
    this.size = size;
    this.#range = CompactRange.of(size, hashesFromTiles(size, readTile));
    for (let level = 0; hashesAt(level, size) > 0; level += 1) {
      const width = hashesAt(level, size) % WIDTH;
      const bytes = width > 0 ? readTile({ level, index: Math.floor(hashesAt(level, size) / WIDTH), width }) : null;
      this.#hashes.push(
        Array.from({ length: width }, (_, at) => (bytes ?? new Uint8Array(0)).slice(at * HASH, (at + 1) * HASH)),
      );
    }
    const width = size % WIDTH;
    this.#bundleBefore =
      width > 0 ? readTile({ level: "entries", index: Math.floor(size / WIDTH), width }) : new Uint8Array(0);
  }

  append(entry: Uint8Array, write: Write): void {
    if (entry.length > LONGEST_ENTRY) throw new RangeError(`Cannot log an entry of ${entry.length} bytes`);
    this.#bundle.push(entry);
    this.size += 1;
    if (this.size % WIDTH === 0) {
      write({ level: "entries", index: this.size / WIDTH - 1, width: WIDTH }, this.#bundleBytes());
      this.#bundle = [];
      this.#bundleBefore = new Uint8Array(0);
    }
    const leaf = leafHash(entry);
    this.#range.append(leaf);
    this.#add(0, leaf, write);
  }

  root(): Uint8Array {
    return this.#range.root();
  }

  #add(level: number, hash: Uint8Array, write: Write): void {
    const hashes = (this.#hashes[level] ??= []);
    hashes.push(hash);
    if (hashes.length < WIDTH) return;
    const tile = concat(...hashes);
    write({ level, index: hashesAt(level, this.size) / WIDTH - 1, width: WIDTH }, tile);
    this.#hashes[level] = [];
    this.#add(level + 1, perfectRoot(tile), write);
  }

  /** Writes the partial tiles that a checkpoint of this size needs and that of `since` entries did not. */
  writePartial(since: number, write: Write): void {
    for (const [level, hashes] of this.#hashes.entries())
      if (hashes.length > 0 && hashesAt(level, since) !== hashesAt(level, this.size))
        write(
          { level, index: Math.floor(hashesAt(level, this.size) / WIDTH), width: hashes.length },
          concat(...hashes),
        );
    const width = this.size % WIDTH;
    if (width > 0 && since !== this.size)
      write({ level: "entries", index: Math.floor(this.size / WIDTH), width }, this.#bundleBytes());
  }

  #bundleBytes(): Uint8Array {
    return concat(this.#bundleBefore, bundleOf(this.#bundle));
  }
}
