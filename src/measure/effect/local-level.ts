// The local level model, y_t = μ_t + ε_t, μ_{t+1} = μ_t + η_t, by exact diffuse Kalman filter, and its two variances by
// maximum likelihood (durbinKoopman2012, chapters 2 and 7). With q = var η / var ε the likelihood concentrates on q:
// var ε = Σ v²/F / (n − 1), and one search in log q finds the maximum.

import { answer, refuse, type Outcome } from "../../values/outcome.ts";

export type LocalLevel = {
  level: number;
  epsilon: number;
  /** Diffuse: the first observation only says where the level starts. */
  logLikelihood: number;
  /** The level given all observations. */
  smoothed: number[];
};

const LEAST_LOG_RATIO = -30;
const MOST_LOG_RATIO = 20;

/** Fits both variances. A null is a missing observation. */
export function fitLocalLevel(series: readonly (number | null)[]): Outcome<LocalLevel> {
  const seen = series.filter((value) => value !== null);
  if (seen.length < 4) return refuse("too-short", `${seen.length} of at least 4 observations.`);
  if (seen.every((value) => value === seen[0])) return refuse("no-variation");
  const gain = (logRatio: number): number => concentrated(series, Math.exp(logRatio)).logLikelihood;
  const logRatio = highest(gain, LEAST_LOG_RATIO, MOST_LOG_RATIO);
  // No wandering at all is a value of its own: the search only comes near it.
  const still = concentrated(series, 0);
  const best = still.logLikelihood >= gain(logRatio) - 1e-9 ? 0 : Math.exp(logRatio);
  const { epsilon, logLikelihood } = concentrated(series, best);
  return answer({ level: best * epsilon, epsilon, logLikelihood, smoothed: smooth(series, best) });
}

/** var ε and the log-likelihood at a ratio of the variances. */
export function concentrated(
  series: readonly (number | null)[],
  ratio: number,
): { epsilon: number; logLikelihood: number } {
  let [mean, spread, started, squares, logs, count] = [0, 0, false, 0, 0, 0];
  for (const value of series) {
    if (value !== null && !started) {
      [mean, spread, started] = [value, 1, true];
    } else if (value !== null) {
      const [error, f] = [value - mean, spread + 1];
      squares += (error * error) / f;
      logs += Math.log(f);
      count += 1;
      mean += (spread / f) * error;
      spread /= f;
    }
    spread += started ? ratio : 0;
  }
  const epsilon = squares / count;
  return { epsilon, logLikelihood: -0.5 * (count * (Math.log(2 * Math.PI * epsilon) + 1) + logs) };
}

/** Kalman filter forward, then back: the level at each time given the whole series. */
function smooth(series: readonly (number | null)[], ratio: number): number[] {
  const first = series.findIndex((value) => value !== null);
  const means: number[] = [];
  const spreads: number[] = [];
  let [mean, spread] = [series[first] ?? 0, 1];
  for (let t = first; t < series.length; t++) {
    const value = series[t] ?? null;
    if (t > first) {
      spread += ratio;
      if (value !== null) {
        mean += (spread / (spread + 1)) * (value - mean);
        spread /= spread + 1;
      }
    }
    means.push(mean);
    spreads.push(spread);
  }
  for (let t = means.length - 2; t >= 0; t--)
    means[t]! += (spreads[t]! / (spreads[t]! + ratio)) * (means[t + 1]! - means[t]!);
  return [...Array.from({ length: first }, () => means[0]!), ...means];
}

/** The highest point of a function: a coarse walk that no side hill deceives, then golden section. */
function highest(of: (x: number) => number, low: number, high: number): number {
  const steps = 200;
  const at = (k: number): number => low + (k * (high - low)) / steps;
  let best = 0;
  for (let k = 1; k <= steps; k++) if (of(at(k)) > of(at(best))) best = k;
  let [left, right] = [at(Math.max(0, best - 1)), at(Math.min(steps, best + 1))];
  const golden = (Math.sqrt(5) - 1) / 2;
  while (right - left > 1e-10) {
    const [one, two] = [right - golden * (right - left), left + golden * (right - left)];
    if (of(one) < of(two)) left = one;
    else right = two;
  }
  return (left + right) / 2;
}
