// The total averaged over all decomposable graphs of dependence between lists (madiganYork1997). Given a graph, cell
// probabilities have a hyper-Dirichlet prior with δ = 2^−t in each cell; graphs are equally likely beforehand, the total
// has prior 1/N. The graph's evidence is a product over a perfect ordering of the lists, Π L(v, later neighbours) /
// L(later neighbours), and every L(S) depends on the unseen n0 through one cell only:
//   log L(S) = log Γ(n_S + n0 + α_S) − log Γ(N + 1) + const,   α_S = 2^−|S|, n_S the observed on none of S.

import { logGamma } from "../../math/gamma.ts";
import type { Interval } from "../../values/estimate.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import { bitCount, type Cells } from "./table.ts";

export type GraphWeight = { cliques: number[][]; probability: number };

export type Posterior = {
  mean: number;
  median: number;
  mode: number;
  interval: Interval;
  graphs: number;
  /** The most probable first; lists are numbered from 1. */
  topGraphs: GraphWeight[];
  missingUpTo: number;
  /** P(N ≤ observed + n0) at each n0 is this, summed: for quantiles and charts. */
  weights: Float64Array;
};

/** 18,154 decomposable graphs on 6 lists are too many for every total; 822 on 5 are not. */
export const MOST_LISTS_FOR_GRAPHS = 5;
const LONGEST_REACH = 60_000;
/** Every total up to four times the cases is weighed for every set of lists: 2^5 × 10^6 numbers are a quarter of a gigabyte. */
const MOST_CASES_FOR_GRAPHS = 250_000;
const NEGLIGIBLE = 36; // e^-36, 2e-16, of the highest point
const STRIDE = 64;

export function decomposable(cells: Cells, level: number, missingUpTo?: number): Outcome<Posterior> {
  if (cells.t < 2) return refuse("one-list");
  if (cells.t > MOST_LISTS_FOR_GRAPHS) {
    return refuse(
      "too-many",
      `Graphs are averaged over for up to ${MOST_LISTS_FOR_GRAPHS} lists, here are ${cells.t}.`,
    );
  }
  if (missingUpTo === undefined && cells.observed > MOST_CASES_FOR_GRAPHS) {
    return refuse(
      "too-many",
      `Graphs are averaged over for up to ${MOST_CASES_FOR_GRAPHS} cases on record, here are ${cells.observed}.`,
    );
  }
  const reach = missingUpTo ?? Math.max(4 * cells.observed, Math.min(LONGEST_REACH, 40 * cells.observed));
  const graphs = decomposableGraphs(cells.t);
  const evidence = evidenceOfSubsets(cells, reach);
  // At least one is unseen, as dga has it: at none, the prior's share of the empty cell runs off to infinity.
  const base = Float64Array.from({ length: reach + 1 }, (_, n0) => {
    if (n0 === 0) return -Infinity;
    const total = cells.observed + n0;
    return logGamma(total + 1) - logGamma(n0 + 1) - Math.log(total);
  });
  const posterior = weigh(graphs, evidence, base);
  return summarize(cells, graphs, posterior, level, reach);
}

type Graph = { cliques: number[]; factors: readonly (readonly [subset: number, power: number])[] };

const graphsByLists = new Map<number, Graph[]>();

/** Every decomposable graph: those that a repeated removal of simplicial lists takes apart. */
export function decomposableGraphs(t: number): Graph[] {
  const known = graphsByLists.get(t);
  if (known) return known;
  const pairs: [number, number][] = [];
  for (let a = 0; a < t; a++) for (let b = a + 1; b < t; b++) pairs.push([a, b]);
  const graphs: Graph[] = [];
  for (let edges = 0; edges < 2 ** pairs.length; edges++) {
    const neighbours = Array.from({ length: t }, () => 0);
    pairs.forEach(([a, b], i) => {
      if ((edges & (1 << i)) === 0) return;
      neighbours[a]! |= 1 << b;
      neighbours[b]! |= 1 << a;
    });
    const graph = takeApart(neighbours);
    if (graph) graphs.push(graph);
  }
  graphsByLists.set(t, graphs);
  return graphs;
}

function takeApart(neighbours: readonly number[]): Graph | null {
  const t = neighbours.length;
  let left = 2 ** t - 1;
  const powers = new Map<number, number>();
  const families: number[] = [];
  const add = (subset: number, power: number): void => {
    if (subset !== 0) powers.set(subset, (powers.get(subset) ?? 0) + power);
  };
  while (left !== 0) {
    let found = -1;
    for (let v = 0; v < t && found < 0; v++) {
      if (left & (1 << v) && isClique(neighbours[v]! & left, neighbours)) found = v;
    }
    if (found < 0) return null;
    const later = neighbours[found]! & left;
    families.push(later | (1 << found));
    add(later | (1 << found), 1);
    add(later, -1);
    left &= ~(1 << found);
  }
  const cliques = families.filter((set) => !families.some((other) => other !== set && (other & set) === set));
  return { cliques: [...new Set(cliques)], factors: [...powers].filter(([, power]) => power !== 0) };
}

