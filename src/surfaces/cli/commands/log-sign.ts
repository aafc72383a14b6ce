import { existsSync } from "node:fs";
import { addSignature, AGREEMENT_TYPE, readEnvelope } from "../../../log/dsse.ts";
import { COSIGNATURE, labelOf } from "../../../log/key.ts";
import { InputError } from "../../../values/errors.ts";
import { readSigner, textOption } from "../../inputs/log-place.ts";
import { readBytes, readText } from "../../inputs/read-file.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { writeWhole } from "../write-file.ts";

const LONGEST_TEXT = 8 * 1024 * 1024;

export function run([file = ""]: string[], { key, out, type, json }: Options, effects: Effects): number {
  const keyFile = textOption(key);
  if (keyFile === undefined) throw new InputError("--key", "the private key to sign with");
  const signer = readSigner(keyFile, effects.note);
  // A witness's key says one thing only: that a log grew.
  if (signer.key.type === COSIGNATURE)
    throw new InputError("--key", "a party's key; a witness's signs checkpoints alone");
  const target = textOption(out) ?? `${file}.dsse.json`;
  const before = existsSync(target) ? readEnvelope(readText(target), target) : null;
  const payloadType = textOption(type) ?? before?.payloadType ?? AGREEMENT_TYPE;
  const envelope = addSignature(before, { type: payloadType, payload: readBytes(file, LONGEST_TEXT) }, signer);
  writeWhole(target, `${JSON.stringify(envelope, null, 2)}\n`);
  const signatures = envelope.signatures.map(({ keyid }) => keyid);
  if (json === true)
    effects.print(JSON.stringify({ file: target, payloadType, signedBy: labelOf(signer.key), signatures }, null, 2));
  else
    effects.print(
      `${labelOf(signer.key)} signed ${file}. ${target} now holds ${counted(signatures.length, "signature")}.`,
    );
  return 0;
}
