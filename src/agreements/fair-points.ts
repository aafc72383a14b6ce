// Which of the undominated agreements is fair? Gains are over what a side has without agreement, d. Nash: the greatest
// product of gains (nash1950), all ties of it. Egalitarian: the greatest smallest gain (kalai1977). Kalai–Smorodinsky:
// gains as equal as can be as shares of the ideal gains (kalaiSmorodinsky1975); on finitely many points "equal" can
// mean the smallest spread of shares or the greatest smallest share, and they differ, so both are given. Utilitarian:
// the greatest sum. Opposition: how far the frontier stays from everyone's full utility of one.

export type FairPoints = {
  nash: number[];
  kalaiSmorodinsky: number[];
  kalaiSmorodinskyMaxMin: number[];
  egalitarian: number[];
  utilitarian: number[];
  opposition: number;
};

/** Numbers this close, relative to their size, are one: sums of floats differ in their last bits. */
const SAME = 1e-12;

/** Indices of the points that each idea of fairness picks, all ties, the most equal first; `utilities` by side, then by point. */
export function fairPoints(
  utilities: readonly ArrayLike<number>[],
  disagreement: readonly number[],
  ideal: readonly number[] = idealOf(utilities),
): FairPoints {
  const count = utilities[0]?.length ?? 0;
  if (count === 0) throw new RangeError("Cannot choose a fair point: there is none");
  const scores = scored(utilities, disagreement, ideal);
  const found = {
    nash: greatest(scores.product),
    kalaiSmorodinsky: greatest(scores.evenness),
    kalaiSmorodinskyMaxMin: greatest(scores.smallestShare),
    egalitarian: greatest(scores.smallestGain),
    utilitarian: greatest(scores.sum),
  };
  const share = scores.smallestShare;
  for (const ties of Object.values(found)) ties.sort((x, y) => share[y]! - share[x]! || x - y);
  return { ...found, opposition: opposition(utilities) };
}

type Scores = Record<"product" | "evenness" | "smallestShare" | "smallestGain" | "sum", Float64Array>;

/** What each idea of fairness makes greatest, point by point; a side that can gain nothing has its whole share. */
function scored(
  utilities: readonly ArrayLike<number>[],
  disagreement: readonly number[],
  ideal: readonly number[],
): Scores {
  const count = utilities[0]!.length;
  const smallestShare = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const largestShare = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const smallestGain = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const product = new Float64Array(count).fill(1);
  const sum = new Float64Array(count);
  for (const [at, side] of utilities.entries()) {
    const without = disagreement[at]!;
    const most = ideal[at]! - without;
    for (let point = 0; point < count; point++) {
      const gain = Math.max(0, side[point]! - without);
      const share = most > 0 ? gain / most : 1;
      product[point]! *= gain;
      sum[point]! += side[point]!;
      if (gain < smallestGain[point]!) smallestGain[point] = gain;
      if (share < smallestShare[point]!) smallestShare[point] = share;
      if (share > largestShare[point]!) largestShare[point] = share;
    }
  }
  const evenness = smallestShare.map((share, point) => share - largestShare[point]!);
  return { product, evenness, smallestShare, smallestGain, sum };
}

/** The most that each side gets anywhere on the frontier. */
export function idealOf(utilities: readonly ArrayLike<number>[]): number[] {
  return utilities.map((side) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < side.length; at++) best = Math.max(best, side[at]!);
    return best;
  });
}

function opposition(utilities: readonly ArrayLike<number>[]): number {
  const squares = new Float64Array(utilities[0]!.length);
  for (const side of utilities) for (let at = 0; at < squares.length; at++) squares[at]! += (1 - side[at]!) ** 2;
  let least = Number.POSITIVE_INFINITY;
  for (const square of squares) if (square < least) least = square;
  return Math.sqrt(least);
}

function greatest(values: Float64Array): number[] {
  let best = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > best) best = value;
  const close = SAME * Math.max(Math.abs(best), 1e-300) + (best === 0 ? SAME : 0);
  const found: number[] = [];
  for (let at = 0; at < values.length; at++) if (values[at]! >= best - close) found.push(at);
  return found;
}
