// One model by forward steps (chanSilvermanVincent2021): start from independent lists; of all pairs not yet in, take the
// one whose count of common cases is least likely under the model so far, while that is below the threshold. The count
// is Poisson with the model's mean; p is the smaller tail. A pair without a common case enters as minus infinity: its
// cells leave the fit. The interval holds for the chosen model, not for the choosing.

import { poissonAbove, poissonBelow } from "../../math/distributions.ts";
import { termsUpTo, type Interactions } from "./hierarchical.ts";
import { LogLinear, type ModelFit } from "./log-linear.ts";
import { hasTotal } from "./poisson-fit.ts";
import type { Cells } from "./table.ts";

/** As in the paper's own analyses. */
export const USUAL_THRESHOLD = 0.02;

export type Stepwise = { interactions: Interactions; fit: ModelFit; emptyPairs: Interactions };

export function stepwise(cells: Cells, threshold: number = USUAL_THRESHOLD): Stepwise {
  const model = new LogLinear(cells);
  const pairs = termsUpTo(cells.t, Math.min(2, cells.t - 1));
  const chosen: number[] = [];
  let fit = model.fit(chosen);
  for (;;) {
    const expected = model.expectedByTerm(fit);
    const best = pairs
      .filter((pair) => !chosen.includes(pair))
      .map((pair) => {
        const [common, mean] = [model.margin(pair), expected[pair]!];
        return { pair, p: Math.min(poissonAbove(common, mean), poissonBelow(common, mean)) };
      })
      .filter(({ p }) => p < threshold)
      .sort((a, b) => a.p - b.p)
      .map(({ pair }) => ({ pair, next: model.fit(chosen.concat(pair)) }))
      .find(({ next }) => hasTotal(next));
    if (!best) break;
    chosen.push(best.pair);
    fit = best.next;
  }
  const emptyPairs = chosen.filter((pair) =>
    cells.counts.every((count, cell) => count === 0 || (cell & pair) !== pair),
  );
  return { interactions: chosen, fit, emptyPairs };
}
