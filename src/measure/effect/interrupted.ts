// A series interrupted by a date: log μ_t = log c_t + β0 + β1 t + β2 after_t + β3 s_t, with s the periods since the date
// (1 for the first) and c the share on record (wagner2002). exp β2 is the step in level, exp β3 the change of trend a
// period. Negative binomial where counts spread more than Poisson ones do (lawless1987).

import { fitCounts, type CountFit } from "../../math/negative-binomial.ts";
import { normalEnds, normalBelow } from "../../math/distributions.ts";
import { USUAL_LEVEL } from "../../math/intervals.ts";
import type { Estimate } from "../../values/estimate.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";

export type Interrupted = {
  counts: readonly number[];
  exposures?: readonly number[];
  /** Index of the first period after the date. */
  from: number;
  /** With a change of trend too, or of level alone. */
  slope?: boolean;
  level?: number;
};

/** The value is the step in level. */
export type InterruptedFit = Estimate & {
  /** Two-sided, of no step. */
  p: number;
  /** The change of trend a period, where it was asked for. */
  slope: (Estimate & { p: number }) | null;
  /** The fit after against the old trend carried on, at the middle of the time after. */
  middle: Estimate & { p: number };
  trend: Estimate;
  family: CountFit["family"];
  theta: number | null;
  logLikelihood: number;
  fitted: number[];
};

export const FEWEST_EACH_SIDE = 6;
const MOST_PERIODS = 20_000;

export const interrupted: Estimator<Interrupted, InterruptedFit> = {
  name: "interrupted-series",
  question: "Did the level or the trend of the counts change at the date?",
  references: ["wagner2002", "lawless1987", "venablesRipley2002"],
  assumptions: [
    "without the event the old trend would have gone on, straight on the log scale",
    "nothing else happened at the date",
    "counts of different periods are independent given the trend",
    "the share on record is known",
  ],
  estimate({ counts, exposures, from, slope = true, level = USUAL_LEVEL }) {
    const fewest = slope ? FEWEST_EACH_SIDE : 2;
    if (from < fewest || counts.length - from < fewest)
      return refuse(
        "too-short",
        `${Math.max(0, from)} and ${Math.max(0, counts.length - from)} periods, of ${fewest} each.`,
      );
    if (counts.length > MOST_PERIODS)
      return refuse("too-many", `${counts.length} periods, of at most ${MOST_PERIODS}.`);
    const rows = counts.map((_, t) => {
      const since = t - from + 1;
      const row = [1, since, since > 0 ? 1 : 0];
      return slope ? [...row, Math.max(0, since)] : row;
    });
    const offsets = exposures?.map(Math.log);
    const fit = fitCounts({ rows, counts, ...(offsets ? { offsets } : {}) });
    if (!fit.ok) return fit;
    return described(fit.value, counts.length - from, slope, level);
  },
};

function described(fit: CountFit, after: number, slope: boolean, level: number): Outcome<InterruptedFit> {
  const middle = slope ? [0, 0, 1, (after + 1) / 2] : [0, 0, 1];
  const found = {
    ...effectOf(fit, [0, 0, 1, 0], "times the level before", level),
    slope: slope ? effectOf(fit, [0, 0, 0, 1], "times the earlier trend, a period", level) : null,
    middle: effectOf(fit, middle, "times what the old trend gives", level),
    trend: effectOf(fit, [0, 1, 0, 0], "times, a period", level),
    family: fit.family,
    theta: fit.theta,
    logLikelihood: fit.logLikelihood,
    fitted: fit.fitted,
  };
  const numbers = [found, found.middle, found.trend, ...(found.slope ? [found.slope] : [])].flatMap(
    ({ value, interval }) => [value, interval.lower, interval.upper],
  );
  if (!numbers.every(Number.isFinite))
    return refuse("no-finite-maximum", "The counts on one side say too little about the trend there.");
  return answer(found);
}

/** exp of a combination of coefficients, with the normal interval on the log scale. */
function effectOf(
  { coefficients, covariance }: CountFit,
  combination: readonly number[],
  unit: string,
  level: number,
): Estimate & { p: number } {
  let [log, variance] = [0, 0];
  coefficients.forEach((value, a) => {
    log += (combination[a] ?? 0) * value;
    coefficients.forEach((_, b) => {
      variance += (combination[a] ?? 0) * (combination[b] ?? 0) * covariance[a]![b]!;
    });
  });
  const [sd, ends] = [Math.sqrt(Math.max(0, variance)), normalEnds(level)];
  return {
    value: Math.exp(log),
    unit,
    interval: { lower: Math.exp(log - ends * sd), upper: Math.exp(log + ends * sd), level },
    p: sd > 0 ? 2 * normalBelow(-Math.abs(log) / sd) : 1,
  };
}
