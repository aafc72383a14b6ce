// The log: trees in memory, proofs, signatures, entries on disk. Beside Go's programs and, for signatures, what was
// measured of others; see the goals of the log's page.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "../../src/log/bytes.ts";
import { fsck } from "../../src/log/fsck.ts";
import { NOTE } from "../../src/log/key.ts";
import { filesIn, folderReader } from "../../src/log/log-folder.ts";
import { initLog, openLogWriter } from "../../src/log/log-writer.ts";
import { MemoryTree } from "../../src/log/memory-tree.ts";
import { makePrivateKey, readPrivateKey } from "../../src/log/signer.ts";
import { verifyEd25519 } from "../../src/log/ed25519.ts";
import { inclusionHolds, inclusionProof } from "../../src/log/tree-proof.ts";
import { CompactRange, leafHash } from "../../src/log/tree.ts";
import { isLock, takeLock } from "../../src/store/lock.ts";
import type { Bench } from "./run.ts";

const MILLION = 1_000_000;
const signer = readPrivateKey(makePrivateKey("example.org/bench", NOTE, new Uint8Array(32).fill(1)), "bench");
const leaf = (index: number): Uint8Array => leafHash(utf8(`leaf-${index}`));

let whole: MemoryTree | null = null;
const million = (): MemoryTree => (whole ??= grown(MILLION));

function grown(size: number): MemoryTree {
  const tree = new MemoryTree();
  for (let index = 0; index < size; index += 1) tree.append(leaf(index));
  return tree;
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

export const log: Bench[] = [
  {
    name: "log: append 1,000,000 leaves, every hash in memory",
    goal: 3,
    unit: "s",
    runs: 3,
    other: { name: "Go tlog", value: 0.678 },
    measure: () => secondsOf(() => grown(MILLION).root()),
  },
  {
    name: "log: root of 1,000,000 leaves, compact range",
    goal: 3,
    unit: "s",
    runs: 3,
    other: { name: "Go merkle", value: 0.616 },
    measure: () =>
      secondsOf(() => {
        const range = new CompactRange();
        for (let index = 0; index < MILLION; index += 1) range.append(leaf(index));
        range.root();
      }),
  },
  {
    name: "log: make 100,000 inclusion proofs in 1,000,000",
    goal: 3,
    unit: "s",
    runs: 3,
    other: { name: "Go tlog", value: 0.318 },
    measure() {
      const tree = million();
      return secondsOf(() => {
        for (let index = 0; index < MILLION; index += 10) inclusionProof(index, MILLION, tree.hashAt);
      });
    },
  },
  {
    name: "log: check one inclusion proof in 1,000,000",
    goal: 1,
    unit: "ms",
    runs: 3,
    other: { name: "Go tlog", value: 0.00525 },
    measure() {
      const tree = million();
      const [index, root] = [777_777, tree.root()];
      const [hash, proof] = [tree.hashAt(0, index), inclusionProof(index, MILLION, tree.hashAt)];
      const checks = 5000;
      const seconds = secondsOf(() => {
        for (let check = 0; check < checks; check += 1)
          if (!inclusionHolds(index, MILLION, hash, proof, root)) throw new Error("the proof should hold");
      });
      return (1000 * seconds) / checks;
    },
  },
  {
    name: "log: check one Ed25519 signature of 150 bytes, as in a browser",
    goal: 20,
    unit: "ms",
    runs: 3,
    other: { name: "noble (JavaScript)", value: 0.929 },
    measure() {
      const checks = 50;
      const messages = Array.from({ length: checks }, () => crypto.getRandomValues(new Uint8Array(150)));
      const signed = messages.map((message) => ({ message, signature: signer.signBytes(message) }));
      const seconds = secondsOf(() => {
        for (const { message, signature } of signed)
          if (!verifyEd25519(signer.key.publicKey, message, signature)) throw new Error("the signature should hold");
      });
      return (1000 * seconds) / checks;
    },
  },
  {
    name: "log: durable entries, synced by 100, signed checkpoint every 1,000",
    goal: 5000,
    unit: "entries/s",
    more: true,
    runs: 3,
    measure: () => inFolder((folder) => entriesPerSecond(folder, 20_000)),
  },
  {
    name: "log: fsck of 1,000,000 entries on disk",
    goal: 30,
    unit: "s",
    runs: 1,
    measure: () => inFolder(fsckSeconds),
  },
];

function inFolder(work: (folder: string) => number): number {
  const place = mkdtempSync(join(tmpdir(), "detente-bench-log-"));
  try {
    return work(join(place, "log"));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function lock(folder: string): { release(): void } {
  const taken = takeLock(folder, new Date());
  if (!isLock(taken)) throw new Error("the bench's own folder is locked");
  return taken;
}

/** Entries of about the size of a ledger's record. */
const entry = (index: number): Uint8Array => utf8(`{"sequence":${index},"body":"${"x".repeat(400)}"}`);

function entriesPerSecond(folder: string, count: number): number {
  initLog(folder, signer, lock, new Date());
  const writer = openLogWriter(folder, lock);
  const seconds = secondsOf(() => {
    for (let index = 0; index < count; index += 100) {
      writer.append(Array.from({ length: 100 }, (_, at) => entry(index + at)));
      if (writer.pending >= 1000) writer.checkpoint(signer, new Date());
    }
  });
  writer.close();
  return count / seconds;
}

function fsckSeconds(folder: string): number {
  initLog(folder, signer, lock, new Date());
  const writer = openLogWriter(folder, lock);
  for (let index = 0; index < MILLION; index += 10_000)
    writer.append(Array.from({ length: 10_000 }, (_, at) => entry(index + at)));
  writer.checkpoint(signer, new Date());
  writer.close();
  return secondsOf(() => {
    if (!fsck(folderReader(folder), filesIn(folder), { now: new Date() }).valid)
      throw new Error("the log should be sound");
  });
}
