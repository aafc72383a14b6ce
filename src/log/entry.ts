// What of a record goes into the log: its canonical JSON (rfc8785), or, where that is longer than an entry may be, the
// hash of it with what names it. Either way the whole record is committed to.

import { canonical } from "../values/canonical.ts";
import { fromUtf8, hex, utf8 } from "./bytes.ts";
import { sha256 } from "./sha-256.ts";
import { LONGEST_ENTRY } from "./tiles.ts";

/** `name`: what a reader needs to find the record that a hash stands for. */
export function entryOf(record: unknown, name: { [field: string]: string | number }): Uint8Array {
  const whole = utf8(canonical(record));
  if (whole.length <= LONGEST_ENTRY) return whole;
  return utf8(canonical({ ...name, sha256: hex(sha256(whole)) }));
}

/** An entry's JSON object, or null where it is none. */
export function readEntryObject(entry: Uint8Array): { [field: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(fromUtf8(entry) ?? "");
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { [field: string]: unknown })
      : null;
  } catch {
    return null;
  }
}
