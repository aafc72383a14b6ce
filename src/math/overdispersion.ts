// The likelihood of negative binomial counts in α = 1/θ, at given means, in a form that stays exact as α goes to 0:
//   Σ_{k < y} log(1 + α k) + y log μ − (y + 1/α) log(1 + α μ)   (lawless1987; without log y!)
// and its maximum over α. Only α = 0 is Poisson.

export type Spread = {
  /** How many counts lie above k, k = 0, 1, …: Σ_i Σ_{k < y_i} f(k) is Σ_k above[k] f(k). */
  above: Float64Array;
  /** The second derivative of the log-likelihood in α. */
  curvature(y: Float64Array, mu: Float64Array, alpha: number): number;
};

const LARGEST_ALPHA = 1e6;
/** Below this α μ, four terms of the series are exact to rounding. */
const SMALL = 1e-3;

export function spreadOf(y: Float64Array): Spread {
  const above = new Float64Array(y.reduce((most, count) => Math.max(most, count), 0));
  for (const count of y) if (count > 0) above[count - 1]!++;
  for (let k = above.length - 2; k >= 0; k--) above[k]! += above[k + 1]!;
  return { above, curvature: (counts, mu, alpha) => derivatives(above, counts, mu, alpha).second };
}

/** The log-likelihood without the term in log y!; −∞ where a mean is no number. */
export function logLikelihoodAt({ above }: Spread, y: Float64Array, mu: Float64Array, alpha: number): number {
  let sum = 0;
  if (alpha > 0) for (let k = 1; k < above.length; k++) sum += above[k]! * Math.log1p(alpha * k);
  for (let i = 0; i < y.length; i++) {
    const mean = mu[i]!;
    if (y[i]! > 0) sum += y[i]! * Math.log(mean);
    sum -= alpha > 0 ? (y[i]! + 1 / alpha) * Math.log1p(alpha * mean) : mean;
  }
  return Number.isFinite(sum) ? sum : -Infinity;
}

/** The α that maximises the likelihood at given means; 0 where it does not rise from 0, null where it rises for ever. */
export function dispersionOf({ above }: Spread, y: Float64Array, mu: Float64Array, start: number): number | null {
  const slope = (alpha: number): { first: number; second: number } => derivatives(above, y, mu, alpha);
  if (!(slope(0).first > 0)) return 0;
  let [low, high] = [0, start > 0 ? 2 * start : 1];
  while (slope(high).first > 0) {
    low = high;
    high *= 4;
    if (high > LARGEST_ALPHA) return null;
  }
  let alpha = start > low && start < high ? start : (low + high) / 2;
  for (let round = 0; round < 200; round++) {
    const { first, second } = slope(alpha);
    if (first > 0) low = alpha;
    else high = alpha;
    const newton = alpha - first / second;
    const next = second < 0 && newton > low && newton < high ? newton : (low + high) / 2;
    const moved = Math.abs(next - alpha);
    alpha = next;
    if (moved <= 1e-13 * alpha || high - low <= 1e-15 * high) break;
  }
  return alpha;
}

function derivatives(
  above: Float64Array,
  y: Float64Array,
  mu: Float64Array,
  alpha: number,
): { first: number; second: number } {
  let [first, second] = [0, 0];
  for (let k = 1; k < above.length; k++) {
    const share = k / (1 + alpha * k);
    first += above[k]! * share;
    second -= above[k]! * share * share;
  }
  for (let i = 0; i < y.length; i++) {
    const mean = mu[i]!;
    const x = alpha * mean;
    const kept = mean / (1 + x);
    // α⁻² (log(1 + x) − x / (1 + x)) and its derivative in α, as series where x is small
    if (x < SMALL) {
      first += mean * mean * (1 / 2 - x * (2 / 3 - x * (3 / 4 - x * (4 / 5 - x * (5 / 6)))));
      second += mean * mean * mean * (-2 / 3 + x * (3 / 2 - x * (12 / 5 - x * (10 / 3))));
    } else {
      const gap = (Math.log1p(x) - x / (1 + x)) / (alpha * alpha);
      first += gap;
      second += (-2 * gap) / alpha + (kept * kept) / alpha;
    }
    first -= y[i]! * kept;
    second += y[i]! * kept * kept;
  }
  return { first, second };
}
