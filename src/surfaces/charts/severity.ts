// How severe an incident is on average, by list and direction, on one scale: another scale is another chart.

import type { ListSeverity } from "../brief/case-severity.ts";
import { measures, severityWords as words } from "../words/en-measures.ts";
import type { Chart, IntervalRow, Tone } from "./chart.ts";
import { straightAxis } from "./value-axis.ts";

export type SeverityChartInput = {
  id: string;
  /** All of one scale. */
  lists: readonly ListSeverity[];
  names: Record<string, string>;
  directionOf: (from: string, to: string) => { arrow: string; tone: Tone };
};

export function severityChart({ id, lists, names, directionOf }: SeverityChartInput): Chart {
  const rows = lists.flatMap(({ list, directions }) =>
    directions
      .filter(({ incidents }) => incidents > 0)
      .map(({ from, to, incidents, mean }): IntervalRow => {
        const { arrow, tone } = directionOf(from, to);
        const label = words.row(names[list] ?? list, arrow, incidents);
        if ("refused" in mean)
          return { label, tone, value: null, lower: null, upper: null, text: measures.none(mean.refused.because) };
        const { value, interval } = mean;
        return {
          label,
          tone,
          value,
          lower: interval.lower,
          upper: interval.upper,
          text: measures.points(value, interval),
        };
      }),
  );
  return {
    id,
    title: words.title(lists[0]?.unit ?? ""),
    description: rows.map(({ label, text }) => `${label}: ${text}`).join("; "),
    axis: straightAxis(0, [5, ...rows.map(({ upper }) => upper ?? 0)]),
    panels: [{ kind: "intervals", rows, reference: null }],
    rules: [],
    table: {
      columns: [words.column, measures.estimate, measures.from, measures.to, measures.remark],
      rows: rows.map(({ label, value, lower, upper, text }) =>
        value === null ? [label, null, null, null, text] : [label, short(value), short(lower), short(upper), ""],
      ),
    },
  };
}

function short(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}
