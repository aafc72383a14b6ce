// Which payoffs of two sides can be equilibria: what the game allows, what is possible if everything is seen, and what
// remains if only alarms are seen.

import { charts, sets } from "../words/en-models-charts.ts";
import type { Chart } from "./chart.ts";
import { roundTicks, type PlaneMark } from "./plane.ts";

type Point = [number, number];
export type PayoffSetInput = {
  /** Payoffs of the four outcomes: both restrain, A alone attacks, B alone, both. */
  outcomes: { CC: Point; DC: Point; CD: Point; DD: Point };
  seen: readonly Point[];
  /** The proved corners if only alarms are seen, and what contains them; null until they are known. */
  watched: { corners: readonly Point[]; outer: readonly Point[] } | null;
  /** If alarms are settled by payments; empty until it is known. */
  settled: readonly Point[];
};

/** The radius of a corner's dot: what a page looks for to lay its buttons over them. */
export const CORNER_RADIUS = 6;

export function payoffSetChart({ outcomes, seen, watched, settled }: PayoffSetInput): Chart {
  const { CC, DC, CD, DD } = outcomes;
  const named: [string, Point][] = [
    [sets.bothRestrain, CC],
    [sets.onlyA, DC],
    [sets.onlyB, CD],
    [sets.bothAttack, DD],
  ];
  const all = named.map(([, point]) => point);
  const axis = (at: 0 | 1, label: string) => {
    const values = [...all, ...settled].map((point) => point[at]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = (high - low) * 0.06;
    return { from: low - room, to: high + room, ticks: roundTicks(low, high), label };
  };
  return {
    id: "payoff-set",
    title: sets.title,
    description: charts.setDescription(seen, watched?.corners ?? null, settled),
    axis: { kind: "none" },
    panels: [
      {
        kind: "plane",
        x: axis(0, sets.axisA),
        y: axis(1, sets.axisB),
        height: 340,
        marks: [
          { kind: "area", points: [DD, CD, CC, DC], tone: "quiet", edge: "only" },
          ...shape(seen, "quiet"),
          ...(watched ? [...edge(watched.outer), ...shape(watched.corners, "ink")] : []),
          ...triangle(settled),
          { kind: "points", points: named.map(([label, [x, y]]) => ({ x, y, label })), tone: "quiet", mark: "ring" },
          ...(settled.length > 0 ? corners(settled, "third") : []),
          ...corners(watched?.corners ?? [], "ink"),
          ...corners(seen, "quiet"),
        ],
        key: [
          { text: sets.seen, tone: "quiet", mark: "band" },
          ...(watched
            ? [
                {
                  text: sets.watched,
                  tone: "ink" as const,
                  mark: watched.corners.length > 2 ? ("band" as const) : ("line" as const),
                },
              ]
            : []),
          ...(watched && watched.outer.length > 2
            ? [{ text: sets.holdsAll, tone: "ink" as const, mark: "dashed" as const }]
            : []),
          ...(settled.length > 0 ? [{ text: sets.settled, tone: "third" as const, mark: "diamond" as const }] : []),
          { text: sets.outcomes, tone: "quiet", mark: "ring" },
        ],
      },
    ],
    rules: [],
    table: {
      columns: [sets.set, sets.corner, sets.axisA, sets.axisB],
      rows: [
        ...rowsOf(sets.seen, seen),
        ...rowsOf(sets.watched, watched?.corners ?? []),
        ...rowsOf(sets.settled, settled),
      ],
    },
  };
}

/** An area, a line where the set is a segment, nothing where it is one point. */
function shape(points: readonly Point[], tone: "ink" | "quiet"): PlaneMark[] {
  if (points.length > 2) return [{ kind: "area", points: [...points], tone }];
  return points.length === 2 ? [{ kind: "path", points: [...points], tone, weight: "thick" }] : [];
}

function edge(points: readonly Point[]): PlaneMark[] {
  const [first] = points;
  if (!first || points.length < 3) return [];
  return [{ kind: "path", points: [...points, first], tone: "ink", weight: "thin", dashed: true }];
}

/** Its edge only: it lies over the others. */
function triangle(points: readonly Point[]): PlaneMark[] {
  const [first] = points;
  if (!first || points.length < 3) return [];
  return [{ kind: "path", points: [...points, first], tone: "third", weight: "thin" }];
}

function corners(points: readonly Point[], tone: "ink" | "quiet" | "third"): PlaneMark[] {
  return [
    {
      kind: "points",
      points: points.map(([x, y]) => ({ x, y })),
      tone,
      mark: tone === "third" ? "diamond" : "solid",
      radius: CORNER_RADIUS,
    },
  ];
}

function rowsOf(name: string, points: readonly Point[]): (string | number)[][] {
  return points.map(([x, y], at) => [name, at + 1, Number(x.toPrecision(5)), Number(y.toPrecision(5))]);
}
