// What changed at a date: the ratio at every other date, and the curve over every way to count.

import type { CaseEffectAnswer, EffectOfList } from "../inputs/case-effect.ts";
import type { Curve } from "../../measure/effect/specification-curve.ts";
import { ratio } from "../words/en.ts";
import { listNames } from "../words/en-codes.ts";
import { effectWords as words, measures } from "../words/en-measures.ts";
import type { Chart } from "./chart.ts";
import type { PlaneMark } from "./plane.ts";
import { foldTicks, yearAxis, yearsAt } from "./value-axis.ts";

const EDGE = { from: 0.05, to: 20 };

type Answered = Extract<EffectOfList, { placebo: unknown }>;

/** One list's ratio at this date among the ratios at all others. */
export function placeboChart(id: string, list: string, found: Answered): Chart {
  const { placebo, ratio: estimate, firstAfter } = found;
  const known = placebo.dates.flatMap(({ date, ratio: value }) => (value === null ? [] : [{ date, value }]));
  const places = known.map(({ date }) => yearsAt(date));
  const at = yearsAt(firstAfter);
  return {
    id,
    title: words.placebo(list),
    description: `${words.placeboTold(placebo.rank, placebo.of)} ${ratio(estimate.value)}.`,
    axis: { kind: "none" },
    panels: [
      {
        kind: "plane",
        x: yearAxis(Math.floor(Math.min(at, ...places)), Math.ceil(Math.max(at, ...places)), ""),
        y: { ...EDGE, ticks: timesTicks(), label: words.ratioAxis, scale: "log" },
        height: 170,
        marks: [
          { kind: "rule", along: "y", at: 1, label: words.unchanged, tone: "quiet" },
          {
            kind: "points",
            points: known.map(({ date, value }) => ({ x: yearsAt(date), y: value })),
            tone: "quiet",
            mark: "ring",
            radius: 2,
          },
          {
            kind: "points",
            points: [{ x: at, y: estimate.value, low: estimate.interval.lower, high: estimate.interval.upper }],
            tone: "ink",
            mark: "solid",
            radius: 5,
          },
          { kind: "rule", along: "x", at, label: words.thisDate },
        ],
        key: [
          { text: words.thisDate, tone: "ink", mark: "solid" },
          { text: words.others, tone: "quiet", mark: "ring" },
        ],
      },
    ],
    rules: [],
    table: {
      columns: [measures.date, words.ratio],
      rows: placebo.dates.map(({ date, ratio: value }) => [date, value === null ? null : Number(value.toPrecision(3))]),
    },
  };
}

/** Every variant's ratio with its interval, and under it what the variant chose. */
export function curveChart(id: string, curve: Curve): Chart {
  const { variants, median, falls, significantFalls } = curve;
  const choices = choiceRows(curve);
  const count = Math.max(1, variants.length);
  const x = { from: 0, to: count, ticks: [], label: "" };
  const gutterOf = [...choices.map(({ name }) => name), ...timesTicks().map(({ text }) => text)];
  return {
    id,
    title: words.curve(variants.length),
    description: words.curveTold(median, falls, significantFalls),
    axis: { kind: "none" },
    panels: [
      {
        kind: "plane",
        x,
        y: { ...EDGE, ticks: timesTicks(), label: words.ratioAxis, scale: "log" },
        height: 190,
        gutterOf,
        marks: [
          { kind: "rule", along: "y", at: 1, label: words.unchanged, tone: "quiet" },
          pointsOf(variants, (p) => p < 0.05, "ink", "solid"),
          pointsOf(variants, (p) => p >= 0.05, "quiet", "ring"),
        ],
        key: [
          { text: words.significant, tone: "ink", mark: "solid" },
          { text: words.other, tone: "quiet", mark: "ring" },
        ],
      },
      {
        kind: "plane",
        x: { ...x, label: words.variants },
        y: {
          from: 0,
          to: choices.length,
          ticks: choices.map(({ name }, row) => ({ at: choices.length - row - 0.5, text: name })),
          label: words.choiceAxis,
        },
        height: 16 * choices.length,
        gutterOf,
        marks: [
          {
            kind: "cells",
            cells: choices.flatMap(({ holds }, row) =>
              stretches(variants.map(holds)).map(([from, to]) => ({
                x: [from, to] as [number, number],
                y: [choices.length - row - 0.8, choices.length - row - 0.2] as [number, number],
                fill: "solid" as const,
              })),
            ),
            tone: "quiet",
          },
        ],
      },
    ],
    rules: [],
    table: {
      columns: [words.ratio, measures.from, measures.to, "p", words.before, words.after, words.choiceAxis],
      rows: variants.map(({ ratio: value, interval, p, before, after, choices: chosen }) => [
        short(value),
        short(interval.lower),
        short(interval.upper),
        short(p),
        before,
        after,
        Object.entries(chosen)
          .map(([choice, value]) => words.choice(choice, listNames[value] ?? value))
          .join(", "),
      ]),
    },
  };
}

type Variant = Curve["variants"][number];

function pointsOf(
  variants: readonly Variant[],
  holds: (p: number) => boolean,
  tone: "ink" | "quiet",
  mark: "solid" | "ring",
): PlaneMark {
  return {
    kind: "points",
    points: variants.flatMap(({ ratio: value, interval, p }, index) =>
      holds(p) ? [{ x: index + 0.5, y: value, low: interval.lower, high: interval.upper }] : [],
    ),
    tone,
    mark,
    radius: 2,
  };
}

/** A row for each value of each choice that was varied, in the order of how much hangs on it. */
function choiceRows({ shares, variants }: Curve): { name: string; holds: (variant: Variant) => boolean }[] {
  return shares.flatMap(({ choice, medians }) =>
    medians
      .filter(({ value }) => variants.some(({ choices }) => choices[choice] === value))
      .map(({ value }) => ({
        name: words.choice(choice, listNames[value] ?? value),
        holds: ({ choices }: Variant): boolean => choices[choice] === value,
      })),
  );
}

/** From the first to past the last of each run that holds. */
function stretches(flags: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  flags.forEach((holds, index) => {
    const last = found.at(-1);
    if (holds && last?.[1] === index) last[1] = index + 1;
    else if (holds) found.push([index, index + 1]);
  });
  return found;
}

function timesTicks(): { at: number; text: string }[] {
  return foldTicks(EDGE.from, EDGE.to)
    .filter(({ at }) => [0.1, 0.5, 1, 2, 10].includes(at))
    .map(({ at }) => ({ at, text: `×${at}` }));
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}

export function isAnswered(row: CaseEffectAnswer["lists"][number]): row is Answered {
  return "placebo" in row;
}
