// Cases fall in classes that nobody sees; within a class the lists are independent. A Dirichlet process, cut at K classes,
// shares the classes out (manriqueVallier2016): λ ~ Beta(1, 1), concentration ~ Gamma(a, b), p(N) ∝ 1/N. Gibbs sampling:
//   unseen | all ~ NegBin(n, 1 − ρ), ρ the chance that no list sees a case; classes of patterns | all ~ multinomial; …
// The chains must agree before anything is said: split R̂ (vehtari2021) of log unseen, and an effective sample size.

import { stream, type Chance } from "../../math/philox.ts";
import { drawBeta, drawGamma, drawLogGamma, drawMultinomial, drawPoisson } from "../../math/sampling.ts";
import type { Interval } from "../../values/estimate.ts";
import { answer, refuse, type Outcome } from "../../values/outcome.ts";
import type { Cells } from "./table.ts";

export type LatentOptions = {
  seed: number;
  level: number;
  classes?: number;
  chains?: number;
  /** Draws kept of each chain. */
  draws?: number;
  /** Steps from one draw kept to the next. */
  thin?: number;
  burnIn?: number;
};

export type LatentAnswer = {
  mean: number;
  median: number;
  interval: Interval;
  /** Near 1 where the chains agree. */
  splitRhat: number;
  effectiveDraws: number;
  draws: number;
};

const A = 0.25;
const B = 0.25;
const MOST_RHAT = 1.05;
const FEWEST_DRAWS = 100;

export function latentClasses(cells: Cells, options: LatentOptions): Outcome<LatentAnswer> {
  if (cells.t < 3) return refuse("one-list", "Latent classes need three lists.");
  const { thin = 10, burnIn = 3000 } = options;
  // Slow mixing is common: where the chains disagree, ask once more with four times the steps.
  const first = runChains(cells, { ...options, thin, burnIn });
  return first.ok ? first : runChains(cells, { ...options, thin: 4 * thin, burnIn: 4 * burnIn });
}

function runChains(cells: Cells, options: LatentOptions): Outcome<LatentAnswer> {
  const { seed, level, chains = 4, draws = 1000 } = options;
  const totals = Array.from({ length: chains }, (_, chain) => runChain(cells, stream(seed, chain), options));
  const logs = totals.map((chain) => chain.map((total) => Math.log(total - cells.observed + 0.5)));
  const splitRhat = splitRhatOf(logs);
  const effectiveDraws = effectiveSize(logs, splitRhat);
  if (!(splitRhat <= MOST_RHAT) || !(effectiveDraws >= FEWEST_DRAWS)) {
    const detail = `Its chains disagree: split R-hat ${splitRhat.toFixed(2)}, ${Math.floor(effectiveDraws)} effective draws.`;
    return refuse("did-not-converge", detail);
  }
  const sorted = totals.flat().sort((a, b) => a - b);
  const quantile = (p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
  return answer({
    mean: sorted.reduce((sum, total) => sum + total, 0) / sorted.length,
    median: quantile(0.5),
    interval: { lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2), level },
    splitRhat,
    effectiveDraws,
    draws: chains * draws,
  });
}

/** One chain's totals. */
export function runChain(cells: Cells, chance: Chance, options: LatentOptions): number[] {
  const { classes = 10, draws = 1000, thin = 10, burnIn = 3000 } = options;
  const chain = new Chain(cells, chance, classes);
  for (let i = 0; i < burnIn; i++) chain.step();
  return Array.from({ length: draws }, () => {
    for (let i = 0; i < thin; i++) chain.step();
    return chain.total;
  });
}

class Chain {
  total: number;
  private readonly t: number;
  private readonly classes: number;
  private readonly chance: Chance;
  private readonly observed: number;
  private readonly patterns: { cell: number; count: number }[] = [];
  private readonly shares: Float64Array; // π by class
  private readonly seen: Float64Array; // λ by class × list
  private readonly sizes: Float64Array; // cases by class
  private readonly listed: Float64Array; // cases by class × list
  private readonly odds: Float64Array;
  private readonly split: Float64Array;
  private concentration = 1;

  constructor({ t, counts, observed }: Cells, chance: Chance, classes: number) {
    this.t = t;
    this.classes = classes;
    this.chance = chance;
    this.observed = observed;
    this.total = 2 * observed;
    counts.forEach((count, cell) => {
      if (count > 0) this.patterns.push({ cell, count });
    });
    this.shares = new Float64Array(classes).fill(1 / classes);
    this.seen = Float64Array.from({ length: classes * t }, () => 0.1 + 0.8 * chance());
    this.sizes = new Float64Array(classes);
    this.listed = new Float64Array(classes * t);
    this.odds = new Float64Array(classes);
    this.split = new Float64Array(classes);
  }

