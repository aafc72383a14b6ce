// All answers about one series and one date: windows with their exact test, placebo dates, the interrupted series and the
// structural one. Each answers or refuses by itself; without windows there is no answer at all.

import type { Day } from "../../values/day.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import type { Fall } from "../before-after.ts";
import { interrupted, type InterruptedFit } from "./interrupted.ts";
import { placeboDates } from "./placebo-dates.ts";
import type { Placebo } from "./placebo.ts";
import { exposures, indexOf, periodsIn, periodStart, type Completeness, type CountSeries } from "./series.ts";
import { structural, type StructuralEffect } from "./structural.ts";
import { windows } from "./windows.ts";

export type SeriesQuestion = {
  series: CountSeries;
  date: Day;
  /** Months on each side; without it, 24 or as many as the series holds. */
  months?: number;
  completeness?: Completeness;
  controls?: readonly (readonly number[])[];
  seasons?: number;
  draws?: number;
  seed?: number;
  level?: number;
  /** Without the slow structural model. */
  quick?: boolean;
};

export type SeriesEffect = {
  /** The first day that counts as after. */
  firstAfter: Day;
  /** Periods in each window. */
  width: number;
  windows: Fall;
  placebo: Placebo;
  interrupted: Outcome<InterruptedFit>;
  structural: Outcome<StructuralEffect>;
};

export const USUAL_MONTHS = 24;
export const FEWEST_PERIODS = 4;
const MOST_STRUCTURED = 2000;

export function effectOnSeries(question: SeriesQuestion): Outcome<SeriesEffect> {
  const { series, date, months, completeness, level, quick = false } = question;
  const { counts, step } = series;
  if (counts.length < FEWEST_PERIODS)
    return refuse("too-short", `${counts.length} of at least ${FEWEST_PERIODS} periods.`);
  const from = indexOf(series, date);
  if (from < 1 || from >= counts.length)
    return refuse(
      "not-covered",
      `The series runs from ${series.start} to before ${periodStart(series, counts.length)}.`,
    );
  const asked = periodsIn(step, months ?? USUAL_MONTHS);
  const width = months === undefined ? Math.min(asked, from, counts.length - from) : asked;
  const shares = completeness ? exposures(series, completeness) : undefined;
  const common = { counts, from, ...(shares ? { exposures: shares } : {}), ...(level === undefined ? {} : { level }) };
  // Asked about so many months, no model may judge by later ones.
  const end = months === undefined ? counts.length : from + width;
  const fall = windows.estimate({ ...common, width });
  if (!fall.ok) return fall;
  const placebo = placeboDates.estimate({ series, from, width, ...(shares ? { exposures: shares } : {}) });
  if (!placebo.ok) return placebo;
  return answer({
    firstAfter: periodStart(series, from),
    width,
    windows: fall.value,
    placebo: placebo.value,
    interrupted: interrupted.estimate({
      ...common,
      counts: counts.slice(0, end),
      ...(shares ? { exposures: shares.slice(0, end) } : {}),
    }),
    structural: quick
      ? refuse("not-found", "It was not asked for.")
      : structured({ ...question, series: { ...series, counts: counts.slice(0, end) } }, from, shares),
  });
}

function structured(
  { series, controls, seasons, draws, seed, level }: SeriesQuestion,
  from: number,
  shares: readonly number[] | undefined,
): Outcome<StructuralEffect> {
  if (series.counts.length > MOST_STRUCTURED)
    return refuse("too-many", `${series.counts.length} periods, of at most ${MOST_STRUCTURED}.`);
  return structural.estimate({
    // What is on record over its share stands for all.
    response: shares ? series.counts.map((count, t) => count / shares[t]!) : series.counts,
    from,
    ...(controls ? { controls: controls.map((control) => control.slice(0, series.counts.length)) } : {}),
    ...(seasons === undefined ? {} : { seasons }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(level === undefined ? {} : { level }),
  });
}
