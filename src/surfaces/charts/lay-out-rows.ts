// Panels made of rows: estimates on their intervals, and the cells of an overlap.

import { marks, type Axis, type IntervalRow, type Panel } from "./chart.ts";
import type { Laid } from "./lay-out.ts";
import { scaleOf, type Scale } from "./scales.ts";
import { LINE, marked, text, textWidth, wrap, type Shape } from "./scene.ts";

const NARROW = 560;
const LABELS = 230;

type Place = { y: number; width: number };

/** Labels stand left of the plot; where it is narrow, above each row. */
export function layIntervals(
  { rows, reference }: Extract<Panel, { kind: "intervals" }>,
  axis: Axis,
  { y, width }: Place,
): Laid {
  const narrow = width < NARROW;
  const scale = scaleOf(axis, narrow ? 12 : LABELS, width - 20);
  const shapes: Shape[] = [];
  let row = y + LINE + 6;
  for (const one of rows) {
    const above = narrow ? wrap(one.label, width - 15) : [];
    shapes.push(...linesAbove(one, above, row));
    const middle = narrow ? row + LINE * above.length + 12 : row + 16;
    if (!narrow) shapes.push(...rowLabel(one, middle));
    const estimate =
      one.value === null
        ? refused(one.text, scale, middle)
        : interval(
            {
              value: one.value,
              lower: one.lower ?? one.value,
              upper: one.upper ?? one.value,
              words: one.text,
              tone: one.tone,
            },
            scale,
            middle,
          );
    shapes.push(...estimate.shapes);
    row = Math.max(narrow ? row + LINE * above.length + 36 : row + 40, estimate.bottom + 10);
  }
  return { shapes: [...ratioGrid(axis, scale, y, row, reference), ...shapes], bottom: row + LINE };
}

function linesAbove({ tone }: IntervalRow, lines: readonly string[], row: number): Shape[] {
  return lines.flatMap((line, index) => {
    const y = row + 13 + index * LINE;
    return index === 0 ? marked(0, y, line, { tone }) : [text(marks[tone] === null ? 0 : 15, y, line, { tone })];
  });
}

function rowLabel({ label, tone }: IntervalRow, middle: number): Shape[] {
  const lines = wrap(label, LABELS - 32);
  return lines.flatMap((line, index) => {
    const y = middle + 4.5 + (index - (lines.length - 1) / 2) * 16;
    return index === 0 ? marked(0, y, line, { tone }) : [text(marks[tone] === null ? 0 : 15, y, line, { tone })];
  });
}

type Drawn = {
  value: number;
  lower: number;
  upper: number;
  words: string;
  tone: Extract<Shape, { kind: "dot" }>["tone"];
};

function interval({ value, lower, upper, words, tone }: Drawn, scale: Scale, y: number): Laid {
  const [left, right, at] = [scale.x(lower), scale.x(upper), scale.x(value)];
  const width = textWidth(words);
  const start = Math.max(scale.left, Math.min(at - width / 2, scale.right + 16 - width));
  const whisker: Shape[] = [
    { kind: "line", x1: left, y1: y, x2: right, y2: y, tone, weight: "thick" },
    { kind: "line", x1: left, y1: y - 5, x2: left, y2: y + 5, tone, weight: "thin" },
    { kind: "line", x1: right, y1: y - 5, x2: right, y2: y + 5, tone, weight: "thin" },
    { kind: "dot", x: at, y, radius: 5, tone, fill: marks[tone] ?? "solid" },
  ];
  return { shapes: [...whisker, text(start, y + 20, words, { tone: "ink" })], bottom: y + 24 };
}

/** No estimate is a sentence in its place, never an empty row. */
function refused(words: string, scale: Scale, y: number): Laid {
  const lines = wrap(words, scale.right - scale.left - 8);
  const shapes: Shape[] = lines.map((line, index) => text(scale.left + 8, y + 4.5 + index * 16, line, { tone: "ink" }));
  const height = lines.length * 16;
  return {
    shapes: [
      { kind: "line", x1: scale.left, y1: y - 8, x2: scale.left, y2: y - 8 + height, tone: "quiet", weight: "thick" },
      ...shapes,
    ],
    bottom: y + height - 8,
  };
}

function ratioGrid(
  axis: Axis,
  scale: Scale,
  top: number,
  bottom: number,
  reference: { at: number; label: string } | null,
): Shape[] {
  if (axis.kind !== "ratio" && axis.kind !== "values") return [];
  const ticks = axis.kind === "values" ? axis.ticks : axis.ticks.map((at) => ({ at, text: `×${at}` }));
  const lines = ticks.flatMap(({ at, text: words }): Shape[] => [
    { kind: "line", x1: scale.x(at), y1: top + LINE, x2: scale.x(at), y2: bottom, tone: "quiet", weight: "hair" },
    text(scale.x(at), bottom + 14, words, { anchor: "middle" }),
  ]);
  if (reference === null) return lines;
  const x = scale.x(reference.at);
  const fits = x + 4 + textWidth(reference.label) <= scale.right + 20;
  return [
    ...lines,
    { kind: "line", x1: x, y1: top + LINE, x2: x, y2: bottom, tone: "ink", weight: "thin", dashed: true },
    text(fits ? x : scale.right + 20, top + 12, reference.label, { anchor: fits ? "start" : "end" }),
  ];
}

const CELL = 28;

/** A row for each combination of lists: filled dots for the lists it stands on, and its count as a bar. */
export function layCells({ columns, rows, tone }: Extract<Panel, { kind: "cells" }>, { y, width }: Place): Laid {
  const left = columns.length * CELL + 12;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const unit = (width - left - 44) / most;
  const heads = columns.flatMap((name, index): Shape[] => {
    const x = index * CELL + CELL / 2;
    const above = y + 13 + index * LINE;
    return [
      text(x + 10, above, name, { tone: "ink" }),
      { kind: "line", x1: x, y1: above - 4, x2: x + 7, y2: above - 4, tone: "quiet", weight: "hair" },
      { kind: "line", x1: x, y1: above - 4, x2: x, y2: y + columns.length * LINE + 8, tone: "quiet", weight: "hair" },
    ];
  });
  const top = y + columns.length * LINE + 8;
  const shapes = rows.flatMap(({ members, count }, row): Shape[] => {
    const middle = top + row * CELL + CELL / 2;
    const dots = members.map((member, index): Shape => ({
      kind: "dot",
      x: index * CELL + CELL / 2,
      y: middle,
      radius: 5,
      tone: "ink",
      fill: member ? "solid" : "faint",
    }));
    const bar: Shape = {
      kind: "rect",
      x: left,
      y: middle - 8,
      width: count * unit,
      height: 16,
      tone,
      fill: tone === "a" ? "solid" : "open",
    };
    return [...dots, bar, text(left + count * unit + 6, middle + 4.5, String(count), { tone: "ink" })];
  });
  return { shapes: [...heads, ...shapes], bottom: top + rows.length * CELL };
}
