// Whether a sheet can be read in bounded memory. A reader lays every row out up to its last cell, so a file of a few
// megabytes whose rows each name one cell far to the right would take gigabytes. ECMA-376 part 1 §18.3.1.4 and §18.3.1.73.

import { InputError } from "../../values/errors.ts";
import type { Limits } from "./limits.ts";

/** Excel's own last row. */
const LAST_ROW = 1_048_576;
/** Places for cells, of which most may be empty: the real lists take fewer than 200,000. */
const MOST_PLACES = 16_000_000;

const rowOrCell = /<(?:\w+:)?(row|c)\b([^>]*)/g;

/** Throws where the sheet's rows, laid out up to their last cells, would take more than can be held. */
export function checkSheet(xml: Uint8Array, file: string, limits: Limits): void {
  const text = new TextDecoder("latin1").decode(xml);
  let places = 0;
  let column = 0;
  let widest = 0;
  for (const [, kind, attributes = ""] of text.matchAll(rowOrCell)) {
    if (kind === "row") {
      const row = Number(/\sr\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0);
      if (row > LAST_ROW) throw new InputError(file, `rows up to ${LAST_ROW}`, row);
      column = 0;
      widest = 0;
      continue;
    }
    const letters = /\sr\s*=\s*["']([A-Za-z]+)\d/.exec(attributes)?.[1];
    column = letters === undefined ? column + 1 : columnNumber(letters);
    if (column > widest) places += column - widest;
    widest = Math.max(widest, column);
    if (places > Math.min(MOST_PLACES, limits.rows * limits.columns))
      throw new InputError(file, `a sheet of at most ${MOST_PLACES} places for cells`, "more");
  }
}

/** A is 1, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
