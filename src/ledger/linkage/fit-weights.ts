// Learning the weights from judged pairs: logistic regression in bits with a Gaussian prior around hand-reasoned weights, so that few
// pairs move them little (maximum a posteriori by Newton's method). One weight per feature; the intercept is the prior odds.
//   minimise Σ w log(1 + 2^(−y s)) / log 2 … + Σ (β − β0)² / (2 σ²), s = β·x in bits.

const LN2 = Math.LN2;

export type Judged = { x: readonly number[]; match: boolean; weight: number };

export type Belief = { mean: readonly number[]; sd: readonly number[] };

/** The most probable weights given the judged pairs and the belief before them. The first amount of `x` should be 1. */
export function fitWeights(judged: readonly Judged[], { mean, sd }: Belief): number[] {
  let beta = [...mean];
  for (let round = 0; round < 60; round++) {
    const { gradient, hessian } = slope(judged, beta, mean, sd);
    const step = solve(hessian, gradient);
    const longest = Math.max(...step.map(Math.abs));
    const scale = Math.min(1, 4 / Math.max(longest, 1e-300)); // no step above 4 bits: the far tails are flat
    beta = beta.map((value, i) => value - scale * (step[i] ?? 0));
    if (longest < 1e-9) break;
  }
  return beta;
}

function slope(
  judged: readonly Judged[],
  beta: readonly number[],
  mean: readonly number[],
  sd: readonly number[],
): { gradient: number[]; hessian: number[][] } {
  const gradient = beta.map((value, i) => (value - (mean[i] ?? 0)) / (sd[i] ?? 1) ** 2);
  const hessian = beta.map((_, i) => beta.map((__, j) => (i === j ? 1 / (sd[i] ?? 1) ** 2 : 0)));
  for (const { x, match, weight } of judged) {
    const bits = x.reduce((sum, amount, i) => sum + amount * (beta[i] ?? 0), 0);
    const p = probabilityOf(bits);
    const pull = weight * (p - (match ? 1 : 0)) * LN2;
    const curve = weight * p * (1 - p) * LN2 * LN2;
    for (const [i, left] of x.entries()) {
      gradient[i] = (gradient[i] ?? 0) + pull * left;
      const row = hessian[i] ?? [];
      for (const [j, right] of x.entries()) row[j] = (row[j] ?? 0) + curve * left * right;
    }
  }
  return { gradient, hessian };
}

/** Probability of odds given in bits. */
export function probabilityOf(bits: number): number {
  return bits >= 0 ? 1 / (1 + 2 ** -bits) : 1 - 1 / (1 + 2 ** bits);
}

/** Solves a symmetric positive definite system by Cholesky's factors. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const size = right.length;
  const lower = new Float64Array(size * size);
  const at = (i: number, j: number): number => lower[i * size + j] ?? 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  const forward = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (forward[k] ?? 0);
    forward[i] = sum / at(i, i);
  }
  const solution = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = forward[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return [...solution];
}
