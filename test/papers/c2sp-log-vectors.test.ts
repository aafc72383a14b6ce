// The log against other programs: RFC 6962 trees and proofs (Go's tlog and transparency-dev's merkle), tiles, signed
// notes (Go's note) and Ed25519 (Go's and noble's), byte for byte.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fromBase64, fromHex, hex, utf8 } from "../../src/log/bytes.ts";
import { readCheckpoint } from "../../src/log/checkpoint.ts";
import { verifyEd25519 } from "../../src/log/ed25519.ts";
import { GrowingTiles } from "../../src/log/growing-tiles.ts";
import { NOTE, readVerifierKey, writeVerifierKey } from "../../src/log/key.ts";
import { MemoryTree } from "../../src/log/memory-tree.ts";
import { readNote, signatureHolds, signaturesOf, writeNote } from "../../src/log/note.ts";
import { makePrivateKey, readPrivateKey, signText } from "../../src/log/signer.ts";
import { bundleOf, newTiles, tilePath, type Tile } from "../../src/log/tiles.ts";
import { consistencyHolds, consistencyProof, inclusionHolds, inclusionProof } from "../../src/log/tree-proof.ts";
import { leafHash } from "../../src/log/tree.ts";
import { verifyCheckpoint } from "../../src/log/verify-proof.ts";

const folder = "../shared/oracles/log";
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0);
/** Base64 where it is some; else bytes of no hash's length, which nothing accepts. */
const loose = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array(1);

type Tree = {
  input: { leavesHex: string[] };
  output: {
    leafHashes?: string[];
    roots: { size: number; root: string }[];
    inclusion: { size: number; index: number; proof: string[] }[];
    consistency: { [key: string]: unknown; proof: string[] }[];
  };
};

function treeOf(leaves: readonly Uint8Array[]): MemoryTree {
  const tree = new MemoryTree();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
}

function expectTree(name: string, tree: MemoryTree): void {
  const { output } = read(name) as Tree;
  for (const { size, root } of output.roots) expect(hex(tree.root(size)), `root of ${size}`).toBe(root);
  for (const { size, index, proof } of output.inclusion) {
    expect(inclusionProof(index, size, tree.hashAt).map(hex)).toEqual(proof);
    expect(inclusionHolds(index, size, tree.hashAt(0, index), proof.map(bytes), tree.root(size))).toBe(true);
  }
  expect(output.consistency.length).toBeGreaterThan(10);
  for (const row of output.consistency) {
    const [old, size] = Object.values(row)
      .filter((value) => typeof value === "number")
      .sort((one, other) => one - other) as [number, number];
    expect(consistencyProof(old, size, tree.hashAt).map(hex)).toEqual(row.proof);
    expect(consistencyHolds(old, size, tree.root(old), tree.root(size), row.proof.map(bytes))).toBe(true);
  }
}

