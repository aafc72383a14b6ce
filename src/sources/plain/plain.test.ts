import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StateCode } from "../../values/state.ts";
import { effects, sectors, type Statement } from "../../values/statement.ts";
import type { When } from "../../values/when.ts";
import { runImport } from "../run-import.ts";
import { plainColumns, plainRow } from "./plain-columns.ts";
import { plainCsv, plainJsonl } from "./plain.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const letters = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((value) => value.replaceAll("\r", " "));
const text = fc.oneof(letters, fc.constantFrom("a; b", ";", "[x", '["x"]', " x", "a\nb", '"q"'));
const states = fc.uniqueArray(fc.constantFrom("USA", "CHN", "NOR") as fc.Arbitrary<StateCode>, { maxLength: 3 });
const when = fc.constantFrom(
  "2015",
  "2015-09",
  "2015-Q3",
  "2015-09-25",
  "2012/2014-03",
  "2012/..",
) as fc.Arbitrary<When>;
const words = fc.record({ en: text }, { requiredKeys: ["en"] });

const statements: fc.Arbitrary<Statement> = fc.record({
  id: fc.stringMatching(/^[a-z0-9][a-z0-9:_-]{0,8}$/),
  about: fc.constantFrom("incident", "campaign", "profile"),
  author: fc.record({
    name: words,
    kind: fc.constantFrom("firm", "government"),
    side: fc.constantFrom("third", "USA") as fc.Arbitrary<"third">,
  }),
  said: fc.option(when),
  stance: fc.constantFrom("asserts", "denies"),
  accused: fc.record({ states, actors: fc.array(text, { maxLength: 3 }) }),
  victims: fc.record({ states, names: fc.array(text, { maxLength: 3 }) }),
  what: fc.record({
    effects: fc.uniqueArray(fc.constantFrom(...effects), { minLength: 1, maxLength: 3 }),
    sectors: fc.uniqueArray(fc.constantFrom(...sectors), { minLength: 1, maxLength: 3 }),
  }),
  happened: fc.option(when),
  disclosed: fc.option(when),
  basis: fc.constantFrom("technical", "legal"),
  grade: fc.record({ source: fc.constantFrom("A", "F"), claim: fc.constantFrom(1, 6) }),
  summary: words,
  read: fc.array(
    fc.constantFrom({ url: "https://example.org/a" }, { url: "https://example.org/b;c", title: "A; title" }),
    { maxLength: 2 },
  ),
  checked: fc.constantFrom("list-row", "page-read"),
  listedBy: fc.array(fc.record({ source: text, id: text }), { maxLength: 2 }),
});

describe("statements of your own", () => {
  test("come back from CSV and from JSON Lines as they were written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(statements, { maxLength: 4, selector: ({ id }) => id }), async (given) => {
        const lines = given.map((statement) => plainColumns.map((name) => quoted(plainRow(statement)[name])).join(","));
        const csv = await runImport(plainCsv, bytes([plainColumns.join(","), ...lines].join("\n")));
        expect(csv.rejections).toEqual([]);
        expect(csv.statements.map(({ value }) => value)).toEqual(given);
        const jsonl = await runImport(
          plainJsonl,
          bytes(given.map((statement) => JSON.stringify(statement)).join("\n")),
        );
        expect(jsonl.statements.map(({ value }) => value)).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  test("are rejected with the field and what was expected there", async () => {
    const row = { ...plainRow(example), accusedStates: "USA; XYZ" };
    const csv = await runImport(
      plainCsv,
      bytes([plainColumns.join(","), plainColumns.map((name) => quoted(row[name])).join(",")].join("\n")),
    );
    expect(csv.rejections).toMatchObject([
      { field: "accused.states.1", because: "expected a state as ISO 3166-1 alpha-3, such as USA" },
    ]);
    const jsonl = await runImport(
      plainJsonl,
      bytes(`${JSON.stringify({ ...example, happened: "2015/2012" })}\n{"id":1}\nnothing\n`),
    );
    expect(jsonl.rejections.map(({ field }) => field)).toEqual(["happened", "id", ""]);
  });

  test("take bare addresses, and reject one that a page must never hold", async () => {
    const read = async (cell: string): Promise<unknown> => {
      const row = { ...plainRow(example), read: cell };
      const result = await runImport(
        plainCsv,
        bytes([plainColumns.join(","), plainColumns.map((name) => quoted(row[name])).join(",")].join("\n")),
      );
      return result.statements[0]?.value.read ?? result.rejections[0]?.field;
    };
    expect(await read("https://example.org/a; https://example.org/b")).toEqual([
      { url: "https://example.org/a" },
      { url: "https://example.org/b" },
    ]);
    expect(await read("javascript:alert(1)")).toBe("read.0.url");
  });
});

const example: Statement = {
  id: "own:1",
  about: "incident",
  author: { name: { en: "A ministry", zh: "某部" }, kind: "government", side: "third" },
  said: "2015" as When,
  stance: "asserts",
  accused: { states: ["USA" as StateCode], actors: [] },
  victims: { states: ["CHN" as StateCode], names: [] },
  what: { effects: ["espionage"], sectors: ["unknown"] },
  happened: null,
  disclosed: null,
  basis: "political",
  grade: { source: "B", claim: 3 },
  summary: { en: "It read the letters." },
  read: [],
  checked: "page-read",
  listedBy: [],
};
