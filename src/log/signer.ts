// Private keys: made, kept as one line (PRIVATE+KEY+<name>+<id>+<base64 of type and seed>, as signed notes have them),
// and used to sign. What is returned never holds the seed, so that nothing can print it.

import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from "node:crypto";
import { InputError } from "../values/errors.ts";
import { base64, concat, fromBase64, utf8 } from "./bytes.ts";
import { COSIGNATURE, isKeyName, NOTE, verifierKey, type VerifierKey } from "./key.ts";
import { cosignedText, type Signature } from "./note.ts";

export type Signer = {
  key: VerifierKey;
  /** Signs bytes as they are. */
  signBytes: (message: Uint8Array) => Uint8Array;
};

const LEAD = "PRIVATE+KEY+";
/** The fixed beginning of a PKCS #8 file with an Ed25519 seed (RFC 8410 §7). */
const PKCS8 = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);

/** A new private key in its one line. `seed` is drawn from the system unless a test gives it. */
export function makePrivateKey(name: string, type: number, seed: Uint8Array = randomBytes(32)): string {
  if (!isKeyName(name)) throw new InputError("NAME", "a name without blanks and plus signs", name);
  const { key } = signerOf(name, type, seed);
  return `${LEAD}${name}+${key.id}+${base64(concat(Uint8Array.of(type), seed))}`;
}

/** `place` names the file; the line itself is never shown. */
export function readPrivateKey(line: string, place: string): Signer {
  const [name = "", id = "", ...rest] = line.trimEnd().slice(LEAD.length).split("+");
  const bytes = fromBase64(rest.join("+"));
  const type = bytes?.[0];
  if (!line.startsWith(LEAD) || !isKeyName(name) || bytes?.length !== 33 || (type !== NOTE && type !== COSIGNATURE))
    throw new InputError(place, "a private key as `detente log keygen` writes it, for Ed25519 (type 1 or 4)");
  const signer = signerOf(name, type, bytes.subarray(1));
  if (signer.key.id !== id) throw new InputError(place, "a private key whose id goes with it; it was changed");
  return signer;
}

function signerOf(name: string, type: number, seed: Uint8Array): Signer {
  const secret: KeyObject = createPrivateKey({ key: Buffer.from(concat(PKCS8, seed)), format: "der", type: "pkcs8" });
  const publicKey = new Uint8Array(createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32));
  return {
    key: verifierKey(name, type, publicKey),
    signBytes: (message) => new Uint8Array(sign(null, message, secret)),
  };
}

/** A signature line over a note's text; a witness's key states the time too. */
export function signText({ key, signBytes }: Signer, text: string, now: Date): Signature {
  const { name, id, type } = key;
  if (type === NOTE) return { name, id, bytes: signBytes(utf8(text)) };
  const at = Math.floor(now.getTime() / 1000);
  const time = new DataView(new ArrayBuffer(8));
  time.setBigUint64(0, BigInt(at));
  return { name, id, bytes: concat(new Uint8Array(time.buffer), signBytes(utf8(cosignedText(text, at)))) };
}
