import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { dayIn, incidents } from "../../../test/support/arbitrary.ts";
import { NZL } from "../../../test/support/made-up.ts";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { dateKindNames } from "../../ledger/incident.ts";
import type { Day } from "../../values/day.ts";
import { composeBrief, type BriefOptions } from "./compose.ts";
import { briefPage } from "./html.ts";
import { briefParts } from "./terminal.ts";

const everything: BriefOptions = { asof: null, dates: "first", side: null };
const tiny = tinyView();

/** Every number in a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe("composeBrief()", () => {
  test("makes of the made-up case the brief that was read and approved", () => {
    const text = `${JSON.stringify(composeBrief(tiny, everything), null, 2)}\n`;
    expect(text).toBe(golden("tiny-brief.json", text));
  });

  test("gives the same brief for the same ledger", () => {
    expect(composeBrief(tinyView(), everything)).toEqual(composeBrief(tiny, everything));
  });

  test("read by the other party, tells what is done to it first and turns the ratios over", () => {
    const [home, other] = [
      composeBrief(tiny, everything),
      composeBrief(tiny, { ...everything, reader: tiny.about.parties[1].iso }),
    ];
    expect(other.directions).toEqual(home.directions.toReversed());
    expect(other.parties).toEqual(home.parties);
    expect(other.agreement).toEqual(home.agreement);
    expect(other.parity.map(({ counts }) => counts)).toEqual(home.parity.map(({ counts }) => counts.toReversed()));
    expect(other.headline).toContain(
      "New Zealand is accused of acting against Iceland in 6 incidents, and Iceland against New Zealand in 13",
    );
  });

  test("counts in each direction what the case's files hold", () => {
    // From the files: 12 incidents with rows of lists and one between ministries; the other way five rows and one of
    // a list that nobody imports.
    const { directions, totals, checked, sources } = composeBrief(tiny, everything);
    expect(
      directions.map(({ from, to, incidents: count, statements, profiles, contested, unchecked, undated }) => [
        from,
        to,
        count,
        statements,
        profiles,
        contested,
        unchecked,
        undated,
      ]),
    ).toEqual([
      ["ISL", "NZL", 13, 21, 1, 1, 1, 0],
      ["NZL", "ISL", 6, 6, 0, 0, 0, 1],
    ]);
    expect([totals, checked]).toEqual([
      { incidents: 19, statements: 29, denials: 2, acts: 2 },
      { "list-row": 26, "page-read": 0, "not-checked": 3 },
    ]);
    expect(sources.map(({ name }) => name)).toEqual(["cfr-2023-02", "dcid-2.0", "eurepoc-1.1", "made-up-list"]);
  });

  test("bounds the unseen from the overlap by hand, with and without the profile", () => {
    // Six on one list, four on two, two on three: 12 + 6² / (2 · 4); without the profile 11 + 5² / (2 · 4).
    const [towardFirst, towardSecond] = composeBrief(tiny, everything).directions;
    expect([towardFirst.hidden, towardFirst.hiddenWithoutProfiles]).toMatchObject([
      { value: 16.5, method: "chao" },
      { value: 14.125, method: "chao" },
    ]);
    expect(towardSecond.hidden).toMatchObject({ refused: { reason: "no-overlap" } });
  });

  test("as of a day knows nothing later, and refuses to compare with months not yet over", () => {
    const brief = composeBrief(tiny, { ...everything, asof: "2014-06-30" as Day });
    expect([brief.asof, brief.totals.incidents, brief.totals.acts]).toEqual(["2014-06-30", 5, 0]);
    expect(brief.agreement.rows.map(({ fall }) => ("refused" in fall ? fall.refused.reason : "told"))).toEqual([
      "too-short",
      "too-short",
      "too-short",
    ]);
    expect(brief.inputs).not.toBe(composeBrief(tiny, everything).inputs);
  });

  test("counted by one side counts only what that side says", () => {
    const { directions, countedBy } = composeBrief(tiny, { ...everything, side: NZL });
    expect([countedBy, ...directions.map(({ incidents: count }) => count)]).toEqual([NZL, 1, 1]);
    expect(directions.map(({ bySource }) => bySource)).toEqual([
      [],
      [{ source: "made-up-list", statements: 1, incidents: 1 }],
    ]);
  });

  test("holds only finite numbers, and says none that is not one, for any ledger", () => {
    const options = fc.record({
      asof: fc.option(dayIn(2009, 2021)),
      dates: fc.constantFrom(...dateKindNames),
      side: fc.constantFrom(null, NZL, "third" as const),
    });
    fc.assert(
      fc.property(incidents, options, (found, asked) => {
        const brief = composeBrief({ ...tiny, incidents: found }, asked);
        expect(numbersIn(brief).every(Number.isFinite)).toBe(true);
        const texts = [JSON.stringify(briefParts(brief)), briefPage(brief, new Date(0))];
        for (const text of texts) expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
      }),
      { numRuns: 20 },
    );
  });
});
