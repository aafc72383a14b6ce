// Every change of the ledger is a record, chained to the one before it: hash = SHA-256 of the record's canonical
// JSON (rfc8785), in which the previous record's hash stands. Changing any past record changes every later hash.

import { createHash } from "node:crypto";
import { canonical } from "../values/canonical.ts";

export type Hash = `sha256:${string}`;

/** What a record says, before it has a place in the chain. */
export type Change = { kind: string; case: string; subject: string; body: unknown };

export type Record = Change & {
  /** Place in the chain, from 1. */
  sequence: number;
  /** When it was appended, ISO 8601 in UTC. */
  at: string;
  /** Hash of the record before it; `beginning` for the first. */
  previous: Hash;
  hash: Hash;
};

/** What the first record has before it. */
export const beginning: Hash = `sha256:${"0".repeat(64)}`;

export function sha256(text: string | Uint8Array): Hash {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** The hash of any value, over its canonical form. */
export function hashOf(value: unknown): Hash {
  return sha256(canonical(value));
}

/** Chains changes after `head` (null: the chain is empty). */
export function chain(head: { sequence: number; hash: Hash } | null, changes: readonly Change[], now: Date): Record[] {
  const at = now.toISOString();
  let previous = head?.hash ?? beginning;
  return changes.map((change, index) => {
    const unhashed = { ...change, sequence: (head?.sequence ?? 0) + index + 1, at, previous };
    const record = { ...unhashed, hash: hashOf(unhashed) };
    previous = record.hash;
    return record;
  });
}

/** The first record whose place, link or hash is wrong, with what is wrong; null when the chain holds. */
export function firstBreak(records: readonly Record[]): { sequence: number; because: string } | null {
  let previous: Hash = beginning;
  for (const [index, record] of records.entries()) {
    const sequence = index + 1;
    const { hash, ...unhashed } = record;
    if (record.sequence !== sequence)
      return { sequence, because: `expected record ${sequence}, got ${record.sequence}` };
    if (record.previous !== previous) return { sequence, because: "does not name the hash of the record before it" };
    if (hashOf(unhashed) !== hash) return { sequence, because: "its content does not match its hash" };
    previous = hash;
  }
  return null;
}
