// Is one rung of a ladder fuller than a smooth ladder would leave it? Counts by level, each Poisson with a mean that is
// log-linear in the level. Given the total and the sum of the levels the counts no longer hang on the line's height and
// slope: their chance is proportional to 1/∏ cᵢ!. So the test is exact, with nothing fitted.

/** Above this the sum over tables takes too long. */
export const MOST_COUNTED = 200;

/**
 * The chance that rung `at` (from 0) holds as many as it does or more, given total and sum of levels, for counts at
 * levels 0, 1, 2, …; and the smallest that this chance could have come out.
 */
export function fullerRung(counts: readonly number[], at: number): { expected: number; p: number; leastP: number } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MOST_COUNTED) throw new RangeError(`Cannot sum over tables of ${total}: at most ${MOST_COUNTED}`);
  const moment = counts.reduce((sum, count, level) => sum + level * count, 0);
  const others = counts.map((_, level) => level).filter((level) => level !== at);
  const ways = waysAmong(others, total, counts.length);
  const weights: number[] = [];
  for (let here = 0; here <= total && here * at <= moment; here += 1) {
    const rest = ways[total - here]?.[moment - here * at] ?? 0;
    weights.push(choose(total, here) * rest);
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const tail = (from: number): number => weights.slice(from).reduce((sum, weight) => sum + weight, 0) / all;
  const most = weights.findLastIndex((weight) => weight > 0);
  return {
    expected: weights.reduce((sum, weight, here) => sum + weight * here, 0) / all,
    p: Math.min(1, tail(counts[at] ?? 0)),
    leastP: tail(most),
  };
}

/** Ways [n][s] to put n things on the levels with sum s: multinomial counts, at most (levels)^n, which a double holds. */
function waysAmong(levels: readonly number[], total: number, rungs: number): Float64Array[] {
  const width = total * (rungs - 1) + 1;
  let ways = Array.from({ length: total + 1 }, () => new Float64Array(width));
  (ways[0] as Float64Array)[0] = 1;
  for (const level of levels) {
    const next = Array.from({ length: total + 1 }, () => new Float64Array(width));
    for (let n = 0; n <= total; n += 1)
      for (let added = 0; added <= n; added += 1) {
        const [from, to] = [ways[n - added] as Float64Array, next[n] as Float64Array];
        const factor = choose(n, added);
        for (let sum = 0; sum + added * level < width; sum += 1)
          if (from[sum] !== 0) to[sum + added * level] = (to[sum + added * level] ?? 0) + factor * (from[sum] ?? 0);
      }
    ways = next;
  }
  return ways;
}

const rows: number[][] = [[1]];

function choose(n: number, k: number): number {
  while (rows.length <= n) {
    const last = rows.at(-1) ?? [];
    rows.push(Array.from({ length: last.length + 1 }, (_, at) => (last[at - 1] ?? 0) + (last[at] ?? 0)));
  }
  return rows[n]?.[k] ?? 0;
}
