import fc from "fast-check";
import { expect, test } from "vitest";
import { hex, utf8 } from "./bytes.ts";
import { MemoryTree } from "./memory-tree.ts";
import { consistencyHolds, consistencyProof, inclusionHolds, inclusionProof } from "./tree-proof.ts";
import { CompactRange, emptyRoot, leafHash, nodeHash, splitOf } from "./tree.ts";

const leaves = Array.from({ length: 700 }, (_, index) => leafHash(utf8(`leaf-${index}`)));
const tree = new MemoryTree();
for (const leaf of leaves) tree.append(leaf);

/** RFC 6962 §2.1, as it is defined. */
function byDefinition(from: number, to: number): Uint8Array {
  if (to - from === 0) return emptyRoot;
  if (to - from === 1) return leaves[from]!;
  const middle = from + splitOf(to - from);
  return nodeHash(byDefinition(from, middle), byDefinition(middle, to));
}

const sizes = fc.integer({ min: 1, max: leaves.length });
const pairs = sizes.chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)));

test("a tree's root at any size is the standard's, kept whole, in a range, or continued from a range", () => {
  fc.assert(
    fc.property(pairs, ([half, size]) => {
      const expected = hex(byDefinition(0, size));
      const range = new CompactRange();
      for (const leaf of leaves.slice(0, size)) range.append(leaf);
      const continued = CompactRange.of(half, tree.hashAt);
      for (const leaf of leaves.slice(half, size)) continued.append(leaf);
      expect([hex(tree.root(size)), hex(range.root()), hex(continued.root())]).toEqual([expected, expected, expected]);
      expect([range.size, continued.size]).toEqual([size, size]);
    }),
    { numRuns: 40 },
  );
  expect(hex(new MemoryTree().root())).toBe(hex(emptyRoot));
});

test("inclusionProof() convinces inclusionHolds() of its own entry and place, and of no other", () => {
  fc.assert(
    fc.property(pairs, fc.nat(), ([one, size], pick) => {
      const index = one - 1;
      const proof = inclusionProof(index, size, tree.hashAt);
      const root = tree.root(size);
      expect(inclusionHolds(index, size, leaves[index]!, proof, root)).toBe(true);
      const other = pick % leaves.length;
      if (other !== index) {
        expect(inclusionHolds(index, size, leaves[other]!, proof, root)).toBe(false);
        expect(inclusionHolds(other, size, leaves[index]!, proof, root)).toBe(false);
      }
      expect(inclusionHolds(index, size, leaves[index]!, [...proof, leaves[0]!], root)).toBe(false);
      if (proof.length > 0) {
        expect(inclusionHolds(index, size, leaves[index]!, proof.slice(1), root)).toBe(false);
        expect(inclusionHolds(index, size, leaves[index]!, proof.toReversed(), root)).toBe(proof.length === 1);
        const changed = proof.map((hash) => hash.slice());
        changed[pick % proof.length]![pick % 32]! ^= 1 << (pick % 8);
        expect(inclusionHolds(index, size, leaves[index]!, changed, root)).toBe(false);
      }
    }),
  );
});

test("consistencyProof() convinces consistencyHolds() that a tree grew, and of no other beginning", () => {
  fc.assert(
    fc.property(pairs, fc.nat(), ([old, size], pick) => {
      const proof = consistencyProof(old, size, tree.hashAt);
      const [before, after] = [tree.root(old), tree.root(size)];
      expect(consistencyHolds(old, size, before, after, proof)).toBe(true);
      const other = tree.root((old % leaves.length) + 1);
      expect(consistencyHolds(old, size, other, after, proof)).toBe(hex(other) === hex(before));
      expect(consistencyHolds(old, size, before, after, [...proof, leaves[0]!])).toBe(false);
      if (proof.length === 0) return;
      const changed = proof.map((hash) => hash.slice());
      changed[pick % proof.length]![pick % 32]! ^= 1 << (pick % 8);
      expect(consistencyHolds(old, size, before, after, changed)).toBe(false);
      expect(consistencyHolds(old, size, before, after, proof.slice(0, -1))).toBe(false);
    }),
  );
});

test("proofs are refused for places and sizes that are none", () => {
  const hash = leaves[0]!;
  for (const [index, size] of [
    [-1, 1],
    [1, 1],
    [0, 0],
    [0.5, 2],
    [2 ** 64, 2 ** 65],
    [Number.NaN, 3],
  ] as const) {
    expect(inclusionHolds(index, size, hash, [], hash)).toBe(false);
    expect(() => inclusionProof(index, size, tree.hashAt)).toThrow(RangeError);
    expect(consistencyHolds(index, size, hash, hash, [])).toBe(index === 1);
  }
  expect(consistencyHolds(0, 5, emptyRoot, tree.root(5), [])).toBe(false);
  expect(inclusionHolds(0, 1, hash.subarray(1), [], hash.subarray(1))).toBe(false);
});
