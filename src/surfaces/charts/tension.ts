// The tension index by month with its band, and the acts that strain or ease most as marks upon it.

import type { TensionAnswer } from "../inputs/case-tension.ts";
import { measures, tensionWords as words } from "../words/en-measures.ts";
import { percent } from "../words/en-likelihood.ts";
import type { Chart } from "./chart.ts";
import { roundTicks } from "./plane.ts";
import { yearAxis, yearsAt } from "./value-axis.ts";

export type TensionChartInput = {
  id: string;
  answer: Pick<TensionAnswer, "months" | "joint">;
  rules: readonly { date: string; label: string }[];
};

/** So wide a band is drawn to the edge: the line must stay readable. */
const MOST_TIMES = 1.6;

export function tensionChart({ id, answer: { months, joint }, rules }: TensionChartInput): Chart {
  const at = ({ month }: { month: string }): number => yearsAt(month) + 1 / 12;
  const [first, last] = [months[0], months.at(-1)];
  const highest = months.reduce((most, one) => (one.index > most.index ? one : most), months[0] ?? blank);
  const lowest = months.reduce((least, one) => (one.index < least.index ? one : least), months[0] ?? blank);
  const top = Math.max(110, Math.min(highest.index * MOST_TIMES, Math.max(...months.map(({ upper }) => upper))));
  const bottom = Math.min(0, ...months.map(({ lower }) => Math.max(lower, -top / 2)));
  return {
    id,
    title: words.title,
    description: words.told(
      last?.month ?? "",
      measures.range(joint.value, joint.interval),
      words.at(highest.index, highest.month),
      words.at(lowest.index, lowest.month),
    ),
    axis: { kind: "none" },
    panels: [
      {
        kind: "plane",
        x: yearAxis(first ? yearsAt(first.month) : 0, last ? at(last) : 1, ""),
        y: { from: bottom, to: top, ticks: roundTicks(bottom, top, 5), label: words.axis },
        height: 220,
        marks: [
          { kind: "band", points: months.map((one) => [at(one), one.lower, one.upper]), tone: "ink" },
          { kind: "path", points: months.map((one) => [at(one), one.incidents]), tone: "quiet", weight: "thin" },
          { kind: "path", points: months.map((one) => [at(one), one.index]), tone: "ink" },
          { kind: "rule", along: "y", at: 100, label: words.mean, tone: "quiet" },
          ...rules.map(({ date, label }) => ({ kind: "rule" as const, along: "x" as const, at: yearsAt(date), label })),
        ],
        key: [
          { text: words.joint(percent(joint.interval.level)), tone: "ink", mark: "line" },
          { text: words.operations, tone: "quiet", mark: "line" },
        ],
      },
    ],
    rules: [],
    table: {
      columns: [measures.month, words.axis, words.lower, words.upper, words.incidents],
      rows: months.map(({ month, index, lower, upper, incidents }) => [
        month,
        Math.round(index),
        Math.round(lower),
        Math.round(upper),
        Math.round(incidents),
      ]),
    },
  };
}

const blank: TensionAnswer["months"][number] = {
  month: "",
  index: 0,
  lower: 0,
  upper: 0,
  incidents: 0,
  directions: [],
};
