// How many cases are there, counting those that no list saw? Every estimate of METHODS §4 on one table of lists, as
// `measure hidden` prints it. One door: what each method is and where it comes from stands in its own file.

import { USUAL_LEVEL } from "../../math/intervals.ts";
import { InputError } from "../../values/errors.ts";
import type { Estimate } from "../../values/estimate.ts";
import { answer, type Outcome, type Refusal } from "../../values/outcome.ts";
import type { ReferenceKey } from "../../values/references.ts";
import { chao } from "../chao.ts";
import { average, fitAll, type Averaged, type Candidate, type Criterion, type Weighable } from "./averaging.ts";
import { leaveOut, type LeftOut } from "./leave-out.ts";
import { hasTotal } from "./poisson-fit.ts";
import { rowsOf, unequalCases, type EstimateRow, type Method, methods } from "./rows.ts";
import { cautionsOf, refusalOf } from "./screening.ts";
import { cellsOf, frequenciesOf, listTotals, withoutLists, type Cells, type ListTable } from "./table.ts";

export type HiddenOptions = {
  /** One method, or "all" with the slow ones too; left out, all that take no time. */
  method?: Method | "all";
  level?: number;
  seed?: number;
  criterion?: Criterion;
  /** Largest interaction; by default one below the number of lists up to 5 lists, pairs beyond. */
  maxOrder?: number;
  /** Rows of log-linear models to print, best first. */
  top?: number;
  /** Resamplings; 0 leaves the bootstrap out. */
  bootstrap?: number;
};

export type AveragedAnswer = Averaged & { lower: number; upper: number; level: number };
type Ends = { value: number; lower: number; upper: number };

export type HiddenAnswer = {
  observed: number;
  /** Cases on two lists or more. */
  shared: number;
  lists: { name: string; cases: number }[];
  estimates: EstimateRow[];
  /** The answer where there is one: averaged over all models. Null where the reason stands in `refused`. */
  averaged: (AveragedAnswer & { method: string }) | null;
  /** Weighted by the other criterion: how much hangs on it. */
  averagedOtherwise: AveragedAnswer | null;
  refused: Refusal | null;
  /** The average with the Mh and Mth families among the models: cases that differ in how easily lists see them. */
  withUnequalCases: AveragedAnswer | null;
  /**
   * Chao's bound as printed (chao1987), which supposes many lists; and the same for as many lists as there are, smaller
   * by (t − 1)/t of the unseen, which holds for independent lists too.
   */
  lowerBound: (Ends & { forTheseLists: Ends }) | null;
  leaveOut: LeftOut[];
  cautions: string[];
  assumptions: readonly string[];
  references: readonly ReferenceKey[];
  level: number;
  seed: number;
};

export const HIDDEN_QUESTION = "How many cases are there, counting those that no list saw?";

export const hiddenAssumptions: readonly string[] = [
  "the interaction of all lists together is absent: nothing observed can test it",
  "no case entered or left the population during the period",
  "records of one case are matched, and of different cases are not",
  "a case counts the same on every list",
  "how lists depend on each other is caught by the interactions, and unequal cases by them in part",
];

const hiddenReferences: readonly ReferenceKey[] = [
  "fienberg1972",
  "cormack1989",
  "rivestBaillargeon2007",
  "bucklandBurnhamAugustin1997",
  "cormack1992",
  "darroch1993",
  "fienbergRinaldo2012",
  "chanSilvermanVincent2021",
  "chao1987",
  "madiganYork1997",
];

export function hidden(table: ListTable, options: HiddenOptions = {}): Outcome<HiddenAnswer> {
  const { level = USUAL_LEVEL, seed = 1, criterion = "bic", method } = checked(options);
  const all = cellsOf(table);
  const refusal = refusalOf(all);
  if (refusal) return { ok: false, refusal };
  const cells = withoutEmptyLists(all);
  const maxOrder = options.maxOrder ?? (cells.t > 5 ? 2 : cells.t - 1);
  const candidates = cells.t > 6 ? [] : fitAll(cells, maxOrder);
  const rows = rowsOf(cells, candidates, { ...options, method, level, seed, criterion });
  const { averaged, refused } = mainAnswer(cells, candidates, criterion, level);
  const unequal = candidates.length > 1 ? unequalCases(cells) : [];
  const wide = unequal.length > 0 ? average([...candidates, ...unequal], cells.observed, criterion, level) : null;
  const other = candidates.length > 1 ? average(candidates, cells.observed, otherThan(criterion), level) : null;
  return answer({
    observed: cells.observed,
    shared: cells.observed - frequenciesOf(cells)[0]!,
    lists: all.lists.map((name, list) => ({ name, cases: listTotals(all)[list]! })),
    estimates: rows,
    averaged,
    averagedOtherwise: other?.ok ? { ...other.value, ...flat(other.value) } : null,
    refused,
    withUnequalCases: wide?.ok ? { ...wide.value, ...flat(wide.value) } : null,
    lowerBound: lowerBoundOf(cells, level),
    leaveOut: method === undefined || method === "all" ? leaveOut(cells, criterion, level) : [],
    cautions: [...cautionsOf(all), ...cautionOfUnequal(candidates, unequal, criterion)],
    assumptions: hiddenAssumptions,
    references: hiddenReferences,
    level,
    seed,
  });
}

