// Signed notes (C2SP signed-note): a text, a blank line, and a line for each signature. What the text says counts for
// nothing until a signature of a known key holds.

import { InputError } from "../values/errors.ts";
import { base64, concat, fromBase64, fromHex, hex, utf8 } from "./bytes.ts";
import { COSIGNATURE, isKeyName, NOTE, type VerifierKey } from "./key.ts";
import { verifyEd25519 } from "./ed25519.ts";

export type Signature = { name: string; id: string; bytes: Uint8Array };

/** `text` ends in a newline; the blank line before the signatures is no part of it. */
export type Note = { text: string; signatures: Signature[] };

/** Enough for any policy, and not so much that a hostile note keeps a reader busy. */
const MOST_SIGNATURES = 100;
const LONGEST_NOTE = 1_000_000;

const DASH = "\u2014 ";

export function readNote(source: string, place = "note"): Note {
  if (source.length > LONGEST_NOTE) throw new InputError(place, `a note of at most ${LONGEST_NOTE} characters`);
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  if (/[\u0000-\u0009\u000b-\u001f]/.test(source) || !source.isWellFormed())
    throw new InputError(place, "a note without control characters");
  const split = source.lastIndexOf("\n\n");
  if (split < 0 || !source.endsWith("\n"))
    throw new InputError(place, "a text, a blank line, and signature lines that end in a newline");
  const lines = source.slice(split + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES)
    throw new InputError(place, `at most ${MOST_SIGNATURES} signatures`, lines.length);
  return { text: source.slice(0, split + 1), signatures: lines.map((line) => readSignature(line, place)) };
}

export function readSignature(line: string, place: string): Signature {
  const [dash, name = "", code = "", ...more] = line.split(" ");
  const bytes = fromBase64(code);
  if (`${dash} ` !== DASH || !isKeyName(name) || !bytes || bytes.length < 5 || more.length > 0)
    throw new InputError(place, "a signature line: em dash, name, base64", line);
  return { name, id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

export function writeNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(writeSignature).join("")}`;
}

export function writeSignature({ name, id, bytes }: Signature): string {
  return `${DASH}${name} ${base64(concat(fromHex(id) ?? new Uint8Array(4), bytes))}\n`;
}

/** A signature that holds; `at` is the time that a cosignature states, in seconds since 1970. */
export type Held = { holds: true; at: number | null } | { holds: false };

/** Whether the key made the signature over the text. Only what both Ed25519 kinds can say is checked. */
export function signatureHolds(key: VerifierKey, { bytes }: Signature, text: string): Held {
  if (key.type === NOTE && bytes.length === 64)
    return verifyEd25519(key.publicKey, utf8(text), bytes) ? { holds: true, at: null } : { holds: false };
  if (key.type === COSIGNATURE && bytes.length === 72) {
    const at = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
    // Above 2^53 a number is no longer itself, and no clock goes there (the standard's limit is 2^63 - 1).
    if (!Number.isSafeInteger(at)) return { holds: false };
    const holds = verifyEd25519(key.publicKey, utf8(cosignedText(text, at)), bytes.subarray(8));
    return holds ? { holds, at } : { holds };
  }
  return { holds: false };
}

/** What a witness signs: the time, and the whole text of the checkpoint (tlog-cosignature). */
export function cosignedText(text: string, at: number): string {
  return `cosignature/v1\ntime ${at}\n${text}`;
}

/** The signatures that a key is said to have made. */
export function signaturesOf({ signatures }: Note, key: Pick<VerifierKey, "name" | "id">): Signature[] {
  return signatures.filter(({ name, id }) => name === key.name && id === key.id);
}
