import { expect, test } from "vitest";
import type { StateCode } from "../values/state.ts";
import type { Statement } from "../values/statement.ts";
import { mergeStatements } from "./merge-statements.ts";

const statement = (states: string[], sectors: Statement["what"]["sectors"], url: string): Statement => ({
  id: "x:1",
  about: "incident",
  author: { name: { en: "A list" }, kind: "dataset", side: "third" },
  said: null,
  stance: "asserts",
  accused: { states: states as StateCode[], actors: [] },
  victims: { states: [], names: ["Post Office"] },
  what: { effects: ["unknown"], sectors },
  happened: null,
  disclosed: null,
  basis: "inference",
  grade: { source: "B", claim: 6 },
  summary: { en: "Letters" },
  read: [{ url }],
  checked: "list-row",
  listedBy: [{ source: "x", id: "1" }],
  notes: [url],
});

test("mergeStatements() puts together what the rows list, each thing once, and drops 'unknown' beside a known word", () => {
  const merged = mergeStatements(
    statement(["USA"], ["unknown"], "https://example.org/a"),
    statement(["USA", "GBR"], ["energy"], "https://example.org/b"),
  );
  expect(merged).toMatchObject({
    accused: { states: ["USA", "GBR"] },
    victims: { names: ["Post Office"] },
    what: { effects: ["unknown"], sectors: ["energy"] },
    read: [{ url: "https://example.org/a" }, { url: "https://example.org/b" }],
    notes: ["https://example.org/a", "https://example.org/b"],
  });
});

test("mergeStatements() gives the first statement back when the next says the same", () => {
  const one = statement(["USA"], ["energy"], "https://example.org/a");
  expect(mergeStatements(one, one)).toEqual(one);
});
