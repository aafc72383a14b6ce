// Bytes to text. A byte order mark decides; without one the bytes are UTF-8, or else Windows-1252, which lists saved
// by old spreadsheets are; text that is neither is refused.

import { InputError } from "../../values/errors.ts";

export type Decoded = { text: string; encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" };

export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return strict(bytes.subarray(3), "utf-8", file);
  if (first === 0xff && second === 0xfe) return strict(bytes.subarray(2), "utf-16le", file);
  if (first === 0xfe && second === 0xff) return strict(bytes.subarray(2), "utf-16be", file);
  // A zero byte never occurs in text of one byte a letter: this is no text, or UTF-16 without its mark.
  if (bytes.subarray(0, 4096).includes(0)) throw new InputError(file, "a text file in UTF-8", "a binary file");
  try {
    return strict(bytes, "utf-8", file);
  } catch {
    return strict(bytes, "windows-1252", file);
  }
}

function strict(bytes: Uint8Array, encoding: Decoded["encoding"], file: string): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch (cause) {
    throw new InputError(file, `text in ${encoding}`, (cause as Error).message);
  }
}