  step(): void {
    this.sizes.fill(0);
    this.listed.fill(0);
    for (const { cell, count } of this.patterns) this.place(cell, count);
    this.placeUnseen();
    this.drawSeen();
    this.drawShares();
  }

  /** π_k Π λ or 1 − λ of a pattern, by class; their sum. */
  private weigh(cell: number): number {
    let sum = 0;
    for (let k = 0; k < this.classes; k++) {
      let odds = this.shares[k]!;
      for (let list = 0; list < this.t; list++) {
        const seen = this.seen[k * this.t + list]!;
        odds *= cell & (1 << list) ? seen : 1 - seen;
      }
      this.odds[k] = odds;
      sum += odds;
    }
    return sum;
  }

  /** Shares the cases of a pattern out to the classes. */
  private place(cell: number, count: number): void {
    this.weigh(cell);
    drawMultinomial(this.chance, count, this.odds, this.split);
    for (let k = 0; k < this.classes; k++) {
      const here = this.split[k]!;
      if (here === 0) continue;
      this.sizes[k]! += here;
      for (let list = 0; list < this.t; list++) if (cell & (1 << list)) this.listed[k * this.t + list]! += here;
    }
  }

  private placeUnseen(): void {
    const missed = Math.min(this.weigh(0), 1 - 1e-12);
    // Negative binomial: Poisson around a gamma.
    const mean = (drawGamma(this.chance, this.observed) * missed) / (1 - missed);
    const unseen = drawPoisson(this.chance, Math.min(mean, 1e12));
    this.total = this.observed + unseen;
    drawMultinomial(this.chance, unseen, this.odds, this.split);
    for (let k = 0; k < this.classes; k++) this.sizes[k]! += this.split[k]!;
  }

  private drawSeen(): void {
    for (let k = 0; k < this.classes; k++) {
      for (let list = 0; list < this.t; list++) {
        const at = k * this.t + list;
        const listed = this.listed[at]!;
        this.seen[at] = drawBeta(this.chance, 1 + listed, 1 + this.sizes[k]! - listed);
      }
    }
  }

  /** Stick breaking: each class takes a beta share of what the earlier ones left. */
  private drawShares(): void {
    const { classes, chance, sizes, shares } = this;
    let later = this.total;
    let logLeft = 0;
    for (let k = 0; k < classes - 1; k++) {
      later -= sizes[k]!;
      // In logarithms: with a small concentration, what is left may be too little for a number of its own.
      const taken = drawLogGamma(chance, 1 + sizes[k]!);
      const rest = drawLogGamma(chance, this.concentration + later);
      const both = Math.max(taken, rest) + Math.log1p(Math.exp(-Math.abs(taken - rest)));
      shares[k] = Math.exp(logLeft + taken - both);
      logLeft += rest - both;
    }
    shares[classes - 1] = Math.exp(logLeft);
    this.concentration = Math.max(1e-10, drawGamma(chance, A + classes - 1) / (B - logLeft));
  }
}

/** √(variance of all / variance within), each chain cut in two so that a drift shows too. */
export function splitRhatOf(chains: readonly number[][]): number {
  const halves = chains.flatMap((chain) => {
    const middle = Math.floor(chain.length / 2);
    return [chain.slice(0, middle), chain.slice(middle, 2 * middle)];
  });
  const length = halves[0]!.length;
  const means = halves.map(meanOf);
  const within = meanOf(halves.map(varianceOf));
  const between = varianceOf(means);
  if (within === 0) return between === 0 ? 1 : Infinity;
  return Math.sqrt((length - 1) / length + between / within);
}

/** Draws divided by 1 + 2 Σ autocorrelation, summed while pairs stay positive (geyer1992). */
function effectiveSize(chains: readonly number[][], rhat: number): number {
  const length = chains[0]!.length;
  const means = chains.map(meanOf);
  const within = meanOf(chains.map(varianceOf));
  if (within === 0) return chains.length * length;
  const all = within * rhat * rhat;
  const correlation = (lag: number): number => {
    let sum = 0;
    chains.forEach((chain, c) => {
      for (let i = lag; i < length; i++) sum += (chain[i]! - means[c]!) * (chain[i - lag]! - means[c]!);
    });
    return 1 - (within - sum / (chains.length * (length - 1))) / all;
  };
  let time = 1;
  for (let lag = 1; lag + 1 < length / 2; lag += 2) {
    const pair = correlation(lag) + correlation(lag + 1);
    if (pair <= 0) break;
    time += 2 * pair;
  }
  return (chains.length * length) / time;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
