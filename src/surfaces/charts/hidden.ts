// How many incidents stand on no list: every model that was asked, and every way of counting, each with its interval.

import type { HiddenOfDirection } from "../inputs/case-hidden.ts";
import type { Interval } from "../../values/estimate.ts";
import { hiddenWords as words, measures } from "../words/en-measures.ts";
import type { Chart, IntervalRow, Panel, Tone } from "./chart.ts";
import { foldAxis } from "./value-axis.ts";

export type HiddenChartInput = {
  id: string;
  direction: HiddenOfDirection;
  arrow: string;
  tone: Tone;
  names: Record<string, string>;
};

type Ends = { value: number; lower: number; upper: number };

const MOST_MODELS = 6;
/** An interval without an end is drawn to the edge; its words give its end. */
const BOUNDS = { least: 1, most: 1e5 };

export function hiddenModelsChart({ id, direction, arrow, tone, names }: HiddenChartInput): Chart {
  const { estimate, asLinked, overlap } = direction;
  const level = "refused" in estimate ? 0.95 : estimate.interval.level;
  const row = rowMaker(tone, level);
  const others: IntervalRow[] = [
    "refused" in estimate
      ? refusedRow(words.answer, estimate.refused.because)
      : row(words.answer, { value: estimate.value, ...estimate.interval }),
  ];
  if (asLinked?.averaged) others.push(row(words.averaged, asLinked.averaged, "ink"));
  if (asLinked?.withUnequalCases) others.push(row(words.unequal, asLinked.withUnequalCases, "ink"));
  for (const one of asLinked?.estimates ?? [])
    if (one.method === "decomposable" && "value" in one) others.push(row(words.decomposable, one, "ink"));
  if (asLinked?.lowerBound) {
    others.push(row(words.bound, asLinked.lowerBound, "quiet"));
    others.push(row(words.boundHere, asLinked.lowerBound.forTheseLists, "quiet"));
  }
  const short = overlap.lists.map((list, index) => `${index + 1} ${names[list] ?? list}`).join(", ");
  const models = modelRows(direction, row);
  const panels: Panel[] = [{ kind: "heading", text: words.headingOthers }, intervalsOf(others, overlap.observed)];
  if (models.length > 0)
    panels.push({ kind: "heading", text: `${words.headingModels} (${short})` }, intervalsOf(models, overlap.observed));
  return chartOf(id, words.models(arrow), [...others, ...models], panels);
}

export function hiddenChoicesChart({ id, direction, arrow, tone, names }: HiddenChartInput): Chart {
  const { choices, asLinked, overlap, estimate } = direction;
  const row = rowMaker(tone, "refused" in estimate ? 0.95 : estimate.interval.level);
  const rows = merged(choices).map(({ label, averaged, refused }) =>
    averaged
      ? row(label, { value: averaged.value, ...averaged.interval })
      : refusedRow(label, refused?.because ?? words.noModels),
  );
  const without = (asLinked?.leaveOut ?? []).map((one) =>
    "refused" in one
      ? refusedRow(words.without(names[one.without] ?? one.without), one.refused.because)
      : row(words.without(names[one.without] ?? one.without), one, "ink"),
  );
  const panels: Panel[] = [{ kind: "heading", text: words.headingChoices }, intervalsOf(rows, overlap.observed)];
  if (without.length > 0)
    panels.push({ kind: "heading", text: words.headingLists }, intervalsOf(without, overlap.observed));
  return chartOf(id, words.choices(arrow), [...rows, ...without], panels);
}

type MakeRow = (label: string, ends: Ends, tone?: Tone) => IntervalRow;

function rowMaker(usual: Tone, level: number): MakeRow {
  return (label, { value, lower, upper }, tone = usual) => {
    const interval: Interval = { lower, upper, level };
    return { label, tone, value, lower, upper, text: measures.range(value, interval) };
  };
}

function refusedRow(label: string, because: string): IntervalRow {
  return { label, tone: "quiet", value: null, lower: null, upper: null, text: measures.none(because) };
}

function modelRows({ asLinked }: HiddenOfDirection, row: MakeRow): IntervalRow[] {
  const rows = (asLinked?.estimates ?? []).flatMap((one) =>
    one.method === "log-linear" && "value" in one ? [{ ...one, weight: one.weights?.bic ?? 0 }] : [],
  );
  return rows
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_MODELS)
    .map((one) => row(words.model(one.model, one.weight, "").replace(" ,", ","), one, "ink"));
}

/** Choices that make no difference stand in one row. */
function merged(
  choices: HiddenOfDirection["choices"],
): { label: string; averaged: Ended | null; refused: { because: string } | null }[] {
  return choices.flatMap((choice) => {
    const twin = choices.find(
      (other) =>
        other.statements !== choice.statements && other.links === choice.links && other.profiles === choice.profiles,
    );
    const same = twin !== undefined && JSON.stringify(twin.averaged) === JSON.stringify(choice.averaged);
    if (same && choice.statements !== "all") return [];
    const label = same ? `${words.choice({ ...choice, statements: "all" })}${words.both}` : words.choice(choice);
    return [{ label, averaged: choice.averaged, refused: choice.refused }];
  });
}

type Ended = NonNullable<HiddenOfDirection["choices"][number]["averaged"]>;

function intervalsOf(rows: IntervalRow[], observed: number): Panel {
  return { kind: "intervals", rows, reference: { at: observed, label: words.onRecord(observed) } };
}

function chartOf(id: string, title: string, rows: readonly IntervalRow[], panels: Panel[]): Chart {
  const references = panels.flatMap((panel) => (panel.kind === "intervals" ? [panel.reference?.at ?? 1] : []));
  const ends = rows.flatMap(({ lower, upper }) => [lower ?? 0, upper ?? 0]);
  return {
    id,
    title,
    description: rows.map(({ label, text }) => `${label}: ${text}`).join("; "),
    axis: foldAxis([...references, ...ends], BOUNDS),
    panels,
    rules: [],
    table: {
      columns: [words.column, measures.estimate, measures.from, measures.to, measures.remark],
      rows: rows.map(({ label, value, lower, upper, text }) =>
        value === null
          ? [label, null, null, null, text]
          : [label, Math.round(value), Math.round(lower ?? value), Math.round(upper ?? value), ""],
      ),
    },
  };
}
