// Both tests of reciprocity for each kind of date: how often chance alone gives as much.

import type { CaseReciprocity, CaseSeries } from "../inputs/case-reciprocity.ts";
import { measures, reciprocityWords as words } from "../words/en-measures.ts";
import type { Chart, IntervalRow } from "./chart.ts";
import { foldTicks } from "./value-axis.ts";

const LEAST = 0.0005;
const UNUSUAL = 0.05;

export function reciprocityChart(id: string, { series }: Pick<CaseReciprocity, "series">): Chart {
  const rows = series.flatMap(rowsOf);
  return {
    id,
    title: words.title,
    description: rows.map(({ label, text }) => `${label}: ${text}`).join("; "),
    axis: {
      kind: "values",
      from: LEAST,
      to: 1,
      ticks: foldTicks(0.001, 1).filter(({ at }) => [0.001, 0.01, 0.1, 1].includes(at)),
      scale: "log",
    },
    panels: [{ kind: "intervals", rows, reference: { at: UNUSUAL, label: words.unusual } }],
    rules: [],
    table: {
      columns: [words.test, words.column, measures.from, measures.to, measures.remark],
      rows: rows.map(({ label, value, lower, upper, text }) =>
        value === null ? [label, null, null, null, text] : [label, short(value), short(lower), short(upper), ""],
      ),
    },
  };
}

function rowsOf(found: CaseSeries): IntervalRow[] {
  const { heading } = found;
  if ("refused" in found) return [refused(words.ratio(heading), found.refused.because)];
  const { likelihoodRatio: ratio, permutation } = found;
  const first: IntervalRow = {
    label: words.ratio(heading),
    tone: "ink",
    value: ratio.p,
    lower: ratio.pLeast,
    upper: ratio.pMost,
    text: words.p(ratio.p, ratio.pLeast, ratio.pMost),
  };
  if ("refused" in permutation) return [first, refused(words.shuffled(heading), permutation.refused.because)];
  // The shuffles are a sample: twice its standard error either way.
  const { p, draws } = permutation;
  const reach = 2 * Math.sqrt((p * (1 - p)) / draws);
  return [
    first,
    {
      label: words.shuffled(heading),
      tone: "third",
      value: p,
      lower: Math.max(0, p - reach),
      upper: Math.min(1, p + reach),
      text: words.shuffledP(p, draws),
    },
  ];
}

function refused(label: string, because: string): IntervalRow {
  return { label, tone: "quiet", value: null, lower: null, upper: null, text: measures.none(because) };
}

function short(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(2));
}