function isClique(set: number, neighbours: readonly number[]): boolean {
  return neighbours.every((near, v) => (set & (1 << v)) === 0 || (set & ~near & ~(1 << v)) === 0);
}

/** log L(S) at every n0, by subset of lists. */
function evidenceOfSubsets({ t, counts, observed }: Cells, reach: number): Float64Array[] {
  const ofTotal = Float64Array.from({ length: reach + 1 }, (_, n0) => logGamma(observed + n0 + 1));
  return Array.from({ length: 2 ** t }, (_, subset) => {
    const alpha = 2 ** -bitCount(subset);
    const margin = new Map<number, number>();
    for (let cell = 1; cell < 2 ** t; cell++) {
      margin.set(cell & subset, (margin.get(cell & subset) ?? 0) + counts[cell]!);
    }
    let constant = -logGamma(alpha);
    for (const [cell, count] of margin) if (cell !== 0) constant += logGamma(count + alpha) - logGamma(alpha);
    const none = margin.get(0) ?? 0;
    const line = new Float64Array(reach + 1);
    for (let n0 = 0; n0 <= reach; n0++) line[n0] = constant + logGamma(none + n0 + alpha) - ofTotal[n0]!;
    return line;
  });
}

type Weighed = { weights: Float64Array; byGraph: Float64Array };

function weigh(graphs: Graph[], evidence: Float64Array[], base: Float64Array): Weighed {
  const at = ({ factors }: Graph, n0: number): number =>
    factors.reduce((sum, [subset, power]) => sum + power * evidence[subset]![n0]!, base[n0]!);
  // A look at every 64th total finds the height to measure from, and for each graph the totals that matter.
  const looked = Array.from({ length: base.length }, (_, n0) => n0).filter((n0) => n0 < STRIDE || n0 % STRIDE === 0);
  const heights = graphs.map((graph) => Float64Array.from(looked, (n0) => at(graph, n0)));
  const top = heights.reduce((most, height) => height.reduce((a, b) => Math.max(a, b), most), -Infinity);
  const weights = new Float64Array(base.length);
  const byGraph = new Float64Array(graphs.length);
  graphs.forEach((graph, g) => {
    const matters = (height: number): boolean => height > top - NEGLIGIBLE;
    const first = heights[g]!.findIndex(matters);
    if (first < 0) return;
    const last = heights[g]!.findLastIndex(matters);
    const [from, to] = [looked[Math.max(0, first - 1)]!, looked[last + 1] ?? base.length];
    byGraph[g] = addWeights(weights, graph, evidence, base, { from, to, top });
  });
  const total = byGraph.reduce((a, b) => a + b, 0);
  return { weights: weights.map((w) => w / total), byGraph: byGraph.map((w) => w / total) };
}

/** Adds exp(height − top) of one graph to the weights of the totals; gives their sum. */
function addWeights(
  weights: Float64Array,
  { factors }: Graph,
  evidence: Float64Array[],
  base: Float64Array,
  { from, to, top }: { from: number; to: number; top: number },
): number {
  const line = base.slice(from, to);
  for (const [subset, power] of factors) {
    const term = evidence[subset]!;
    for (let i = 0; i < line.length; i++) line[i]! += power * term[from + i]!;
  }
  let sum = 0;
  for (let i = 0; i < line.length; i++) {
    const weight = Math.exp(line[i]! - top);
    weights[from + i]! += weight;
    sum += weight;
  }
  return sum;
}

function summarize(
  { observed, t }: Cells,
  graphs: Graph[],
  { weights, byGraph }: Weighed,
  level: number,
  reach: number,
): Outcome<Posterior> {
  const tail = (1 - level) / 2;
  let beyond = 0;
  for (let n0 = Math.floor(0.9 * reach); n0 <= reach; n0++) beyond += weights[n0]!;
  if (beyond > tail) return refuse("no-finite-maximum", "The posterior runs on to the largest total that was allowed.");
  const quantile = (p: number): number => {
    let sum = 0;
    for (let n0 = 0; n0 <= reach; n0++) {
      sum += weights[n0]!;
      if (sum >= p) return observed + n0;
    }
    return observed + reach;
  };
  const mode = weights.reduce((best, weight, n0) => (weight > weights[best]! ? n0 : best), 0);
  const topGraphs = [...byGraph]
    .map((probability, g) => ({ probability, cliques: graphs[g]!.cliques.map((set) => listNumbers(set, t)) }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 10);
  return answer({
    mean: weights.reduce((sum, weight, n0) => sum + weight * (observed + n0), 0),
    median: quantile(0.5),
    mode: observed + mode,
    interval: { lower: quantile(tail), upper: quantile(1 - tail), level },
    graphs: graphs.length,
    topGraphs,
    missingUpTo: reach,
    weights,
  });
}

function listNumbers(set: number, t: number): number[] {
  return Array.from({ length: t }, (_, list) => list + 1).filter((list) => set & (1 << (list - 1)));
}
