// Short proofs about a tree: that an entry is in it (inclusion), and that a later tree only added to an earlier one
// (consistency). Made as rfc6962 §2.1.1 and §2.1.2 say, checked as rfc9162 §2.1.3.2 and §2.1.4.2 say.

import { sameBytes } from "./bytes.ts";
import { nodeHash, rangeHash, splitOf, type HashAt } from "./tree.ts";

type Hashes = readonly Uint8Array[];

/** From the leaf's sibling up to the root's child. */
export function inclusionProof(index: number, size: number, hashAt: HashAt): Uint8Array[] {
  if (!isWithin(index, size)) throw new RangeError(`Cannot prove entry ${index} in a tree of ${size}`);
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      proof.push(rangeHash(middle, to, hashAt));
      to = middle;
    } else {
      proof.push(rangeHash(from, middle, hashAt));
      from = middle;
    }
  }
  return proof.reverse();
}

/** That the tree of `old` leaves is the beginning of the tree of `size` leaves; no proof is needed where they are one. */
export function consistencyProof(old: number, size: number, hashAt: HashAt): Uint8Array[] {
  if (!Number.isSafeInteger(size) || !isWithin(old - 1, size))
    throw new RangeError(`Cannot prove a tree of ${old} leaves to begin a tree of ${size}`);
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (old !== to) {
    const middle = from + splitOf(to - from);
    if (old <= middle) {
      proof.push(rangeHash(middle, to, hashAt));
      to = middle;
    } else {
      proof.push(rangeHash(from, middle, hashAt));
      from = middle;
    }
  }
  // The verifier knows the old root: its own hash is needed only where the old tree is not all of what is left.
  if (from > 0) proof.push(rangeHash(from, to, hashAt));
  return proof.reverse();
}

/** RFC 9162 §2.1.3.2. */
export function inclusionHolds(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: Hashes,
  root: Uint8Array,
): boolean {
  if (!isWithin(index, size) || !areHashes([leaf, root, ...proof])) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = nodeHash(hash, sibling);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(hash, root);
}

/** RFC 9162 §2.1.4.2. Nothing is said of an empty tree: it begins every tree, and no proof can show more. */
export function consistencyHolds(
  old: number,
  size: number,
  oldRoot: Uint8Array,
  root: Uint8Array,
  proof: Hashes,
): boolean {
  if (!Number.isSafeInteger(size) || !isWithin(old - 1, size) || !areHashes([oldRoot, root, ...proof])) return false;
  if (old === size) return proof.length === 0 && sameBytes(oldRoot, root);
  const [first, ...rest] = Number.isInteger(Math.log2(old)) ? [oldRoot, ...proof] : proof;
  if (!first || proof.length === 0) return false;
  let [fn, sn] = [old - 1, size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [first, first];
  for (const hash of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = nodeHash(sr, hash);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(fr, oldRoot) && sameBytes(sr, root);
}

const half = (value: number): number => Math.floor(value / 2);

const isWithin = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;

const areHashes = (hashes: Hashes): boolean => hashes.every((hash) => hash.length === 32);
