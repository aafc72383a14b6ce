// Takes in a signature over an agreement's text, or a seal, from a terminal or over HTTP. Only what holds over the text as
// it stands is taken. Whose key it is, whoever takes it in says: that stands on record beside it.

import { AGREEMENT_TYPE, readEnvelope, signedBytes, verifyEnvelope } from "../../log/dsse.ts";
import { fromBase64, sameBytes, utf8 } from "../../log/bytes.ts";
import { verifyEd25519 } from "../../log/ed25519.ts";
import { COSIGNATURE, writeVerifierKey, type VerifierKey } from "../../log/key.ts";
import { sha256 } from "../../log/record.ts";
import type { Made, Register } from "../../agreements/index.ts";
import { InputError } from "../../values/errors.ts";
import { agreementNamed, make } from "./register.ts";
import { textOf } from "./signing.ts";

type Place = { env: Record<string, string | undefined>; now: Date };

export type Signed = { id: string; by: string; key: VerifierKey; envelope: string };

/** `envelope`: a DSSE envelope with a signature of the key, whoever else signed it. */
export function takeSignature(caseId: string, place: Place, register: Register, signed: Signed): Made {
  return make(caseId, place, (made) => {
    const text = textOf(agreementNamed(signed.id, register, made));
    const body = { kind: "signed" as const, at: place.now.toISOString(), ...signatureOver(text, signed) };
    return [{ kind: "signing", subject: signed.id, body }];
  });
}

function signatureOver(
  text: string,
  { id, by, key, envelope }: Signed,
): { by: string; key: string; hash: `sha256:${string}`; sig: string } {
  if (key.type === COSIGNATURE) throw new InputError("key", "a party's key; a witness's signs checkpoints alone");
  const { bytes, payloadType, signatures } = readEnvelope(envelope);
  if (payloadType !== AGREEMENT_TYPE)
    throw new InputError("envelope", `a text of the type ${AGREEMENT_TYPE}`, payloadType);
  const hash = sha256(text);
  if (!sameBytes(bytes, utf8(text)))
    throw new InputError("envelope", `the text of ${id} as it stands, ${hash}`, `another text, ${sha256(bytes)}`);
  const message = signedBytes(payloadType, bytes);
  const verdict = verifyEnvelope(envelope, [key], 1);
  const own = signatures.find(({ sig }) => verifyEd25519(key.publicKey, message, fromBase64(sig) ?? new Uint8Array()));
  if (!verdict.valid || !own)
    throw new InputError("envelope", `a signature of ${key.name} that holds: ${verdict.says}`);
  return { by, key: writeVerifierKey(key), hash, sig: own.sig };
}
