import fc from "fast-check";
import { expect, test } from "vitest";
import { Markup } from "../brief/markup.ts";
import { embedMarkup, embedPage, embedPath, embedPolicy } from "./embeds.ts";
import { atom, debateFeed, jsonFeed } from "./feeds.ts";

const places = { self: "debate.atom", link: (page: string): string => `..${page}` };

test("a feed holds nothing that XML cannot, whatever was written into a comment", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (author, text) => {
      const feed = debateFeed("x", "The case", [
        { id: "d", title: text, comments: [{ id: "c", author, at: "2026-01-02", text }] },
      ]);
      const xml = atom(feed, places);
      expect(xml.match(/<entry>/g)?.length).toBe(1);
      // oxlint-disable-next-line no-control-regex
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      expect(xml.isWellFormed()).toBe(true);
      // Every & begins an entity of XML's own, every < one of the feed's elements.
      expect(xml.replaceAll(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      expect(
        xml.replaceAll(/<\/?(feed|id|title|updated|author|name|link|entry|summary)\b[^<]*>|<\?xml[^<]*\?>/g, ""),
      ).not.toContain("<");
      expect(() => JSON.parse(jsonFeed(feed, places)) as unknown).not.toThrow();
    }),
    { numRuns: 60 },
  );
});

test("what is withheld, and what has no date, is not told; the latest comes first; an entry keeps its identifier", () => {
  const comment = (id: string, at: string | null, text: string | null) => ({ id, author: "A", at, text });
  const thread = [
    comment("a", "2026-01-01", "one"),
    comment("b", "2026-03-01", "two"),
    comment("c", "2026-02-01", null),
    comment("d", null, "four"),
  ];
  const feed = debateFeed("x", "The case", [{ id: "d", title: "T", comments: thread }]);
  expect(feed.entries.map(({ summary }) => summary)).toEqual(["two", "one"]);
  expect(feed.updated).toBe("2026-03-01T00:00:00.000Z");
  const again = debateFeed("x", "The case", [{ id: "d", title: "T", comments: thread.slice(0, 1) }]);
  expect(again.entries[0]?.id).toBe(feed.entries[1]?.id);
  expect(feed.entries[0]?.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

const facts = { caseTitle: "A & B", caseVersion: "1", ledgerHash: "sha256:0", day: "2026-01-01", dyad: "a-b" };

test("an embed runs nothing, asks for nothing, and escapes what it shows", () => {
  const embed = {
    kind: "claim" as const,
    name: "../x",
    title: '<script>alert("1")</script>',
    page: "/",
    height: 100,
    body: new Markup("<p>body</p>"),
  };
  const page = embedPage(embed, facts, 'javascript:"');
  expect(page).not.toContain("<script");
  expect(page).toContain("A &amp; B");
  expect(embedPolicy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; /);
  expect(embedPolicy).not.toContain("unsafe");
  expect(embedPath(embed)).toBe("embed/claim/_2e._2fx.html");
  expect(embedMarkup(embed, 'https://example.org/"x').match(/"/g)?.length).toBe(12);
});
