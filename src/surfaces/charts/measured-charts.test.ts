// The charts of the measures as data and as pictures, of small answers made up for them, held to files that people have
// looked at.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import type { Curve } from "../../measure/effect/specification-curve.ts";
import type { StateCode } from "../../values/state.ts";
import type { ListSeverity } from "../brief/case-severity.ts";
import type { EffectOfList } from "../inputs/case-effect.ts";
import type { HiddenOfDirection } from "../inputs/case-hidden.ts";
import type { CaseSeries } from "../inputs/case-reciprocity.ts";
import type { SeriesAnswer } from "../inputs/case-trend.ts";
import type { Chart } from "./chart.ts";
import { curveChart, isAnswered, placeboChart } from "./effect.ts";
import { hiddenChoicesChart, hiddenModelsChart } from "./hidden.ts";
import { layOut } from "./lay-out.ts";
import { reciprocityChart } from "./reciprocity.ts";
import { restraintChart } from "./restraint.ts";
import { severityChart } from "./severity.ts";
import { svgOf } from "./svg.ts";
import { tensionChart } from "./tension.ts";
import { trendChart } from "./trend.ts";
import { foldTicks, yearAxis, yearsAt } from "./value-axis.ts";

const [from, to] = ["NZL", "ISL"] as [StateCode, StateCode];
const level = 0.95;
const cited = { method: "made-up", assumptions: [], references: [], inputs: "sha256:0" };
const estimate = (value: number, lower: number, upper: number) => ({
  value,
  unit: "incidents",
  interval: { lower, upper, level },
  ...cited,
});
const refused = { reason: "too-few" as const, because: "Too few cases are on record. 3 & 4 < 5." };
const ends = (value: number, lower: number, upper: number) => ({ value, interval: { lower, upper, level } });

const model = (name: string, value: number, lower: number, upper: number, bic: number) => ({
  method: "log-linear",
  model: name,
  kind: "estimate",
  interval: "profile",
  weights: { aic: bic, bic },
  value,
  lower,
  upper,
  level,
});

const choice = { profiles: "in", links: "as they stand", statements: "all", observed: 40, refused: null };
const hidden = {
  from,
  to,
  overlap: { lists: ["x", "y"], cells: [], observed: 40 },
  estimate: {
    ...estimate(62, 47, 110),
    shares: { sampling: 0.5, models: 0.3, linkage: 0.2 },
    draws: 9,
    refusedDraws: 0,
    observed: { least: 38, most: 42 },
  },
  asLinked: {
    averaged: { value: 60, lower: 48, upper: 95 },
    withUnequalCases: null,
    lowerBound: { value: 66, lower: 50, upper: 105, forTheseLists: { value: 58, lower: 47, upper: 88 } },
    estimates: [model("[1,2]", 58, 48, 80, 0.7), model("[12]", 75, 50, 160, 0.3)],
    leaveOut: [{ without: "x", observed: 21, refused }],
    cautions: [],
  },
  choices: [
    { ...choice, averaged: ends(60, 48, 95) },
    { ...choice, statements: "checked only", averaged: ends(60, 48, 95) },
    { ...choice, profiles: "out", links: "sure ones only", averaged: null, refused },
  ],
} as unknown as HiddenOfDirection;

const trend = {
  list: null,
  dates: "first",
  series: [
    { year: 2001, count: 2, share: 1, expected: 2 },
    { year: 2002, count: 3, share: 1, expected: 3 },
    { year: 2003, count: 9, share: 1, expected: 9 },
    { year: 2004, count: 6, share: 0.7, expected: 8.6 },
  ],
  undated: 1,
  outside: 0,
  trend: { refused },
  recent: { refused, years: 4 },
  changePoints: {
    ...estimate(1, 0, 2),
    probabilityOfNone: 0.2,
    dates: [
      { date: "2001", probability: 0 },
      { date: "2002", probability: 0.05 },
      { date: "2003", probability: 0.8 },
      { date: "2004", probability: 0.04 },
    ],
    segments: [
      { from: "2001", to: "2002", total: 5, rate: 2.5, interval: { lower: 1, upper: 5, level } },
      { from: "2003", to: "2004", total: 15, rate: 8.8, interval: { lower: 5, upper: 13, level } },
    ],
    dispersion: { value: 1, p: 0.5 },
  },
  nowcast: {
    ...estimate(2.6, 0, 6),
    known: 20,
    periods: [{ year: 2004, known: 6, expected: 8.6, interval: { lower: 6, upper: 12, level } }],
  },
} as unknown as SeriesAnswer;

