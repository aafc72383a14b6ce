import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatItems, readPythonList, type PythonList } from "./python-list.ts";

/** Prints as Python does: double quotes only around an apostrophe without a double quote. */
function printed(item: string | PythonList): string {
  if (Array.isArray(item)) return `[${item.map(printed).join(", ")}]`;
  const quote = item.includes("'") && !item.includes('"') ? '"' : "'";
  const body = item
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\r", String.raw`\r`)
    .replaceAll("\t", String.raw`\t`)
    .replaceAll("\u00a0", String.raw`\xa0`);
  return quote + body + quote;
}

describe("readPythonList()", () => {
  test("gives back every list that Python printed, also one inside another", () => {
    const item = fc.string({ unit: "grapheme", maxLength: 12 });
    const list = fc.array(fc.oneof(item, fc.array(item, { maxLength: 4 })), { maxLength: 6 });
    fc.assert(
      fc.property(list, (value) => {
        expect(readPythonList(printed(value))).toEqual(value);
      }),
    );
  });

  test("reads commas and apostrophes inside names, escapes, and words for missing", () => {
    expect(readPythonList(`['China', "Korea, Democratic People's Republic of"]`)).toEqual([
      "China",
      "Korea, Democratic People's Republic of",
    ]);
    expect(readPythonList(String.raw`['a\xa0b', '\u4e2d', nan, None]`)).toEqual(["a\u00a0b", "中", "", ""]);
    expect(flatItems(readPythonList("[['a', ''], ['b']]")!)).toEqual(["a", "", "b"]);
  });

  test("gives null for anything else, however long or deep, in time proportional to it", () => {
    for (const text of ["", "China", "['a'", "['a' 'b']", "['a']x", "[,]", "[[[[[[['a']]]]]]]"])
      expect(readPythonList(text)).toBeNull();
    expect(readPythonList("[".repeat(1_000_000))).toBeNull();
    expect(readPythonList(`['${"\\x".repeat(500_000)}`)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        readPythonList(`[${text}`);
      }),
    );
  });
});
