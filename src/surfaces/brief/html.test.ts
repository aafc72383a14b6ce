import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { tinyView } from "../../../test/support/tiny-case.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Day } from "../../values/day.ts";
import { composeBrief, type BriefOptions } from "./compose.ts";
import { briefPage } from "./html.ts";

const now = new Date("2026-01-02T03:04:05Z");
const everything: BriefOptions = { asof: null, dates: "first", side: null };

/** The page of a view, its style sheet left out: that is no sentence. */
function pageOf(view: LedgerView, options: BriefOptions = everything): string {
  return briefPage(composeBrief(view, options), now).replace(/<style>[^<]*<\/style>/, "<style></style>");
}

/** The made-up case, its titles and names changed to a text. */
function named(text: string): LedgerView {
  const { about, ...view } = tinyView();
  const given = { en: text, zh: text };
  const [first, second] = about.parties;
  return {
    ...view,
    about: {
      ...about,
      title: given,
      licence: text,
      version: text,
      agreement: { ...about.agreement, title: given },
      parties: [{ ...first, name: given, inSentence: given }, second],
    },
  };
}

const tagsOf = (page: string): string[] => [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));

describe("briefPage()", () => {
  test("makes of the made-up case the page that was read and approved", () => {
    // The drawing has golden files of its own.
    const text = pageOf(tinyView()).replace(/<svg.*<\/svg>/s, "<svg></svg>");
    expect(text).toBe(golden("tiny-brief.html", text));
  });

  test("closes every element that it opens", () => {
    const open: string[] = [];
    const closedWrongly: string[] = [];
    for (const [, end, name = "", rest] of pageOf(tinyView()).matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/gi)) {
      const isWhole = name === "meta" || rest?.endsWith("/") === true;
      if (end === "" && !isWhole) open.push(name);
      if (end === "/" && open.pop() !== name) closedWrongly.push(name);
    }
    expect([open, closedWrongly]).toEqual([[], []]);
  });

  test("asks nothing of the network and runs nothing", () => {
    const page = pageOf(named("https://example.org/x.js"));
    expect(page).not.toMatch(
      /<(script|link|iframe|object|embed|img)\b|\son\w+=|\ssrc=|url\((?!#)|@import|href="(?!#)/i,
    );
    expect(page).toContain("default-src 'none'");
  });

  test("escapes whatever a title, a name or a version holds: the same tags stand on the page", () => {
    const plain = tagsOf(pageOf(named("x")));
    const text = fc.string({
      unit: fc.constantFrom("<", ">", "&", '"', "'", "script", "/", "-", "甲"),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (odd) => {
        // A longer name may be broken into lines, each a text element of its own.
        const without = (tags: string[]): string[] => tags.filter((tag) => !/^<\/?(text|line|rect|svg)\b/.test(tag));
        expect(without(tagsOf(pageOf(named(odd))))).toEqual(without(plain));
      }),
      { numRuns: 10 },
    );
    expect(pageOf(named("<script>alert(1)</script>"))).toContain("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>");
  });

  test("shows Chinese as it is written", () => {
    expect(pageOf(named("测试案例"))).toContain("<h1>测试案例</h1>");
  });

  test("has a note for every mark, and a mark for every note", () => {
    const page = pageOf(tinyView());
    const marks = new Set([...page.matchAll(/href="#note-(\d+)"/g)].map(([, one]) => Number(one)));
    const notes = [...page.matchAll(/id="note-(\d+)"/g)].map(([, one]) => Number(one));
    expect(notes).toEqual(Array.from({ length: notes.length }, (_, index) => index + 1));
    expect([...marks].sort((one, other) => one - other)).toEqual(notes);
  });

  test("says of a list that no importer reads only that", () => {
    expect(pageOf(tinyView())).toContain(
      "<li>made-up-list: a list that this version does not know; the case’s files name it.</li>",
    );
  });

  test("ends with the day, the licence and the command that makes it again, with all that was asked", () => {
    const footer = (options: BriefOptions): string =>
      /<footer>(.*)<\/footer>/.exec(pageOf(tinyView(), options))?.[1] ?? "";
    expect(footer(everything)).toMatch(
      /^Case tiny-case, version test\.1\. Written 2026-01-02\. Inputs sha256:[0-9a-f]{64}\. Made by: detente brief tiny-case --html brief\.html\. Text of the case: CC0-1\.0\.$/,
    );
    expect(footer({ asof: "2016-01-01" as Day, dates: "disclosed", side: "third" })).toContain(
      "detente brief tiny-case --asof 2016-01-01 --by third --date disclosed --html brief.html",
    );
  });

  test("of a case with nothing on record is still a page", () => {
    const page = pageOf({ ...tinyView(), incidents: [], acts: [] });
    expect(page).toContain("in 0 incidents");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});