function lowerBoundOf(cells: Cells, level: number): HiddenAnswer["lowerBound"] {
  const [asPrinted, forTheseLists] = [undefined, cells.t].map((lists) =>
    chao.estimate({ frequencies: frequenciesOf(cells), level, ...(lists ? { lists } : {}) }),
  );
  if (!asPrinted?.ok || !forTheseLists?.ok) return null;
  const ends = ({ value, interval: { lower, upper } }: Estimate): Ends => ({ value, lower, upper });
  return { ...ends(asPrinted.value), forTheseLists: ends(forTheseLists.value) };
}

/** Where unequal cases fit clearly better than any dependence between lists, the reader must know. */
function cautionOfUnequal(
  candidates: readonly Candidate[],
  unequal: ReturnType<typeof unequalCases>,
  criterion: Criterion,
): string[] {
  const least = (fits: readonly Weighable[]): number => Math.min(...fits.map(({ fit }) => fit[criterion]));
  const told = unequal.filter(({ fit }) => hasTotal(fit));
  if (told.length === 0 || !(least(told) < least(candidates) - 2)) return [];
  const best = least(told);
  const totals = told.filter(({ fit }) => fit[criterion] <= best + 2).map(({ fit }) => Math.round(fit.abundance));
  const [from, to] = [Math.min(...totals), Math.max(...totals)];
  const range = from === to ? `${from}` : `${from} to ${to}`;
  return [
    `Models in which cases differ in how easily lists see them fit better than any dependence between lists, and give ${range}.`,
  ];
}

type Main = Pick<HiddenAnswer, "averaged" | "refused">;

/** The average over all models; of two lists Chapman's, which is theirs; of seven and more the stepwise model's. */
function mainAnswer(cells: Cells, candidates: readonly Candidate[], criterion: Criterion, level: number): Main {
  if (cells.t === 2 || candidates.length === 0) {
    const name = cells.t === 2 ? "chapman" : "stepwise";
    const [row] = rowsOf(cells, candidates, { method: name, level, seed: 1, criterion });
    if (!row || "refused" in row) return { averaged: null, refused: row?.refused ?? null };
    const single: Averaged = {
      value: row.value,
      interval: { lower: row.lower, upper: row.upper, level },
      criterion,
      models: 1,
      openWeight: 0,
      spread: { least: row.value, most: row.value, models: 1 },
      shares: { sampling: 1, models: 0 },
    };
    return { averaged: { ...single, ...flat(single), method: name }, refused: null };
  }
  const outcome = average(candidates, cells.observed, criterion, level);
  if (!outcome.ok) return { averaged: null, refused: outcome.refusal };
  return { averaged: { ...outcome.value, ...flat(outcome.value), method: `averaged-${criterion}` }, refused: null };
}

function flat({ interval }: Averaged): { lower: number; upper: number; level: number } {
  return { ...interval };
}

function otherThan(criterion: Criterion): Criterion {
  return criterion === "bic" ? "aic" : "bic";
}

function withoutEmptyLists(cells: Cells): Cells {
  const empty = listTotals(cells).flatMap((total, list) => (total === 0 ? [list] : []));
  return empty.length === 0 ? cells : withoutLists(cells, empty);
}

function checked(options: HiddenOptions): HiddenOptions {
  const { method, level, seed, maxOrder } = options;
  if (method !== undefined && method !== "all" && !methods.includes(method)) {
    throw new InputError("method", `one of ${methods.join(", ")} or all`, method);
  }
  if (level !== undefined && !(level > 0 && level < 1)) {
    throw new InputError("level", "a number between 0 and 1", level);
  }
  if (seed !== undefined && !(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new InputError("seed", "a whole number from 0", seed);
  }
  if (maxOrder !== undefined && !(Number.isSafeInteger(maxOrder) && maxOrder >= 1)) {
    throw new InputError("maxOrder", "a whole number from 1", maxOrder);
  }
  return options;
}

export { hiddenOverDraws, type DrawOptions, type OverDraws } from "./linkage-draws.ts";
export { familiesFromFrequencies, type SeenTimes } from "./families.ts";
export { chapman, type TwoLists } from "./chapman.ts";
export type { EstimateRow, Method } from "./rows.ts";
export type { ListTable, TableRow } from "./table.ts";
