// A whole tree in memory: the hashes of every level side by side, each level twice the one above it.

import { parentInto, rootOf, type HashAt } from "./tree.ts";

export class MemoryTree {
  size = 0;
  /** Hashes of each level, with room to grow. */
  readonly #levels: Uint8Array[] = [];

  append(leaf: Uint8Array): void {
    let index = this.size;
    this.#room(0, index).set(leaf, 32 * index);
    this.size += 1;
    // Each right child completes its parent.
    for (let level = 0; index % 2 === 1; level += 1) {
      const parent = (index - 1) / 2;
      parentInto(this.#levels[level] ?? leaf, 32 * (index - 1), this.#room(level + 1, parent), 32 * parent);
      index = parent;
    }
  }

  root(size: number = this.size): Uint8Array {
    return rootOf(size, this.hashAt);
  }

  readonly hashAt: HashAt = (level, index) => {
    const hash = this.#levels[level]?.subarray(32 * index, 32 * (index + 1));
    if (!hash || (index + 1) * 2 ** level > this.size)
      throw new RangeError(`Cannot give the hash at level ${level}, index ${index} of a tree of ${this.size} leaves`);
    return hash;
  };

  /** The hashes of a level that are known, side by side. */
  levelHashes(level: number): Uint8Array {
    return (this.#levels[level] ?? new Uint8Array(0)).subarray(0, 32 * Math.floor(this.size / 2 ** level));
  }

  #room(level: number, index: number): Uint8Array {
    const found = this.#levels[level];
    if (found && found.length >= 32 * (index + 1)) return found;
    const larger = new Uint8Array(Math.max(32 * 64, 2 * (found?.length ?? 0)));
    if (found) larger.set(found);
    this.#levels[level] = larger;
    return larger;
  }
}
