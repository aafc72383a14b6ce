// Puts a chart's panels under each other for a width. Nothing here knows what the chart is about.

import { type Chart, type Panel, type Rule, type Stretch } from "./chart.ts";
import { layCells, layIntervals } from "./lay-out-rows.ts";
import { layPlane } from "./plane.ts";
import { countStep, namedYears, scaleOf, type Scale } from "./scales.ts";
import { LINE, marked, text, textWidth, wrap, type Scene, type Shape } from "./scene.ts";

const GUTTER = 28;
const BARS_HEIGHT = 280;
const SHORTEST_BARS = 44;
const TICK_LANE = 26;

/** What a panel adds, and where the next one starts. */
export type Laid = { shapes: Shape[]; bottom: number };

export function layOut(chart: Chart, width: number): Scene {
  const { axis, panels, rules } = chart;
  const scale = scaleOf(axis, axis.kind === "years" ? GUTTER : 0, width);
  const unit = pixelsPerCount(panels);
  const shapes: Shape[] = [];
  const labels = ruleLabels(rules, scale);
  let y = labels.reduce((height, { lines }) => height + lines.length * LINE, 0);
  if (y > 0) y += 4;
  const top = y;
  let plotEnd = y;
  for (const panel of panels) {
    const laid = layPanel(panel, chart, { scale, unit, y, width });
    shapes.push(...laid.shapes);
    y = laid.bottom;
    if (panel.kind !== "heading") plotEnd = y;
  }
  return {
    width,
    height: Math.ceil(y),
    shapes: [...layRules(labels, top, plotEnd), ...shapes],
    years: yearsOf(chart, scale),
  };
}

type Place = { scale: Scale; unit: number; y: number; width: number };

function layPanel(panel: Panel, chart: Chart, place: Place): Laid {
  switch (panel.kind) {
    case "bars":
      return layBars(panel, place);
    case "axis":
      return layAxis(chart, place);
    case "heading":
      return layHeading(panel.text, place);
    case "ticks":
      return layTicks(panel, place);
    case "windows":
      return layWindows(panel, chart, place);
    case "intervals":
      return layIntervals(panel, chart.axis, place);
    case "cells":
      return layCells(panel, place);
    case "plane":
      break;
  }
  return layPlane(panel, place);
}

function layHeading(words: string, { y, width }: Place): Laid {
  const lines = wrap(words, width * 0.95);
  return {
    shapes: lines.map((line, index) => text(0, y + 26 + index * LINE, line, { bold: true, tone: "ink" })),
    bottom: y + 18 + lines.length * LINE,
  };
}

/** One scale of counts for every bar of the chart: two directions are compared by eye. */
function pixelsPerCount(panels: Panel[]): number {
  const heights = panels.flatMap((panel) => (panel.kind === "bars" ? [highest(panel)] : []));
  const total = heights.reduce((sum, height) => sum + height, 0);
  return total === 0 ? 1 : BARS_HEIGHT / total;
}

function highest({ bars }: Extract<Panel, { kind: "bars" }>): number {
  return Math.max(1, ...bars.map(({ value }) => value));
}

function layBars(panel: Extract<Panel, { kind: "bars" }>, { scale, unit, y }: Place): Laid {
  const up = panel.grows === "up";
  const height = Math.max(SHORTEST_BARS, highest(panel) * unit) + LINE;
  const top = up ? y + LINE : y;
  const base = up ? top + height : top;
  const at = (value: number): number => (up ? base - value * unit : base + value * unit);
  const label = marked(GUTTER, up ? y + 13 : top + height + 13, panel.label, { tone: panel.tone, bold: true });
  return {
    shapes: [
      ...hatches(panel.hatched, scale, top, height),
      ...grid(panel, scale, at),
      ...bars(panel, scale, at, base),
      ...label,
    ],
    bottom: up ? base : top + height + LINE + 4,
  };
}

function hatches(stretches: Stretch[], scale: Scale, y: number, height: number): Shape[] {
  return stretches.map(({ from, to }) => ({
    kind: "rect",
    x: scale.x(from),
    y,
    width: scale.x(to + 1) - scale.x(from),
    height,
    tone: "quiet",
    fill: "hatch",
  }));
}

function grid(panel: Extract<Panel, { kind: "bars" }>, scale: Scale, at: (value: number) => number): Shape[] {
  const most = highest(panel);
  const step = countStep(most);
  const values = Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
  return values.flatMap((value): Shape[] => [
    { kind: "line", x1: scale.left, y1: at(value), x2: scale.right, y2: at(value), tone: "quiet", weight: "hair" },
    text(GUTTER - 6, at(value) + 4.5, String(value), { anchor: "end" }),
  ]);
}

