// Poisson log-linear models of lists, fast: log μ(cell) = Σ β(term) over the terms within the cell (fienberg1972,
// cormack1989). A design of 0 and 1 need never be written down: log μ is a sum over subsets, the score a sum over
// supersets, and the information between two terms is the expected count of the cells that hold both. One Newton step on
// 6 lists costs two passes over 64 cells and one small Cholesky factor.

import { factorizeAndSolve } from "../../math/cholesky.ts";
import { logFactorial } from "../../math/gamma.ts";
import { fitPoisson, type State } from "./poisson-fit.ts";
import type { Interactions } from "./hierarchical.ts";
import { sumOverSubsets, sumOverSupersets, type Cells } from "./table.ts";

export type ModelFit = {
  state: State;
  /** Observed and unseen. */
  abundance: number;
  standardError: number;
  logLikelihood: number;
  deviance: number;
  df: number;
  parameters: number;
  aic: number;
  bic: number;
  /** β by term, the intercept first, then lists, then interactions in the order given: a start for the next fit. */
  beta: Float64Array;
  /** The terms that β belongs to; those that the fit left out are not among them. */
  terms: Int32Array;
  /** Cells that the fit drives to 0. */
  emptied: readonly number[];
};

const NONE: readonly number[] = [];
const MOST_ROUNDS = 16;
const SETTLED = 1e-6; // Newton's error is of the order of its square

export class LogLinear {
  readonly cells: Cells;
  private readonly t: number;
  private readonly size: number;
  private readonly first: number;
  private readonly counts: Float64Array;
  private readonly margins: Float64Array;
  private readonly mu: Float64Array;
  private readonly dead: Uint8Array;
  private readonly sums: Float64Array;
  private terms: Int32Array = new Int32Array(0);
  private matrix: Float64Array = new Float64Array(0);
  private step: Float64Array = new Float64Array(0);
  private readonly constant: number;
  private readonly saturated: number;

  /** `unseen`: a count to give the cell seen by none; left out, that cell is not part of the fit. */
  constructor(cells: Cells, unseen?: number) {
    this.cells = cells;
    this.t = cells.t;
    this.size = 2 ** cells.t;
    this.first = unseen === undefined ? 1 : 0;
    this.counts = Float64Array.from(cells.counts);
    this.counts[0] = unseen ?? 0;
    this.margins = Float64Array.from(this.counts);
    sumOverSupersets(this.margins);
    this.mu = new Float64Array(this.size);
    this.dead = new Uint8Array(this.size);
    this.sums = new Float64Array(this.size);
    let [constant, saturated] = [0, 0];
    for (let cell = 1; cell < this.size; cell++) {
      const count = cells.counts[cell]!;
      if (count === 0) continue;
      constant += logFactorial(count);
      saturated += count * Math.log(count) - count;
    }
    this.constant = constant;
    this.saturated = saturated;
  }

  /** Gives the unseen cell another count, for the profile likelihood. */
  setUnseen(unseen: number): void {
    const change = unseen - this.counts[0]!;
    this.counts[0] = unseen;
    this.margins[0]! += change;
  }

  fit(interactions: Interactions, start?: Float64Array): ModelFit {
    const empty = interactions.filter((term) => this.margins[term] === 0);
    if (empty.length > 0) return this.fitWithout(empty, interactions);
    const beta = this.settle(interactions, start);
    return beta ? this.summarize(beta, beta.length) : this.fitSlowly(interactions);
  }

  /**
   * An interaction that no case shows drives to 0 all cells that hold it: those cells and terms leave the fit, which may
   * then have a finite maximum (fienbergRinaldo2012). The terms still count as parameters.
   */
  private fitWithout(empty: Interactions, interactions: Interactions): ModelFit {
    const emptied: number[] = [];
    for (let cell = 1; cell < this.size; cell++) {
      if (!empty.some((term) => (cell & term) === term)) continue;
      this.dead[cell] = 1;
      emptied.push(cell);
    }
    const left = interactions.filter((term) => this.dead[term] === 0);
    const beta = this.settle(left);
    this.dead.fill(0);
    if (!beta) return this.fitSlowly(interactions);
    const fit = this.summarize(beta, 1 + this.t + interactions.length);
    return { ...fit, state: "extended", emptied };
  }

