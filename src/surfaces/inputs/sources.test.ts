import { expect, test } from "vitest";
import { measuredLists } from "./measured-lists.ts";
import { allSources, shortTitle, sourceOf } from "./sources.ts";

test("allSources() tells of every list who publishes it, where, under which licence and for which years", () => {
  expect(allSources().length).toBeGreaterThanOrEqual(3);
  for (const { name, title, publisher, licence, url, coverage } of allSources()) {
    for (const text of [name, title, publisher, licence, coverage.inclusion]) expect(text).toMatch(/\S/);
    expect(url).toMatch(/^(https:\/\/\S+)?$/); // a format that anybody writes has no address
    expect(coverage.to === null || coverage.to >= coverage.from).toBe(true);
  }
  const names = allSources().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("every list whose overlap is measured is one that can be imported, and has a name for running text", () => {
  for (const name of measuredLists) {
    expect(allSources().map((source) => source.name)).toContain(name);
    expect(shortTitle(name)).not.toBe(name);
  }
});

test("sourceOf() knows of an unknown list its name and nothing else", () => {
  expect(sourceOf("made-up-list")).toMatchObject({
    name: "made-up-list",
    title: "made-up-list",
    url: "",
    publisher: "",
  });
});

test("shortTitle() gives a text for any name, also one that every object has", () => {
  expect(["dcid-2.0", "made-up-list", "constructor", "__proto__", ""].map(shortTitle)).toEqual([
    "DCID 2.0",
    "made-up-list",
    "constructor",
    "__proto__",
    "",
  ]);
});
