import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents } from "../../../test/support/arbitrary.ts";
import { madeUpIncident } from "../../../test/support/made-up.ts";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { csv, incidentsCsv, standCounts, statementsCsv } from "./incident-table.ts";

/** Rows as another program reads them. */
const rowsOf = (text: string): string[][] => parse(text, { record_delimiter: "\r\n" });
const recordsOf = (text: string): Record<string, string>[] => parse(text, { record_delimiter: "\r\n", columns: true });

/** What a spreadsheet would compute: the signs, also in full width, and blanks that it skips before them. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;
const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "＝", "\t", "\r", "\n", '"', "'", ",", ";", "1", "甲") }),
);

describe("csv()", () => {
  test("quotes what holds a comma, a quote or a line end, and nothing else", () => {
    expect(csv([["a", "b c", "1,2", 'say "x"', "two\nlines", "测试", ""]])).toBe(
      'a,b c,"1,2","say ""x""","two\nlines",测试,\r\n',
    );
  });

  test("puts an apostrophe before what a spreadsheet would compute", () => {
    expect(csv([["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "a=1", "'=1"]])).toBe(
      `'=1+1,'+1,'-1,'@SUM(A1),'\t=1,"'\r=1","'\n=1",'＝1,a=1,'=1\r\n`,
    );
  });

  test("is read back by another program cell by cell, and no cell computes", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const back = rowsOf(csv(rows));
        expect(back).toEqual(rows.map((row) => row.map((text) => (formula.test(text) ? `'${text}` : text))));
        expect(back.flat().filter((text) => formula.test(text))).toEqual([]);
      }),
    );
  });
});

describe("incidentsCsv()", () => {
  test("parses back: a row an incident, under its own names", () => {
    fc.assert(
      fc.property(incidents, (found) => {
        const rows = recordsOf(incidentsCsv(found));
        expect(rows.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
        expect(rows.map(({ happened, contested, effects }) => [happened, contested, effects])).toEqual(
          found.map((one) => [one.happened ?? "", String(one.contested), one.effects.join(";")]),
        );
        expect(rows.map(({ asserting, denying }) => [Number(asserting), Number(denying)])).toEqual(
          found.map((one) => Object.values(standCounts(one))),
        );
      }),
      { numRuns: 50 },
    );
  });

  test("writes the made-up case so that no title computes or breaks its row", () => {
    const rows = recordsOf(incidentsCsv(tinyView().incidents));
    const titles = Object.fromEntries(rows.map(({ id, title, title_zh: zh }) => [id, [title, zh]]));
    expect(titles["test-undated"]).toEqual(['\'=HYPERLINK("https://example.org") made up, without a date', ""]);
    expect(titles["test-profile"]).toEqual([
      "Profile: <script>alert(\"T&E\")</script> 'group'",
      "档案：<b>虚构</b>组织",
    ]);
  });

  test("of no incident is the head alone", () => {
    expect(rowsOf(incidentsCsv([])).length).toBe(1);
  });
});

test("statementsCsv() has a row a statement, with who, whom, when and why it is linked", () => {
  const contested = tinyView().incidents.find(({ id }) => id === "test-contested")!;
  const rows = recordsOf(statementsCsv(contested));
  expect(rows.map(({ statement, side, stance, checked }) => [statement, side, stance, checked])).toEqual([
    ["nz-2016-05-02-contested", "NZL", "asserts", "not-checked"],
    ["is-2016-05-03-contested", "ISL", "denies", "not-checked"],
    ["firm-2016-06-contested", "third", "doubts", "not-checked"],
  ]);
  expect(rows[0]).toMatchObject({
    incident: "test-contested",
    accused: "ISL",
    victims: "NZL",
    happened: "2016-02/..",
    grade: "F6",
    read: "https://example.org/statement?a=1&b=2",
    link: "same",
  });
});

test("standCounts() counts what stands, not what was withdrawn", () => {
  expect(
    standCounts(
      madeUpIncident([
        {},
        { stance: "supports" },
        { stance: "denies" },
        { stance: "doubts" },
        { withdrawn: true },
        { stance: "denies", withdrawn: true },
      ]),
    ),
  ).toEqual({ asserting: 2, denying: 2 });
});
