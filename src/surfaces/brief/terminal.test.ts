import { describe, expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { ISL } from "../../../test/support/made-up.ts";
import type { Day } from "../../values/day.ts";
import { composeBrief } from "./compose.ts";
import { briefParts, PROVENANCE, type Part } from "./terminal.ts";

const tiny = tinyView();
const full = composeBrief(tiny, { asof: null, dates: "first", side: null });
const empty = composeBrief({ ...tiny, incidents: [], acts: [] }, { asof: null, dates: "first", side: null });

function part(parts: Part[], heading: string): Part {
  const found = parts.find((one) => one.heading === heading);
  expect(found).toBeDefined();
  return found ?? { heading };
}

describe("briefParts()", () => {
  test("says the headline first, then an answer and its confidence a question, then the numbers", () => {
    const parts = briefParts(full);
    expect(parts[0]).toEqual({ heading: "Test case: nothing in it happened", text: full.headline });
    expect(parts.slice(1, 5).map(({ text }) => text)).toEqual(
      full.sections.map(({ answer, confidence }) => `${answer} ${confidence}`),
    );
    expect(parts.slice(5).every(({ text, rows }) => text === undefined && rows !== undefined)).toBe(true);
  });

  test("has rows of one length in every table, with or without incidents", () => {
    for (const { rows = [] } of [...briefParts(full), ...briefParts(empty)]) {
      expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
    }
  });

  test("shows the same counts as the brief holds", () => {
    const rows = part(briefParts(full), "Both directions").rows ?? [];
    expect(rows[0]).toEqual(["", "ISL → NZL", "NZL → ISL"]);
    expect(rows[1]).toEqual(["incidents", "13", "6"]);
    expect(rows.at(-4)).toEqual(["with those on no list, over models", "14 (12–28)", "no estimate"]);
    expect(rows.at(-3)).toEqual(["at least, if some are harder to see", "17 (13–37)", "no estimate"]);
    expect(part(briefParts(full), "Rows that accuse, by list").rows).toContainEqual(["made-up-list", "–", "1"]);
  });

  test("gives the assumptions of an estimate, or the reason why there is none", () => {
    expect(part(briefParts(full), "On which lists: ISL → NZL").notes?.[0]).toMatch(
      /^provided the number is a lower bound/,
    );
    expect(part(briefParts(full), "On which lists: NZL → ISL").notes).toEqual([
      "No estimate: No case stands on two of the lists, so nothing tells how many stand on none.",
    ]);
  });

  test("ends with what is needed to make it again", () => {
    const asked = composeBrief(tiny, { asof: "2016-01-01" as Day, dates: "disclosed", side: ISL });
    expect(part(briefParts(asked), PROVENANCE).rows).toEqual([
      ["as of", "2016-01-01"],
      ["counted by", "sources in Iceland"],
      ["years by", "disclosure"],
      ["case", "tiny-case test.1"],
      ["inputs", asked.inputs],
    ]);
  });
});