const months = Array.from({ length: 36 }, (_, index) => {
  const value = Math.round(100 + 60 * Math.sin(index / 4));
  return {
    month: `${2001 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
    index: value,
    lower: value - 30,
    upper: value + 40,
    incidents: value / 2,
    directions: [],
  };
});

const reciprocity = [
  {
    dates: "happened",
    of: "incidents",
    heading: "By start, incidents",
    reading: "",
    likelihoodRatio: { p: 0.03, pLeast: 0.01, pMost: 0.2 },
    permutation: { p: 0.4, draws: 999 },
  },
  { dates: "disclosed", of: "incidents", heading: "By disclosure, incidents", reading: "", refused },
] as unknown as CaseSeries[];

const effect = {
  list: "x",
  profiles: "with",
  dates: "happened",
  before: 8,
  after: 2,
  ratio: estimate(0.25, 0.03, 1.2),
  exact: { p: 0.05, sided: "one: so few after" },
  placebo: {
    rank: 1,
    of: 4,
    p: 0.25,
    byScore: null,
    dates: [
      { date: "2002-01-01", ratio: 1 },
      { date: "2002-07-01", ratio: 0.25 },
      { date: "2003-01-01", ratio: 2.5 },
      { date: "2003-07-01", ratio: null },
    ],
  },
  firstAfter: "2002-07-01",
  periods: 12,
} as unknown as EffectOfList;

const variant = (list: string, ratio: number, p: number) => ({
  choices: { list, window: "12", estimator: "windows" },
  before: 8,
  after: 2,
  ratio,
  interval: { lower: ratio / 4, upper: ratio * 4, level },
  p,
});

const curve = {
  variants: [variant("x", 0, 0.01), variant("x", 0.3, 0.04), variant("pooled", 0.9, 0.3), variant("pooled", 1.4, 0.8)],
  refused: 0,
  median: 0.6,
  falls: 0.75,
  significantFalls: 0.5,
  shares: [
    {
      choice: "list",
      share: 0.8,
      medians: [
        { value: "x", median: 0.15, variants: 2 },
        { value: "pooled", median: 1.1, variants: 2 },
      ],
    },
  ],
  placebo: { rank: 1, of: 9 },
} as unknown as Curve;

const category = (observed: number, expected: number, p: number, q: number | null) => ({
  sector: "government" as const,
  effect: "theft" as const,
  band: "low" as const,
  observed,
  againstOthers: 9,
  expected,
  p,
  leastP: 0.01,
  q,
});

const restraintOf = {
  from,
  to,
  deeds: 12,
  againstOthers: 30,
  others: [],
  categories: [category(0, 4.2, 0.01, 0.04), category(3, 2.1, 0.8, null)],
} as unknown as Parameters<typeof restraintChart>[0]["direction"];

const severityOf = (list: string, mean: ListSeverity["directions"][0]["mean"]): ListSeverity => ({
  list,
  scale: "dcid-severity",
  unit: "points",
  directions: [
    { from, to, incidents: 7, total: 20, perYear: [], undated: 0, mean },
    { from: to, to: from, incidents: 2, total: 5, perYear: [], undated: 0, mean: { refused } },
  ],
  ratio: { refused },
});

const names = { x: "List X", y: "List Y" };
const asked = { direction: hidden, arrow: "New Zealand → Iceland", tone: "b" as const, names };
if (!isAnswered(effect)) throw new Error("the made-up effect is an answer");

const charts: Record<string, Chart> = {
  "hidden-models": hiddenModelsChart({ id: "models", ...asked }),
  "hidden-choices": hiddenChoicesChart({ id: "choices", ...asked }),
  tension: tensionChart({
    id: "tension",
    answer: { months, joint: { ...estimate(120, 80, 170), seed: 1 } },
    rules: [{ date: "2002-03-04", label: "the understanding of 2002" }],
  }),
  trend: trendChart({ id: "trend", series: trend, arrow: "New Zealand → Iceland", list: "all lists", tone: "b" }),
  reciprocity: reciprocityChart("reciprocity", { series: reciprocity }),
  "effect-dates": placeboChart("dates", "List X", effect),
  "effect-curve": curveChart("curve", curve),
  restraint: restraintChart({
    id: "restraint",
    direction: restraintOf,
    from: "New Zealand",
    to: "Iceland",
    tone: "b",
  }),
  severity: severityChart({
    id: "severity",
    lists: [severityOf("x", { ...estimate(2.9, 2.1, 3.6), incidents: 7, total: 20, draws: 9, seed: 1 })],
    names,
    directionOf: (one) => (one === from ? { arrow: "NZ → IS", tone: "b" } : { arrow: "IS → NZ", tone: "a" }),
  }),
};

describe.each(Object.entries(charts))("the chart %s", (name, chart) => {
  test("is the data that was approved", () => {
    const actual = `${JSON.stringify(chart, null, 2)}\n`;
    expect(actual).toBe(golden(`chart-${name}.json`, actual));
  });

  test.each([880, 343])("is the picture that was approved, %i wide", (width) => {
    const actual = `${svgOf(chart, width)}\n`;
    expect(actual).toBe(golden(`chart-${name}-${width}.svg`, actual));
  });

  test("says its numbers to those who listen, and has each row of its table as long as its head", () => {
    expect(chart.description).toMatch(/\d/);
    expect(new Set(chart.table.rows.map(({ length }) => length))).toEqual(new Set([chart.table.columns.length]));
  });

  test("keeps its marks inside the picture and its places finite, at any width of a screen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 280, max: 1200 }), (width) => {
        const { shapes, height } = layOut(chart, width);
        expect(JSON.stringify(shapes)).not.toContain("null");
        for (const shape of shapes)
          if (shape.kind === "dot") {
            expect(shape.x).toBeGreaterThanOrEqual(0);
            expect(shape.x).toBeLessThanOrEqual(width);
            expect(shape.y).toBeLessThanOrEqual(height);
          }
      }),
    );
  });
});

test("a refusal stands in its row with its reason, never as an empty one", () => {
  expect(charts["hidden-choices"]?.description).toContain("No estimate: too few cases are on record");
  expect(charts["reciprocity"]?.description).toContain("By disclosure, incidents: likelihood ratio: No estimate");
});

test("choices that change nothing stand in one row", () => {
  expect(charts["hidden-choices"]?.table.rows).toHaveLength(3);
});

test("both planes of the curve have their variants above each other", () => {
  const { shapes } = layOut(curveChart("curve", curve), 880);
  const dots = shapes.flatMap((shape) => (shape.kind === "dot" && shape.radius === 2 ? [shape.x] : []));
  const [cell] = shapes.flatMap((shape) => (shape.kind === "rect" ? [shape] : []));
  const [first = 0, second = 0] = dots.toSorted((one, other) => one - other);
  // The first list's stretch holds the first two variants and ends half a step behind them.
  expect(cell?.x).toBeCloseTo(first - (second - first) / 2);
  expect(cell?.width).toBeCloseTo(2 * (second - first));
});

test("years stand by their months, and ticks are few and inside", () => {
  expect(yearsAt("2015-09-25")).toBeCloseTo(2015 + 8 / 12 + 24 / 365);
  expect(yearsAt("2015")).toBe(2015);
  const [low, times] = [
    fc.double({ min: 0.001, max: 1e4, noNaN: true }),
    fc.double({ min: 1.5, max: 1e5, noNaN: true }),
  ];
  fc.assert(
    fc.property(low, times, (least, by) => {
      const ticks = foldTicks(least, least * by);
      expect(ticks.length).toBeLessThanOrEqual(12);
      for (const { at } of ticks) expect(at).toBeGreaterThanOrEqual(least * 0.99);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 1, max: 70 }), (first, span) => {
      expect(yearAxis(first, first + span, "").ticks.length).toBeLessThanOrEqual(16);
    }),
  );
});
