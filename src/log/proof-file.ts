// A proof that one entry is in a log, in one file that needs no server (C2SP tlog-proof): index, inclusion proof, and
// the checkpoint with all its signatures. Ours carry the entry itself in the line for extra data.

import { InputError } from "../values/errors.ts";
import { base64, fromBase64, wholeNumber } from "./bytes.ts";

const FIRST_LINE = "c2sp.org/tlog-proof@v1";
/** A tree of 2^63 leaves is no higher. */
const MOST_HASHES = 63;
const LONGEST = 4_000_000;

export type ProofFile = {
  index: number;
  hashes: Uint8Array[];
  /** The signed note as it stands. */
  checkpoint: string;
  /** Not covered by any signature. */
  extra: Uint8Array | null;
};

export function isProofFile(text: string): boolean {
  return text.startsWith(`${FIRST_LINE}\n`);
}

export function writeProofFile({ index, hashes, checkpoint, extra }: ProofFile): string {
  const lines = [FIRST_LINE, ...(extra ? [`extra ${base64(extra)}`] : []), `index ${index}`, ...hashes.map(base64)];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

export function readProofFile(text: string, place = "proof"): ProofFile {
  if (text.length > LONGEST) throw new InputError(place, `a proof of at most ${LONGEST} characters`);
  const split = text.indexOf("\n\n");
  const [first, ...lines] = (split < 0 ? text : text.slice(0, split)).split("\n");
  if (first !== FIRST_LINE) throw new InputError(`${place}:1`, `the line ${FIRST_LINE}`, first);
  if (split < 0) throw new InputError(place, "a blank line and a checkpoint after the proof");
  const extraLine = lines[0]?.startsWith("extra ") ? lines.shift() : undefined;
  const extra = extraLine === undefined ? null : fromBase64(extraLine.slice("extra ".length));
  if (extraLine !== undefined && !extra) throw new InputError(`${place}:2`, "extra data in base64", extraLine);
  const indexLine = lines.shift() ?? "";
  const index = indexLine.startsWith("index ") ? wholeNumber(indexLine.slice("index ".length)) : null;
  if (index === null) throw new InputError(`${place}:${extra ? 3 : 2}`, "index and the entry's number", indexLine);
  if (lines.length > MOST_HASHES) throw new InputError(place, `at most ${MOST_HASHES} hashes`, lines.length);
  const hashes = lines.map((line, at) => {
    const hash = fromBase64(line);
    if (hash?.length !== 32)
      throw new InputError(`${place}:${at + (extra ? 4 : 3)}`, "a hash of 32 bytes in base64", line);
    return hash;
  });
  return { index, hashes, checkpoint: text.slice(split + 2), extra };
}
