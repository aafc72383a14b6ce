// A state's name from its ISO 3166 code, by the browser's own tables.

import { stateTable } from "../../values/state-table.ts";

let twoLetters: Map<string, string> | null = null;
const names = new Intl.DisplayNames("en", { type: "region" });

/** "JPN" → "Japan"; a code that is not known stays as it is. */
export function stateName(code: string): string {
  twoLetters ??= new Map(stateTable.split(/[|\n]/).map((entry) => [entry.slice(0, 3), entry.slice(4, 6)]));
  const short = twoLetters.get(code);
  return short === undefined ? code : (names.of(short) ?? code);
}
