// What a log keeps of each witness: its public key, and the last checkpoint that it cosigned. So the log can say who has
// not cosigned, and since when; and a log that was shortened or rewritten contradicts its own folder.

import { InputError } from "../values/errors.ts";
import { utf8 } from "./bytes.ts";
import { readCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { labelOf, readVerifierKey, writeVerifierKey, type VerifierKey } from "./key.ts";
import { files } from "./log-folder.ts";
import { readNote, signatureHolds, signaturesOf, writeNote, type Note, type Signature } from "./note.ts";

export type CosignerFile = {
  witness: VerifierKey;
  note: Note;
  checkpoint: Checkpoint;
  /** Seconds since 1970, as the witness states. */
  at: number;
};

export const cosignerPath = ({ id }: VerifierKey): string => `${files.witness}/${id}`;

export function writeCosigner(
  witness: VerifierKey,
  { text, signatures }: Note,
  logKeys: readonly VerifierKey[],
): Uint8Array {
  const kept = signatures.filter((one) => [witness, ...logKeys].some((key) => isBy(one, key)));
  return utf8(`${writeVerifierKey(witness)}\n${writeNote({ text, signatures: kept })}`);
}

/** Reads and checks the file: every signature in it must be of the log or the witness, and hold. */
export function readCosigner(text: string, path: string, logKeys: readonly VerifierKey[]): CosignerFile {
  const [line = ""] = text.split("\n", 1);
  const witness = readVerifierKey(line, path);
  const note = readNote(text.slice(line.length + 1), path);
  for (const signature of note.signatures) {
    const key = [witness, ...logKeys].find((one) => isBy(signature, one));
    if (!key || !signatureHolds(key, signature, note.text).holds)
      throw new InputError(path, "signatures of the log and the witness that hold", signature.name);
  }
  const [own] = signaturesOf(note, witness);
  const held = own ? signatureHolds(witness, own, note.text) : { holds: false as const };
  if (!held.holds || cosignerPath(witness) !== path || !logKeys.some((key) => signaturesOf(note, key).length > 0))
    throw new InputError(path, `a checkpoint that the log signed and ${labelOf(witness)} cosigned`);
  return { witness, note, checkpoint: readCheckpoint(note.text, path), at: held.at ?? 0 };
}

const isBy = ({ name, id }: Signature, key: VerifierKey): boolean => name === key.name && id === key.id;

/** Puts a cosignature under a checkpoint, in the place of an earlier one by the same key. */
export function withSignature({ text, signatures }: Note, added: Signature): Note {
  return { text, signatures: [...signatures.filter(({ name, id }) => name !== added.name || id !== added.id), added] };
}
