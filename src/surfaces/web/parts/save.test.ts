// Files made in the page are safe to open elsewhere.

import { expect, test } from "vitest";
import { bibtexOf, plainCitation } from "./citation.ts";
import { csvOf } from "./save.ts";

test("csvOf() quotes what needs it, and disarms what a spreadsheet would run", () => {
  expect(
    csvOf({
      columns: ["a", "b"],
      rows: [
        ["x,y", 1],
        ['say "so"', null],
        ["=1+1", -2],
      ],
    }),
  ).toBe('a,b\r\n"x,y",1\r\n"say ""so""",\r\n\'=1+1,-2\r\n');
});

const facts = { sources: ["List X"], asof: "2015-09-25", caseTitle: "A – B", version: "2026.11" };

test("a citation holds the title, the sources, the day known and the day read, and the address", () => {
  const plain = plainCitation("A chart", facts, "http://127.0.0.1:4747/d/a-b", "2026-01-02");
  for (const part of [
    "A chart",
    "List X",
    "as known on 2015-09-25",
    "Read on 2026-01-02",
    "http://127.0.0.1:4747/d/a-b",
    "2026.11",
  ])
    expect(plain).toContain(part);
});

test("bibtexOf() keeps braces of the data out of its fields", () => {
  expect(bibtexOf("A {chart}\\", facts, "http://x/?a={b}", "2026-01-02").match(/[{}]/g)).toHaveLength(16);
});
