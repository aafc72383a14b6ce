// Ratios on their intervals, one under another; where there is none, the reason stands in its row.

import type { Answer } from "../brief/compose.ts";
import { charts as words } from "../words/en-charts.ts";
import type { Chart, IntervalRow, Tone } from "./chart.ts";
import { ratioTicks } from "./scales.ts";

export type NamedRatio = { label: string; tone: Tone; answer: Answer };

export type RatiosInput = { id: string; title: string; /** What ×1 means. */ equal: string; ratios: NamedRatio[] };

/** Beyond these an interval is drawn to the edge; its words give its end. */
const WIDEST = { from: 0.01, to: 1000 };

export function ratiosChart({ id, title, equal, ratios }: RatiosInput): Chart {
  const rows = ratios.map(rowOf);
  const ends = rows.flatMap(({ lower, upper }) => [lower ?? 1, upper ?? 1]).filter((end) => end > 0);
  const [from, to] = [
    below(Math.max(WIDEST.from, Math.min(0.5, ...ends))),
    above(Math.min(WIDEST.to, Math.max(2, ...ends))),
  ];
  return {
    id,
    title,
    description: rows.map(({ label, text }) => `${label}: ${text}`).join("; "),
    axis: { kind: "ratio", from, to, ticks: ratioTicks(from, to) },
    panels: [{ kind: "intervals", rows, reference: { at: 1, label: equal } }],
    rules: [],
    table: {
      columns: [words.whose, words.ratioColumn, words.lower, words.upper, words.remark],
      rows: rows.map(({ label, value, lower, upper, text }) =>
        value === null ? [label, null, null, null, text] : [label, rounded(value), rounded(lower), rounded(upper), ""],
      ),
    },
  };
}

function rowOf({ label, tone, answer }: NamedRatio): IntervalRow {
  if ("refused" in answer)
    return { label, tone, value: null, lower: null, upper: null, text: words.refusal(answer.refused.because) };
  const { value, interval } = answer;
  return { label, tone, value, lower: interval.lower, upper: interval.upper, text: words.ratio(value, interval) };
}

function below(value: number): number {
  const [power, steps] = [10 ** Math.floor(Math.log10(value)), [5, 2, 1]];
  return (steps.find((step) => step * power <= value * 1.0001) ?? 1) * power;
}

function above(value: number): number {
  const [power, steps] = [10 ** Math.floor(Math.log10(value)), [1, 2, 5, 10]];
  return (steps.find((step) => step * power >= value * 0.9999) ?? 10) * power;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}
