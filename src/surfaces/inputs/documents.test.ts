import { expect, test } from "vitest";
import { documentNamed, documents, pictureNamed } from "./documents.ts";

test("every page of the shelves has a title and says what it is about", () => {
  const all = documents();
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(["hidden", "linkage", "dcid", "ledger"]));
  for (const { name, title, question } of all) {
    expect(title, name).not.toBe(name);
    expect(question.length, name).toBeGreaterThan(10);
  }
});

test("a link between pages leads to the page in the workbench", () => {
  const { html } = documentNamed("methods", "linkage") ?? { html: "" };
  expect(html).toContain('src="/api/pictures/linkage-reliability.svg"');
  for (const { shelf, name } of documents())
    expect(documentNamed(shelf, name)?.html, name).not.toMatch(/href="(?!https?:)[^"]*\.md/);
});

test("nothing outside the shelves can be asked for", () => {
  expect(documentNamed("pictures", "linkage-reliability")).toBeNull();
  expect(documentNamed("methods", "../ledger")).toBeNull();
  expect(documentNamed("constructor", "x")).toBeNull();
  expect(pictureNamed("../ledger.md")).toBeNull();
  expect(pictureNamed("linkage-reliability.svg")).toContain("<svg");
});
