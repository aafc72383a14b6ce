import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import type { Day } from "../../values/day.ts";
import { sourceOf } from "../inputs/sources.ts";
import { bibtex, escaped } from "./bibtex.ts";
import { citeAll, citeIncident, datePartsOf, type Citation } from "./citation.ts";
import { cslItems } from "./csl.ts";
import { incidentMarkdown } from "./incident-markdown.ts";

const options = { address: "http://127.0.0.1:4747", asof: "2016-01-01" as Day, accessed: "2026-02-03" as Day };
const view = tinyView();
const [incident] = view.incidents;

/** Reads entries as BibTeX does: braces are counted, whatever stands before them. */
function readBibtex(text: string): { key: string; fields: Record<string, string> }[] {
  const entries = [];
  let at = 0;
  const braced = (): string => {
    let depth = 0;
    const from = at;
    do {
      if (text[at] === "{") depth++;
      if (text[at] === "}") depth--;
      at++;
      if (at > text.length) throw new Error("a brace is left open");
    } while (depth > 0);
    return text.slice(from + 1, at - 1);
  };
  while ((at = text.indexOf("@misc{", at)) >= 0) {
    at += "@misc".length;
    const body = braced();
    const [, key = "", rest = ""] = /^([^,]+),\n([\s\S]*)$/.exec(body) ?? [];
    const fields: Record<string, string> = {};
    const outer = { text, at };
    for (const line of rest.trimEnd().split(/,\n/)) {
      const [, name = "", value = ""] = /^ {2}(\w+) = \{([\s\S]*)\}$/.exec(line) ?? [];
      fields[name] = value;
    }
    at = outer.at;
    entries.push({ key, fields });
  }
  return entries;
}

/** What LaTeX prints of an escaped text. */
function printed(latex: string): string {
  const words: Record<string, string> = {
    textbackslash: "\\",
    textbraceleft: "{",
    textbraceright: "}",
    textasciitilde: "~",
    textasciicircum: "^",
  };
  return latex.replace(/\\(?:([a-z]+)\{\}|([&%$#_]))/g, (_, word: string | undefined, mark: string | undefined) =>
    word === undefined ? (mark ?? "") : (words[word] ?? "?"),
  );
}

describe("bibtex()", () => {
  test("gives each view, list, incident and statement an entry of its own key, with address, version, hash and day of access", () => {
    const all = citeAll(view, [sourceOf("dcid-2.0")], options);
    const entries = readBibtex(bibtex(all));
    expect(entries.length).toBe(
      2 + view.incidents.length + view.incidents.flatMap(({ statements }) => statements).length,
    );
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    for (const { fields } of entries) {
      expect(fields).toMatchObject({ urldate: "2026-02-03" });
      expect(fields["url"]).toMatch(/^https?:\/\//);
      expect(fields["note"]).toContain(view.hash);
    }
    expect(entries.find(({ key }) => key === `detente:incident:${incident!.id}`)?.fields["url"]).toBe(
      `http://127.0.0.1:4747/i/${incident!.id}?asof=2016-01-01`,
    );
  });

  test("leads to a statement on its incident's page", () => {
    const [statement] = incident!.statements;
    const entry = readBibtex(bibtex(citeAll(view, [], options))).find(
      ({ key }) => key === `detente:statement:${statement!.id}`,
    );
    const anchor = `statement-${statement!.id.replace(/[^a-z0-9-]/g, "-")}`;
    expect(entry?.fields["url"]).toBe(`http://127.0.0.1:4747/i/${incident!.id}?asof=2016-01-01#${anchor}`);
  });

  test("prints any title as it was, and never leaves a brace open", () => {
    const marks = fc.string({
      unit: fc.constantFrom("\\", "{", "}", "~", "^", "&", "%", "$", "#", "_", "a", "中", " ", '"', "@", ","),
      minLength: 1,
    });
    fc.assert(
      fc.property(marks, (title) => {
        const one: Citation = { ...citeIncident(view, incident!, options), title };
        const [entry] = readBibtex(bibtex([one, one]));
        expect(readBibtex(bibtex([one, one])).length).toBe(2);
        expect(printed(escaped(title))).toBe(title.replace(/\s+/g, " "));
        expect(escaped(title).replaceAll("{}", "")).not.toMatch(/(?<!\\)[{}&%$#_~^]/);
        expect(entry?.key).toBe(one.key);
      }),
    );
  });
});

describe("cslItems()", () => {
  test("says when something was said as precisely as known, and no more", () => {
    expect(["2015-09-25", "2015-09", "2015-Q3", "2012/2014"].map((when) => datePartsOf(when as never))).toEqual([
      [2015, 9, 25],
      [2015, 9],
      [2015],
      [2012],
    ]);
    const items = cslItems(citeAll(view, [], options));
    expect(
      items.every(
        (item) =>
          typeof item["id"] === "string" &&
          typeof item["title"] === "string" &&
          /^(dataset|webpage)$/.test(String(item["type"])),
      ),
    ).toBe(true);
    expect(items[0]).toMatchObject({ accessed: { "date-parts": [[2026, 2, 3]] }, version: view.about.version });
  });
});

describe("incidentMarkdown()", () => {
  test("shows every statement, and nothing that a statement says becomes markup", () => {
    const wild = { ...incident!, title: { en: "<script>*a* [x](http://a) # b" } };
    const page = incidentMarkdown(view, wild, options);
    for (const { id } of incident!.statements) expect(page).toContain(`\`${id}\``);
    expect(page).not.toContain("<script");
    expect(page.split("\n")[0]).toBe("# &lt;script\\>\\*a\\* \\[x\\](http://a) \\# b");
  });
});
