// Better or worse, as one document: every estimate with all that is needed to cite it, refusals in their place.

import { asOf, type LedgerView } from "../../ledger/view.ts";
import type { DateKind } from "../../ledger/incident.ts";
import { hashOf } from "../../log/record.ts";
import { caseTrend, RECENT_YEARS, type SeriesTrend } from "../../measure/case-trend.ts";
import { changePoints, type ChangePoints } from "../../measure/change-points/change-points.ts";
import { delay, type Delay } from "../../measure/delay.ts";
import { nowcast, type Nowcast } from "../../measure/nowcast.ts";
import { trend, type Trend } from "../../measure/trend.ts";
import type { Day } from "../../values/day.ts";
import type { CitedEstimate, Estimate } from "../../values/estimate.ts";
import type { Outcome, Refusal } from "../../values/outcome.ts";
import type { StateCode } from "../../values/state.ts";
import { listYears } from "./list-years.ts";

export type TrendOptions = { asof: Day | null; dates: DateKind | null; level: number; seed: number };

export type Cited<Extra = unknown> = (CitedEstimate & Extra) | { refused: Refusal };

export type ChangesFound = {
  probabilityOfNone: number;
  dates: { date: string; probability: number }[];
  segments: { from: string; to: string; total: number; rate: number; interval: Estimate["interval"] }[];
  dispersion: { value: number; p: number };
};

export type SeriesAnswer = {
  list: string | null;
  dates: DateKind;
  series: { year: number; count: number; share: number; expected: number }[];
  undated: number;
  outside: number;
  trend: Cited<TrendFacts>;
  recent: Cited<TrendFacts> & { years: number };
  changePoints: Cited<ChangesFound>;
  nowcast: Cited<{ known: number; periods: { year: number; known: number; expected: number }[] }>;
};

export type DelayFacts = Pick<Delay, "cases" | "longest" | "shares" | "quantiles" | "seed">;
export type TrendFacts = Pick<Trend, "total" | "probabilityOfRise" | "slope" | "theta" | "wouldTurn">;

export type TrendAnswer = {
  case: string;
  asof: Day | null;
  inputs: string;
  level: number;
  seed: number;
  delay: { years: Cited<DelayFacts>; months: Cited<DelayFacts> };
  directions: { from: StateCode; to: StateCode; pooled: SeriesAnswer; lists: SeriesAnswer[] }[];
};

/** Null where no list covers a whole year of the case. */
export function caseTrendAnswer(ledger: LedgerView, options: TrendOptions): TrendAnswer | null {
  const view = options.asof === null ? ledger : asOf(ledger, options.asof);
  const { asof, dates, level, seed } = options;
  const lists = listYears(view, asof);
  if (lists.length === 0) return null;
  const [a, b] = view.about.parties.map(({ iso }) => iso) as [StateCode, StateCode];
  const directions = [
    { from: b, to: a },
    { from: a, to: b },
  ];
  const found = caseTrend({ incidents: view.incidents, directions, lists, dates, level, seed });
  const inputs = hashOf({ view: view.hash, asof, dates, level, seed });
  return {
    case: view.about.id,
    asof,
    inputs: view.hash,
    level,
    seed,
    delay: { years: delayAnswer(found.delay.years, inputs), months: delayAnswer(found.delay.months, inputs) },
    directions: found.directions.map(({ from, to, pooled, lists: each }) => ({
      from,
      to,
      pooled: seriesAnswer(pooled, inputs),
      lists: each.map((series) => seriesAnswer(series, inputs)),
    })),
  };
}

type About = Pick<typeof trend, "name" | "assumptions" | "references">;

function cited<Found extends Estimate, Extra>(
  { name, assumptions, references }: About,
  inputs: string,
  outcome: Outcome<Found>,
  extra: (found: Found) => Extra,
): Cited<Extra> {
  if (!outcome.ok) return { refused: outcome.refusal };
  const { value, unit, interval } = outcome.value;
  return { value, unit, interval, ...extra(outcome.value), method: name, assumptions, references, inputs };
}

function delayAnswer(outcome: Outcome<Delay>, inputs: string): Cited<DelayFacts> {
  return cited(delay, inputs, outcome, ({ cases, longest, shares, quantiles, seed }) => ({
    cases,
    longest,
    shares,
    quantiles,
    seed,
  }));
}

function seriesAnswer(found: SeriesTrend, inputs: string): SeriesAnswer {
  const { list, dates, years, counts, shares, undated, outside } = found;
  const recent = trendAnswer(found.recent, inputs);
  const later = found.nowcast.ok ? found.nowcast.value.periods : [];
  return {
    list,
    dates,
    series: counts.map((count, t) => ({
      year: years.from + t,
      count,
      share: shares[t] ?? 1,
      expected: later.find(({ index }) => index === t)?.expected ?? count,
    })),
    undated,
    outside,
    trend: trendAnswer(found.whole, inputs),
    recent: { ...recent, years: Math.min(RECENT_YEARS, counts.length) },
    changePoints: changesAnswer(found, inputs),
    nowcast: nowcastAnswer(found.nowcast, years.from, inputs),
  };
}

function trendAnswer(outcome: Outcome<Trend>, inputs: string): Cited<TrendFacts> {
  return cited(trend, inputs, outcome, ({ total, probabilityOfRise, slope, theta, wouldTurn }) => ({
    total,
    probabilityOfRise,
    slope,
    theta,
    wouldTurn,
  }));
}

function changesAnswer({ changes, years, shares }: SeriesTrend, inputs: string): Cited<ChangesFound> {
  // Years of which too little is known stand at the end and were left out.
  const date = (index: number): string => String(years.from + Math.min(index, shares.length - 1));
  return cited(changePoints, inputs, changes, (found: ChangePoints) => ({
    probabilityOfNone: found.probabilityOfNone,
    dates: found.starts.map((probability, index) => ({ date: date(index), probability })),
    segments: found.segments.map(({ from, to, total, rate, interval }) => ({
      from: date(from),
      to: date(to),
      total,
      rate,
      interval,
    })),
    dispersion: found.dispersion,
    seed: found.seed,
  }));
}

function nowcastAnswer(outcome: Outcome<Nowcast>, firstYear: number, inputs: string): SeriesAnswer["nowcast"] {
  return cited(nowcast, inputs, outcome, ({ known, periods, seed }) => ({
    known,
    periods: periods.map(({ index, ...period }) => ({ year: firstYear + index, ...period })),
    seed,
  }));
}
