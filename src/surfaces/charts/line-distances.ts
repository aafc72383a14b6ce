// How far each incident stayed below a declared line, over the years; and, where the line has a severity, how many there
// are of each severity around it: whether operations gather just below is seen there.

import type { LineSeen } from "../inputs/line-distances.ts";
import { lineCharts as words } from "../words/en-lines-chart.ts";
import type { Chart } from "./chart.ts";
import type { PlaneMark, PlanePanel } from "./plane.ts";
import { yearAxis, yearsAt } from "./value-axis.ts";

/** Null where the line speaks of no incident on record. */
export function lineDistancesChart({ id, gist, when, threshold, distances, bunching }: LineSeen): Chart | null {
  if (distances.length === 0 || threshold === null) return null;
  const points = distances.map((one) => ({ ...one, year: yearsAt(one.day) }));
  const deepest = Math.max(3, ...points.map(({ steps }) => steps));
  const first = yearsAt(when);
  const last = Math.max(first + 1, ...points.map(({ year }) => year));
  const known = points.filter(({ unknown }) => unknown.length === 0);
  const open = points.filter(({ unknown }) => unknown.length > 0);
  const counts = "refused" in bunching ? countsOf(distances) : bunching.counts;
  const from = "refused" in bunching ? 0 : bunching.from;
  const scored = distances.filter(({ score }) => score !== null).length;
  return {
    id: `line-${id}`,
    title: words.title,
    description: words.description(gist.en, distances),
    axis: { kind: "none" },
    panels: [
      {
        kind: "plane",
        x: yearAxis(Math.floor(first), Math.ceil(last), words.year),
        y: { from: -deepest, to: 0.6, ticks: stepTicks(deepest), label: words.below },
        height: 40 + 14 * deepest,
        marks: [
          { kind: "rule", along: "y", at: 0, label: words.line, tone: "ink" },
          spots(known, "solid"),
          spots(open, "ring"),
        ],
        key: [
          { text: words.known, tone: "ink", mark: "solid" },
          { text: words.open, tone: "quiet", mark: "ring" },
        ],
      },
      ...(threshold.severity === null || scored === 0 ? [] : [severityPanel(counts, from, threshold.severity)]),
    ],
    rules: [],
    table: {
      columns: [...words.columns],
      rows: distances.map(({ incident, day, steps, score, crossing }) => [
        incident,
        day,
        steps,
        score,
        words.crossings[crossing],
      ]),
    },
  };
}

function spots(points: readonly { year: number; steps: number }[], mark: "solid" | "ring"): PlaneMark {
  return {
    kind: "points",
    points: points.map(({ year, steps }) => ({ x: year, y: -steps })),
    tone: mark === "solid" ? "ink" : "quiet",
    mark,
    radius: 4,
  };
}

function stepTicks(deepest: number): { at: number; text: string }[] {
  const every = deepest > 6 ? 2 : 1;
  return Array.from({ length: Math.floor(deepest / every) + 1 }, (_, at) => ({
    at: -at * every,
    text: String(at * every),
  }));
}

function severityPanel(counts: readonly number[], from: number, line: number): PlanePanel {
  const most = Math.max(1, ...counts);
  return {
    kind: "plane",
    x: {
      from: from - 0.6,
      to: from + counts.length - 0.4,
      ticks: counts.map((_, at) => ({ at: from + at, text: String(from + at) })),
      label: words.severity,
    },
    y: { from: 0, to: most * 1.15, ticks: [0, most].map((at) => ({ at, text: String(at) })), label: words.incidents },
    height: 90,
    marks: [
      { kind: "sticks", points: counts.map((count, at) => [from + at, count]), tone: "ink" },
      { kind: "rule", along: "x", at: line - 0.5, label: words.line, tone: "ink" },
    ],
  };
}

/** Of each whole severity from 0 to 10. */
function countsOf(distances: LineSeen["distances"]): number[] {
  const counts = Array.from({ length: 11 }, () => 0);
  for (const { score } of distances) {
    const level = score === null ? -1 : Math.floor(score);
    if (counts[level] !== undefined) counts[level] += 1;
  }
  return counts;
}
