// How far does the answer hang on choices that nobody can call wrong? Every combination of them is estimated, none
// preferred (simonsohn2020): the curve of ratios, the share that are significant falls, the median, and how much of the
// variance of log ratios goes with each choice alone: 1 − Σ within groups / Σ in all.

import { quantileOf } from "./order.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import type { Interval } from "../../values/estimate.ts";
import { USUAL_LEVEL } from "../../math/intervals.ts";
import type { Estimator } from "../estimator.ts";
import { interrupted } from "./interrupted.ts";
import { rankLowest, type Placebo, type PlaceboRow } from "./placebo.ts";
import { exposures, indexOf, periodStart, type Completeness, type CountSeries } from "./series.ts";
import { windows } from "./windows.ts";
import type { Day } from "../../values/day.ts";

export const specificationEstimators = ["windows", "level with trend", "level and slope"] as const;
export type SpecificationEstimator = (typeof specificationEstimators)[number];

/** One way to count, and what each choice was: { list: "dcid-2.0", dates: "happened", … }. */
export type Specification = { choices: Readonly<Record<string, string>>; series: CountSeries };

export type CurveInput = {
  specifications: readonly Specification[];
  date: Day;
  /** Months on each side. */
  windows?: readonly number[];
  estimators?: readonly SpecificationEstimator[];
  completeness?: (choices: Specification["choices"]) => Completeness;
  level?: number;
};

export type Variant = {
  choices: Record<string, string>;
  before: number;
  after: number;
  ratio: number;
  interval: Interval;
  /** One-sided: of so low a ratio without a change. */
  p: number;
};

export type Curve = {
  /** Lowest ratio first. */
  variants: Variant[];
  refused: number;
  median: number;
  /** Share of variants with a ratio below 1 and p < .05. */
  significantFalls: number;
  falls: number;
  /** Share of the variance of log ratios that goes with each choice alone, largest first. */
  shares: { choice: string; share: number; medians: { value: string; median: number; variants: number }[] }[];
  /** The median ratio of the plain windows ranked among the same at other months. */
  placebo: Placebo;
};

export const USUAL_WINDOWS: readonly number[] = [12, 18, 24, 36];
const SIGNIFICANT = 0.05;

export const specificationCurve: Estimator<CurveInput, Curve> = {
  name: "specification-curve",
  question: "How far does the answer hang on choices of coding?",
  references: ["simonsohn2020", "przyborowskiWilenski1940", "wagner2002"],
  assumptions: [
    "every choice listed is defensible, and none that matters is left out",
    "variants share data, so their number is no number of independent tests",
  ],
  estimate(input) {
    const variants: Variant[] = [];
    let refused = 0;
    for (const specification of input.specifications)
      for (const months of input.windows ?? USUAL_WINDOWS)
        for (const estimator of input.estimators ?? specificationEstimators) {
          const found = variantOf(specification, months, estimator, input);
          if (found.ok) variants.push(found.value);
          else refused += 1;
        }
    if (variants.length < 2) return refuse("too-few", `${variants.length} of the variants can be estimated.`);
    variants.sort((one, other) => one.ratio - other.ratio);
    const share = (holds: (variant: Variant) => boolean): number => variants.filter(holds).length / variants.length;
    return answer({
      variants,
      refused,
      median: quantileOf(
        variants.map(({ ratio }) => ratio),
        0.5,
      ),
      significantFalls: share(({ ratio, p }) => ratio < 1 && p < SIGNIFICANT),
      falls: share(({ ratio }) => ratio < 1),
      shares: sharesOf(variants),
      placebo: placeboOf(input),
    });
  },
};

