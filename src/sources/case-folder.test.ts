import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyUnits } from "../../test/support/arbitrary.ts";
import { tinyCaseTexts } from "../../test/support/tiny-case.ts";
import { InputError } from "../values/errors.ts";
import { caseFileNames, readCase, type CaseFileName } from "./case-folder.ts";

const texts = tinyCaseTexts();

type Rows = Record<string, unknown>[];

/** The made-up case with one file changed. */
function withRows(file: CaseFileName, change: (rows: Rows) => unknown[]): Record<CaseFileName, string> {
  const rows = texts[file]
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Rows[0]);
  return {
    ...texts,
    [file]: change(rows)
      .map((row) => (typeof row === "string" ? row : JSON.stringify(row)))
      .join("\n"),
  };
}

/** The case with one row of a file given other fields. */
function withFields(file: CaseFileName, row: number, more: Record<string, unknown>): Record<CaseFileName, string> {
  return withRows(file, (rows) => rows.map((one, index) => (index === row - 1 ? { ...one, ...more } : one)));
}

/** What reading says: the one line of an error, or that there is none. */
function said(files: Record<CaseFileName, string>): string {
  try {
    readCase(files);
    return "no error";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message;
  }
}

const statements = "statements.jsonl";

describe("readCase()", () => {
  test("refuses a key that would vanish in silence", () => {
    const spoilt = { ...texts, [statements]: texts[statements].replace('"codes":{', '"codes":{"__proto__":1,') };
    const line = spoilt[statements].includes("__proto__")
      ? spoilt
      : { ...texts, [statements]: `{"__proto__":1}\n${texts[statements]}` };
    expect(said(line)).toMatch(/^statements\.jsonl:\d+: expected no key "__proto__"$/);
  });

  test("gives every row of the four files, in their order", () => {
    const { about, incidents, statements: read, acts } = readCase(texts);
    expect([about.id, incidents.length, read.length, acts.length]).toEqual(["tiny-case", 19, 29, 2]);
    const ids = (file: CaseFileName): unknown[] =>
      texts[file]
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as Rows[0])["id"]);
    expect([incidents, read, acts].map((rows) => rows.map(({ id }) => id))).toEqual([
      ids("incidents.jsonl"),
      ids(statements),
      ids("acts.jsonl"),
    ]);
  });

  test("does not mind blank lines, Windows line ends or a missing last line end", () => {
    const dressed = Object.fromEntries(
      caseFileNames.map((name) => [name, `\n${texts[name].trimEnd().replaceAll("\n", "\r\n\r\n")}`]),
    ) as typeof texts;
    expect(readCase(dressed)).toEqual(readCase(texts));
  });

  test("takes a case in which nothing is on record yet", () => {
    const empty = readCase({ ...texts, "incidents.jsonl": "", "statements.jsonl": "\n", "acts.jsonl": "" });
    expect([empty.incidents, empty.statements, empty.acts]).toEqual([[], [], []]);
  });
});

