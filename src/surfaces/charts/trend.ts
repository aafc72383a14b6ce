// Incidents by year as far as they are known, what is still expected, the rate of each stretch with its band, and under
// it how likely a new rate begins in each year.

import type { SeriesAnswer } from "../inputs/case-trend.ts";
import { measures, trendWords as words } from "../words/en-measures.ts";
import { percent } from "../words/en-likelihood.ts";
import type { Chart, Panel, Tone } from "./chart.ts";
import { roundTicks, type PlaneMark } from "./plane.ts";
import { yearAxis } from "./value-axis.ts";

export type TrendChartInput = { id: string; series: SeriesAnswer; arrow: string; list: string; tone: Tone };

/** Years less likely than this to begin a new rate are left out of the words. */
const WORTH_TELLING = 0.1;
const MARK = { a: "solid", b: "ring", third: "diamond", ink: "solid", quiet: "faint" } as const;

export function trendChart({ id, series: found, arrow, list, tone }: TrendChartInput): Chart {
  const { series, changePoints: changes, nowcast } = found;
  const [from, to] = [series[0]?.year ?? 0, (series.at(-1)?.year ?? 0) + 1];
  const later = "refused" in nowcast ? [] : nowcast.periods.map((one) => ({ ...one, ...endsOf(one) }));
  const segments = "refused" in changes ? [] : changes.segments;
  const most = Math.max(4, ...series.map(({ count }) => count), ...later.map(({ upper }) => upper));
  // A short stretch can have so wide a band that the counts would shrink beside it: it is cut off.
  const top =
    1.05 * Math.max(most, Math.min(1.5 * most, Math.max(0, ...segments.map(({ interval }) => interval.upper))));
  const x = yearAxis(from, to, "");
  const marks: PlaneMark[] = [
    ...segments.flatMap((segment): PlaneMark[] => {
      const ends = [Number(segment.from), Number(segment.to) + 1];
      return [
        {
          kind: "band",
          points: ends.map((at): [number, number, number] => [at, segment.interval.lower, segment.interval.upper]),
          tone: "quiet",
        },
        { kind: "path", points: ends.map((at) => [at, segment.rate]), tone: "quiet" },
      ];
    }),
    { kind: "sticks", points: series.map(({ year, count }) => [year + 0.5, count]), tone },
    {
      kind: "points",
      points: series.map(({ year, count }) => ({ x: year + 0.5, y: count })),
      tone,
      mark: MARK[tone],
    },
    {
      kind: "points",
      points: later
        .filter(({ upper, known }) => upper > known)
        .map(({ year, expected, lower, upper }) => ({ x: year + 0.78, y: expected, low: lower, high: upper })),
      tone: "ink",
      mark: "diamond",
      radius: 3,
    },
  ];
  const level = percent("refused" in nowcast ? 0.95 : nowcast.interval.level);
  const panels: Panel[] = [
    {
      kind: "plane",
      x,
      y: { from: 0, to: top, ticks: roundTicks(0, top, 4), label: words.counts },
      height: 200,
      marks,
      key: [
        { text: words.known, tone, mark: MARK[tone] },
        ...(later.length > 0 ? [{ text: words.nowcast(level), tone: "ink" as const, mark: "diamond" as const }] : []),
        ...(segments.length > 0 ? [{ text: words.rate(level), tone: "quiet" as const, mark: "line" as const }] : []),
      ],
    },
  ];
  const starts = "refused" in changes ? [] : changes.dates;
  if (starts.length > 0)
    panels.push({
      kind: "plane",
      x,
      y: { from: 0, to: 1, ticks: roundTicks(0, 1, 2), label: words.changes },
      height: 70,
      marks: [{ kind: "sticks", points: starts.map(({ date, probability: p }) => [Number(date), p]), tone: "ink" }],
    });
  return {
    id,
    title: words.title(arrow, list),
    description: [
      ...series.map(({ year, count }) => words.told(year, count)),
      ...starts
        .filter(({ probability: p }) => p >= WORTH_TELLING)
        .map((one) => words.toldChange(one.date, one.probability)),
    ].join("; "),
    axis: { kind: "none" },
    panels,
    rules: [],
    table: tableOf(found),
  };
}

/** The intervals of the nowcast travel with its periods. */
function endsOf(period: { expected: number }): { lower: number; upper: number } {
  const { interval } = period as { interval?: { lower: number; upper: number } };
  return interval ?? { lower: period.expected, upper: period.expected };
}

function tableOf({ series, changePoints: changes }: SeriesAnswer): Chart["table"] {
  const starts = "refused" in changes ? [] : changes.dates;
  const segments = "refused" in changes ? [] : changes.segments;
  return {
    columns: [measures.year, words.known, words.expected, words.rateColumn, words.change],
    rows: series.map(({ year, count, expected }) => {
      const segment = segments.find((one) => Number(one.from) <= year && year <= Number(one.to));
      const start = starts.find(({ date }) => Number(date) === year);
      return [
        String(year),
        count,
        Number(expected.toFixed(1)),
        segment ? Number(segment.rate.toPrecision(3)) : null,
        start ? Number(start.probability.toPrecision(2)) : null,
      ];
    }),
  };
}
