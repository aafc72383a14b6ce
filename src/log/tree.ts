// The Merkle tree of rfc6962 §2.1 (the same as rfc9162 §2.1) over SHA-256: its root stands for every entry and their
// order. A perfect subtree of 2^level leaves is named by (level, index); all else is put together from those.

import { sha256, sha256Into } from "./sha-256.ts";

/** The hash of the perfect subtree over the leaves from index·2^level up to (index + 1)·2^level. */
export type HashAt = (level: number, index: number) => Uint8Array;

/** Leaves and nodes open with different bytes, so that a node can never be shown as an entry (RFC 6962 §2.1). */
const LEAF = 0;
const NODE = 1;

const pair = new Uint8Array(64);

export function leafHash(entry: Uint8Array): Uint8Array {
  const hash = new Uint8Array(32);
  sha256Into(entry, 0, entry.length, hash, 0, LEAF);
  return hash;
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left);
  pair.set(right, 32);
  const hash = new Uint8Array(32);
  sha256Into(pair, 0, 64, hash, 0, NODE);
  return hash;
}

/** The parent of two hashes that lie side by side in `hashes`, written to `target`. */
export function parentInto(hashes: Uint8Array, from: number, target: Uint8Array, at: number): void {
  sha256Into(hashes, from, 64, target, at, NODE);
}

export const emptyRoot: Uint8Array = sha256(new Uint8Array(0));

/** The root over a number of hashes that is a power of two, side by side. */
export function perfectRoot(hashes: Uint8Array): Uint8Array {
  let level = hashes;
  while (level.length > 32) {
    const above = new Uint8Array(level.length / 2);
    for (let at = 0; at < above.length; at += 32) parentInto(level, 2 * at, above, at);
    level = above;
  }
  return level;
}

/** The largest power of two below `size`: where RFC 6962 splits a tree of that size. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The hash of the leaves from `from` up to `to`; `from` is where RFC 6962 would split, so the parts are perfect. */
export function rangeHash(from: number, to: number, hashAt: HashAt): Uint8Array {
  const size = to - from;
  const level = Math.log2(size);
  if (Number.isInteger(level)) return hashAt(level, from / size);
  const split = splitOf(size);
  return nodeHash(rangeHash(from, from + split, hashAt), rangeHash(from + split, to, hashAt));
}

export function rootOf(size: number, hashAt: HashAt): Uint8Array {
  return size === 0 ? emptyRoot : rangeHash(0, size, hashAt);
}

/** The roots of the perfect subtrees that make up a tree, the largest first: enough to append and to know the root. */
export class CompactRange {
  size = 0;
  readonly #levels: (Uint8Array | null)[] = [];

  /** The range of a tree of `size` leaves. */
  static of(size: number, hashAt: HashAt): CompactRange {
    const range = new CompactRange();
    range.size = size;
    let rest = size;
    for (let level = 0; rest > 0; level += 1) {
      range.#levels.push(rest % 2 === 1 ? hashAt(level, rest - 1) : null);
      rest = Math.floor(rest / 2);
    }
    return range;
  }

  append(leaf: Uint8Array): void {
    let hash = leaf;
    let level = 0;
    for (; this.#levels[level]; level += 1) {
      hash = nodeHash(this.#levels[level] ?? hash, hash);
      this.#levels[level] = null;
    }
    this.#levels[level] = hash;
    this.size += 1;
  }

  root(): Uint8Array {
    let root: Uint8Array | null = null;
    for (const hash of this.#levels) if (hash) root = root ? nodeHash(hash, root) : hash;
    return root ?? emptyRoot;
  }
}
