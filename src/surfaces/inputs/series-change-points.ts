// Where the rate of a series that is given as a file changed: by exact Bayesian change points, by the cheapest
// segmentation under a penalty, or by tests for breaks of the mean.

import { hashOf } from "../../log/record.ts";
import { changePoints, type ChangePoints } from "../../measure/change-points/change-points.ts";
import { penaltyNames, type PenaltyName } from "../../measure/change-points/penalty.ts";
import { costNames, type CostName } from "../../measure/change-points/segment-cost.ts";
import { penalisedSegments, searchNames, type SearchName } from "../../measure/change-points/segments.ts";
import { breaksOfMean } from "../../measure/change-points/structural-break.ts";
import { InputError } from "../../values/errors.ts";
import type { Interval } from "../../values/estimate.ts";
import type { Outcome } from "../../values/outcome.ts";
import { dispersionCaution } from "../words/en-trend.ts";
import { decimalIn } from "./decimal.ts";
import { seedSetting, type Flag, type Settings } from "./measure-settings.ts";
import { readSeries, type Series } from "./series.ts";
import { shareFrom } from "./settings.ts";

const methods = ["bayes", ...searchNames, "breaks"] as const;
type Method = (typeof methods)[number];

/** Pearson's test at this level says that the counts vary more than chance. */
const UNUSUAL = 0.01;

type Dated<Found> = Omit<Found, "from" | "to"> & { from: string; to: string };

export type BayesChanges = Pick<ChangePoints, "probabilityOfNone" | "numbers" | "dispersion" | "prior"> & {
  dates: { date: string; probability: number; rate: ChangePoints["rates"][number] | undefined }[];
  segments: Dated<ChangePoints["segments"][number]>[];
  changes: unknown;
  cautions: string[];
};

export type SegmentRow = { from: string; to: string; points: number; rate: number; interval: Interval };

export type SeriesChanges =
  | { method: "bayes"; document: BayesChanges }
  | { method: "segments"; segments: SegmentRow[]; document: unknown }
  | { method: "breaks"; level: number; breaks: { date: string; interval: DateInterval }[]; document: unknown };

export type DateInterval = { lower: string; upper: string; level: number };

export function seriesChangePoints(
  file: string,
  read: () => string,
  settings: Settings,
  flag: Flag,
): Outcome<SeriesChanges> {
  const cost = choice<CostName>(flag("cost"), settings["cost"], costNames, "poisson");
  const usual: Method = settings["penalty"] === undefined && cost === "poisson" ? "bayes" : "pelt";
  const method = choice<Method>(flag("method"), settings["method"], methods, usual);
  if (method === "bayes" && cost !== "poisson")
    throw new InputError(flag("cost"), `poisson with ${flag("method")} bayes`, cost);
  const whole = method !== "breaks" && cost === "poisson";
  const series = readSeries(file, read(), { whole });
  if (method === "bayes") return bayes(series, settings, flag);
  if (method === "breaks") return breaks(series, settings, flag);
  return segments(series, cost, method, settings, flag);
}

function bayes({ dates, counts }: Series, given: Settings, flag: Flag): Outcome<SeriesChanges> {
  const settings = {
    none: shareFrom(flag("none"), given["none"], 0.5),
    level: shareFrom(flag("level"), given["level"], 0.95),
    seed: seedSetting(given, flag),
  };
  const outcome = changePoints.estimate({ counts, ...settings });
  if (!outcome.ok) return outcome;
  const { probabilityOfNone, numbers, starts, rates, dispersion, prior, value, unit, interval, seed } = outcome.value;
  const document = {
    probabilityOfNone,
    dates: dates.map((date, i) => ({ date, probability: starts[i] ?? 0, rate: rates[i] })),
    segments: dated(outcome.value.segments, dates),
    changes: cited(changePoints, { value, unit, interval }, { dates, counts, ...settings }, seed),
    numbers,
    dispersion,
    prior,
    cautions: dispersion.p < UNUSUAL ? [dispersionCaution(dispersion.value)] : [],
  };
  return { ok: true, value: { method: "bayes", document } };
}

function segments(
  series: Series,
  cost: CostName,
  search: SearchName,
  given: Settings,
  flag: Flag,
): Outcome<SeriesChanges> {
  const level = shareFrom(flag("level"), given["level"], 0.95);
  const penalty = penaltyFrom(flag("penalty"), given["penalty"]);
  const input = { series: series.counts, cost, search, level, ...(penalty === null ? {} : { penalty }) };
  const outcome = penalisedSegments.estimate(input);
  if (!outcome.ok) return outcome;
  const { segments: found, ...rest } = outcome.value;
  const rows = dated(found, series.dates).map(({ mean, ...segment }) => ({ ...segment, rate: mean }));
  const settings = { search, cost, penalty: penalty ?? "mbic" };
  const answer = { segments: rows, ...settings, costOfAll: rest.cost, penaltyPerSegment: rest.penaltyPerSegment };
  const document = cited(penalisedSegments, answer, { ...series, ...settings, level });
  return { ok: true, value: { method: "segments", segments: rows, document } };
}

function breaks(series: Series, given: Settings, flag: Flag): Outcome<SeriesChanges> {
  const level = shareFrom(flag("level"), given["level"], 0.95);
  const outcome = breaksOfMean.estimate({ series: series.counts, level });
  if (!outcome.ok) return outcome;
  // A break is dated by the first point after it, its interval by what that point may be.
  const date = (at: number): string => series.dates[at] ?? "";
  const { best, sizes, fStatistics } = outcome.value;
  const found = best.map(({ at, lower, upper }) => ({
    date: date(at),
    interval: { lower: date(lower), upper: date(upper), level },
  }));
  const answer = {
    breaks: found,
    sizes: sizes.map(({ changes, ...size }) => ({ ...size, dates: changes.map(date) })),
    fStatistics: fStatistics.map(({ at, value }) => ({ date: date(at), value })),
  };
  const document = cited(breaksOfMean, answer, { ...series, level });
  return { ok: true, value: { method: "breaks", level, breaks: found, document } };
}

function dated<Found extends { from: number; to: number }>(found: readonly Found[], dates: string[]): Dated<Found>[] {
  return found.map((segment) => ({ ...segment, from: dates[segment.from] ?? "", to: dates[segment.to] ?? "" }));
}

type About = { name: string; assumptions: readonly string[]; references: readonly string[] };

/** An answer as printed: with its method and a hash over what it was computed from. */
function cited({ name, assumptions, references }: About, found: object, inputs: unknown, seed?: number): unknown {
  const known = { ...found, method: name, assumptions, references, inputs: hashOf(inputs) };
  return seed === undefined ? known : { ...known, seed };
}

function choice<Name extends string>(flag: string, text: unknown, known: readonly Name[], usual: Name): Name {
  if (text === undefined) return usual;
  const found = known.find((name) => name === text);
  if (!found) throw new InputError(flag, `one of ${known.join(", ")}`, text);
  return found;
}

function penaltyFrom(flag: string, text: unknown): PenaltyName | number | null {
  if (text === undefined) return null;
  const named = penaltyNames.find((name) => name === text);
  if (named) return named;
  const value = decimalIn(text);
  if (value === null || value < 0) throw new InputError(flag, `${penaltyNames.join(", ")} or a number from 0`, text);
  return value;
}