describe("readCase() says in one line what is wrong and where", () => {
  const grade = { source: "C", claim: 3 };
  test.each([
    [
      "a line that is no JSON",
      withRows(statements, (rows) => [rows[0], '{"id": "cut off', ...rows.slice(1)]),
      'statements.jsonl:2: expected one JSON object, got "{\\"id\\": \\"cut off"',
    ],
    [
      "a line that holds no object",
      withRows(statements, (rows) => ["null", ...rows]),
      "statements.jsonl:1: expected object, got null",
    ],
    ["an array for an object", withRows("acts.jsonl", (rows) => [rows]), "acts.jsonl:1: expected object, got ["],
    [
      "an unknown code",
      withFields(statements, 4, { stance: "claims" }),
      'statements.jsonl:4:stance: expected one of "asserts"|"denies"|"doubts"|"supports", got "claims"',
    ],
    [
      "an unknown code in a list",
      withFields(statements, 4, { what: { effects: ["espionage", "spying"], sectors: ["media"] } }),
      "statements.jsonl:4:what.effects.1: expected one of ",
    ],
    [
      "an unknown state",
      withFields(statements, 1, { victims: { states: ["XYZ"], names: [] } }),
      'statements.jsonl:1:victims.states.0: expected a state as ISO 3166-1 alpha-3, such as USA, got "XYZ"',
    ],
    [
      "an unknown side",
      withFields(statements, 1, { author: { name: { en: "A" }, kind: "firm", side: "Iceland" } }),
      'statements.jsonl:1:author.side: expected a state as ISO 3166-1 alpha-3, such as USA, or third, got "Iceland"',
    ],
    [
      "a grade that is none",
      withFields(statements, 1, { grade: { ...grade, claim: 9 } }),
      "statements.jsonl:1:grade.claim: expected a whole number from 1 to 6, got 9",
    ],
    [
      "an impossible date",
      withFields(statements, 2, { happened: "2015-02-30" }),
      "statements.jsonl:2:happened: expected a date as YYYY-MM-DD",
    ],
    [
      "a period that ends before it starts",
      withFields("acts.jsonl", 2, { when: "2016/2015" }),
      "acts.jsonl:2:when: expected a date as YYYY-MM-DD",
    ],
    [
      "an unknown key",
      withFields(statements, 3, { colour: "red" }),
      "statements.jsonl:3:colour: expected only known fields, and this is none",
    ],
    [
      "an unknown key within",
      withFields(statements, 3, { link: { kind: "same", because: "x", by: "me" } }),
      "statements.jsonl:3:link.by: expected only known fields, and this is none",
    ],
    [
      "a missing field",
      withFields(statements, 3, { summary: undefined }),
      "statements.jsonl:3:summary: expected object, got nothing",
    ],
    [
      "an empty list",
      withFields(statements, 3, { what: { effects: [], sectors: ["media"] } }),
      "statements.jsonl:3:what.effects: expected array to have >=1 items, got []",
    ],
    [
      "an empty text",
      withFields("incidents.jsonl", 3, { title: { en: "" } }),
      'incidents.jsonl:3:title.en: expected string to have >=1 characters, got ""',
    ],
    [
      "a script for an address",
      withFields(statements, 1, { read: [{ url: "https://example.org" }, { url: "javascript:alert(1)" }] }),
      'statements.jsonl:1:read.1.url: expected a web address that starts with http:// or https://, got "javascript:alert(1)"',
    ],
    [
      "an identifier given twice",
      withRows("incidents.jsonl", (rows) => [...rows, rows[1]]),
      'incidents.jsonl:20:id: expected an identifier of its own, not that of row 2, got "test-bank"',
    ],
    [
      "an incident that is not there",
      withFields(statements, 5, { incident: "test-nowhere" }),
      'statements.jsonl:5:incident: expected an incident of incidents.jsonl, got "test-nowhere"',
    ],
    [
      "an answered statement that is not there",
      withFields(statements, 5, { answers: ["nobody-said-so"] }),
      'statements.jsonl:5:answers: expected a statement of this file, got "nobody-said-so"',
    ],
    [
      "an incident of which nobody speaks",
      withRows("incidents.jsonl", (rows) => [...rows, { ...rows[0], id: "test-silent" }]),
      'incidents.jsonl:20:id: expected an incident that some statement speaks of, got "test-silent"',
    ],
    [
      "a line too long",
      withRows(statements, (rows) => [...rows, `"${"x".repeat(100_000)}"`]),
      "statements.jsonl:30: expected at most 100000 characters a line, got 100002",
    ],
    ["a case that is no JSON", { ...texts, "case.json": "" }, 'case.json:1: expected one JSON object, got ""'],
    [
      "a case with one party",
      { ...texts, "case.json": texts["case.json"].replace('"ISL"', '"Iceland"') },
      "case.json:1:parties.1.iso: expected a state",
    ],
  ])("%s", (_what, files, start) => {
    const line = said(files);
    expect(line.slice(0, start.length)).toBe(start);
    expect(line).not.toContain("\n");
  });

  test("counts rows as an editor does, blank lines with them", () => {
    const files = { ...texts, "acts.jsonl": texts["acts.jsonl"].replace("\n", "\n\n\n").replace("ACCUSE", "BLAME") };
    expect(said(files)).toMatch(/^acts\.jsonl:4:plover: /);
  });

  test("however long or odd a key is that somebody wrote", () => {
    const odd = fc.oneof(
      anyUnits.map((key) => key || "?"),
      fc.constantFrom("a\nb", "\u001b[2J", "x".repeat(5000)),
    );
    fc.assert(
      fc.property(odd, odd, (key, inside) => {
        const lines = [
          said(withFields("acts.jsonl", 1, { [`${key}!`]: 1 })),
          said(withFields(statements, 1, { codes: { [inside]: [] } })),
        ];
        for (const line of lines) {
          expect(line).toMatch(/^(acts|statements)\.jsonl:1:[^\p{Cc}\p{Cf}]+$/u);
          expect(line.length).toBeLessThan(300);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("for any damage to a line, and never with anything but such a line", () => {
    const at = fc.nat({ max: texts[statements].length - 1 });
    fc.assert(
      fc.property(at, fc.constantFrom("", '"', "{", "0", "\n", "\\", ",", "\u0000"), (position, instead) => {
        const damaged = texts[statements].slice(0, position) + instead + texts[statements].slice(position + 1);
        expect(said({ ...texts, [statements]: damaged })).toMatch(
          /^(no error$|(statements|incidents)\.jsonl:\d+(:[\w."\\ …-]+)?: expected [^\n]+$)/,
        );
      }),
      { numRuns: 100 },
    );
  });
});
