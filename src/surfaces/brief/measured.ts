// What the brief takes from the slower measures: trend, reciprocity, the agreement's effect and the models of hidden cases. Small, and
// the same after it was written to a file and read again, so that it can be kept beside the ledger.

import type { LedgerView } from "../../ledger/view.ts";
import type { Direction } from "../../ledger/incident.ts";
import { hashOf } from "../../log/record.ts";
import { USUAL_MONTHS } from "../../measure/effect/series-effect.ts";
import { windows } from "../../measure/effect/index.ts";
import { USUAL_DRAWS as LINKAGE_DRAWS, type DoubtfulPlacement } from "../../measure/hidden/case-hidden.ts";
import { USUAL_DRAWS } from "../../measure/reciprocity/index.ts";
import type { Curve } from "../../measure/effect/specification-curve.ts";
import { addMonths, type Day } from "../../values/day.ts";
import { refuse, type Outcome, type Refusal } from "../../values/outcome.ts";
import type { SeriesAnswer, TrendAnswer } from "../inputs/case-trend.ts";
import { keptEffect, keptHidden, keptReciprocity, keptTrend } from "../inputs/kept-measures.ts";
import type { Answer } from "./compose.ts";

export type TrendOfSeries = {
  list: string | null;
  years: number;
  rise: Answer<{ probabilityOfRise: number }>;
};

export type DirectionTrend = Direction & {
  pooled: TrendOfSeries;
  lists: TrendOfSeries[];
  /** That the pooled rate never changed. */
  noChange: number | null;
  /** Incidents of the covered years that are still to become known. */
  missing: Answer;
};

export type AnsweringReading = "both tests" | "likelihood ratio only" | "shuffled labels only" | "neither" | "refused";

export type EffectRow = {
  list: string;
  profiles: "with" | "without";
  dates: string;
  fall: Answer<{ p: number }>;
  /** The fall's rank among the falls at other dates. */
  placebo: { rank: number; of: number } | null;
};

export type EffectBrief = {
  rows: EffectRow[];
  curve:
    | (Pick<Curve, "median" | "falls" | "significantFalls"> & { variants: number; rank: number; of: number })
    | { refused: Refusal };
};

export type MeasuredBrief = {
  /** All incidents, those on no list included, over models and over what is doubtful in the links. */
  totals: (Direction & { total: Answer })[];
  trends: DirectionTrend[] | { refused: Refusal };
  answering: { dates: string; of: string; reading: AnsweringReading }[];
  effect: EffectBrief;
};

/** Where nobody waits for the measures: a headline says what it can without them. */
export const unmeasured: MeasuredBrief = {
  totals: [],
  trends: { refused: refuse("not-found").refusal },
  answering: [],
  effect: { rows: [], curve: { refused: refuse("not-found").refusal } },
};

const UNUSUAL = 0.05;
const SEED = 1;
const LEVEL = 0.95;

/** `view` as it is known on `asof`; `around`: the direction that the agreement was about. */
export function measuredBrief(
  view: LedgerView,
  asof: Day | null,
  around: Direction,
  doubtful: readonly DoubtfulPlacement[] | null,
): MeasuredBrief {
  const trends = keptTrend(view, { asof, dates: null, level: LEVEL, seed: SEED });
  const measured: MeasuredBrief = {
    totals: doubtful === null ? [] : totalsOf(view, doubtful),
    trends: trends ? trends.directions.map(trendOf) : { refused: refuse("not-covered").refusal },
    answering: answeringOf(view),
    effect: effectOf(view, asof, around),
  };
  return JSON.parse(JSON.stringify(measured)) as MeasuredBrief;
}

function totalsOf(view: LedgerView, doubtful: readonly DoubtfulPlacement[]): MeasuredBrief["totals"] {
  const asked = { level: LEVEL, seed: SEED, draws: LINKAGE_DRAWS };
  return keptHidden(view, doubtful, asked).directions.map(({ from, to, estimate }) => {
    if ("refused" in estimate) return { from, to, total: estimate };
    const { shares: _, draws: __, refusedDraws: ___, observed: ____, ...total } = estimate;
    return { from, to, total };
  });
}

function trendOf({ from, to, pooled, lists }: TrendAnswer["directions"][number]): DirectionTrend {
  const { changePoints: changes, nowcast } = pooled;
  return {
    from,
    to,
    pooled: seriesTrend(pooled),
    lists: lists.map(seriesTrend),
    noChange: "refused" in changes ? null : changes.probabilityOfNone,
    missing: nowcast,
  };
}

function seriesTrend({ list, recent: { years, ...rise } }: SeriesAnswer): TrendOfSeries {
  return { list, years, rise };
}

function answeringOf(view: LedgerView): MeasuredBrief["answering"] {
  return keptReciprocity(view, { seed: SEED, draws: USUAL_DRAWS }).series.map((series) => {
    const { dates, of } = series;
    if ("refused" in series || "refused" in series.permutation) return { dates, of, reading: "refused" };
    const [ratio, shuffled] = [series.likelihoodRatio.p <= UNUSUAL, series.permutation.p <= UNUSUAL];
    const one: AnsweringReading = ratio ? "likelihood ratio only" : shuffled ? "shuffled labels only" : "neither";
    return { dates, of, reading: ratio && shuffled ? "both tests" : one };
  });
}

function effectOf(view: LedgerView, asof: Day | null, direction: Direction): EffectBrief {
  const { date } = view.about.agreement;
  // What has not happened yet is no fall.
  if (asof !== null && asof < addMonths(date, USUAL_MONTHS + 1))
    return { rows: [], curve: { refused: refuse("too-short").refusal } };
  const { lists, curve } = keptEffect(view, { direction, date, months: null, seed: SEED, level: LEVEL });
  const inputs = hashOf({ view: view.hash, direction, date, seed: SEED, level: LEVEL });
  const { name, assumptions, references } = windows;
  const rows = lists.map(({ list, profiles, dates, outcome }): EffectRow => {
    if (!outcome.ok) return { list, profiles, dates, fall: { refused: outcome.refusal }, placebo: null };
    const { windows: fall, placebo } = outcome.value;
    return {
      list,
      profiles,
      dates,
      fall: { ...fall, method: name, assumptions, references, inputs, seed: SEED },
      placebo: placebo.of > 1 ? { rank: placebo.rank, of: placebo.of } : null,
    };
  });
  return { rows, curve: curveOf(curve) };
}

function curveOf(curve: Outcome<Curve>): EffectBrief["curve"] {
  if (!curve.ok) return { refused: curve.refusal };
  const { variants, median, falls, significantFalls, placebo } = curve.value;
  return { variants: variants.length, median, falls, significantFalls, rank: placebo.rank, of: placebo.of };
}
