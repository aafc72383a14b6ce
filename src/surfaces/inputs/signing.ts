// Who signed, sealed and cosigned an agreement's text: signatures are checked again over the text as it stands, and the
// data folder's log is searched for the text and for its envelope. Who has not, and since when, is said too.

import { newSigning, type Made, type RegisteredAgreement } from "../../agreements/index.ts";
import { base64, fromBase64, sameBytes, utf8 } from "../../log/bytes.ts";
import { AGREEMENT_TYPE, signedBytes, type Envelope } from "../../log/dsse.ts";
import { verifyEd25519 } from "../../log/ed25519.ts";
import { labelOf, readVerifierKey } from "../../log/key.ts";
import { folderReader } from "../../log/log-folder.ts";
import { readLog, readWaiting } from "../../log/read-log.ts";
import { sha256, type Hash } from "../../log/record.ts";
import { tilePath, WIDTH } from "../../log/tiles.ts";
import { leafHash } from "../../log/tree.ts";
import { canonical } from "../../values/canonical.ts";
import { isLogFolder, shownLog, type ShownWitness } from "./log-shown.ts";

export type SignedBy = { by: string; key: string; at: string };

export type LoggedAs = {
  index: number;
  what: "text" | "envelope";
  /** Under the checkpoint; else it waits for the next. */
  proved: boolean;
  cosigned: ShownWitness[];
  /** Known witnesses that have not cosigned it. */
  waiting: ShownWitness[];
};

export type SigningShown = {
  hash: Hash;
  bytes: number;
  /** Whose signature over this text holds. */
  signed: SignedBy[];
  /** Who signed another text under this name, before it was changed. */
  earlier: (SignedBy & { hash: Hash })[];
  /** Parties whose signature is missing, where the parties are named one by one. */
  missing: string[];
  seals: { by: string; seal: Hash; at: string; revealed: { at: string; thisText: boolean } | null }[];
  log: { origin: string; entries: LoggedAs[] } | null;
};

/** More are not asked one by one whether they signed. */
const MOST_PARTIES = 10;

export function textOf(agreement: RegisteredAgreement): string {
  return canonical(agreement);
}

export function signingShown(
  agreement: RegisteredAgreement,
  { signings }: Pick<Made, "signings">,
  logFolder: string | null,
): SigningShown {
  const text = textOf(agreement);
  const [bytes, hash] = [utf8(text), sha256(text)];
  const { signatures, seals } = signings.get(agreement.id) ?? newSigning;
  const message = signedBytes(AGREEMENT_TYPE, bytes);
  const labelled = signatures.map((one) => ({ ...one, verifier: readVerifierKey(one.key, "key") }));
  const own = labelled.filter(
    ({ hash: of, sig, verifier }) =>
      of === hash && verifyEd25519(verifier.publicKey, message, fromBase64(sig) ?? new Uint8Array()),
  );
  const parties = agreement.parties.length <= MOST_PARTIES ? agreement.parties : [];
  return {
    hash,
    bytes: bytes.length,
    signed: own.map(({ by, verifier, at }) => ({ by, key: labelOf(verifier), at })),
    earlier: labelled
      .filter(({ hash: of }) => of !== hash)
      .map(({ by, verifier, at, hash: of }) => ({ by, key: labelOf(verifier), at, hash: of })),
    missing: parties.filter((party) => !own.some(({ by }) => by === party)),
    seals: seals.map(({ by, seal, at, revealed }) => ({
      by,
      seal,
      at,
      revealed: revealed && { at: revealed.at, thisText: revealed.hash === hash },
    })),
    log: logFolder === null || !isLogFolder(logFolder) ? null : inLog(logFolder, bytes, envelopes(bytes, own)),
  };
}

/** The envelope of the text as it stands, with every signature over it. */
export function currentEnvelope(agreement: RegisteredAgreement, { signings }: Pick<Made, "signings">): string {
  const bytes = utf8(textOf(agreement));
  const { signatures } = signings.get(agreement.id) ?? newSigning;
  const own = signatures.filter(({ hash }) => hash === sha256(bytes));
  return envelopeOf(
    bytes,
    own.map(({ key, sig }) => ({ sig, verifier: readVerifierKey(key, "key") })),
  );
}

type Signed = { sig: string; verifier: { name: string; id: string } };

/** The envelope of a text with its signatures, as `detente log sign` writes it. */
function envelopeOf(payload: Uint8Array, signatures: readonly Signed[]): string {
  const envelope: Envelope = {
    payload: base64(payload),
    payloadType: AGREEMENT_TYPE,
    signatures: signatures.map(({ verifier, sig }) => ({ keyid: labelOf(verifier), sig })),
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

/** The envelope after each signature: any of them may have been logged. */
function envelopes(bytes: Uint8Array, own: readonly Signed[]): Uint8Array[] {
  return own.map((_, at) => utf8(envelopeOf(bytes, own.slice(0, at + 1))));
}

function inLog(folder: string, text: Uint8Array, signed: readonly Uint8Array[]): NonNullable<SigningShown["log"]> {
  const read = folderReader(folder);
  const { checkpoint } = readLog(read);
  const { origin, witnesses } = shownLog(folder);
  const known = [
    { what: "text" as const, bytes: text },
    ...signed.map((bytes) => ({ what: "envelope" as const, bytes })),
  ].map((one) => ({ ...one, leaf: leafHash(one.bytes) }));
  const found: { index: number; what: LoggedAs["what"]; proved: boolean }[] = [];
  for (let first = 0; first < checkpoint.size; first += WIDTH) {
    const width = Math.min(WIDTH, checkpoint.size - first);
    const hashes = read(tilePath({ level: 0, index: first / WIDTH, width }));
    for (const { what, leaf } of hashes ? known : [])
      for (const at of placesOf(leaf, hashes as Uint8Array)) found.push({ index: first + at, what, proved: true });
  }
  for (const [at, entry] of readWaiting(read, checkpoint.size).entries())
    for (const { what, bytes } of known)
      if (sameBytes(entry, bytes)) found.push({ index: checkpoint.size + at, what, proved: false });
  const entries = found.map((one) => ({
    ...one,
    cosigned: witnesses.filter(({ size }) => size > one.index),
    waiting: witnesses.filter(({ size }) => size <= one.index),
  }));
  return { origin, entries };
}

/** Places of a hash among hashes of 32 bytes each. */
function placesOf(leaf: Uint8Array, hashes: Uint8Array): number[] {
  const all = Buffer.from(hashes.buffer, hashes.byteOffset, hashes.length);
  const places: number[] = [];
  for (let at = all.indexOf(leaf); at >= 0; at = all.indexOf(leaf, at + 1)) if (at % 32 === 0) places.push(at / 32);
  return places;
}
