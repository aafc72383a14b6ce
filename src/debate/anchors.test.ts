import fc from "fast-check";
import { expect, test } from "vitest";
import { reanchor, selectorAt, selectorOf } from "./anchors.ts";

const article =
  "For years boats were seen. The mayor spoke. It would be a start. The mayor spoke. Nobody answered him.";

test("a passage is found again after text was put before it", () => {
  const start = article.lastIndexOf("The mayor spoke.");
  const selector = selectorAt(article, start, start + 16);
  const edited = `A new beginning. ${article}`;
  expect(reanchor(article, selector)).toMatchObject({ how: "exact", start });
  // Of two equal passages, the one with the same surroundings.
  expect(reanchor(edited, selector)).toMatchObject({ how: "moved", start: start + 17 });
});

test("a passage that was reworded is found by likeness, and one that is gone is an orphan with its words", () => {
  const selector = selectorOf(article, "It would be a start.");
  if (!selector) throw new Error("not there");
  expect(reanchor(article.replace("It would be a start.", "It would be a good start."), selector)).toMatchObject({
    found: true,
    how: "similar",
  });
  expect(reanchor("Quite another article about rope, lamps and fish.", selector)).toEqual({
    found: false,
    quote: "It would be a start.",
  });
  expect(selectorOf(article, "not in it")).toBeNull();
});

test("any passage is found in the article it was chosen in, and after anything is put before or behind it", () => {
  const places = fc
    .tuple(fc.nat(article.length - 1), fc.nat(article.length - 1))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
  fc.assert(
    fc.property(places, fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), ([start, end], before, behind) => {
      const selector = selectorAt(article, start, end);
      expect(reanchor(article, selector)).toEqual({ found: true, start, end, how: "exact", likeness: 1 });
      const now = before + article + behind;
      const found = reanchor(now, selector);
      expect(found.found && now.slice(found.start, found.end)).toBe(selector.exact);
    }),
  );
});