function bars(
  panel: Extract<Panel, { kind: "bars" }>,
  scale: Scale,
  at: (value: number) => number,
  base: number,
): Shape[] {
  const gap = Math.min(6, scale.band * 0.2);
  const named = scale.band >= 21;
  return panel.bars
    .filter(({ value }) => value > 0)
    .flatMap(({ at: year, value }): Shape[] => {
      const [x, end] = [scale.x(year) + gap / 2, at(value)];
      const bar: Shape = {
        kind: "rect",
        x,
        y: Math.min(base, end),
        width: scale.band - gap,
        height: Math.abs(base - end),
        tone: panel.tone,
        fill: panel.tone === "a" ? "solid" : "open",
      };
      const count = text(x + (scale.band - gap) / 2, panel.grows === "up" ? end - 4 : end + 14, String(value), {
        anchor: "middle",
        tone: panel.tone,
      });
      return named ? [bar, count] : [bar];
    });
}

function layAxis({ axis }: Chart, { scale, y }: Place): Laid {
  if (axis.kind !== "years") return { shapes: [], bottom: y };
  const line = (at: number): Shape => ({
    kind: "line",
    x1: scale.left,
    y1: at,
    x2: scale.right,
    y2: at,
    tone: "ink",
    weight: "thin",
  });
  const years = namedYears(axis.from, axis.to, scale.band).map((year) =>
    text(scale.x(year) + scale.band / 2, y + 17, String(year), { anchor: "middle", tone: "ink" }),
  );
  return { shapes: [line(y), ...years, line(y + 25)], bottom: y + 25 };
}

function layTicks(panel: Extract<Panel, { kind: "ticks" }>, { scale, y }: Place): Laid {
  const middle = y + LINE + TICK_LANE / 2;
  const ticks = panel.ticks.map(({ at, side, tall }): Shape => {
    const reach = (tall ? 11 : 7) * (side === "above" ? -1 : 1);
    return {
      kind: "line",
      x1: scale.x(at),
      y1: middle,
      x2: scale.x(at),
      y2: middle + reach,
      tone: panel.tone,
      weight: "thin",
    };
  });
  const base: Shape = {
    kind: "line",
    x1: scale.left,
    y1: middle,
    x2: scale.right,
    y2: middle,
    tone: "quiet",
    weight: "hair",
  };
  return {
    shapes: [...marked(GUTTER, y + 13, panel.label, { tone: panel.tone }), base, ...ticks],
    bottom: y + LINE + TICK_LANE + 4,
  };
}

function layWindows(panel: Extract<Panel, { kind: "windows" }>, { axis }: Chart, { scale, y }: Place): Laid {
  if (axis.kind !== "years") return { shapes: [], bottom: y };
  const top = y + LINE;
  const blank = gaps(panel.covered, axis.from, axis.to);
  const bar = ({ from, to }: Stretch): Shape => {
    const [left, right] = [scale.x(Math.max(from, axis.from)), scale.x(Math.min(to, axis.to) + 1)];
    return {
      kind: "rect",
      x: left,
      y: top,
      width: right - left,
      height: 8,
      tone: "quiet",
      fill: panel.ruled ? "solid" : "open",
    };
  };
  return {
    shapes: [text(GUTTER, y + 13, panel.label), ...hatches(blank, scale, top, 8), ...panel.covered.map(bar)],
    bottom: top + 14,
  };
}

/** The years of a range that no stretch holds. */
export function gaps(covered: Stretch[], from: number, to: number): Stretch[] {
  const blank: Stretch[] = [];
  for (let year = from; year <= to; year++) {
    if (covered.some((stretch) => year >= stretch.from && year <= stretch.to)) continue;
    const last = blank.at(-1);
    if (last?.to === year - 1) last.to = year;
    else blank.push({ from: year, to: year });
  }
  return blank;
}

type RuleLabel = { x: number; anchor: "start" | "end"; lines: string[] };

/** A rule's name stands right of it, or left of it where there is more room. */
function ruleLabels(rules: Rule[], scale: Scale): RuleLabel[] {
  return rules.map(({ at, label }) => {
    const x = scale.x(at);
    const [leftOf, rightOf] = [x - 6, scale.right - x - 6];
    const anchor = rightOf >= textWidth(label) || rightOf >= leftOf ? "start" : "end";
    return { x, anchor, lines: wrap(label, Math.max(leftOf, rightOf)) };
  });
}

function layRules(labels: RuleLabel[], top: number, bottom: number): Shape[] {
  let y = 0;
  return labels.flatMap(({ x, anchor, lines }): Shape[] => {
    const start = y + 6;
    const words = lines.map((line, index) =>
      text(anchor === "start" ? x + 6 : x - 6, y + 14 + index * LINE, line, { anchor, tone: "ink" }),
    );
    y += lines.length * LINE;
    return [
      { kind: "line", x1: x, y1: start, x2: x, y2: Math.max(top, bottom), tone: "ink", weight: "thin", dashed: true },
      ...words,
    ];
  });
}

function yearsOf({ axis }: Chart, scale: Scale): Scene["years"] {
  if (axis.kind !== "years") return [];
  return Array.from({ length: axis.to - axis.from + 1 }, (_, index) => ({
    year: axis.from + index,
    x: scale.x(axis.from + index),
    width: scale.band,
  }));
}
