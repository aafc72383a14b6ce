// Better or worse? For each direction of a case, on each list and pooled: the trend over all years and over the last ones,
// the change points, and how many more the recent years will have, all corrected for the delay until things become known.

import type { DateKind, Direction, Incident } from "../ledger/incident.ts";
import { USUAL_LEVEL } from "../math/intervals.ts";
import { refuse, type Outcome } from "../values/outcome.ts";
import { changePoints, type ChangePoints } from "./change-points/change-points.ts";
import { listSeries, pooledSeries, reportedCases, type YearlySeries, type Years } from "./case-series.ts";
import { delay, type Delay } from "./delay.ts";
import { nowcast, type Nowcast } from "./nowcast.ts";
import { FEWEST_CASES, trend, type Trend } from "./trend.ts";

export type CaseTrendAsked = {
  incidents: readonly Incident[];
  directions: readonly Direction[];
  /** Lists, each with the years that it covers whole. */
  lists: readonly { name: string; years: Years }[];
  /** The kind of date; where not given, each list's own, and pooled the first on record. */
  dates?: DateKind | null;
  level?: number;
  seed?: number;
};

export type SeriesTrend = YearlySeries & {
  /** Share of each year's cases that is known by the series' end. */
  shares: number[];
  whole: Outcome<Trend>;
  /** The last RECENT years. */
  recent: Outcome<Trend>;
  changes: Outcome<ChangePoints>;
  nowcast: Outcome<Nowcast>;
};

export type CaseTrend = {
  delay: { years: Outcome<Delay>; months: Outcome<Delay> };
  directions: (Direction & { pooled: SeriesTrend; lists: SeriesTrend[] })[];
};

export const RECENT_YEARS = 10;
const LONGEST_YEARS = 8;
const LONGEST_MONTHS = 60;
const DRAWS = 400;
const DRAWS_OF_SHARES = 40;
/** Change points leave out years of which less is known. */
const LEAST_KNOWN = 0.1;

export function caseTrend(asked: CaseTrendAsked): CaseTrend {
  const { incidents, directions, lists, dates = null, level = USUAL_LEVEL, seed = 1 } = asked;
  const last = Math.max(...lists.map(({ years }) => years.knownTo));
  const delayIn = (unit: "years" | "months", until: number, longest: number): Outcome<Delay> =>
    delay.estimate({
      cases: reportedCases(incidents, directions, unit, until),
      until,
      longest,
      unit,
      level,
      draws: DRAWS,
      seed,
    });
  const inYears = delayIn("years", last, LONGEST_YEARS);
  const common = {
    from: Math.max(...lists.map(({ years }) => years.from)),
    to: Math.min(...lists.map(({ years }) => years.to)),
    knownTo: Math.min(...lists.map(({ years }) => years.knownTo)),
  };
  const names = lists.map(({ name }) => name);
  const answered = (series: YearlySeries): SeriesTrend => seriesTrend(series, inYears, level, seed);
  return {
    delay: { years: inYears, months: delayIn("months", 12 * last + 11, LONGEST_MONTHS) },
    directions: directions.map((direction) => ({
      ...direction,
      pooled: answered(pooledSeries(incidents, direction, names, common, dates ?? "first")),
      lists: lists.map(({ name, years }) => answered(listSeries(incidents, direction, name, years, dates))),
    })),
  };
}

function seriesTrend(series: YearlySeries, known: Outcome<Delay>, level: number, seed: number): SeriesTrend {
  const { counts, dates, years } = series;
  // A case counted when it becomes known is not late.
  const late = known.ok && (dates === "happened" || dates === "first") ? known.value : null;
  // The last year has aged by as much as the list was kept open after it.
  const aged = (ages: ArrayLike<number>): number[] => Array.from(ages).slice(years.knownTo - years.to);
  const ages = late ? aged(late.shares.map(({ share }) => share)) : [];
  const drawn = late ? late.drawn.map(aged) : [[]];
  const shares = byYear(ages, counts.length);
  const several = late ? drawn.slice(0, DRAWS_OF_SHARES).map((one) => byYear(one, counts.length)) : [];
  const recent = -Math.min(RECENT_YEARS, counts.length);
  const kept = counts.map((_, t) => t).filter((t) => shares[t]! >= LEAST_KNOWN);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const few = refuse("too-few", `${total} are on record; ${FEWEST_CASES} are needed.`);
  if (total > 0 && total < FEWEST_CASES)
    return { ...series, shares, whole: few, recent: few, changes: few, nowcast: few };
  return {
    ...series,
    shares,
    whole: trend.estimate({ counts, shares, drawn: several, level }),
    recent: trend.estimate({
      counts: counts.slice(recent),
      shares: shares.slice(recent),
      drawn: several.map((one) => one.slice(recent)),
      level,
    }),
    changes: changePoints.estimate({
      counts: kept.map((t) => counts[t]!),
      exposures: kept.map((t) => shares[t]!),
      level,
      seed,
    }),
    nowcast: nowcast.estimate({ counts, shares: ages, drawn, level, seed }),
  };
}

/** By year, from what is known of each age. */
function byYear(ages: ArrayLike<number>, years: number): number[] {
  return Array.from({ length: years }, (_, t) => ages[years - 1 - t] ?? 1);
}
