// One row for each estimate that a table supports: the method, the model, the number, its interval and how that was got.

import { logNormalAbove } from "../../math/intervals.ts";
import type { Interval } from "../../values/estimate.ts";
import { refuse, type Refusal } from "../../values/outcome.ts";
import { chao } from "../chao.ts";
import { pool, tells, weightsBy, type Candidate, type Criterion } from "./averaging.ts";
import { intervalOfReplicates, replicates } from "./bootstrap.ts";
import { chapman } from "./chapman.ts";
import { decomposable } from "./decomposable.ts";
import { familiesFromTable, profileOfFamily, type FamilyFit } from "./families.ts";
import { listsIn, modelName, type Interactions } from "./hierarchical.ts";
import { latentClasses } from "./latent-classes.ts";
import { LogLinear, type ModelFit } from "./log-linear.ts";
import { hasTotal, type State } from "./poisson-fit.ts";
import { profileOfModel } from "./profile.ts";
import { stepwise } from "./stepwise.ts";
import { bitCount, frequenciesOf, listTotals, type Cells } from "./table.ts";

export const methods = [
  "chapman",
  "chao",
  "log-linear",
  "families",
  "stepwise",
  "decomposable",
  "bootstrap",
  "latent-classes",
] as const;
export type Method = (typeof methods)[number];

/** These take seconds, and run only when asked for. */
const slow = new Set<Method>(["bootstrap", "latent-classes"]);

type Fitted = {
  standardError?: number;
  deviance?: number;
  df?: number;
  aic?: number;
  bic?: number;
  state?: State;
  /** Share of the weight of all models, by AIC and by BIC. */
  weights?: { aic: number; bic: number };
};

export type Answered = Fitted & {
  method: Method;
  model: string;
  value: number;
  lower: number;
  upper: number;
  level: number;
  /** profile: multinomial profile likelihood · log-normal above the observed · posterior · bootstrap. */
  interval: "profile" | "log-normal" | "posterior" | "bootstrap" | "exact";
  /** A bound and no estimate: the total may be much larger. */
  kind: "estimate" | "lower-bound";
  notes?: string[];
};
export type Unanswered = Fitted & { method: Method; model: string; refused: Refusal };
export type EstimateRow = Answered | Unanswered;

export type RowOptions = {
  method?: Method | "all" | undefined;
  level: number;
  seed: number;
  criterion: Criterion;
  top?: number;
  bootstrap?: number;
};

const USUAL_TOP = 10;
const USUAL_REPLICATES = 1000;

export function rowsOf(cells: Cells, candidates: readonly Candidate[], options: RowOptions): EstimateRow[] {
  const wanted =
    options.method === "all"
      ? methods
      : options.method
        ? [options.method]
        : methods.filter((method) => !slow.has(method) || (method === "bootstrap" && (options.bootstrap ?? 0) > 0));
  return wanted.flatMap((method) => rowsBy[method](cells, candidates, options));
}

const rowsBy: Record<Method, (cells: Cells, candidates: readonly Candidate[], options: RowOptions) => EstimateRow[]> = {
  chapman: (cells, _, { level }) => (cells.t === 2 ? [chapmanRow(cells, level)] : []),
  chao: (cells, _, { level }) => [chaoRow(cells, level)],
  "log-linear": logLinearRows,
  families: (cells, _, { level }) => familyRows(cells, level),
  stepwise: (cells, _, { level }) => (cells.t < 3 ? [] : [stepwiseRow(cells, level)]),
  decomposable: (cells, _, { level }) => (cells.t > 5 ? [] : [decomposableRow(cells, level)]),
  bootstrap: bootstrapRows,
  "latent-classes": (cells, _, { level, seed }) => (cells.t < 3 ? [] : [latentRow(cells, level, seed)]),
};

function chapmanRow(cells: Cells, level: number): EstimateRow {
  const [first = 0, second = 0] = listTotals(cells);
  const both = cells.counts[3]!;
  const outcome = chapman.estimate({ first, second, both, level });
  const head = { method: "chapman", model: "independent lists" } as const;
  if (!outcome.ok) return { ...head, refused: outcome.refusal };
  const { value, interval } = outcome.value;
  const how = first === both || second === both ? "exact" : "log-normal";
  return { ...head, value, ...interval, interval: how, kind: "estimate" };
}

