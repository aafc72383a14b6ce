// Behind each number of a brief stands all that is needed to doubt it.

import { expect, test } from "vitest";
import { tinyView } from "../../../../test/support/tiny-case.ts";
import { beforeAfter } from "../../../measure/before-after.ts";
import { chao } from "../../../measure/chao.ts";
import { parity } from "../../../measure/parity.ts";
import { composeBrief } from "../../brief/compose.ts";
import { factOf, type Known } from "./brief-facts.ts";
import { headlineNumbers, keptNumbers, magnitudeNumbers, pair, trendNumbers } from "./headline-numbers.ts";
import { methodReferences } from "./method-references.ts";

const brief = composeBrief(tinyView(), { asof: null, dates: "first", side: null });
const known: Known = { brief, view: { asof: null, by: null, date: "first", read: null }, years: brief.directions };

const named = [...headlineNumbers(brief), ...magnitudeNumbers(brief), ...trendNumbers(brief), ...keptNumbers(brief)];

test.each([...new Set(named.map(({ key }) => key))])(
  "%s has a title, a value or a refusal, sources, a formula and a command",
  (key) => {
    const fact = factOf(key, known);
    expect(fact?.title).toMatch(/\S/);
    expect(fact?.value === null).toBe(fact?.refused !== null);
    expect(fact?.sources.length).toBeGreaterThan(0);
    expect(fact?.formula).toMatch(/\S/);
    expect(fact?.command).toMatch(/^detente \w+/);
  },
);

test("factOf() knows no number that is not in the brief", () => {
  for (const key of ["", "hidden", "hidden:AAA-BBB", "parity:AAA", "fall:nothing:with", "by:AAA", "nonsense:x"])
    expect(factOf(key, known)).toBeNull();
});

test("the average over models is a number of incidents, no ratio and no bound", () => {
  const fact = factOf(`averaged:${pair(brief.directions[0])}`, known);
  expect(fact?.value).toMatch(/^about [\d,]+ incidents$/);
  expect(fact?.interval).toMatch(/^95%: [\d,]+ to [\d,]+$/);
  expect(fact?.formula).toContain("BIC");
});

test("an estimate is rounded to what is known of it, and exact beside it", () => {
  const [first] = brief.directions;
  const fact = factOf(`hidden:${pair(first)}`, known);
  expect(fact?.value).toMatch(/^at least about [\d,]+ incidents$/);
  expect(fact?.exact).toMatch(/^\d+(\.\d+)? incidents$/);
  expect(fact?.interval).toMatch(/^95%: [\d,]+ to [\d,]+$/);
  expect(fact?.assumptions).toEqual(chao.assumptions);
});

test("a refusal says why, with the papers of the method that was tried", () => {
  const [, second] = brief.directions;
  const fact = factOf(`hidden:${pair(second)}`, known);
  expect(fact?.refused).toBe("refused" in second.hidden ? second.hidden.refused.because : "");
  expect(fact?.references).toEqual(chao.references);
});

test("the papers named for each method are the estimators' own", () => {
  expect(methodReferences.parity).toEqual(parity.references);
  expect(methodReferences["before-after"]).toEqual(beforeAfter.references);
  expect(methodReferences.chao).toEqual(chao.references);
});

test("a view's filters go with the command and with the list behind a count", () => {
  const narrowed: Known = { ...known, view: { asof: brief.asof, by: "third", date: "disclosed", read: null } };
  const [first] = brief.directions;
  const fact = factOf(`contested:${pair(first)}`, narrowed);
  expect(fact?.command).toContain("--by third --date disclosed");
  expect(fact?.list).toContain("by=third&date=disclosed&standing=contested");
});