describe.skipIf(!existsSync(folder))("the log on shared vectors", () => {
  test("makes the trees of 8 leaves: hashes, roots and every proof", () => {
    const { input, output } = read("tree-8-leaves") as Tree;
    const leaves = input.leavesHex.map(bytes);
    expect(leaves.map((leaf) => hex(leafHash(leaf)))).toEqual(output.leafHashes);
    expectTree("tree-8-leaves", treeOf(leaves));
  });

  test("makes the tree of 70,000 leaves: roots and proofs at chosen sizes", () => {
    expectTree("tree-70000-leaves", treeOf(Array.from({ length: 70_000 }, (_, index) => utf8(`leaf-${index}`))));
  });

  test("judges every inclusion proof as the other program does", () => {
    type Row = { leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] | null };
    const { input, output } = read("verify-inclusion") as {
      input: { rows: Row[] };
      output: { rows: { valid: boolean }[] };
    };
    const judged = input.rows.map(({ leafIdx, treeSize, root, leafHash: leaf, proof }) =>
      inclusionHolds(leafIdx, treeSize, loose(leaf), (proof ?? []).map(loose), loose(root)),
    );
    expect(judged.length).toBe(47);
    expect(judged).toEqual(output.rows.map(({ valid }) => valid));
  });

  test("judges every consistency proof as the other program does", () => {
    type Row = { size1: number; size2: number; root1: string; root2: string; proof: string[] | null };
    const { input, output } = read("verify-consistency") as {
      input: { rows: Row[] };
      output: { rows: { valid: boolean }[] };
    };
    const judged = input.rows.map(({ size1, size2, root1, root2, proof }) =>
      consistencyHolds(size1, size2, loose(root1), loose(root2), (proof ?? []).map(loose)),
    );
    expect(judged.length).toBe(54);
    expect(judged).toEqual(output.rows.map(({ valid }) => valid));
  });

  test("writes the tiles of a log that grew in one step", () => {
    type Tiles = { treeSize: number; tiles: { path: string; hashes: number; bytes: number; sha256: string }[] };
    const { output } = read("tiles") as { output: { trees: Tiles[] } };
    for (const { treeSize, tiles } of output.trees) {
      const files = new Map<string, Uint8Array>();
      const write = (tile: Tile, content: Uint8Array): void => void files.set(tilePath(tile), content);
      const growing = new GrowingTiles(0, () => new Uint8Array(0));
      for (let index = 0; index < treeSize; index += 1) growing.append(utf8(`leaf-${index}`), write);
      growing.writePartial(0, write);
      const written = [...files].filter(([path]) => !path.startsWith("tile/entries/"));
      const facts = written.map(([path, content]) => ({
        path,
        hashes: content.length / 32,
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      }));
      const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1);
      expect(facts.sort(byPath)).toEqual(tiles.toSorted(byPath));
      expect(newTiles(0, treeSize).map(tilePath).sort()).toEqual(tiles.map(({ path }) => path).sort());
      expect(files.get(tilePath({ level: "entries", index: 0, width: Math.min(256, treeSize) }))).toEqual(
        bundleOf(Array.from({ length: Math.min(256, treeSize) }, (_, index) => utf8(`leaf-${index}`))),
      );
    }
  });

  test("signs and checks Ed25519 as the other programs do", () => {
    type Rows = {
      input: { rows: { seed: string; message: string }[] };
      output: { rows: { publicKey: string; signature: string }[] };
    };
    const { input, output } = read("ed25519") as Rows;
    for (const [index, { seed, message }] of input.rows.entries()) {
      const { publicKey, signature } = output.rows[index]!;
      const signer = readPrivateKey(makePrivateKey("x", NOTE, bytes(seed)), "x");
      expect([hex(signer.key.publicKey), hex(signer.signBytes(bytes(message)))]).toEqual([publicKey, signature]);
      expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature))).toBe(true);
      expect(verifyEd25519(bytes(publicKey), bytes(`${message}00`), bytes(signature))).toBe(false);
    }
  });

  test("signs notes byte for byte, and refuses the changed ones", () => {
    type Key = { signer: string; verifier: string };
    type Notes = {
      input: { keys: (Key & { keyHash: string; text: string; witnesses: Key[] })[] };
      output: { notes: { signed: string; signedByAll: string; changed: string }[] };
    };
    const { input, output } = read("signed-notes") as Notes;
    for (const [index, { signer, verifier, keyHash, text, witnesses }] of input.keys.entries()) {
      const { signed, signedByAll, changed } = output.notes[index]!;
      const signers = [signer, ...witnesses.map((witness) => witness.signer)].map((line) =>
        readPrivateKey(line, "key"),
      );
      const verifiers = [verifier, ...witnesses.map((witness) => witness.verifier)];
      expect(signers.map(({ key }) => writeVerifierKey(key))).toEqual(verifiers);
      expect(signers[0]?.key.id).toBe(keyHash);
      const signatures = signers.map((one) => signText(one, text, new Date(0)));
      expect(writeNote({ text, signatures: signatures.slice(0, 1) })).toBe(signed);
      expect(writeNote({ text, signatures })).toBe(signedByAll);
      const note = readNote(signedByAll);
      for (const key of verifiers.map((line) => readVerifierKey(line, "key")))
        expect(signaturesOf(note, key).map((one) => signatureHolds(key, one, note.text).holds)).toEqual([true]);
      expect(verifyCheckpoint(signedByAll, [verifier], new Date(0))).toMatchObject({
        valid: true,
        size: readCheckpoint(text).size,
      });
      const all = verifyCheckpoint(signedByAll, verifiers, new Date(0));
      expect([all.valid, all.cosigned.length, verifyCheckpoint(signed, verifiers, new Date(0)).code]).toEqual([
        true,
        2,
        "too-few-signatures",
      ]);
      expect(verifyCheckpoint(changed, [verifier], new Date(0))).toMatchObject({
        valid: false,
        code: "false-signature",
      });
    }
  });
});

// The first and third test of RFC 8032 §7.1.
test.each([
  [
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
])("verifyEd25519() takes the signature that RFC 8032 prints for %s", (publicKey, message, signature) => {
  expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature))).toBe(true);
});
