// What a segment of a series costs: −2 log of its largest likelihood, without the terms that no segmentation changes.
//   poisson         −2 S log(S / n)                     one rate a segment (killick2012)
//   mean            Σ (x − mean)²                       one mean a segment, variance 1 throughout
//   variance        n (log 2π + log σ² + 1)             the series' own mean throughout, one variance a segment
//   mean-variance   the same with the segment's mean
// S is a segment's sum, n its length.

export const costNames = ["poisson", "mean", "variance", "mean-variance"] as const;
export type CostName = (typeof costNames)[number];

/** One shape for every cost and no closures: the search reads it a hundred million times. */
export type SegmentCost = {
  name: CostName;
  points: number;
  /** The fewest points a segment may have: a variance needs two. */
  least: number;
  /** Parameters that a change adds, its date aside. */
  parameters: number;
  kind: number;
  sums: Float64Array;
  squares: Float64Array;
  /** 2 log n, and 2 S log S as far as it is kept. */
  logs: Float64Array;
  timesLog: Float64Array;
};

/** Tables of S log S are kept up to sums of this size. */
const LARGEST_TABLE = 4_000_000;
const LEAST_VARIANCE = 1e-11;
const LOG_TWO_PI = Math.log(2 * Math.PI);
const NONE = new Float64Array(0);
const least: Record<CostName, number> = { poisson: 2, mean: 1, variance: 2, "mean-variance": 2 };

export function segmentCost(name: CostName, series: readonly number[]): SegmentCost {
  const n = series.length;
  const kind = costNames.indexOf(name);
  const parameters = name === "mean-variance" ? 2 : 1;
  const shape = { name, points: n, least: least[name], parameters, kind };
  if (name !== "poisson") return { ...shape, ...moments(series, meanOf(series)), logs: NONE, timesLog: NONE };
  const sums = summed(series);
  const timesLog = new Float64Array(Math.min(sums[n]!, LARGEST_TABLE) + 1);
  for (let s = 1; s < timesLog.length; s++) timesLog[s] = 2 * s * Math.log(s);
  const logs = Float64Array.from({ length: n + 1 }, (_, length) => (length === 0 ? 0 : 2 * Math.log(length)));
  return { ...shape, sums, squares: NONE, logs, timesLog };
}

/** The cost of the points `from` up to, not including, `to`. */
export function costOf({ kind, sums, squares, logs, timesLog }: SegmentCost, from: number, to: number): number {
  const sum = sums[to]! - sums[from]!;
  const points = to - from;
  if (kind === 0) {
    if (sum < timesLog.length) return sum * logs[points]! - timesLog[sum]!;
    return sum * logs[points]! - 2 * sum * Math.log(sum);
  }
  const square = squares[to]! - squares[from]!;
  // About the series' own mean where only the variance changes, about the segment's elsewhere; rounding is no cost.
  const scatter = kind === 2 ? square : Math.max(0, square - (sum * sum) / points);
  if (kind === 1) return scatter;
  return points * (LOG_TWO_PI + Math.log(Math.max(scatter / points, LEAST_VARIANCE)) + 1);
}

/** Where a last segment may start: the starts in order, what the points before each cost at best, and with it. */
export type Starts = { size: number; list: Int32Array; base: Float64Array; values: Float64Array };

/** Fills in `values` for segments that end at `to`, with `logs` of their lengths, and gives the cheapest start's place. */
export function cheapestStart(cost: SegmentCost, starts: Starts, lengthLogs: Float64Array, to: number): number {
  if (cost.kind === 0 && cost.sums[to]! < cost.timesLog.length) return cheapestPoisson(cost, starts, lengthLogs, to);
  const { size, list, base, values } = starts;
  let at = 0;
  for (let i = 0; i < size; i++) {
    const start = list[i]!;
    values[i] = base[i]! + costOf(cost, start, to) + lengthLogs[to - start]!;
    if (values[i]! < values[at]!) at = i;
  }
  return at;
}

/** The same with every logarithm looked up: the loop in which long series spend their time. */
function cheapestPoisson(
  { sums, logs, timesLog }: SegmentCost,
  { size, list, base, values }: Starts,
  lengthLogs: Float64Array,
  to: number,
): number {
  const end = sums[to]!;
  let lowest = Infinity;
  let at = 0;
  for (let i = 0; i < size; i++) {
    const start = list[i]!;
    const length = to - start;
    const sum = (end - sums[start]!) | 0;
    const value = base[i]! + sum * logs[length]! - timesLog[sum]! + lengthLogs[length]!;
    values[i] = value;
    if (value < lowest) {
      lowest = value;
      at = i;
    }
  }
  return at;
}

/** Running sums of x − centre and of its square: centred, so that little is lost where the mean is large. */
function moments(series: readonly number[], centre: number): { sums: Float64Array; squares: Float64Array } {
  return {
    sums: summed(series.map((value) => value - centre)),
    squares: summed(series.map((value) => (value - centre) ** 2)),
  };
}

export function summed(series: readonly number[]): Float64Array {
  const sums = new Float64Array(series.length + 1);
  series.forEach((value, i) => {
    sums[i + 1] = sums[i]! + value;
  });
  return sums;
}

export function meanOf(series: readonly number[]): number {
  return series.reduce((sum, value) => sum + value, 0) / series.length;
}
