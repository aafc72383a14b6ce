// The charts as data and as pictures, held to files that people have looked at.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import type { Act } from "../../values/act.ts";
import type { Party } from "../../values/case-file.ts";
import type { Day } from "../../values/day.ts";
import type { StateCode } from "../../values/state.ts";
import type { When } from "../../values/when.ts";
import type { Chart } from "./chart.ts";
import { gaps, layOut } from "./lay-out.ts";
import { overlapChart } from "./overlap.ts";
import { ratiosChart } from "./ratios.ts";
import { countStep, namedYears, ratioTicks } from "./scales.ts";
import { svgOf } from "./svg.ts";
import { windowsChart } from "./windows.ts";
import { isCooperative, moment, yearsChart, type YearsInput } from "./years.ts";

const party = (iso: string, name: string, zh: string): Party => ({
  iso: iso as StateCode,
  iso2: iso.slice(0, 2),
  cow: 1,
  name: { en: name, zh },
  inSentence: { en: name, zh },
});

const act = (id: string, when: string, plover: Act["plover"], actors: string[], form: Act["form"] = "talks"): Act => ({
  id,
  when: when as When,
  plover,
  form,
  actors: actors as StateCode[],
  targets: [],
  title: { en: `Act ${id}` },
  summary: { en: "An act." },
  read: [],
  checked: "not-checked",
  listedBy: [],
});

const madeUp: YearsInput = {
  parties: [party("ISL", "Iceland", "冰岛"), party("NZL", "New Zealand", "新西兰")],
  directions: [
    {
      from: "NZL" as StateCode,
      to: "ISL" as StateCode,
      perYear: [
        { year: 2003, count: 2 },
        { year: 2004, count: 0 },
        { year: 2005, count: 9 },
      ],
      undated: 1,
    },
    { from: "ISL" as StateCode, to: "NZL" as StateCode, perYear: [{ year: 2004, count: 3 }], undated: 0 },
  ],
  acts: [
    act("one", "2002-05", "CONSULT", ["ISL", "NZL"]),
    act("two", "2004-09-25", "AGREE", ["ISL", "NZL"], "agreement"),
    act("three", "2005-Q3", "SANCTION", ["ISL"], "sanction"),
    act("four", "2005", "PROTEST", ["NZL"], "protest"),
  ],
  lists: [
    { name: "List One", from: 2003, to: 2004, ruled: true },
    { name: "List Two", from: 2004, to: null, ruled: true },
  ],
  agreement: { date: "2004-09-25" as Day, title: { en: "the understanding of 2004" } },
  countedBy: "everyone",
  dates: "first date",
};

const estimate = (value: number, lower: number, upper: number) => ({
  value,
  unit: "times",
  interval: { lower, upper, level: 0.95 },
  method: "parity",
  assumptions: [],
  references: [],
  inputs: "sha256:0",
});

const charts: Record<string, Chart> = {
  years: yearsChart(madeUp),
  ratios: ratiosChart({
    id: "ratios",
    title: "Ratios",
    equal: "equal",
    ratios: [
      { label: "sources in Iceland", tone: "a", answer: estimate(2.5, 1.2, 6) },
      {
        label: "sources in New Zealand",
        tone: "b",
        answer: {
          refused: { reason: "too-few", because: "Too few cases are on record. One direction has 0 & that is < 5." },
        },
      },
      { label: "third parties", tone: "third", answer: estimate(0.8, 0.3, 1.9) },
    ],
  }),
  overlap: overlapChart({
    id: "overlap",
    overlap: {
      lists: ["x", "y"],
      cells: [
        { lists: ["x"], count: 7 },
        { lists: ["x", "y"], count: 2 },
        { lists: ["y"], count: 4 },
      ],
      observed: 13,
    },
    names: { x: "List X", y: "List Y" },
    tone: "b",
    direction: "New Zealand → Iceland",
  }),
  windows: windowsChart([...madeUp.lists, { name: "Own collection", from: 2001, to: 2006, ruled: false }], 2006),
};

describe.each(Object.entries(charts))("the chart %s", (name, chart) => {
  test("is the data that was approved", () => {
    const actual = `${JSON.stringify(chart, null, 2)}
`;
    expect(actual).toBe(golden(`chart-${name}.json`, actual));
  });

  test.each([880, 343])("is the picture that was approved, %i wide", (width) => {
    const actual = `${svgOf(chart, width)}
`;
    expect(actual).toBe(golden(`chart-${name}-${width}.svg`, actual));
  });

  test("has each row of its table as long as its head", () => {
    expect(new Set(chart.table.rows.map(({ length }) => length))).toEqual(new Set([chart.table.columns.length]));
  });
});

