import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tinyCaseTexts } from "../../test/support/tiny-case.ts";
import { caseStatementSchema, incidentIdSchema, statementSchema, webAddressSchema } from "./statement.ts";

const { "statements.jsonl": text } = tinyCaseTexts();
const rows = text
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Record<string, unknown>);
const given = rows.find(({ id }) => id === "nz-2016-05-02-contested")!;

/** What a schema says of a statement in which some fields are others. */
function fault(more: Record<string, unknown>): string {
  const issue = caseStatementSchema.safeParse({ ...given, ...more }).error?.issues[0];
  return issue ? `${issue.path.join(".")}: ${issue.message}` : "none";
}

test("caseStatementSchema takes every statement of the made-up case and gives it back unchanged", () => {
  expect(rows.length).toBe(29);
  for (const row of rows) expect(caseStatementSchema.parse(row)).toEqual(row);
});

describe("caseStatementSchema names the field and what it expects", () => {
  test.each([
    [{ stance: "claims" }, "stance: "],
    [{ id: "With Blanks" }, "id: expected an identifier"],
    [{ id: "a".repeat(121) }, "id: expected an identifier"],
    [{ said: "2015-02-30" }, "said: expected a date"],
    [{ happened: "2015/2014" }, "happened: expected a date"],
    [{ author: { name: { en: "A" }, kind: "government", side: "Iceland" } }, "author.side: expected a state"],
    [{ author: { name: {}, kind: "government", side: "ISL" } }, "author.name.en: "],
    [{ accused: { states: ["XYZ"], actors: [] } }, "accused.states.0: expected a state"],
    [{ what: { effects: [], sectors: ["government"] } }, "what.effects: "],
    [{ what: { effects: ["spying"], sectors: ["government"] } }, "what.effects.0: "],
    [{ grade: { source: "C", claim: 7 } }, "grade.claim: expected a whole number from 1 to 6"],
    [{ grade: { source: "G", claim: 1 } }, "grade.source: "],
    [{ scores: [{ scale: "dcid-severity", value: 11 }] }, "scores.0.value: expected a DCID severity from 0 to 10"],
    [{ scores: [{ scale: "eurepoc-intensity", value: 16 }] }, "scores.0.value: "],
    [{ codes: { dyad: ["NZL"] } }, "codes.dyad: expected a text or a number"],
    [{ read: [{ url: "javascript:alert(1)" }] }, "read.0.url: expected a web address"],
    [{ answers: [] }, "answers: "],
    [{ incident: "with_underscore" }, "incident: expected an identifier"],
    [{ link: { kind: "perhaps", because: "x" } }, "link.kind: "],
    [{ link: { kind: "same", because: "" } }, "link.because: "],
    [{ unknown: 1 }, ": Unrecognized key"],
    [{ summary: undefined }, "summary: "],
  ])("%j", (more, start) => {
    expect(fault(more).slice(0, start.length)).toBe(start);
  });

  test("but takes an EuRepoC intensity above 10", () => {
    expect(fault({ scores: [{ scale: "eurepoc-intensity", value: 15 }] })).toBe("none");
  });
});

test("statementSchema takes no incident and no link: those are judged apart", () => {
  const { incident: _incident, link: _link, ...bare } = given;
  expect(statementSchema.parse(bare)).toEqual(bare);
  expect(statementSchema.safeParse(given).success).toBe(false);
});

describe("webAddressSchema", () => {
  const takes = (text: string): boolean => webAddressSchema.safeParse(text).success;

  test("takes web addresses, and nothing that a page could run or break on", () => {
    expect(["https://example.org/?a=1&b=2#c", "http://example.org/新"].map(takes)).toEqual([true, true]);
    const bad = [
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      " https://example.org",
      "https://example.org\n",
      "data:text/html,x",
      "//example.org",
      "ftp://example.org",
      "https://",
      'https://a"b',
      "https://a<b",
      "https://a b",
      `https://${"a".repeat(2000)}`,
    ];
    expect(bad.filter(takes)).toEqual([]);
  });

  test("takes only what starts with http and holds no blank, quote or angle bracket", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "http://", "https://", "javascript:"),
        fc.string({ unit: "grapheme" }),
        (start, rest) => {
          expect(!takes(start + rest) || /^https?:\/\/[^\s<>"]+$/.test(start + rest)).toBe(true);
        },
      ),
    );
  });
});

test("incidentIdSchema takes small letters, digits and hyphens, at most 80, so that it can stand in an address", () => {
  const takes = (text: string): boolean => incidentIdSchema.safeParse(text).success;
  expect(["titan-rain", "2015", "a".repeat(80)].map(takes)).toEqual([true, true, true]);
  expect(["", "-a", "A", "a/b", "a.b", "../a", "ä", "a".repeat(81)].filter(takes)).toEqual([]);
});