function chaoRow(cells: Cells, level: number): EstimateRow {
  const outcome = chao.estimate({ frequencies: frequenciesOf(cells), level });
  const head = { method: "chao", model: "lower bound" } as const;
  if (!outcome.ok) return { ...head, refused: outcome.refusal };
  return {
    ...head,
    value: outcome.value.value,
    ...outcome.value.interval,
    interval: "log-normal",
    kind: "lower-bound",
  };
}

/** The best models by each criterion, independent lists and all pairs. */
function logLinearRows(
  cells: Cells,
  candidates: readonly Candidate[],
  { level, top = USUAL_TOP }: RowOptions,
): EstimateRow[] {
  const fits = candidates.map(({ fit }) => fit);
  const byAic = weightsBy("aic", fits);
  const byBic = weightsBy("bic", fits);
  const ranked = candidates.map((candidate, i) => ({ ...candidate, weights: { aic: byAic[i]!, bic: byBic[i]! } }));
  const best = (criterion: Criterion): typeof ranked =>
    [...ranked].sort((a, b) => a.fit[criterion] - b.fit[criterion]).slice(0, top);
  const pairs = termsOfAllPairs(cells.t);
  const landmarks = ranked.filter(({ interactions }) => interactions.length === 0 || sameTerms(interactions, pairs));
  const chosen = [...new Set([...best("bic"), ...best("aic"), ...landmarks])];
  if (candidates.length === 0) {
    const model = new LogLinear(cells);
    const plain = [[], pairs].map((interactions) => ({ interactions, fit: model.fit(interactions) }));
    return plain.map((candidate) => logLinearRow(cells, candidate, level));
  }
  return chosen.map((candidate) => logLinearRow(cells, candidate, level));
}

function termsOfAllPairs(t: number): number[] {
  if (t < 3) return [];
  return Array.from({ length: 2 ** t }, (_, cell) => cell).filter((cell) => bitCount(cell) === 2);
}

function sameTerms(a: Interactions, b: Interactions): boolean {
  return a.length === b.length && a.every((term) => b.includes(term));
}

type Weighted = Candidate & { weights?: { aic: number; bic: number } };

function logLinearRow(cells: Cells, { interactions, fit, weights }: Weighted, level: number): EstimateRow {
  const head = {
    method: "log-linear" as const,
    model: modelName(interactions, cells.t),
    ...fitted(fit),
    ...(weights ? { weights } : {}),
  };
  return tells({ fit }, cells.observed)
    ? withInterval(head, fit, cells.observed, level, () =>
        profileOfModel(cells, interactions, fit.abundance - cells.observed, level),
      )
    : { ...head, refused: refusalFor(fit.state) };
}

type Head = Fitted & { method: Method; model: string };

/** The profile interval where it has two ends, the log-normal one otherwise. */
function withInterval(
  head: Head,
  { abundance, standardError }: Pick<ModelFit, "abundance" | "standardError">,
  observed: number,
  level: number,
  profile: () => { interval: Interval } | null,
): EstimateRow {
  const ends = profile();
  const kind = head.model.endsWith("Chao") ? "lower-bound" : "estimate";
  if (ends) return { ...head, value: abundance, ...ends.interval, interval: "profile", kind };
  const unseen = abundance - observed;
  const interval = logNormalAbove(observed, unseen, standardError ** 2, level);
  return { ...head, value: abundance, ...interval, interval: "log-normal", kind };
}

/**
 * The families that the hierarchical models do not hold, without Chao's bounds: what averaging over unequal cases adds.
 * M0 and Mt are among the hierarchical models or simpler than them.
 */
export function unequalCases(cells: Cells): { fit: FamilyFit }[] {
  if (cells.t < 3) return [];
  return familiesFromTable(cells)
    .filter(({ model }) => /^Mt?h /.test(model) && !model.endsWith("Chao"))
    .map((fit) => ({ fit }));
}

function familyRows(cells: Cells, level: number): EstimateRow[] {
  return familiesFromTable(cells).map((fit) => familyRow(fit, cells.observed, level));
}

function familyRow(fit: FamilyFit, observed: number, level: number): EstimateRow {
  const head = { method: "families" as const, model: fit.model, ...fitted(fit) };
  if (!tells({ fit }, observed)) return { ...head, refused: refusalFor(fit.state) };
  return withInterval(head, fit, observed, level, () => profileOfFamily(fit, level));
}

