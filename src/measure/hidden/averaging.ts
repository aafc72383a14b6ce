// Models that fit about equally well give different totals; the answer must hold them all. Weights exp(−Δ/2) from AIC or
// BIC (bucklandBurnhamAugustin1997) over every model fitted. The value is the weighted mean of the totals; the interval is
// that of the mixture: each model's unseen is log-normal around its estimate, and the spread between models counts in full.

import type { Interval } from "../../values/estimate.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import { visitModels, type Interactions } from "./hierarchical.ts";
import { LogLinear, type ModelFit } from "./log-linear.ts";
import { quantileOfMixture } from "./mixture.ts";
import { hasTotal } from "./poisson-fit.ts";
import type { Cells } from "./table.ts";

export type Criterion = "aic" | "bic";
export type Candidate = { interactions: Interactions; fit: ModelFit };

/** What averaging needs of a fit: hierarchical models and families of unequal cases both have it. */
export type Weighable = { fit: Pick<ModelFit, "state" | "abundance" | "standardError" | "aic" | "bic"> };

export type Averaged = {
  value: number;
  interval: Interval;
  criterion: Criterion;
  models: number;
  /** Weight of the models that give no finite total. */
  openWeight: number;
  /** Least and largest total of the models within 2 of the best: as good as it by the criterion. */
  spread: { least: number; most: number; models: number };
  /** Shares of the variance of log unseen: within models (chance), and between them (not knowing the model). */
  shares: { sampling: number; models: number };
};

/** Beyond a standard error of 3 in the log of the unseen (a factor of 400 either way) a fit tells nothing. */
const VAGUE = 3;
/** Models this much worse than the best are as good. */
const AS_GOOD = 2;

/** All hierarchical models up to an order, each fitted. */
export function fitAll(cells: Cells, maxOrder: number): Candidate[] {
  const model = new LogLinear(cells);
  const candidates: Candidate[] = [];
  visitModels<Float64Array | undefined>(cells.t, maxOrder, (interactions, parent) => {
    const fit = model.fit(interactions, parent ?? undefined);
    candidates.push({ interactions: [...interactions], fit });
    return fit.state === "ok" ? fit.beta : undefined;
  });
  return candidates;
}

/** Whether a fit says anything of the unseen. */
export function tells(
  { fit }: { fit: Pick<ModelFit, "state" | "abundance" | "standardError"> },
  observed: number,
): boolean {
  return hasTotal(fit) && logSpread(fit, observed) < VAGUE;
}

/** Each candidate's weight; they add up to 1. */
export function weightsBy(criterion: Criterion, fits: readonly Pick<ModelFit, Criterion>[]): number[] {
  const best = fits.reduce((least, fit) => Math.min(least, fit[criterion]), Infinity);
  const raw = fits.map((fit) => Math.exp(-(fit[criterion] - best) / 2));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

export function average(
  candidates: readonly Weighable[],
  observed: number,
  criterion: Criterion,
  level: number,
): Outcome<Averaged> {
  const pooled = pool(candidates, observed, criterion, level);
  if (!pooled.ok) return pooled;
  const { parts, open, value } = pooled.value;
  const told = candidates.filter((candidate) => tells(candidate, observed));
  const best = told.reduce((least, { fit }) => Math.min(least, fit[criterion]), Infinity);
  const good = told.filter(({ fit }) => fit[criterion] <= best + AS_GOOD).map(({ fit }) => fit.abundance);
  return answer({
    value,
    interval: intervalOfParts(parts, observed, level),
    criterion,
    models: candidates.length,
    openWeight: open,
    spread: { least: Math.min(...good), most: Math.max(...good), models: good.length },
    shares: sharesOf(parts),
  });
}

export type Pooled = { parts: Part[]; value: number; open: number };

/** The weighted mean of the totals, and what it is made of; no interval. */
export function pool(
  candidates: readonly Weighable[],
  observed: number,
  criterion: Criterion,
  level: number,
): Outcome<Pooled> {
  const weights = weightsBy(
    criterion,
    candidates.map(({ fit }) => fit),
  );
  const parts: Part[] = [];
  let [open, told] = [0, 0];
  candidates.forEach(({ fit }, i) => {
    const weight = weights[i]!;
    const spread = logSpread(fit, observed);
    if (hasTotal(fit) && spread < VAGUE) {
      parts.push({ weight, unseen: Math.max(fit.abundance - observed, 1e-9), spread });
      told += weight;
    } else if (fit.state !== "boundary") open += weight;
  });
  if (parts.length === 0) return refuse("no-finite-maximum", "No model gives a finite total.");
  if (open > (1 - level) / 2) {
    const share = Math.round(100 * open);
    return refuse("no-finite-maximum", `Models without a finite total carry ${share}% of the weight.`);
  }
  for (const part of parts) part.weight /= told;
  return answer({ parts, open, value: observed + parts.reduce((sum, part) => sum + part.weight * part.unseen, 0) });
}

export type Part = { weight: number; unseen: number; spread: number };

function logSpread(
  { abundance, standardError }: Pick<ModelFit, "abundance" | "standardError">,
  observed: number,
): number {
  const unseen = Math.max(abundance - observed, 1e-9);
  return Math.sqrt(Math.log1p((standardError / unseen) ** 2));
}

export function intervalOfParts(parts: readonly Part[], observed: number, level: number): Interval {
  // Models with next to no weight cost time and change nothing.
  const mixed = parts.filter(({ weight }) => weight > 1e-9);
  return {
    lower: quantileOfMixture(mixed, (1 - level) / 2, observed),
    upper: quantileOfMixture(mixed, (1 + level) / 2, observed),
    level,
  };
}

function sharesOf(parts: readonly Part[]): { sampling: number; models: number } {
  const mean = parts.reduce((sum, { weight, unseen }) => sum + weight * Math.log(unseen), 0);
  const within = parts.reduce((sum, { weight, spread }) => sum + weight * spread ** 2, 0);
  const between = parts.reduce((sum, { weight, unseen }) => sum + weight * (Math.log(unseen) - mean) ** 2, 0);
  const total = within + between;
  return total > 0 ? { sampling: within / total, models: between / total } : { sampling: 1, models: 0 };
}
