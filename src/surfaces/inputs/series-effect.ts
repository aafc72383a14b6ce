// What changed at a date in a series that is given as a file.

import { indexOf, periodStart, type CountSeries } from "../../measure/effect/series.ts";
import { effectOnSeries, type SeriesEffect } from "../../measure/effect/series-effect.ts";
import type { Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import type { Outcome } from "../../values/outcome.ts";
import { readDatedCounts } from "./dated-counts.ts";
import { effectAnswer, type EffectAnswer } from "./effect-answer.ts";
import { effectSettings, type Flag, type Settings } from "./measure-settings.ts";

export type SeriesEffectAnswer = { date: Day; step: CountSeries["step"] } & EffectAnswer;

export type FoundInSeries = { effect: SeriesEffect; step: CountSeries["step"]; document: SeriesEffectAnswer };

export function seriesEffect(file: string, read: () => string, settings: Settings, flag: Flag): Outcome<FoundInSeries> {
  const { date, months, seed, level } = effectSettings(settings, flag);
  if (date === null) throw new InputError(flag("date"), "the day of the event, as YYYY-MM-DD");
  const { series, rows, controls } = readDatedCounts(file, read(), date);
  const question = {
    series: rows === "events" && months !== null ? reaching(series, date, months) : series,
    date,
    controls: controls.map(({ values }) => values),
    seed,
    level,
    ...(months === null ? {} : { months }),
  };
  const outcome = effectOnSeries(question);
  if (!outcome.ok) return outcome;
  const { step } = series;
  const document = { date, step, ...effectAnswer(outcome.value, question) };
  return { ok: true, value: { effect: outcome.value, step, document } };
}

/** A file of events ends with its last event: where a window was asked for, none beyond it are taken to have happened. */
function reaching(series: CountSeries, date: Day, months: number): CountSeries {
  const from = indexOf(series, date);
  if (from < 1 || from >= series.counts.length) return series;
  const early = Math.max(0, months - from);
  const late = Math.max(0, months - (series.counts.length - from));
  const none = (count: number): number[] => Array.from({ length: count }, () => 0);
  return { ...series, start: periodStart(series, -early), counts: [...none(early), ...series.counts, ...none(late)] };
}
