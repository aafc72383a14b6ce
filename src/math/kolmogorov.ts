// How far may the empirical distribution of n numbers stray from the true one? Kolmogorov's limit of
// P(sup |F_n − F| > D), with Stephens's correction for small n.

/** The largest gap between the share of `uniforms` at or below x and x itself. */
export function largestGap(uniforms: Float64Array): number {
  const sorted = uniforms.toSorted();
  const n = sorted.length;
  let gap = 0;
  for (let k = 0; k < n; k++) gap = Math.max(gap, (k + 1) / n - sorted[k]!, sorted[k]! - k / n);
  return gap;
}

/** The probability of a gap at least so large among n numbers that are uniform. */
export function gapAtLeast(gap: number, n: number): number {
  const root = Math.sqrt(n);
  const x = (root + 0.12 + 0.11 / root) * gap;
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * x * x);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-17) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
