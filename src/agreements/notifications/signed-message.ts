// A message as it travels: canonical JSON in a DSSE envelope, signed by the centre that sends it. What is read back is
// checked against the sender's key and parsed before anything is believed.

import { addSignature, readEnvelope, verifyEnvelope, type Envelope } from "../../log/dsse.ts";
import { utf8 } from "../../log/bytes.ts";
import type { VerifierKey } from "../../log/key.ts";
import { canonical } from "../../values/canonical.ts";
import { InputError } from "../../values/errors.ts";
import { messageSchema, type Message } from "./message.ts";

export const NOTIFICATION_TYPE = "application/vnd.detente.notification+json";

type SignsBytes = { key: VerifierKey; signBytes: (message: Uint8Array) => Uint8Array };

export function signMessage(message: Message, signer: SignsBytes): Envelope {
  return addSignature(null, { type: NOTIFICATION_TYPE, payload: utf8(canonical(message)) }, signer);
}

/** The message of an envelope that `key` signed; what is not so is no message. */
export function openMessage(text: string, key: VerifierKey, place: string): Message {
  const verdict = verifyEnvelope(text, [key], 1);
  if (!verdict.valid) throw new InputError(place, `a message signed by ${key.name}: ${verdict.says}`);
  if (verdict.payloadType !== NOTIFICATION_TYPE)
    throw new InputError(place, `a signed text of the type ${NOTIFICATION_TYPE}`, verdict.payloadType);
  const { bytes } = readEnvelope(text, place);
  const read = messageSchema.safeParse(jsonOf(bytes));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new InputError(`${place}:${issue?.path.join(".") ?? ""}`, issue?.message ?? "a message");
  }
  return read.data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
