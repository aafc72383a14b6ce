// The gamma and beta functions and their incomplete integrals, on which every distribution here rests.

// Bernoulli coefficients of Stirling's series for log Γ.
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
const HALF_LOG_TWO_PI = 0.9189385332046728;
const TINY = 1e-300;
const EPSILON = 1e-16;

/** log Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`Cannot take the log-gamma of ${x}: it must be above 0`);
  if (x === Infinity) return Infinity;
  // Γ(x) = Γ(x + k) / (x (x + 1) … (x + k − 1)): climb to where Stirling's series is exact to rounding.
  let product = 1;
  let y = x;
  while (y < 12) product *= y++;
  const inverse = 1 / (y * y);
  let series = 0;
  for (let i = STIRLING.length - 1; i >= 0; i--) series = series * inverse + (STIRLING[i] as number);
  return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series / y - Math.log(product);
}

const logFactorials: number[] = [0];

/** log n! = log Γ(n + 1). Small whole ones are remembered: likelihoods ask for them again and again. */
export function logFactorial(n: number): number {
  if (n >= 10_000 || !Number.isInteger(n)) return logGamma(n + 1);
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push(logGamma(i + 1));
  return logFactorials[n] as number;
}

export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** ψ(x) = d log Γ(x) / dx for x > 0. */
export function digamma(x: number): number {
  let result = 0;
  let y = x;
  while (y < 10) result -= 1 / y++;
  const inverse = 1 / (y * y);
  const series = inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse / 132))));
  return result + Math.log(y) - 0.5 / y - series;
}

/** P(a, x), the share of the gamma(a) distribution at or below x. */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), without loss of digits where it is small. */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < 100_000 && Math.abs(term) > EPSILON * sum; k++) sum += term *= x / (a + k);
  return Math.min(1, sum * Math.exp(a * Math.log(x) - x - logGamma(a)));
}

function gammaFraction(a: number, x: number): number {
  const step = (k: number): [number, number] => [-k * (k - a), x + 2 * k + 1 - a];
  const fraction = continued(x + 1 - a, step);
  return Math.min(1, Math.exp(a * Math.log(x) - x - logGamma(a)) / fraction);
}

/** I_x(a, b), the share of the beta(a, b) distribution at or below x. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return fractionConverges(x, a, b) ? betaFraction(x, a, b) : Math.max(0, 1 - betaFraction(1 - x, b, a));
}

/** 1 − I_x(a, b), without loss of digits where it is small. */
export function betaAbove(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return fractionConverges(x, a, b) ? Math.max(0, 1 - betaFraction(x, a, b)) : betaFraction(1 - x, b, a);
}

/** Whether the continued fraction of I_x(a, b) converges fast; otherwise that of its complement does. */
function fractionConverges(x: number, a: number, b: number): boolean {
  return x <= (a + 1) / (a + b + 2);
}

function betaFraction(x: number, a: number, b: number): number {
  const step = (k: number): [number, number] => {
    const m = Math.floor(k / 2);
    if (k % 2 === 0) return [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), 1];
    return [(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)), 1];
  };
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return Math.min(1, front / continued(1, step));
}

/** b0 + a1/(b1 + a2/(b2 + …)) by Lentz's method; `step(k)` gives [a_k, b_k]. */
function continued(b0: number, step: (k: number) => [number, number]): number {
  let value = b0 || TINY;
  let c = value;
  let d = 0;
  for (let k = 1; k < 100_000; k++) {
    const [a, b] = step(k);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < EPSILON * 4) break;
  }
  return value;
}
