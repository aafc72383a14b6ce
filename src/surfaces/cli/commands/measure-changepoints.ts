import { hashOf } from "../../../log/record.ts";
import { changePoints, type ChangePoints } from "../../../measure/change-points/change-points.ts";
import { penaltyNames, type PenaltyName } from "../../../measure/change-points/penalty.ts";
import { costNames, type CostName } from "../../../measure/change-points/segment-cost.ts";
import { penalisedSegments, searchNames, type SearchName } from "../../../measure/change-points/segments.ts";
import { breaksOfMean } from "../../../measure/change-points/structural-break.ts";
import { InputError } from "../../../values/errors.ts";
import { readText } from "../../inputs/read-file.ts";
import { readSeries, type Series } from "../../inputs/series.ts";
import { shareFrom, wholeFrom } from "../../inputs/settings.ts";
import { probability } from "../../words/en.ts";
import { changesSentence, dispersionCaution, segmentHeads, segmentsFound } from "../../words/en-trend.ts";
import type { Effects, Options } from "../command.ts";
import { refused } from "../refused.ts";
import { table, wrap } from "../table.ts";

const methods = ["bayes", ...searchNames, "breaks"] as const;
type Method = (typeof methods)[number];

/** Dates less likely than this are left out of the terminal's table; the JSON has them all. */
const LEAST_SHOWN = 0.05;
/** Pearson's test at this level says that the counts vary more than chance. */
const UNUSUAL = 0.01;

export function run(_: string[], options: Options, effects: Effects): number {
  const { series: file } = options;
  if (typeof file !== "string") throw new InputError("--series", "a CSV file with the columns date and count");
  const cost = choice<CostName>("--cost", options["cost"], costNames, "poisson");
  const usual: Method = options["penalty"] === undefined && cost === "poisson" ? "bayes" : "pelt";
  const method = choice<Method>("--method", options["method"], methods, usual);
  if (method === "bayes" && cost !== "poisson") throw new InputError("--cost", "poisson with --method bayes", cost);
  const whole = method !== "breaks" && cost === "poisson";
  const series = readSeries(file, readText(file), { whole });
  if (method === "bayes") return bayes(series, options, effects);
  if (method === "breaks") return breaks(series, options, effects);
  return segments(series, cost, method, options, effects);
}

function bayes({ dates, counts }: Series, options: Options, effects: Effects): number {
  const settings = {
    none: shareFrom("--none", options["none"], 0.5),
    level: shareFrom("--level", options["level"], 0.95),
    seed: wholeFrom("--seed", options["seed"], 1),
  };
  const outcome = changePoints.estimate({ counts, ...settings });
  if (!outcome.ok) return refused(outcome.refusal, options["json"] === true, effects);
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
  if (options["json"] === true) effects.print(JSON.stringify(document, null, 2));
  else showBayes(document, effects);
  return 0;
}

type Dated<Found> = Omit<Found, "from" | "to"> & { from: string; to: string };

function dated<Found extends { from: number; to: number }>(found: readonly Found[], dates: string[]): Dated<Found>[] {
  return found.map((segment) => ({ ...segment, from: dates[segment.from] ?? "", to: dates[segment.to] ?? "" }));
}

type About = { name: string; assumptions: readonly string[]; references: readonly string[] };

/** An answer as printed: with its method and a hash over what it was computed from. */
function cited({ name, assumptions, references }: About, found: object, inputs: unknown, seed?: number): unknown {
  const known = { ...found, method: name, assumptions, references, inputs: hashOf(inputs) };
  return seed === undefined ? known : { ...known, seed };
}

function showBayes(
  found: Pick<ChangePoints, "probabilityOfNone"> & {
    dates: { date: string; probability: number }[];
    segments: Dated<ChangePoints["segments"][number]>[];
    changes: unknown;
    cautions: string[];
  },
  effects: Effects,
): void {
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

function segments(series: Series, cost: CostName, search: SearchName, options: Options, effects: Effects): number {
  const level = shareFrom("--level", options["level"], 0.95);
  const penalty = penaltyFrom(options["penalty"]);
  const input = { series: series.counts, cost, search, level, ...(penalty === null ? {} : { penalty }) };
  const outcome = penalisedSegments.estimate(input);
  if (!outcome.ok) return refused(outcome.refusal, options["json"] === true, effects);
  const { segments: found, ...rest } = outcome.value;
  const rows = dated(found, series.dates).map(({ mean, ...segment }) => ({ ...segment, rate: mean }));
  const settings = { search, cost, penalty: penalty ?? "mbic" };
  if (options["json"] === true) {
    const answer = { segments: rows, ...settings, costOfAll: rest.cost, penaltyPerSegment: rest.penaltyPerSegment };
    effects.print(JSON.stringify(cited(penalisedSegments, answer, { ...series, ...settings, level }), null, 2));
    return 0;
  }
  effects.print(segmentsFound(rows.length));
  showSegments(
    rows.map(({ rate, ...row }) => ({ ...row, mean: rate, total: "" })),
    penalisedSegments.assumptions.map((assumption) => `provided ${assumption}`),
    effects,
  );
  return 0;
}

function breaks(series: Series, options: Options, effects: Effects): number {
  const level = shareFrom("--level", options["level"], 0.95);
  const outcome = breaksOfMean.estimate({ series: series.counts, level });
  if (!outcome.ok) return refused(outcome.refusal, options["json"] === true, effects);
  // A break is dated by the first point after it, its interval by what that point may be.
  const date = (at: number): string => series.dates[at] ?? "";
  const { best, sizes, fStatistics } = outcome.value;
  const found = best.map(({ at, lower, upper }) => ({
    date: date(at),
    interval: { lower: date(lower), upper: date(upper), level },
  }));
  if (options["json"] === true) {
    const answer = {
      breaks: found,
      sizes: sizes.map(({ changes, ...size }) => ({ ...size, dates: changes.map(date) })),
      fStatistics: fStatistics.map(({ at, value }) => ({ date: date(at), value })),
    };
    effects.print(JSON.stringify(cited(breaksOfMean, answer, { ...series, level }), null, 2));
    return 0;
  }
  effects.print(segmentsFound(found.length + 1));
  for (const { date: at, interval } of found)
    effects.print(`${at} (${100 * level}%: ${interval.lower} to ${interval.upper})`);
  return 0;
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

function choice<Name extends string>(flag: string, text: Options[string], known: readonly Name[], usual: Name): Name {
  if (text === undefined) return usual;
  const found = known.find((name) => name === text);
  if (!found) throw new InputError(flag, `one of ${known.join(", ")}`, text);
  return found;
}

function penaltyFrom(text: Options[string]): PenaltyName | number | null {
  if (text === undefined) return null;
  const named = penaltyNames.find((name) => name === text);
  if (named) return named;
  const value = Number(text);
  if (typeof text !== "string" || text.trim() === "" || !(value >= 0 && value < Infinity))
    throw new InputError("--penalty", `${penaltyNames.join(", ")} or a number from 0`, text);
  return value;
}
