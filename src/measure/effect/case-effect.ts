// Did the agreement of a case work? Every list apart, with and without profiles, all lists pooled, and the curve over all
// ways to count.

import type { Direction, Incident } from "../../ledger/incident.ts";
import type { Day } from "../../values/day.ts";
import type { Outcome } from "../../values/outcome.ts";
import type { Fall } from "../before-after.ts";
import { exposures, indexOf, periodStart, type Completeness, type CountSeries } from "./series.ts";
import { windows } from "./windows.ts";
import type { Delay } from "../delay.ts";
import { completenessBy, delayOf, lastDay } from "./case-completeness.ts";
import { effectOnSeries, USUAL_MONTHS, type SeriesEffect } from "./series-effect.ts";
import { specificationCurve, type Curve } from "./specification-curve.ts";
import { POOLED, specificationsOf, type CodingChoices } from "./specifications.ts";

export type CaseQuestion = {
  incidents: readonly Incident[];
  direction: Direction;
  lists: readonly string[];
  date: Day;
  months?: number;
  /** Per list, and for all pooled: what share of a month is on record by now. */
  completeness?: (list: string) => Completeness;
  draws?: number;
  seed?: number;
  level?: number;
};

/** How one list, or all pooled, answers. */
export type ListEffect = Pick<CodingChoices, "list" | "profiles" | "dates"> & {
  outcome: Outcome<SeriesEffect>;
  /** The windows with what was not yet known made up for; a refusal where delays are not known. */
  corrected: Outcome<Fall>;
};

export type CaseEffect = {
  date: Day;
  months: number;
  lists: ListEffect[];
  pooled: ListEffect[];
  curve: Outcome<Curve>;
  delay: Outcome<Delay>;
};

export function effectOnCase(question: CaseQuestion): CaseEffect {
  const { incidents, direction, lists, date, months = USUAL_MONTHS, completeness, draws = 400, seed, level } = question;
  const specifications = specificationsOf(incidents, direction, lists);
  const plain = specifications.filter(({ choices }) => choices["links"] === "all" && choices["severity"] === "any");
  const known = delayOf(incidents);
  const end = lastDay(incidents);
  const effects = plain.map(({ choices, series }): ListEffect => {
    const { list, profiles, dates } = choices as CodingChoices;
    const outcome = effectOnSeries({
      series,
      date,
      months,
      draws,
      ...(completeness ? { completeness: completeness(list) } : {}),
      ...(seed === undefined ? {} : { seed }),
      ...(level === undefined ? {} : { level }),
    });
    const corrected = correctedWindows(series, dates, question, known, end);
    return { list, profiles, dates, outcome, corrected };
  });
  return {
    date,
    months,
    delay: known,
    lists: effects.filter(({ list }) => list !== POOLED),
    pooled: effects.filter(({ list }) => list === POOLED),
    curve: specificationCurve.estimate({
      specifications,
      date,
      ...(completeness ? { completeness: ({ list = POOLED }) => completeness(list) } : {}),
      ...(level === undefined ? {} : { level }),
    }),
  };
}

function correctedWindows(
  series: CountSeries,
  dates: CodingChoices["dates"],
  { date, months = USUAL_MONTHS, level }: CaseQuestion,
  known: Outcome<Delay>,
  end: Day | null,
): Outcome<Fall> {
  if (!known.ok) return known;
  // A list that ended earlier than all together knew what had surfaced by its own last month.
  const last = periodStart(series, series.counts.length - 1);
  const share = completenessBy(known.value, end === null || last < end ? last : end);
  return windows.estimate({
    counts: series.counts,
    from: indexOf(series, date),
    width: months,
    ...(dates === "disclosed" ? {} : { exposures: exposures(series, share) }),
    ...(level === undefined ? {} : { level }),
  });
}
