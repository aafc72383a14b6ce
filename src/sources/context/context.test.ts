import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanOf } from "../../values/when.ts";
import { isRejection, type Context } from "../importer.ts";
import { tryRow } from "../../../test/support/try-row.ts";
import { whenOfParts, withinYear } from "./cow-period.ts";
import { gpr, gprCsv } from "./gpr.ts";
import { icbActors, icbDyads } from "./icb.ts";
import { mid } from "./mid.ts";

const context = ({ read }: ReturnType<typeof tryRow>): Context[] => (isRejection(read) ? [] : (read.context ?? []));

describe("gpr", () => {
  test("gives a value for the world and for each country that has one", () => {
    expect(
      context(
        tryRow(
          gpr,
          { month: "1985-01-01", GPR: 102.5, GPRT: null, GPRC_CHN: 0.5, GPRHC_USA: 2, SHARE_GPR: 3, var_name: "x" },
          9,
        ),
      ),
    ).toEqual([
      { series: "gpr", when: "1985-01", value: 102.5, unit: "index, 1985–2019 = 100", states: [] },
      { series: "gprc", when: "1985-01", value: 0.5, unit: "percent of articles", states: ["CHN"] },
      { series: "gprhc", when: "1985-01", value: 2, unit: "percent of articles", states: ["USA"] },
    ]);
    expect(context(tryRow(gprCsv, { month: "1985-01", GPR: "102.5" }))).toHaveLength(1);
  });

  test("notes the day that never was, flags what is no number, rejects what is no month", () => {
    expect(tryRow(gpr, { month: "1900-01-01", GPRH: 1 }).repairs).toMatchObject([{ field: "month" }]);
    expect(tryRow(gprCsv, { month: "1900-01", GPRH: "1" }).repairs).toEqual([]);
    expect(tryRow(gpr, { month: "1985-01-01", GPR: "high", GPRA: 1 }, 2).flags).toMatchObject([{ field: "GPR" }]);
    expect(tryRow(gpr, { month: "soon" }).read).toMatchObject({ field: "month" });
    expect(tryRow(gpr, { month: "1985-01-01" }, 2).read).toMatchObject({ quiet: true });
  });
});

describe("mid", () => {
  const row = {
    disno: "9001",
    statea: "2",
    stateb: "710",
    year: "1950",
    strtday: "-9",
    strtmnth: "6",
    strtyr: "1950",
    endday: "4",
    endmnth: "7",
    endyear: "1951",
    hihosta: "4",
    hihost: "5",
  };

  test("gives a direction's hostility in the part of the dispute that falls in the year", () => {
    expect(context(tryRow(mid, row))).toMatchObject([
      { when: "1950-06/1950", value: 4, states: ["USA", "CHN"], label: "Dispute 9001" },
    ]);
    expect(context(tryRow(mid, { ...row, year: "1951" }))[0]?.when).toBe("1951/1951-07-04");
    expect(tryRow(mid, row).flags).toMatchObject([{ field: "strtday" }]);
  });

  test.each([
    ["statea", "300"],
    ["stateb", "x"],
    ["year", ""],
    ["hihosta", "-9"],
  ])("rejects a row whose %s is %s", (field, value) => {
    expect(tryRow(mid, { ...row, [field]: value }).read).toMatchObject({ field });
  });
});

describe("icb", () => {
  test("gives an actor's crisis and a dyad's crisis in a year", () => {
    const actor = {
      crisno: "901",
      cracid: "710",
      crisname: "LETTERS",
      yrtrig: "1995",
      motrig: "5",
      datrig: "22",
      yrterm: "1996",
      moterm: "3",
      daterm: "",
      viol: "2",
    };
    expect(context(tryRow(icbActors, actor))).toMatchObject([
      { when: "1995-05-22/1996-03", value: 2, states: ["CHN"], label: "Crisis 901: LETTERS" },
    ]);
    const dyad = {
      crisno: "901",
      year: "1995",
      crisname: "LETTERS",
      statea: "2",
      stateb: "710",
      trgyrdy: "1995",
      trgmody: "5",
      trgdady: "22",
      trmyrdy: "1996",
      trmmody: "3",
      trmdady: "25",
    };
    expect(context(tryRow(icbDyads, dyad))).toMatchObject([{ when: "1995-05-22/1995", states: ["USA", "CHN"] }]);
    expect(tryRow(icbActors, { ...actor, yrtrig: "" }).read).toMatchObject({ field: "yrtrig" });
    expect(tryRow(icbDyads, { ...dyad, stateb: "315" }).read).toMatchObject({ field: "stateb" });
  });
});

test("whenOfParts() and withinYear() give times that can be read, for any numbers", () => {
  const part = fc.oneof(fc.integer({ min: -9, max: 40 }), fc.constant(null), fc.string({ maxLength: 3 }));
  const year = fc.oneof(fc.integer({ min: 1800, max: 2030 }), fc.constant(-9));
  fc.assert(
    fc.property(year, part, part, year, part, fc.integer({ min: 1816, max: 2020 }), (y, m, d, y2, m2, of) => {
      const [start, end] = [whenOfParts(y, m, d), whenOfParts(y2, m2, d)];
      for (const when of [start, end, withinYear(start, end, of)])
        expect(when === null || spanOf(when) !== null).toBe(true);
    }),
  );
});
