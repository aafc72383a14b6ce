// Entries that were acknowledged and wait for the next checkpoint, in one file that is only ever added to:
//
//   "detente pending v1\n", the number of the first entry in 8 bytes, a check over both
//   for each entry: length in 2 bytes, check over number and length, check over number and entry, the entry
//
// Checks are 8 bytes of SHA-256. A write that was cut off leaves less than it promised, at the very end: those entries
// were never acknowledged. Anything else that does not fit is damage, and says so.

import { concat, sameBytes, utf8 } from "./bytes.ts";
import { sha256 } from "./sha-256.ts";

const LEAD = utf8("detente pending v1\n");
const CHECK = 8;
const HEAD = LEAD.length + 8 + CHECK;
const ENTRY_HEAD = 2 + CHECK + CHECK;

export type Pending = {
  /** The number of the first entry. */
  first: number;
  entries: Uint8Array[];
  /** Bytes up to the end of the last whole entry. */
  length: number;
  /** Bytes after that: a write that was cut off. */
  torn: number;
  /** Why the file cannot be what was written; null where it can. */
  damage: string | null;
};

export function pendingHead(first: number): Uint8Array {
  const lead = concat(LEAD, numberBytes(first));
  return concat(lead, check(lead));
}

/** The bytes to add for entries of which the first has the number `from`. */
export function pendingBytes(from: number, entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap((entry, index) => {
      const length = Uint8Array.of(entry.length >> 8, entry.length & 255);
      const number = numberBytes(from + index);
      return [length, check(concat(number, length)), check(concat(number, entry)), entry];
    }),
  );
}

export function readPending(bytes: Uint8Array): Pending {
  const head = bytes.subarray(0, HEAD);
  const first = head.length === HEAD ? Number(new DataView(head.buffer, head.byteOffset).getBigUint64(LEAD.length)) : 0;
  const none = { first, entries: [], length: HEAD, torn: 0 };
  if (head.length < HEAD || !sameBytes(head, pendingHead(first)))
    return { ...none, damage: "its first line is not as it was written" };
  const entries: Uint8Array[] = [];
  let at = HEAD;
  while (at + ENTRY_HEAD <= bytes.length) {
    const number = numberBytes(first + entries.length);
    const length = bytes.subarray(at, at + 2);
    if (!sameBytes(bytes.subarray(at + 2, at + 2 + CHECK), check(concat(number, length))))
      return { ...none, entries, length: at, damage: `entry ${first + entries.length} has a wrong length` };
    const start = at + ENTRY_HEAD;
    const end = start + (((length[0] ?? 0) << 8) | (length[1] ?? 0));
    if (end > bytes.length) break;
    const entry = bytes.subarray(start, end);
    if (!sameBytes(bytes.subarray(at + 2 + CHECK, start), check(concat(number, entry))))
      return { ...none, entries, length: at, damage: `entry ${first + entries.length} is not as it was written` };
    entries.push(entry);
    at = end;
  }
  return { first, entries, length: at, torn: bytes.length - at, damage: null };
}

function numberBytes(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(value));
  return new Uint8Array(view.buffer);
}

function check(bytes: Uint8Array): Uint8Array {
  return sha256(bytes).subarray(0, CHECK);
}
