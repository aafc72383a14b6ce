// A sealed declaration: published now as a number that gives nothing away, opened later, when anyone can check that the
// words are those of then. The seal is SHA-256 over canonical JSON (rfc8785) of scheme, party, nonce and text: the nonce
// keeps short texts from being guessed, the party keeps one side from passing the other's seal off as its own.

import { z } from "zod";
import { canonical } from "../values/canonical.ts";
import { InputError } from "../values/errors.ts";
import { base64, fromBase64, hex, utf8 } from "./bytes.ts";
import { sha256 } from "./sha-256.ts";
import { reason, type Reason } from "./verdict.ts";

const SCHEME = "detente.seal/v1";
const NONCE_BYTES = 32;

/** What is published. */
export type Seal = { scheme: typeof SCHEME; party: string; seal: `sha256:${string}` };

/** What is kept secret until it is revealed. */
export type Opening = { scheme: typeof SCHEME; party: string; nonce: string; text: string };

const seals: z.ZodType<Seal> = z.strictObject({
  scheme: z.literal(SCHEME),
  party: z.string().min(1),
  seal: z.templateLiteral(["sha256:", z.string().regex(/^[0-9a-f]{64}$/)]),
});
const openings: z.ZodType<Opening> = z.strictObject({
  scheme: z.literal(SCHEME),
  party: z.string().min(1),
  nonce: z.string(),
  text: z.string(),
});

export function sealText(party: string, text: string, nonce: Uint8Array): { seal: Seal; opening: Opening } {
  if (nonce.length !== NONCE_BYTES) throw new RangeError(`Cannot seal with a nonce of ${nonce.length} bytes`);
  if (party === "" || !party.isWellFormed() || !text.isWellFormed())
    throw new InputError("seal", "a party's name and a text in whole characters");
  const opening: Opening = { scheme: SCHEME, party, nonce: base64(nonce), text };
  return { seal: sealOf(opening), opening };
}

function sealOf(opening: Opening): Seal {
  return { scheme: SCHEME, party: opening.party, seal: `sha256:${hex(sha256(utf8(canonical(opening))))}` };
}

/** Why an opening does not open a seal; null where it does. */
export function checkReveal(seal: Seal, opening: Opening): Reason | null {
  if (seal.party !== opening.party)
    return reason("seal-broken", `Sealed by ${seal.party}, revealed by ${opening.party}.`);
  return sealOf(opening).seal === seal.seal ? null : reason("seal-broken");
}

export function readSeal(text: string, place: string): Seal {
  const read = seals.safeParse(jsonOf(text, place));
  if (!read.success) throw new InputError(place, "a seal: scheme, party, seal");
  return read.data;
}

export function readOpening(text: string, place: string): Opening {
  const read = openings.safeParse(jsonOf(text, place));
  if (!read.success || fromBase64(read.data.nonce)?.length !== NONCE_BYTES)
    throw new InputError(place, "an opening: scheme, party, nonce of 32 bytes, text");
  return read.data;
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(place, "one JSON document");
  }
}
