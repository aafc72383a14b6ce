// How much would the averaged estimate change with other cases from the same population? Draw N̂ cases, the unseen among
// them, with the shares that were estimated; keep those that some list saw; average over all models anew
// (bucklandGarthwaite1991). Replicate b draws from stream b of the seed: ranges of replicates can run anywhere.

import { normalBelow, normalQuantile } from "../../math/distributions.ts";
import { stream } from "../../math/philox.ts";
import { drawMultinomial } from "../../math/sampling.ts";
import type { Interval } from "../../values/estimate.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import { pool, type Candidate, type Criterion } from "./averaging.ts";
import { LogLinear } from "./log-linear.ts";
import { cellsFrom, type Cells } from "./table.ts";

export type BootstrapOptions = {
  /** The estimate whose spread is asked for. */
  value: number;
  /** The models it averages over, with the starts that they give. */
  candidates: readonly Candidate[];
  criterion: Criterion;
  seed: number;
  level: number;
};

/** Estimates of replicates `from` to `to` (excluded); null where one gave none. */
export function replicates(cells: Cells, from: number, to: number, options: BootstrapOptions): (number | null)[] {
  const weights = Float64Array.from(cells.counts);
  weights[0] = options.value - cells.observed;
  const population = Math.round(options.value);
  return Array.from({ length: to - from }, (_, i) => {
    const counts = new Float64Array(weights.length);
    drawMultinomial(stream(options.seed, from + i), population, weights, counts);
    counts[0] = 0;
    return estimateOf(cellsFrom(cells.lists, counts), options);
  });
}

function estimateOf(cells: Cells, { candidates, criterion, level }: BootstrapOptions): number | null {
  if (cells.observed === 0) return null;
  const model = new LogLinear(cells);
  const refitted = candidates.map(({ interactions, fit }) => ({
    interactions,
    fit: model.fit(interactions, fit.state === "ok" ? fit.beta : undefined),
  }));
  const outcome = pool(refitted, cells.observed, criterion, level);
  return outcome.ok ? outcome.value.value : null;
}

/** Percentile ends, shifted for the median's bias (efron1987, without acceleration). */
export function intervalOfReplicates(
  drawn: readonly (number | null)[],
  value: number,
  observed: number,
  level: number,
): Outcome<Interval> {
  const sorted = drawn.filter((estimate) => estimate !== null).sort((a, b) => a - b);
  const failed = drawn.length - sorted.length;
  if (sorted.length < 20 || failed / drawn.length > (1 - level) / 2) {
    return refuse("no-finite-maximum", `${failed} of ${drawn.length} resamplings gave no finite total.`);
  }
  const below = sorted.filter((estimate) => estimate < value).length + sorted.filter((e) => e === value).length / 2;
  const shift = normalQuantile(Math.min(1 - 0.5 / sorted.length, Math.max(0.5 / sorted.length, below / sorted.length)));
  const end = (p: number): number => {
    const share = normalBelow(2 * shift + normalQuantile(p));
    return sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(share * sorted.length)))]!;
  };
  const lower = Math.max(observed, end((1 - level) / 2));
  return answer({ lower, upper: end((1 + level) / 2), level });
}
