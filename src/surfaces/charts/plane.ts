// Marks on two numeric axes: a series with its band, points with their intervals, a set as a polygon, a map of regimes.
// Axes are linear or logarithmic; their ticks carry their own words, so that a number may be a date.

import type { Tone } from "./chart.ts";
import { LINE, text, textWidth, wrap, type Shape } from "./scene.ts";

export type PlaneAxis = {
  from: number;
  to: number;
  ticks: { at: number; text: string }[];
  label: string;
  scale?: "linear" | "log";
};

type Point = [x: number, y: number];

export type PlaneMark =
  /** The room between two lines: an interval along a series. */
  | { kind: "band"; points: [x: number, low: number, high: number][]; tone: Tone }
  | { kind: "path"; points: Point[]; tone: Tone; weight?: "thin" | "thick"; dashed?: true }
  /** A closed shape: filled lightly, or only its edge. */
  | { kind: "area"; points: Point[]; tone: Tone; edge?: "only" }
  /** Points, each with the interval that is drawn through it, and a name beside it. */
  | {
      kind: "points";
      points: { x: number; y: number; low?: number; high?: number; label?: string }[];
      tone: Tone;
      mark: "solid" | "ring" | "diamond" | "faint";
      radius?: number;
    }
  /** Vertical bars from the bottom of the plane. */
  | { kind: "sticks"; points: Point[]; tone: Tone }
  /** A line across the plane, with its name at its end. */
  | { kind: "rule"; along: "x" | "y"; at: number; label: string; tone?: Tone }
  /** Cells of a map: the same pattern is the same answer. */
  | {
      kind: "cells";
      cells: { x: Point; y: Point; fill: "solid" | "open" | "hatch" }[];
      tone: Tone;
    }
  /** A word on the map where its regime lies. */
  | { kind: "name"; at: Point; text: string };

export type PlanePanel = {
  kind: "plane";
  x: PlaneAxis;
  y: PlaneAxis;
  height: number;
  /** Words left of the plane as wide as these: planes under each other then share their other axis. */
  gutterOf?: readonly string[];
  marks: PlaneMark[];
  /** What stands for what, under the plane. */
  key?: { text: string; tone: Tone; mark: "solid" | "ring" | "diamond" | "faint" | "line" | "dashed" | "band" }[];
};

type Box = { left: number; right: number; top: number; bottom: number };
type Spot = (point: Point) => Point;

export function layPlane(
  panel: PlanePanel,
  { y, width }: { y: number; width: number },
): {
  shapes: Shape[];
  bottom: number;
} {
  const labels = [...panel.y.ticks.map((tick) => tick.text), ...(panel.gutterOf ?? [])].map(textWidth);
  const top = y + LINE + 6;
  const box: Box = { left: Math.ceil(Math.max(20, ...labels)) + 8, right: width - 8, top, bottom: top + panel.height };
  const spot = spotIn(panel, box);
  const shapes = [...axisShapes(panel, box, spot), ...panel.marks.flatMap((mark) => markShapes(mark, box, spot))];
  const xLabel = wrap(panel.x.label, box.right - box.left);
  shapes.push(text(0, y + 13, panel.y.label));
  for (const [index, line] of xLabel.entries())
    shapes.push(text(box.right, box.bottom + 2 * LINE + index * LINE, line, { anchor: "end" }));
  const key = keyShapes(panel.key ?? [], box.bottom + 2 * LINE + xLabel.length * LINE + 4, width);
  return { shapes: [...shapes, ...key.shapes], bottom: key.bottom + 6 };
}

/** Where a point stands; outside the axes it is drawn at their edge. */
function spotIn({ x, y }: PlanePanel, { left, right, top, bottom }: Box): Spot {
  const [along, up] = [shareOf(x), shareOf(y)];
  return ([a, b]) => [left + along(a) * (right - left), bottom - up(b) * (bottom - top)];
}

function shareOf({ from, to, scale }: PlaneAxis): (value: number) => number {
  const turned = scale === "log" ? Math.log : (value: number): number => value;
  const [low, high] = [turned(from), turned(to)];
  return (value) => (high === low ? 0.5 : Math.min(1, Math.max(0, (turned(value) - low) / (high - low))));
}

function axisShapes({ x, y }: PlanePanel, box: Box, spot: Spot): Shape[] {
  const up = y.ticks.flatMap(({ at, text: words }): Shape[] => {
    const level = spot([x.from, at])[1];
    return [
      { kind: "line", x1: box.left, y1: level, x2: box.right, y2: level, tone: "quiet", weight: "hair" },
      text(box.left - 6, level + 4.5, words, { anchor: "end" }),
    ];
  });
  let last = -Infinity;
  const along = x.ticks.flatMap(({ at, text: words }): Shape[] => {
    const place = spot([at, y.from])[0];
    const half = textWidth(words) / 2;
    const centre = Math.min(place, box.right + 8 - half);
    const tick: Shape = {
      kind: "line",
      x1: place,
      y1: box.bottom,
      x2: place,
      y2: box.bottom + 4,
      tone: "ink",
      weight: "thin",
    };
    // Words that would run into each other are left out; the tick stays.
    if (centre - half < last + 8) return [tick];
    last = centre + half;
    return [tick, text(centre, box.bottom + LINE, words, { anchor: "middle", tone: "ink" })];
  });
  const base: Shape = {
    kind: "line",
    x1: box.left,
    y1: box.bottom,
    x2: box.right,
    y2: box.bottom,
    tone: "ink",
    weight: "thin",
  };
  return [...up, base, ...along];
}

