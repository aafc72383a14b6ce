import * as fc from "fast-check";
import { expect, test } from "vitest";
import { escaped, html, Markup } from "./markup.ts";

const marked = fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", ";", "甲", "#", "\n") });

/** What a page shows for escaped text. */
function shown(text: string): string {
  const names: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => names[name] ?? whole);
}

test("html escapes what is put in, in text and between quotes", () => {
  expect(html`<p title="${'"><script>'}">${"a < b & 'c'"}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">a &lt; b &amp; &#39;c&#39;</p>',
  );
});

test("html takes markup as it is, joins lists, and shows nothing for null and undefined", () => {
  const items = ["a<b", html`<i>${"c"}</i>`];
  expect(html`${items}${null}${undefined}${0}${new Markup("<br>")}`.text).toBe("a&lt;b<i>c</i>0<br>");
});

test("html lets no text open a tag, end an attribute or start an entity, and shows it unchanged", () => {
  fc.assert(
    fc.property(marked, (text) => {
      expect(escaped(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      expect(shown(escaped(text))).toBe(text);
      expect(html`<p>${text}</p>`.text).toBe(`<p>${escaped(text)}</p>`);
      expect(html`<p>${[text, text]}</p>`.text).toBe(`<p>${escaped(text)}${escaped(text)}</p>`);
    }),
  );
});

test("html escapes a text once, however deep its markup is nested", () => {
  const inner = html`<b>${"&"}</b>`;
  expect(html`<p>${html`${[inner, html`${inner}`]}`}</p>`.text).toBe("<p><b>&amp;</b><b>&amp;</b></p>");
});