test("yearsChart() draws a year that no list covers as hatched and tells it as not covered, never as zero", () => {
  const { panels, table } = yearsChart(madeUp);
  const hatched = panels.flatMap((panel) => (panel.kind === "bars" ? panel.hatched : []));
  expect(hatched).toEqual([
    { from: 2002, to: 2002 },
    { from: 2002, to: 2002 },
  ]);
  expect(table.rows[0]?.slice(0, 3)).toEqual(["2002", "not covered", "not covered"]);
});

test("yearsChart() draws both directions to one scale", () => {
  const { shapes } = layOut(yearsChart(madeUp), 880);
  const bars = shapes.flatMap((shape) =>
    shape.kind === "rect" && shape.height > 10 && shape.fill !== "hatch" ? [shape] : [],
  );
  const tall = bars.filter(({ tone }) => tone === "b").map(({ height }) => height);
  const short = bars.filter(({ tone }) => tone === "a").map(({ height }) => height);
  expect(Math.max(...tall) / 9).toBeCloseTo(Math.max(...short) / 3, 6);
});

test("yearsChart() keeps each state's tone whichever direction comes first", () => {
  const [first, second] = madeUp.directions;
  const tones = (chart: Chart): string[] =>
    chart.panels.flatMap((panel) => (panel.kind === "bars" ? [`${panel.label} ${panel.tone}`] : []));
  expect(tones(yearsChart({ ...madeUp, directions: [second, first] }))).toEqual(tones(yearsChart(madeUp)).toReversed());
});

test("yearsChart() of nothing at all still has an axis, and says that nothing is there", () => {
  const [first, second] = madeUp.directions;
  const empty = yearsChart({
    ...madeUp,
    acts: [],
    directions: [
      { ...first, perYear: [] },
      { ...second, perYear: [] },
    ],
  });
  expect(layOut(empty, 390).years.length).toBeGreaterThan(0);
  expect(empty.description).toContain("0 dated incidents");
});

test("layOut() keeps every shape of the years inside the picture at any width of a screen", () => {
  fc.assert(
    fc.property(fc.integer({ min: 320, max: 1200 }), (width) => {
      const { shapes, height } = layOut(yearsChart(madeUp), width);
      const boxes = shapes.flatMap((shape) => (shape.kind === "rect" ? [shape] : []));
      expect(boxes.length).toBeGreaterThan(4);
      expect(
        boxes.filter(
          (box) => box.x < 0 || box.width < 0 || box.x + box.width > width + 0.01 || box.y + box.height > height + 0.01,
        ),
      ).toEqual([]);
    }),
  );
});

test("gaps() and the stretches together hold every year once", () => {
  const stretch = fc
    .tuple(fc.integer({ min: 1990, max: 2030 }), fc.nat(10))
    .map(([from, years]) => ({ from, to: from + years }));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 4 }), (covered) => {
      const blank = gaps(covered, 1990, 2030);
      for (let year = 1990; year <= 2030; year++) {
        const held = (list: { from: number; to: number }[]): boolean =>
          list.some(({ from, to }) => year >= from && year <= to);
        expect(held(blank)).toBe(!held(covered));
      }
    }),
  );
});

test("moment() places each precision at its start, within its year", () => {
  expect(moment("2015")).toBe(2015);
  expect(moment("2015-Q3")).toBe(2015.5);
  expect(moment("2015-07")).toBe(2015.5);
  expect(moment("2012/2014-03")).toBe(2012);
  expect(moment("2015-12-31")).toBeLessThan(2016);
});

test("isCooperative() is true of the seven kinds in which states come closer", () => {
  expect(isCooperative({ plover: "CONSULT" })).toBe(true);
  expect(isCooperative({ plover: "REQUEST" })).toBe(false);
  expect(isCooperative({ plover: "SANCTION" })).toBe(false);
});

test("svgOf() lets no text of the data become markup", () => {
  const chart = ratiosChart({
    id: "x",
    title: `<script>"&`,
    equal: "</svg>",
    ratios: [{ label: "<b>", tone: "a", answer: estimate(1, 0.5, 2) }],
  });
  const svg = svgOf(chart, 400);
  expect(svg).not.toContain("<script>");
  expect(svg).not.toContain("<b>");
  expect(svg.match(/<\/svg>/g)).toHaveLength(1);
});

test("namedYears(), countStep() and ratioTicks() name few enough places to read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 3, max: 40 }), (highest, band) => {
      expect(highest / countStep(highest)).toBeLessThanOrEqual(4);
      const years = namedYears(2000, 2025, band);
      const gapsBetween = years.slice(1).map((year, index) => (year - (years[index] ?? 0)) * band);
      expect(Math.min(38, ...gapsBetween)).toBeGreaterThanOrEqual(38);
    }),
  );
  expect(ratioTicks(0.01, 1000).length).toBeLessThanOrEqual(8);
  expect(ratioTicks(0.5, 50)).toContain(1);
});
