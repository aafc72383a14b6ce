// Passkeys (Web Authentication, W3C, level 2): what a browser sends when it makes a passkey or signs with one, checked as
// §7.1 and §7.2 of the standard list it. No maker is asked to vouch for the device (attestation "none"), so what comes is
// as good as a key that somebody chose: it says that the same holder is back, and no more.

import { createHash, createPublicKey, verify, type KeyObject } from "node:crypto";
import { BadSignIn } from "./sign-in.ts";

/** The page that asks: only its own answers count. */
export type Site = { origin: string; host: string };

export type Passkey = { id: string; key: string; algorithm: number; counter: number };

export type NewPasskey = {
  id: string;
  /** SubjectPublicKeyInfo, as `getPublicKey()` gives it. */
  publicKey: string;
  algorithm: number;
  authenticatorData: string;
  clientData: string;
};

export type SignedPasskey = { id: string; authenticatorData: string; clientData: string; signature: string };

/** COSE numbers: ECDSA with P-256, Ed25519, RSA with SHA-256. */
export const algorithms: readonly number[] = [-7, -8, -257];

const PRESENT = 0x01;
const VERIFIED = 0x04;
const KEY_INSIDE = 0x40;
const LONGEST_ID = 1023;

/** A new passkey, if the answer is one to this challenge on this site. */
export function newPasskey(answer: NewPasskey, challenge: string, site: Site): Passkey {
  checkClient(answer.clientData, "webauthn.create", challenge, site);
  const data = checkAuthenticator(answer.authenticatorData, site);
  // After the counter: the device's model (16 bytes), the id's length (2), the id.
  const length = data.bytes.length >= 55 ? data.bytes.readUInt16BE(53) : 0;
  const id = data.bytes.subarray(55, 55 + length);
  const inside = (data.flags & KEY_INSIDE) !== 0 && length > 0 && length <= LONGEST_ID && id.length === length;
  if (!inside || id.toString("base64url") !== answer.id) throw new BadSignIn("passkey", "a key with its own id");
  keyOf(answer.publicKey, answer.algorithm);
  return { id: answer.id, key: answer.publicKey, algorithm: answer.algorithm, counter: data.counter };
}

/** The counter after a signature that holds. */
export function checkSignature(answer: SignedPasskey, known: Passkey, challenge: string, site: Site): number {
  checkClient(answer.clientData, "webauthn.get", challenge, site);
  const { bytes, counter } = checkAuthenticator(answer.authenticatorData, site);
  const signed = Buffer.concat([bytes, createHash("sha256").update(bytesOf(answer.clientData)).digest()]);
  const key = keyOf(known.key, known.algorithm);
  const hash = known.algorithm === -8 ? null : "sha256";
  if (!verify(hash, signed, key, bytesOf(answer.signature))) throw new BadSignIn("passkey", "a signature by its key");
  // A counter that does not go up tells of a copy; most passkeys do not count and say 0.
  if ((counter !== 0 || known.counter !== 0) && counter <= known.counter)
    throw new BadSignIn("passkey", "a counter that went up: this key may have been copied");
  return counter;
}

function checkClient(clientData: string, type: string, challenge: string, { origin }: Site): void {
  let said: unknown;
  try {
    said = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(clientData)));
  } catch {
    said = null;
  }
  const data = (typeof said === "object" && said !== null ? said : {}) as Record<string, unknown>;
  const holds =
    data["type"] === type &&
    data["challenge"] === challenge &&
    data["origin"] === origin &&
    data["crossOrigin"] !== true;
  if (!holds) throw new BadSignIn("passkey", "an answer to this page's own question");
}

function checkAuthenticator(text: string, { host }: Site): { bytes: Buffer; flags: number; counter: number } {
  const bytes = bytesOf(text);
  const ownHost = createHash("sha256").update(host).digest();
  if (bytes.length < 37 || !bytes.subarray(0, 32).equals(ownHost))
    throw new BadSignIn("passkey", "a key made for this workbench");
  const flags = bytes[32] ?? 0;
  if ((flags & PRESENT) === 0 || (flags & VERIFIED) === 0)
    throw new BadSignIn("passkey", "a holder who was there and unlocked the key");
  return { bytes, flags, counter: bytes.readUInt32BE(33) };
}

function keyOf(spki: string, algorithm: number): KeyObject {
  let key: KeyObject | null = null;
  try {
    key = createPublicKey({ key: bytesOf(spki), format: "der", type: "spki" });
  } catch {
    key = null;
  }
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key ?? {};
  const fits =
    (algorithm === -7 && kind === "ec" && details?.namedCurve === "prime256v1") ||
    (algorithm === -8 && kind === "ed25519") ||
    (algorithm === -257 && kind === "rsa" && (details?.modulusLength ?? 0) >= 2048);
  if (!key || !fits) throw new BadSignIn("passkey", "a key of a kind that is taken here");
  return key;
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, "base64url");
}
