// A checkpoint (C2SP tlog-checkpoint): which log, how many entries, and the root that stands for them all.

import { InputError } from "../values/errors.ts";
import { base64, fromBase64, sameBytes, wholeNumber } from "./bytes.ts";
import { emptyRoot } from "./tree.ts";

export type Checkpoint = { origin: string; size: number; root: Uint8Array; extensions: string[] };

export function writeCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), base64(root), ...extensions].map((line) => `${line}\n`).join("");
}

/** Reads the text of a note. */
export function readCheckpoint(text: string, place = "checkpoint"): Checkpoint {
  const lines = text.split("\n");
  const [origin = "", sizeText = "", rootText = "", ...extensions] = lines.slice(0, -1);
  const size = wholeNumber(sizeText);
  const root = fromBase64(rootText);
  if (lines.at(-1) !== "" || origin === "" || extensions.includes(""))
    throw new InputError(place, "lines that are not empty: origin, size, root", text);
  if (size === null) throw new InputError(`${place}:2`, "the number of entries", sizeText);
  if (root?.length !== 32) throw new InputError(`${place}:3`, "a root of 32 bytes in base64", rootText);
  if (size === 0 && !sameBytes(root, emptyRoot))
    throw new InputError(`${place}:3`, "the root of an empty tree", rootText);
  return { origin, size, root, extensions };
}