function markShapes(mark: PlaneMark, box: Box, spot: Spot): Shape[] {
  switch (mark.kind) {
    case "band":
      return [
        {
          kind: "path",
          points: [
            ...mark.points.map(([x, low]) => spot([x, low])),
            ...mark.points.toReversed().map(([x, , high]) => spot([x, high])),
          ],
          tone: mark.tone,
          fill: "area",
        },
      ];
    case "path":
      return [
        {
          kind: "path",
          points: mark.points.map(spot),
          tone: mark.tone,
          fill: "none",
          weight: mark.weight ?? "thick",
          ...(mark.dashed ? { dashed: true } : {}),
        },
      ];
    case "area": {
      const points = mark.points.map(spot);
      const edge: Shape = {
        kind: "path",
        points: [...points, ...points.slice(0, 1)],
        tone: mark.tone,
        fill: "none",
        weight: "thin",
      };
      return mark.edge ? [edge] : [{ kind: "path", points, tone: mark.tone, fill: "area" }, edge];
    }
    case "points":
      return mark.points.flatMap((point) => pointShapes(point, mark, box, spot));
    case "sticks":
      return mark.points.map(([x, y]): Shape => {
        const [at, end] = spot([x, y]);
        return { kind: "line", x1: at, y1: box.bottom, x2: at, y2: end, tone: mark.tone, weight: "thick" };
      });
    case "rule":
      return ruleShapes(mark, box, spot);
    case "cells":
      return mark.cells.map(({ x, y, fill }): Shape => {
        const [[left, bottom], [right, top]] = [spot([x[0], y[0]]), spot([x[1], y[1]])];
        return { kind: "rect", x: left, y: top, width: right - left, height: bottom - top, tone: mark.tone, fill };
      });
    case "name":
      break;
  }
  const [x, y] = spot(mark.at);
  return [text(x, y + 4.5, mark.text, { anchor: "middle", tone: "ink", bold: true })];
}

function pointShapes(
  { x, y, low, high, label }: Extract<PlaneMark, { kind: "points" }>["points"][number],
  { tone, mark, radius = 4 }: Extract<PlaneMark, { kind: "points" }>,
  box: Box,
  spot: Spot,
): Shape[] {
  const [at, level] = spot([x, y]);
  const shapes: Shape[] = [];
  if (low !== undefined && high !== undefined) {
    const [from, to] = [spot([x, low])[1], spot([x, high])[1]];
    shapes.push({ kind: "line", x1: at, y1: from, x2: at, y2: to, tone, weight: "thin" });
  }
  shapes.push({ kind: "dot", x: at, y: level, radius, tone, fill: mark });
  if (label !== undefined) {
    const right = at + radius + 5 + textWidth(label) <= box.right + 8;
    shapes.push(
      text(right ? at + radius + 5 : at - radius - 5, level + 4.5, label, {
        anchor: right ? "start" : "end",
        tone: "ink",
      }),
    );
  }
  return shapes;
}

function ruleShapes(
  { along, at, label, tone = "ink" }: Extract<PlaneMark, { kind: "rule" }>,
  box: Box,
  spot: Spot,
): Shape[] {
  if (along === "y") {
    const level = spot([0, at])[1];
    return [
      { kind: "line", x1: box.left, y1: level, x2: box.right, y2: level, tone, weight: "thin", dashed: true },
      text(box.right, level - 5, label, { anchor: "end", tone: "ink" }),
    ];
  }
  const place = spot([at, 0])[0];
  const right = place + 6 + textWidth(label) <= box.right;
  // Where there is room on neither side the name ends with the plane.
  const left = !right && place - 6 - textWidth(label) >= 0;
  return [
    { kind: "line", x1: place, y1: box.top, x2: place, y2: box.bottom, tone, weight: "thin", dashed: true },
    text(right ? place + 6 : left ? place - 6 : box.right, box.top + 12, label, {
      anchor: right ? "start" : "end",
      tone: "ink",
    }),
  ];
}

type Key = NonNullable<PlanePanel["key"]>;

function keyShapes(key: Key, top: number, width: number): { shapes: Shape[]; bottom: number } {
  let [x, y] = [0, top];
  const shapes: Shape[] = [];
  for (const { text: words, tone, mark } of key) {
    const need = 26 + textWidth(words) + 18;
    if (x > 0 && x + need > width) [x, y] = [0, y + LINE + 2];
    shapes.push(keyMark(x, y + 8, tone, mark), text(x + 26, y + 13, words, { tone: "ink" }));
    x += need;
  }
  return { shapes, bottom: key.length === 0 ? top - LINE : y + LINE };
}

function keyMark(x: number, y: number, tone: Tone, mark: Key[number]["mark"]): Shape {
  if (mark === "line" || mark === "dashed")
    return {
      kind: "line",
      x1: x,
      y1: y,
      x2: x + 20,
      y2: y,
      tone,
      weight: mark === "dashed" ? "thin" : "thick",
      ...(mark === "dashed" ? { dashed: true } : {}),
    };
  if (mark === "band") return { kind: "rect", x, y: y - 6, width: 20, height: 12, tone, fill: "open" };
  return { kind: "dot", x: x + 10, y, radius: 4, tone, fill: mark };
}

/** Round values between two ends, four to six of them, with as few figures as they need. */
export function roundTicks(from: number, to: number, most = 6): { at: number; text: string }[] {
  const span = to - from;
  if (!(span > 0)) return [{ at: from, text: String(from) }];
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => span / size <= most) ?? 10 * power;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = (first + index) * step;
    return { at, text: at.toFixed(digits) };
  });
}
