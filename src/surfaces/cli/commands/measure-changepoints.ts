import { changePoints } from "../../../measure/change-points/change-points.ts";
import { penalisedSegments } from "../../../measure/change-points/segments.ts";
import { InputError } from "../../../values/errors.ts";
import { asOption } from "../../inputs/measure-settings.ts";
import { readText } from "../../inputs/read-file.ts";
import { seriesChangePoints, type BayesChanges, type SeriesChanges } from "../../inputs/series-change-points.ts";
import { probability } from "../../words/en.ts";
import { changesSentence, segmentHeads, segmentsFound } from "../../words/en-trend.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";

/** Dates less likely than this are left out of the terminal's table; the JSON has them all. */
const LEAST_SHOWN = 0.05;

export function run(_: string[], options: Options, effects: Effects): number {
  const { series: file, json } = options;
  if (typeof file !== "string") throw new InputError("--series", "a CSV file with the columns date and count");
  const outcome = seriesChangePoints(file, () => readText(file), options, asOption);
  if (!outcome.ok) return refused(outcome.refusal, json === true, effects);
  if (json === true) effects.print(JSON.stringify(outcome.value.document, null, 2));
  else show(outcome.value, effects);
  return 0;
}

function show(found: SeriesChanges, effects: Effects): void {
  if (found.method === "bayes") {
    showBayes(found.document, effects);
    return;
  }
  if (found.method === "segments") {
    effects.print(segmentsFound(found.segments.length));
    showSegments(
      found.segments.map(({ rate, ...row }) => ({ ...row, mean: rate, total: "" })),
      penalisedSegments.assumptions.map((assumption) => `provided ${assumption}`),
      effects,
    );
    return;
  }
  effects.print(segmentsFound(found.breaks.length + 1));
  for (const { date, interval } of found.breaks)
    effects.print(`${date} (${100 * found.level}%: ${interval.lower} to ${interval.upper})`);
}

function showBayes(found: BayesChanges, effects: Effects): void {
  const expected = found.dates.reduce((sum, { probability: p }) => sum + p, 0);
  effects.print(wrap(changesSentence(found.probabilityOfNone, expected), effects.columns).join("\n"));
  const likely = found.dates.filter(({ probability: p }) => p >= LEAST_SHOWN);
  const rows = likely.map(({ date, probability: p }) => [date, probability(p)]);
  if (rows.length > 0)
    effects.print(["", ...table([["a new rate from", "probability"], ...rows], effects.columns)].join("\n"));
  showSegments(
    found.segments.map(({ rate, total, ...rest }) => ({ ...rest, total: String(total), mean: rate })),
    [...found.cautions, ...changePoints.assumptions.map((assumption) => `provided ${assumption}`)],
    effects,
  );
}

type Shown = {
  from: string;
  to: string;
  points: number;
  total: string;
  mean: number;
  interval: { lower: number; upper: number; level: number };
};

function showSegments(rows: readonly Shown[], notes: readonly string[], { print, columns }: Effects): void {
  const figure = (value: number): string => String(Number(value.toPrecision(3)));
  const cells = rows.map(({ from, to, points, total, mean, interval }) => [
    from,
    to,
    String(points),
    total,
    figure(mean),
    `${figure(interval.lower)}–${figure(interval.upper)}`,
  ]);
  print(["", ...table([[...segmentHeads], ...cells], columns), ""].join("\n"));
  for (const note of notes) print(`  ${wrap(note, columns - 2).join("\n  ")}`);
}
