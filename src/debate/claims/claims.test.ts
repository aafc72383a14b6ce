import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { propositions } from "../../models/verdict.ts";
import { writeWeights } from "../../math/weight-table.ts";
import { insultLines, trainInsults } from "../moderation/insult.ts";
import { examples, trainClaims } from "./classifier.ts";
import { concepts, plainText } from "./concepts.ts";
import { scoreClaims } from "./evaluate.ts";
import { findClaims, templateOf, templates } from "./index.ts";
import { sentencesOf } from "./match.ts";
import { conceptsIn } from "./standing.ts";

const heldOutLists = ["", "-2", "-3", "-4", "-5"].map((which) =>
  readFileSync(new URL(`../../../test/debate/claims-held-out${which}.tsv`, import.meta.url), "utf8"),
);
const heldOut = heldOutLists.join("\n");

describe("the library of claims", () => {
  test("has its own ids, rules of known word groups, and propositions that models have", () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    const unknown = templates.flatMap(({ id, rules }) =>
      rules.flatMap(([, ...names]) =>
        names
          .map((name) => name.replace("!", ""))
          .filter((name) => !(name in concepts))
          .map((name) => `${id}: ${name}`),
      ),
    );
    expect(unknown).toEqual([]);
    const known = new Set(propositions.map(({ model, id, argument }) => `${model} ${id} ${argument}`));
    const missing = templates.flatMap(({ bindings }) =>
      bindings.flatMap((binding) =>
        binding.kind === "model" && !known.has(`${binding.model} ${binding.proposition} ${binding.argument}`)
          ? [`${binding.model} ${binding.proposition} (${binding.argument})`]
          : [],
      ),
    );
    expect(missing).toEqual([]);
  });

  test("covers all nine arguments, each by a model", () => {
    const decided = templates.flatMap(({ bindings }) =>
      bindings.flatMap((binding) => (binding.kind === "model" ? [binding.argument] : [])),
    );
    expect([...new Set(decided)].sort().join("")).toBe("abcdefghi");
  });

  test("finds each claim in most of its own variants", () => {
    for (const { id, variants } of templates) {
      const found = variants.filter((text) => findClaims(text).some(({ template }) => template.id === id));
      expect(found.length / variants.length, id).toBeGreaterThanOrEqual(0.8);
    }
  });
});

test.each([
  ["plain, the first", 0, 0.95, 0.9],
  ["plain, the second", 1, 0.95, 0.9],
  ["as people talk, the first", 2, 0.9, 0.75],
  ["as people talk, the second", 3, 0.9, 0.8],
  ["mixed, seen by no change of words", 4, 0.9, 0.6],
])("findClaims() is right on sentences that it was not trained on: %s", (_, which, atLeast, found) => {
  const { sentences, precision, recall, noneKept } = scoreClaims(heldOutLists[which] ?? "");
  expect(sentences).toBeGreaterThanOrEqual(45);
  expect(precision).toBeGreaterThan(atLeast);
  expect(recall).toBeGreaterThan(found);
  expect(noneKept).toBeGreaterThan(0.9);
});

test("no sentence of the held-out list is among those that the matcher was trained on", () => {
  const known = new Set([
    ...examples().map(({ text }) => text.toLowerCase()),
    ...templates.flatMap(({ variants }) => variants.map((text) => text.toLowerCase())),
  ]);
  expect(heldOut.split("\n").filter((line) => known.has((line.split("\t")[1] ?? "").toLowerCase()))).toEqual([]);
});

test("every example names a claim of the library", () => {
  expect(examples().filter(({ claim }) => claim !== null && !templateOf(claim))).toEqual([]);
});

test("weights.txt is what training gives: run scripts/train-debate.ts after a change of lines", () => {
  const file = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
  expect(writeWeights(trainClaims(templates, examples())) === file("weights.txt")).toBe(true);
  expect(writeWeights(new Map([["insult", trainInsults(insultLines())]])) === file("../moderation/weights.txt")).toBe(
    true,
  );
});

test("a claim keeps the words in which it was found, and one text may press several", () => {
  const found = findClaims("Lovely day. They steal at very little cost. And we can hardly retaliate. Goodbye.");
  expect(found.map(({ template, quote }) => `${template.id}: ${quote}`).sort()).toEqual([
    "cannot-retaliate: And we can hardly retaliate.",
    "cheap-theft: They steal at very little cost.",
  ]);
});

test("sentencesOf() keeps U.S. and Dr. in their sentences", () => {
  expect(sentencesOf("The U.S. did it. Dr. K said so! “Really?” Yes.")).toEqual([
    "The U.S. did it.",
    "Dr. K said so!",
    "“Really?”",
    "Yes.",
  ]);
});

test("conceptsIn() finds what trying every pattern finds", () => {
  const texts = [...examples(), ...insultLines()].map(({ text }) => plainText(text));
  expect(texts.length).toBeGreaterThan(600);
  for (const text of texts) {
    const tried = Object.entries(concepts).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
    expect([...conceptsIn(text)].sort(), text).toEqual(tried.sort());
  }
});
