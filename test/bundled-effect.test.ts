// What the bundled case says of its agreement, and of the earlier date that a security firm gives.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { effectOnCase, type ListEffect } from "../src/measure/effect/case-effect.ts";
import { readCaseFolder } from "../src/surfaces/inputs/case-folder.ts";
import { measuredLists } from "../src/surfaces/inputs/measured-lists.ts";
import { bundledCasesFolder } from "../src/surfaces/inputs/place.ts";
import type { Day } from "../src/values/day.ts";
import { viewOf } from "./support/tiny-case.ts";

const view = viewOf(readCaseFolder(join(bundledCasesFolder, "us-cn")));
const [usa, chn] = view.about.parties;
const at = (date: Day): ReturnType<typeof effectOnCase> =>
  effectOnCase({
    incidents: view.incidents,
    direction: { from: chn.iso, to: usa.iso },
    lists: measuredLists,
    date,
    draws: 20,
  });

const told = ({ list, profiles, dates, outcome }: ListEffect): unknown[] =>
  outcome.ok
    ? [
        list,
        profiles,
        dates,
        outcome.value.windows.before,
        outcome.value.windows.after,
        Number(outcome.value.windows.p.toPrecision(2)),
      ]
    : [list, outcome.refusal.reason];

describe("effectOnCase() on the bundled case", () => {
  test("counts what each list has around the agreement, as around-date does", () => {
    expect(at(view.about.agreement.date).lists.map(told)).toEqual([
      ["dcid-2.0", "with", "happened", 11, 4, 0.059],
      ["eurepoc-1.1", "with", "happened", 14, 8, 0.14],
      ["cfr-2023-02", "with", "disclosed", 21, 4, 0.00046],
      ["cfr-2023-02", "without", "disclosed", 11, 3, 0.029],
    ]);
  });

  test("shows a rise in disclosures, not a fall, from mid-2014", () => {
    const cfr = at("2014-07-01" as Day).lists.find(({ list }) => list === "cfr-2023-02");
    expect(told(cfr!).slice(3, 5)).toEqual([11, 19]);
  });

  test("runs over two hundred ways to count, and says how far the list drives them", () => {
    const { curve, delay } = at(view.about.agreement.date);
    if (!curve.ok || !delay.ok) throw new Error("refused");
    expect(curve.value.variants.length).toBeGreaterThan(200);
    const list = curve.value.shares.find(({ choice }) => choice === "list");
    expect(list!.share).toBeGreaterThan(0.1);
    expect(curve.value.placebo.p).toBeLessThan(0.1);
    expect(delay.value.cases).toBeGreaterThan(20);
  });

  test("makes up for what recent months still lack, and leaves disclosures alone", () => {
    const late = effectOnCase({
      incidents: view.incidents,
      direction: { from: chn.iso, to: usa.iso },
      lists: measuredLists,
      date: "2020-01-01" as Day,
      months: 12,
      draws: 20,
    });
    for (const { dates, outcome, corrected } of late.lists) {
      if (!outcome.ok || !corrected.ok) throw new Error("refused");
      if (dates === "disclosed") expect(corrected.value.value).toBe(outcome.value.windows.value);
      else expect(corrected.value.value).toBeGreaterThan(outcome.value.windows.value);
    }
  });
});
