// Public keys as C2SP signed-note writes them: <name>+<id>+<base64 of type and key>. The id is the beginning of
// SHA-256(name, newline, type, key): it tells keys apart and vouches for nothing.

import { InputError } from "../values/errors.ts";
import { base64, concat, fromBase64, hex, utf8 } from "./bytes.ts";
import { sha256 } from "./sha-256.ts";

/** What kind of signature a key makes: of a note's text, or of a checkpoint with the time (tlog-cosignature). */
export const NOTE = 1;
export const COSIGNATURE = 4;
/** Post-quantum cosignatures. Their keys are read, so that policies with them can be; they cannot be checked here. */
export const ML_DSA = 6;

const LENGTHS: Readonly<Record<number, number>> = { [NOTE]: 32, [COSIGNATURE]: 32, [ML_DSA]: 1312 };

export type VerifierKey = {
  name: string;
  /** Eight hexadecimal digits. */
  id: string;
  type: number;
  publicKey: Uint8Array;
};

export function verifierKey(name: string, type: number, publicKey: Uint8Array): VerifierKey {
  return { name, id: keyId(name, type, publicKey), type, publicKey };
}

function keyId(name: string, type: number, publicKey: Uint8Array): string {
  return hex(sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4));
}

export function writeVerifierKey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id}+${base64(concat(Uint8Array.of(type), publicKey))}`;
}

/** Names have no blank and no plus: those part the fields of keys and of signature lines. */
export function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{Cc}\p{Z}]/u.test(name) && name.isWellFormed();
}

/** `place`: where the text stands, for the one line that says what is wrong with it. */
export function readVerifierKey(text: string, place: string): VerifierKey {
  const [name = "", id = "", ...rest] = text.split("+");
  const bytes = fromBase64(rest.join("+"));
  const type = bytes?.[0];
  if (!isKeyName(name) || !bytes || type === undefined)
    throw new InputError(place, "a public key as <name>+<8 digits>+<base64>", text);
  const length = LENGTHS[type];
  if (length === undefined)
    throw new InputError(place, "a key of type 1 (Ed25519), 4 (Ed25519 cosignature) or 6 (ML-DSA-44)", `type ${type}`);
  const publicKey = bytes.subarray(1);
  if (publicKey.length !== length) throw new InputError(place, `a key of ${length} bytes`, `${publicKey.length} bytes`);
  const right = keyId(name, type, publicKey);
  if (id !== right) throw new InputError(place, `the id ${right} that goes with this name and key`, id);
  return { name, id, type, publicKey };
}

/** Name and id together name a key in signature lines. */
export const labelOf = ({ name, id }: Pick<VerifierKey, "name" | "id">): string => `${name}+${id}`;
