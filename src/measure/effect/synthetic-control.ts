// What would this pair have done without the agreement? A mixture of other pairs that went along with it before the date
// goes on after it (abadie2010): weights w ≥ 0, Σw = 1 that minimise Σ_{t ≤ T0} (y_t − Σ w_j x_jt)². The effect is the gap
// after the date; its rank is that of RMSPE after / RMSPE before among the same figure for every donor. Where no mixture is
// as busy as the pair, or all are busier, all series are taken less their own mean before the date (doudchenkoImbens2016, fermanPinto2021): the
// pair then stands a constant above its mixture, or below it, and only its ups and downs must be followed.

import { nearestMixture } from "../../math/simplex-program.ts";
import { USUAL_LEVEL } from "../../math/intervals.ts";
import type { Estimate } from "../../values/estimate.ts";
import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";

export type Donor = { name: string; values: readonly number[] };

export type SyntheticInput = {
  treated: Donor;
  /** Pairs that the agreement did not touch, over the same periods. */
  donors: readonly Donor[];
  from: number;
  level?: number;
};

/** The average gap a period after the date; the interval is that of the donors' own gaps, laid around it. */
export type SyntheticEffect = Estimate & {
  weights: { name: string; weight: number }[];
  synthetic: number[];
  observed: number[];
  rmspeBefore: number;
  rmspeAfter: number;
  /** By how much the pair stands above its mixture throughout, below it if negative; 0 where the mixture is as busy as the pair. */
  shift: number;
  /** RMSPE after / before. */
  ratio: number;
  /** Rank of that ratio among the donors', the pair itself included; 1 is the largest. */
  placebo: { rank: number; of: number; p: number; rows: { name: string; ratio: number | null; gap: number }[] };
  /** The effect with each donor of weight left out. */
  leaveOneOut: { without: string; value: number }[];
};

export const FEWEST_DONORS = 4;
export const FEWEST_PERIODS_BEFORE = 4;

export const syntheticControl: Estimator<SyntheticInput, SyntheticEffect> = {
  name: "synthetic-control",
  question: "What would this pair have done without the agreement, going by other pairs?",
  references: ["abadie2010", "doudchenkoImbens2016", "fermanPinto2021", "nocedalWright2006"],
  assumptions: [
    "a mixture of the other pairs that went along before would have gone along after",
    "where no mixture is as busy as the pair: it would have stayed as far from its mixture as it was before",
    "the agreement did not touch the other pairs",
    "the list watches all pairs alike",
  ],
  estimate({ treated, donors, from, level = USUAL_LEVEL }) {
    const after = treated.values.length - from;
    if (from < FEWEST_PERIODS_BEFORE || after < 1)
      return refuse("too-short", `${from} periods before and ${after} after, of ${FEWEST_PERIODS_BEFORE} and 1.`);
    const lively = donors.filter(({ values }) => values.slice(0, from).some((value) => value > 0));
    if (lively.length < FEWEST_DONORS)
      return refuse("too-few", `${lively.length} other pairs have anything before the date, of ${FEWEST_DONORS}.`);
    const spread = sdOf(treated.values.slice(0, from));
    if (spread === 0) return refuse("no-variation");
    const plain = fitted(treated, lively, from, false);
    // A mixture that misses by more than the series' own mean would is none.
    const shifted = plain.rmspeBefore > spread;
    const own = shifted ? fitted(treated, lively, from, true) : plain;
    if (own.rmspeBefore > spread)
      return refuse(
        "poor-fit",
        `Before the date the mixture misses by ${plain.rmspeBefore.toFixed(2)} a period, and by ${own.rmspeBefore.toFixed(2)} when all are taken less their own mean, more than the series' own spread of ${spread.toFixed(2)}.`,
      );
    const others = lively.map((donor) => ({
      name: donor.name,
      ...fitted(
        donor,
        lively.filter((one) => one !== donor),
        from,
        shifted,
      ),
    }));
    const gaps = others.map(({ gap }) => gap);
    const tail = quantileOfSizes(gaps, level);
    const { weights, gap, synthetic, rmspeBefore, rmspeAfter, shift } = own;
    return answer({
      value: gap,
      unit: "a period, against the mixture",
      interval: { lower: gap - tail, upper: gap + tail, level },
      weights: weights.filter(({ weight }) => weight > 1e-6),
      synthetic,
      observed: [...treated.values],
      rmspeBefore,
      rmspeAfter,
      shift,
      ratio: ratioOf(own) ?? Number.MAX_VALUE,
      placebo: ranked(treated.name, own, others),
      leaveOneOut: weights
        .filter(({ weight }) => weight > 1e-6)
        .map(({ name }) => ({
          without: name,
          value: fitted(
            treated,
            lively.filter((one) => one.name !== name),
            from,
            shifted,
          ).gap,
        })),
    });
  },
};

type Fit = {
  weights: { name: string; weight: number }[];
  synthetic: number[];
  gap: number;
  rmspeBefore: number;
  rmspeAfter: number;
  shift: number;
};

/** `shifted`: every series less its own mean before the date. */
function fitted(target: Donor, donors: readonly Donor[], from: number, shifted: boolean): Fit {
  const before = ({ values }: Donor): number[] => {
    const own = values.slice(0, from);
    const mean = shifted ? meanOf(own) : 0;
    return own.map((value) => value - mean);
  };
  const { weights } = nearestMixture(donors.map(before), before(target));
  const mixture = target.values.map((_, t) => donors.reduce((sum, { values }, i) => sum + weights[i]! * values[t]!, 0));
  const shift = shifted ? meanOf(target.values.slice(0, from)) - meanOf(mixture.slice(0, from)) : 0;
  const synthetic = mixture.map((value) => value + shift);
  const gaps = target.values.map((value, t) => value - synthetic[t]!);
  return {
    weights: donors.map(({ name }, i) => ({ name, weight: weights[i]! })),
    synthetic,
    gap: meanOf(gaps.slice(from)),
    rmspeBefore: rootMeanSquare(gaps.slice(0, from)),
    rmspeAfter: rootMeanSquare(gaps.slice(from)),
    shift,
  };
}

/** Null where the fit before is exact: no figure after it could then be called small. */
function ratioOf({ rmspeBefore, rmspeAfter }: Fit): number | null {
  return rmspeBefore > 1e-9 ? rmspeAfter / rmspeBefore : null;
}

function ranked(name: string, own: Fit, others: readonly (Fit & { name: string })[]): SyntheticEffect["placebo"] {
  const rows = [
    { name, ratio: ratioOf(own), gap: own.gap },
    ...others.map((one) => ({ name: one.name, ratio: ratioOf(one), gap: one.gap })),
  ];
  const mine = ratioOf(own) ?? Infinity;
  const rank = rows.filter(({ ratio }) => (ratio ?? Infinity) >= mine).length;
  return { rank, of: rows.length, p: rank / rows.length, rows };
}

/** The size below which a share of the gaps lies; with few donors, the largest. */
function quantileOfSizes(gaps: readonly number[], level: number): number {
  const sizes = gaps.map(Math.abs).toSorted((one, other) => one - other);
  return sizes[Math.min(sizes.length - 1, Math.ceil(level * sizes.length) - 1)] ?? 0;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(meanOf(values.map((value) => value * value)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sdOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return rootMeanSquare(values.map((value) => value - mean));
}
