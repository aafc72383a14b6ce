// One text signed by several parties: a DSSE envelope (dsse2021). Each signs the same bytes, which name the text's type
// and length, so that no signature fits another text, another type, or a checkpoint.

import { z } from "zod";
import { InputError } from "../values/errors.ts";
import { base64, concat, fromBase64, sameBytes, utf8 } from "./bytes.ts";
import { verifyEd25519 } from "./ed25519.ts";
import { labelOf, type VerifierKey } from "./key.ts";
import { reason, type Reason } from "./verdict.ts";

export const AGREEMENT_TYPE = "application/vnd.detente.agreement+json";

export type Envelope = {
  payload: string;
  payloadType: string;
  signatures: { keyid: string; sig: string }[];
};

const schema: z.ZodType<Envelope> = z.object({
  payload: z.string().max(20_000_000),
  payloadType: z.string().min(1).max(1000),
  signatures: z
    .array(z.object({ keyid: z.string().default(""), sig: z.string().max(10_000) }))
    .min(1)
    .max(100),
});

/** What is signed: the DSSE pre-authentication encoding. */
export function signedBytes(type: string, payload: Uint8Array): Uint8Array {
  return concat(utf8(`DSSEv1 ${utf8(type).length} ${type} ${payload.length} `), payload);
}

export function readEnvelope(text: string, place = "envelope"): Envelope & { bytes: Uint8Array } {
  const read = schema.safeParse(jsonOf(text, place));
  if (!read.success) throw new InputError(place, "a DSSE envelope: payload, payloadType, signatures");
  const bytes = fromBase64(read.data.payload);
  if (!bytes) throw new InputError(`${place}:payload`, "base64", read.data.payload);
  return { ...read.data, bytes };
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(place, "one JSON document", text.slice(0, 60));
  }
}

/** Adds a signature; with an envelope at hand its text and type must be the same. */
export function addSignature(
  envelope: (Envelope & { bytes: Uint8Array }) | null,
  { type, payload }: { type: string; payload: Uint8Array },
  { key, signBytes }: { key: VerifierKey; signBytes: (message: Uint8Array) => Uint8Array },
): Envelope {
  if (envelope && (envelope.payloadType !== type || !sameBytes(envelope.bytes, payload)))
    throw new InputError("envelope", "the same text and type as are signed now: another text needs another envelope");
  const mine = { keyid: labelOf(key), sig: base64(signBytes(signedBytes(type, payload))) };
  const others = (envelope?.signatures ?? []).filter(({ keyid }) => keyid !== mine.keyid);
  return { payload: base64(payload), payloadType: type, signatures: [...others, mine] };
}

export type EnvelopeVerdict = {
  valid: boolean;
  says: string;
  payloadType: string;
  /** Labels of the keys whose signature holds, and of those who have not signed. */
  signedBy: string[];
  missing: string[];
  problems: Reason[];
};

/** Whether at least `needed` of the keys signed the text. A key id is a hint: each signature is tried on its key. */
export function verifyEnvelope(text: string, keys: readonly VerifierKey[], needed: number): EnvelopeVerdict {
  const { bytes, payloadType, signatures } = readEnvelope(text);
  const message = signedBytes(payloadType, bytes);
  const holds = (key: VerifierKey, sig: string): boolean =>
    verifyEd25519(key.publicKey, message, fromBase64(sig) ?? new Uint8Array(0));
  const signed = keys.filter((key) =>
    signatures.some(({ keyid, sig }) => (keyid === "" || keyid === labelOf(key)) && holds(key, sig)),
  );
  const falsified = keys.filter(
    (key) => !signed.includes(key) && signatures.some(({ keyid }) => keyid === labelOf(key)),
  );
  const missing = keys.filter((key) => !signed.includes(key)).map(labelOf);
  const problems = falsified.map((key) => reason("false-signature", `Key ${labelOf(key)}.`));
  // One key under two names would sign twice.
  const distinct = new Set(signed.map(({ publicKey }) => base64(publicKey))).size;
  if (distinct < needed) problems.push(reason("too-few-signatures", `${distinct} of the ${needed} needed.`));
  return {
    valid: problems.length === 0,
    says: problems[0]?.because ?? `Signed by ${signed.map(({ name }) => name).join(", ")}.`,
    payloadType,
    signedBy: signed.map(labelOf),
    missing,
    problems,
  };
}
