import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { table, width, wrap } from "./table.ts";

const anyText = fc.oneof(
  fc
    .array(fc.constantFrom("incident", "a", "新西兰", "1,204", "-", "https://example.org/very/long/address"))
    .map((words) => words.join(" ")),
  fc.string({ unit: "grapheme" }),
);

describe("wrap()", () => {
  test("breaks at blanks, and Chinese anywhere", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("新西兰与冰岛", 6)).toEqual(["新西兰", "与冰岛"]);
    expect([wrap("", 10), wrap("word", 2)]).toEqual([[""], ["word"]]);
  });

  test("takes line ends and control characters of the text's own for blanks", () => {
    expect(wrap("one\ntwo\u001b[2Jthree", 80)).toEqual(["one two [2Jthree"]);
  });

  test("keeps every letter in order, and no line wider than asked but for a word that is", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 10, max: 60 }), (text, columns) => {
        const lines = wrap(text, columns);
        const letters = (some: string): string => some.replace(/[\s\p{Cc}\p{Cf}]/gu, "");
        expect(letters(lines.join(""))).toBe(letters(text));
        for (const line of lines) expect(width(line) <= columns || !/\s|\p{Script=Han}./u.test(line.trim())).toBe(true);
      }),
    );
  });
});

describe("table()", () => {
  test("stands numbers to the right under their head, texts to the left", () => {
    expect(
      table(
        [
          ["case", "incidents", "title"],
          ["us-cn", "1,204", "Two states"],
          ["x", "7", "甲"],
        ],
        80,
      ),
    ).toEqual(["case   incidents  title", "us-cn      1,204  Two states", "x              7  甲"]);
  });

  test("stands columns below each other where Chinese takes two places a character", () => {
    const lines = table(
      [
        ["name", "note"],
        ["新西兰", "a"],
        ["Iceland", "b"],
      ],
      80,
    );
    expect(lines.map((line) => width(line))).toEqual([13, 10, 10]);
  });

  test("wraps the last column under itself", () => {
    expect(
      table(
        [
          ["id", "text"],
          ["a", "one two three four five six"],
        ],
        30,
      ),
    ).toEqual(["id  text", "a   one two three four five", "    six"]);
  });

  test("keeps a cell with line ends in its row", () => {
    expect(
      table(
        [
          ["id", "text"],
          ["a\nb", "one\r\ntwo"],
        ],
        80,
      ),
    ).toEqual(["id   text", "a b  one  two"]);
  });

  test("of no rows is nothing, and a short row leaves its cells blank", () => {
    expect(table([], 80)).toEqual([]);
    expect(table([["a", "b", "c"], ["x"]], 80)).toEqual(["a  b  c", "x"]);
  });

  test("has a line a row or more, none with blanks at its end or a line end within", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText, anyText)), fc.integer({ min: 20, max: 100 }), (rows, columns) => {
        const lines = table(rows, columns);
        expect(lines.length).toBeGreaterThanOrEqual(rows.length);
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}]|\s$/u);
      }),
    );
  });
});
