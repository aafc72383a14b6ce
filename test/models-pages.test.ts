// Every model has a page, and the worked examples on the pages are what the models compute.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseRational } from "../src/math/rational.ts";
import { modelOf, models } from "../src/models/index.ts";
import { solve } from "../src/models/model.ts";
import { readCaseFolder } from "../src/surfaces/inputs/case-folder.ts";
import { bundledCasesFolder } from "../src/surfaces/inputs/place.ts";
import { worldOf } from "../src/surfaces/inputs/world.ts";
import { ledgerFormulas } from "../src/values/world-keys.ts";
import { isWorldKey } from "../src/world/index.ts";
import { viewOf } from "./support/tiny-case.ts";

const folder = new URL("../docs/models/", import.meta.url);
const pageOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

type Example = { model: string; part: string; params: Record<string, unknown>; gives: Record<string, unknown> };

/** The blocks of JSON on a page that name what they give. */
function examplesOn(page: string): Example[] {
  return [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].flatMap(([, text = ""]) => {
    if (!text.includes('"gives"')) return [];
    return [JSON.parse(text) as Example];
  });
}

/** Equal as fractions, equal to nine figures as numbers, equal as they are otherwise. */
function expectSame(found: unknown, given: unknown, where: string): void {
  if (typeof given === "number" && typeof found === "number")
    expect(Math.abs(found - given), where).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(given)));
  else if (typeof given === "number" && typeof found === "string")
    expect(parseRational(found)?.toNumber(), where).toBeCloseTo(given, 9);
  else if (Array.isArray(given) && Array.isArray(found)) {
    expect(found.length, where).toBe(given.length);
    for (const [at, one] of given.entries()) expectSame(found[at], one, `${where}[${at}]`);
  } else expect(found, where).toStrictEqual(given);
}

describe("the models' pages", () => {
  test("there is one for every model, listed on the index, with every part named and an example", () => {
    const index = pageOf("index.md");
    for (const { card, parts } of models) {
      const name = `${card.id.toLowerCase()}.md`;
      expect(index).toContain(`[${card.id}](${name})`);
      const page = pageOf(name);
      for (const part of parts) expect(page, `${name} lacks ${part.name}`).toContain(`\`${part.name}\``);
      expect(examplesOn(page).length, name).toBeGreaterThan(0);
      for (const { key } of card.references) expect(page, `${name} lacks ${key}`).toContain(key);
    }
  });

  const examples = pages
    .filter((name) => name !== "world.md" && name !== "index.md")
    .flatMap((name) => examplesOn(pageOf(name)).map((example) => ({ name, ...example })));

  test.each(examples)("$name: $model $part gives what its page says", ({ model, part, params, gives }) => {
    const found = modelOf(model);
    const solution = found && solve(found, { part, ...params });
    if (!solution?.ok) throw new Error(`${model} ${part} has no solution`);
    for (const [key, given] of Object.entries(gives)) expectSame(solution.value.outcome[key], given, key);
  });

  test("the world's page names every formula, and its figures are those of the bundled case", () => {
    const page = pageOf("world.md");
    for (const formula of ledgerFormulas) expect(page).toContain(`\`${formula}\``);
    const { params } = worldOf(viewOf(readCaseFolder(join(bundledCasesFolder, "us-cn"))));
    const [example] = examplesOn(page);
    expect(Object.keys(example?.gives ?? {}).length).toBeGreaterThan(3);
    for (const [key, given] of Object.entries(example?.gives ?? {})) {
      if (!isWorldKey(key)) throw new Error(`${key} is no parameter of a world`);
      expect(params[key].value, key).toBe(given);
      expect(params[key].source.kind, key).toBe("data");
    }
  });
});