function stepwiseRow(cells: Cells, level: number): EstimateRow {
  const { interactions, fit, emptyPairs } = stepwise(cells);
  const head = { method: "stepwise" as const, model: modelName(interactions, cells.t), ...fitted(fit) };
  if (!tells({ fit }, cells.observed)) return { ...head, refused: refusalFor(fit.state) };
  const unseen = fit.abundance - cells.observed;
  const variance = Math.max(0, fit.standardError ** 2 - unseen);
  // log unseen ± z se(β0), as SparseMSE prints it
  const interval = logNormalAbove(cells.observed, unseen, unseen ** 2 * Math.expm1(variance / unseen ** 2), level);
  const named = emptyPairs.map((pair) =>
    listsIn(pair, cells.t)
      .map((list) => cells.lists[list])
      .join(" and "),
  );
  const notes = named.length > 0 ? { notes: [`No case in common, so left out of the fit: ${named.join("; ")}.`] } : {};
  return { ...head, value: fit.abundance, ...interval, interval: "log-normal", kind: "estimate", ...notes };
}

function decomposableRow(cells: Cells, level: number): EstimateRow {
  const outcome = decomposable(cells, level);
  const head = { method: "decomposable" as const, model: "all decomposable graphs" };
  if (!outcome.ok) return { ...head, refused: outcome.refusal };
  const { mean, median, mode, interval, topGraphs, missingUpTo } = outcome.value;
  const best = topGraphs[0]!;
  const named = best.cliques.map((clique) => clique.join("")).join(",");
  const notes = [
    `Median ${median}, mode ${mode}; totals up to ${missingUpTo} unseen.`,
    `Most probable graph [${named}] with ${(100 * best.probability).toFixed(0)}%.`,
  ];
  return { ...head, value: mean, ...interval, interval: "posterior", kind: "estimate", notes };
}

function latentRow(cells: Cells, level: number, seed: number): EstimateRow {
  const outcome = latentClasses(cells, { seed, level });
  const head = { method: "latent-classes" as const, model: "up to 10 classes" };
  if (!outcome.ok) return { ...head, refused: outcome.refusal };
  const { mean, interval, splitRhat, effectiveDraws } = outcome.value;
  const notes = [`Split R-hat ${splitRhat.toFixed(3)}, ${Math.floor(effectiveDraws)} effective draws.`];
  return { ...head, value: mean, ...interval, interval: "posterior", kind: "estimate", notes };
}

function bootstrapRows(cells: Cells, candidates: readonly Candidate[], options: RowOptions): EstimateRow[] {
  const { criterion, level, seed, bootstrap = USUAL_REPLICATES } = options;
  const head = { method: "bootstrap" as const, model: `averaged by ${criterion.toUpperCase()}` };
  if (candidates.length === 0 || candidates.length > 200) {
    const detail = `${candidates.length} models are too many to refit ${bootstrap} times.`;
    return [{ ...head, refused: refuse("too-many", detail).refusal }];
  }
  const pooled = pool(candidates, cells.observed, criterion, level);
  if (!pooled.ok) return [{ ...head, refused: pooled.refusal }];
  const { value } = pooled.value;
  const drawn = replicates(cells, 0, bootstrap, { value, candidates, criterion, seed, level });
  const ends = intervalOfReplicates(drawn, value, cells.observed, level);
  if (!ends.ok) return [{ ...head, refused: ends.refusal }];
  return [
    { ...head, value, ...ends.value, interval: "bootstrap", kind: "estimate", notes: [`${bootstrap} resamplings.`] },
  ];
}

function fitted(fit: Pick<ModelFit, "state" | "standardError" | "deviance" | "df" | "aic" | "bic">): Fitted {
  const { standardError, deviance, df, aic, bic, state } = fit;
  return { ...(hasTotal(fit) ? { standardError } : {}), deviance, df, aic, bic, state };
}

function refusalFor(state: State): Refusal {
  if (state === "unbounded") return refuse("no-finite-maximum").refusal;
  if (state === "boundary")
    return refuse("no-finite-maximum", "The best fit has nobody unseen, at the edge of what can be.").refusal;
  return refuse("not-identified").refusal;
}
