// Which records are the same is itself uncertain. Each draw of a whole linkage gives its own table and its own averaged
// estimate; the answer is their mixture (sadinle2018), so the interval holds chance, the choice of model and the linkage,
// and the share of each in the variance of log N is shown.

import type { Interval } from "../../values/estimate.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import { fitAll, pool, type Criterion, type Part } from "./averaging.ts";
import { refusalOf } from "./screening.ts";
import { cellsOf, type ListTable } from "./table.ts";
import { quantileOfMixture } from "./mixture.ts";

export type OverDraws = {
  value: number;
  interval: Interval;
  draws: number;
  /** Draws whose table supports no estimate. */
  refusedDraws: number;
  observed: { least: number; most: number };
  shares: { sampling: number; models: number; linkage: number };
};

export type DrawOptions = { level?: number; criterion?: Criterion; maxOrder?: number };

export function hiddenOverDraws(tables: readonly ListTable[], options: DrawOptions = {}): Outcome<OverDraws> {
  const { level = 0.95, criterion = "bic" } = options;
  if (tables.length === 0) return refuse("no-cases");
  const estimated = tables.flatMap((table) => {
    const cells = cellsOf(table);
    if (refusalOf(cells)) return [];
    const maxOrder = Math.min(options.maxOrder ?? cells.t - 1, cells.t > 5 ? 2 : cells.t - 1);
    const pooled = pool(fitAll(cells, maxOrder), cells.observed, criterion, level);
    return pooled.ok ? [{ observed: cells.observed, ...pooled.value }] : [];
  });
  const refusedDraws = tables.length - estimated.length;
  if (refusedDraws > tables.length * ((1 - level) / 2)) {
    return refuse("no-finite-maximum", `${refusedDraws} of ${tables.length} linkages leave no finite estimate.`);
  }
  const share = 1 / estimated.length;
  const parts = estimated.flatMap(({ observed, parts }) =>
    parts.map((part) => ({ ...part, observed, weight: part.weight * share })),
  );
  const observed = estimated.map((draw) => draw.observed);
  return answer({
    value: estimated.reduce((sum, { value }) => sum + value * share, 0),
    interval: {
      lower: quantileOfMixture(parts, (1 - level) / 2),
      upper: quantileOfMixture(parts, (1 + level) / 2),
      level,
    },
    draws: tables.length,
    refusedDraws,
    observed: { least: Math.min(...observed), most: Math.max(...observed) },
    shares: sharesOver(estimated),
  });
}

/** Law of total variance on log N: within models, between models of a draw, between draws. */
function sharesOver(draws: readonly { observed: number; parts: readonly Part[] }[]): OverDraws["shares"] {
  const each = draws.map(({ observed, parts }) => {
    const logs = parts.map((part) => Math.log(observed + part.unseen));
    const mean = parts.reduce((sum, part, i) => sum + part.weight * logs[i]!, 0);
    // d log N = unseen / N · d log unseen
    const within = parts.reduce(
      (sum, { weight, unseen, spread }) => sum + weight * ((spread * unseen) / (observed + unseen)) ** 2,
      0,
    );
    const between = parts.reduce((sum, part, i) => sum + part.weight * (logs[i]! - mean) ** 2, 0);
    return { mean, within, between };
  });
  const average = (pick: (draw: (typeof each)[number]) => number): number =>
    each.reduce((sum, draw) => sum + pick(draw), 0) / each.length;
  const middle = average(({ mean }) => mean);
  const sampling = average(({ within }) => within);
  const models = average(({ between }) => between);
  const linkage = average(({ mean }) => (mean - middle) ** 2);
  const total = sampling + models + linkage;
  return total > 0
    ? { sampling: sampling / total, models: models / total, linkage: linkage / total }
    : { sampling: 1, models: 0, linkage: 0 };
}