  /** β at the maximum, or null where Newton's method does not settle. Afterwards `mu` holds the expected counts. */
  settle(interactions: Interactions, start?: Float64Array): Float64Array | null {
    this.prepare(interactions);
    const size = this.terms.length;
    const beta = new Float64Array(size);
    if (start) beta.set(start.subarray(0, Math.min(size, start.length)));
    let reached = start ? this.expect(beta) : this.firstGuess(beta);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      if (!this.newtonStep()) return null;
      let largest = this.move(beta, 1);
      let now = this.expect(beta);
      for (let halving = 1; !(now >= reached - 1e-9 * (1 + Math.abs(reached))); halving++) {
        if (halving > 30) return null;
        largest = this.move(beta, -(0.5 ** halving));
        now = this.expect(beta);
      }
      reached = now;
      if (largest < SETTLED) return beta;
    }
    return null;
  }

  /** Σ count · log μ at these coefficients of the last fit's terms. */
  fittedScore(beta: Float64Array): number {
    return beta.reduce((sum, value, i) => sum + value * this.margins[this.terms[i]!]!, 0);
  }

  /** Cases that hold all lists of a term. */
  margin(term: number): number {
    return this.margins[term]!;
  }

  /** Expected number of cases that hold all lists of a term, for every term, under a fit. */
  expectedByTerm({ beta, terms, emptied }: ModelFit): Float64Array {
    const means = new Float64Array(this.size);
    terms.forEach((term, i) => (means[term] = beta[i]!));
    sumOverSubsets(means);
    for (let cell = 1; cell < this.size; cell++) means[cell] = Math.exp(means[cell]!);
    for (const cell of emptied) means[cell] = 0;
    means[0] = 0;
    sumOverSupersets(means);
    return means;
  }

  private prepare(interactions: Interactions): void {
    const size = 1 + this.t + interactions.length;
    if (this.terms.length !== size) {
      this.terms = new Int32Array(size);
      this.matrix = new Float64Array(size * size);
      this.step = new Float64Array(size);
    }
    for (let list = 0; list < this.t; list++) this.terms[1 + list] = 1 << list;
    for (let i = 0; i < interactions.length; i++) this.terms[1 + this.t + i] = interactions[i]!;
  }

  /** Weighted least squares on log(count + ½): weights go where μ goes, and the score becomes Xᵀ W z. */
  private firstGuess(beta: Float64Array): number {
    const { mu, sums, size, first, counts, dead } = this;
    mu[0] = 0;
    sums[0] = 0;
    for (let cell = first; cell < size; cell++) {
      const guess = dead[cell] ? 0 : counts[cell]! + 0.5;
      mu[cell] = guess;
      sums[cell] = guess === 0 ? 0 : guess * Math.log(guess);
    }
    sumOverSupersets(sums);
    for (let i = 0; i < this.terms.length; i++) this.step[i] = sums[this.terms[i]!]!;
    if (!this.solveStep()) return -Infinity;
    this.move(beta, 1);
    return this.expect(beta);
  }

  /** μ from β; the log-likelihood without its constant. */
  private expect(beta: Float64Array): number {
    const { mu, terms, size, first, dead } = this;
    mu.fill(0);
    let fitted = 0;
    for (let i = 0; i < terms.length; i++) {
      mu[terms[i]!] = beta[i]!;
      fitted += this.margins[terms[i]!]! * beta[i]!;
    }
    sumOverSubsets(mu);
    let total = 0;
    for (let cell = first; cell < size; cell++) {
      const mean = dead[cell] === 1 ? 0 : Math.exp(mu[cell]!);
      mu[cell] = mean;
      total += mean;
    }
    if (first === 1) mu[0] = 0;
    return fitted - total;
  }

  private newtonStep(): boolean {
    const { sums, mu, terms, step, margins } = this;
    sums.set(mu);
    sumOverSupersets(sums);
    for (let i = 0; i < terms.length; i++) step[i] = margins[terms[i]!]! - sums[terms[i]!]!;
    return this.solveSums();
  }

  private solveStep(): boolean {
    this.sums.set(this.mu);
    sumOverSupersets(this.sums);
    return this.solveSums();
  }

  /** Solves information · step = step, where `sums` holds μ summed over supersets. The intercept stands last. */
  private solveSums(): boolean {
    const { sums, terms, matrix, step } = this;
    const size = terms.length;
    for (let i = 0; i < size; i++) {
      const row = i * size;
      const term = terms[size - 1 - i]!;
      for (let j = 0; j <= i; j++) matrix[row + j] = sums[term | terms[size - 1 - j]!]!;
    }
    step.reverse();
    if (!factorizeAndSolve(matrix, step, size)) return false;
    step.reverse();
    return true;
  }

  private move(beta: Float64Array, share: number): number {
    let largest = 0;
    for (let i = 0; i < beta.length; i++) {
      const change = share * this.step[i]!;
      beta[i]! += change;
      if (Math.abs(change) > largest) largest = Math.abs(change);
    }
    return largest;
  }

  private summarize(beta: Float64Array, parameters: number): ModelFit {
    const { terms, margins, matrix, cells } = this;
    const size = terms.length;
    let fitted = 0;
    let total = 0;
    for (let i = 0; i < size; i++) fitted += margins[terms[i]!]! * beta[i]!;
    for (let cell = this.first; cell < this.size; cell++) total += this.mu[cell]!;
    const unseen = Math.exp(beta[0]!);
    // The intercept is last in the factor: its variance is one over the square of the last pivot.
    const variance = 1 / matrix[size * size - 1]! ** 2;
    const logLikelihood = fitted - total - this.constant;
    return {
      state: "ok",
      abundance: cells.observed + unseen,
      standardError: Math.sqrt(unseen + unseen * unseen * variance),
      logLikelihood,
      deviance: 2 * (this.saturated - fitted + total),
      df: this.size - 1 - parameters,
      parameters,
      aic: -2 * logLikelihood + 2 * parameters,
      bic: -2 * logLikelihood + Math.log(cells.observed) * parameters,
      beta,
      terms: terms.slice(),
      emptied: NONE,
    };
  }

  /** Where Newton's method did not settle: ask whether a finite maximum exists, and fit on what is left. */
  private fitSlowly(interactions: Interactions): ModelFit {
    const terms = [0, ...Array.from({ length: this.t }, (_, list) => 1 << list), ...interactions];
    const rows: number[][] = [];
    for (let cell = 1; cell < this.size; cell++) rows.push(terms.map((term) => ((cell & term) === term ? 1 : 0)));
    const fit = fitPoisson({ rows, counts: [...this.cells.counts.subarray(1)] });
    return {
      ...fit,
      beta: Float64Array.from(fit.coefficients),
      terms: Int32Array.from(terms),
      emptied: fit.emptied.map((i) => i + 1),
    };
  }
}