function variantOf(
  { choices, series }: Specification,
  months: number,
  estimator: SpecificationEstimator,
  { date, completeness, level = USUAL_LEVEL }: CurveInput,
): Outcome<Variant> {
  const width = months; // the series are monthly
  const from = indexOf(series, date);
  const shares = completeness ? exposures(series, completeness(choices)) : undefined;
  const plain = windows.estimate({
    counts: series.counts,
    from,
    width,
    level,
    ...(shares ? { exposures: shares } : {}),
  });
  if (!plain.ok) return plain;
  const { before, after, p } = plain.value;
  const row = { choices: { ...choices, window: String(months), estimator }, before, after };
  if (estimator === "windows") return answer({ ...row, ratio: plain.value.value, interval: plain.value.interval, p });
  const cut = <Value>(values: readonly Value[]): Value[] => values.slice(from - width, from + width);
  const slope = estimator === "level and slope";
  const fit = interrupted.estimate({
    counts: cut(series.counts),
    from: width,
    slope,
    level,
    ...(shares ? { exposures: cut(shares) } : {}),
  });
  if (!fit.ok) return fit;
  const { value, interval, p: both } = slope ? fit.value.middle : fit.value;
  // An interval of many orders of magnitude is no estimate: the trends eat the counts up.
  if (!(value > 1e-3 && value < 1e3)) return refuse("not-identified");
  return answer({ ...row, ratio: value, interval, p: value < 1 ? both / 2 : 1 - both / 2 });
}

function sharesOf(variants: readonly Variant[]): Curve["shares"] {
  const logs = variants.map(({ ratio, before, after }) =>
    ratio > 0 ? Math.log(ratio) : Math.log((after + 0.5) / (before + 0.5)),
  );
  const names = [...new Set(variants.flatMap(({ choices }) => Object.keys(choices)))];
  const total = squaresOf(logs);
  return names
    .map((choice) => {
      const groups = Map.groupBy(variants.keys(), (index) => variants[index]?.choices[choice] ?? "");
      const within = [...groups.values()].reduce(
        (sum, group) => sum + squaresOf(group.map((index) => logs[index] ?? 0)),
        0,
      );
      const medians = [...groups].map(([value, group]) => ({
        value,
        median: quantileOf(
          group.map((index) => variants[index]?.ratio ?? 0),
          0.5,
        ),
        variants: group.length,
      }));
      return { choice, share: total > 0 ? Math.max(0, 1 - within / total) : 0, medians };
    })
    .filter(({ medians }) => medians.length > 1)
    .sort((one, other) => other.share - one.share);
}

/** The median ratio of the plain windows at the date, ranked among the medians at every other month. */
function placeboOf({ specifications, date, windows: widths = USUAL_WINDOWS }: CurveInput): Placebo {
  const rows: PlaceboRow[] = [];
  const reach = Math.max(0, ...specifications.map(({ series }) => series.counts.length));
  const needed = falls(specifications, widths, date, 0).length / 2;
  for (let shift = -reach; shift <= reach; shift++) {
    const found = falls(specifications, widths, date, shift);
    if (found.length === 0 || (shift !== 0 && found.length < needed)) continue;
    const [before, after] = [0, 1].map((side) =>
      quantileOf(
        found.map((pair) => pair[side] ?? 0),
        0.5,
      ),
    ) as [number, number];
    const ratio = quantileOf(
      found.map(([one, other]) => other / one),
      0.5,
    );
    const first = specifications[0]!.series;
    rows.push({
      name: periodStart(first, indexOf(first, date) + shift),
      before,
      after,
      ratio,
      ofInterest: shift === 0,
    });
  }
  return rankLowest(rows);
}

/** Counts before and after in every window that fits at a shift, where any stand before. */
function falls(
  specifications: readonly Specification[],
  widths: readonly number[],
  date: Day,
  shift: number,
): [number, number][] {
  return specifications.flatMap(({ series }) => {
    const at = indexOf(series, date) + shift;
    return widths.flatMap((width): [number, number][] => {
      if (at - width < 0 || at + width > series.counts.length) return [];
      const before = sum(series.counts, at - width, at);
      return before === 0 ? [] : [[before, sum(series.counts, at, at + width)]];
    });
  });
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i]!;
  return total;
}

function squaresOf(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return values.reduce((total, value) => total + (value - mean) ** 2, 0);
}
