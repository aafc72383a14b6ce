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
  const gain = (side: number, at: number): number => Math.max(0, utilities[side]![at]! - disagreement[side]!);
  const share = (side: number, at: number): number => {
    const most = ideal[side]! - disagreement[side]!;
    return most > 0 ? gain(side, at) / most : 1;
  };
  const over = (at: number, of: (side: number, at: number) => number): number[] =>
    utilities.map((_, side) => of(side, at));
  const shares = (at: number): number[] => over(at, share);
  const found = {
    nash: greatest(count, (at) => over(at, gain).reduce((product, each) => product * each, 1)),
    kalaiSmorodinsky: greatest(count, (at) => Math.min(...shares(at)) - Math.max(...shares(at))),
    kalaiSmorodinskyMaxMin: greatest(count, (at) => Math.min(...shares(at))),
    egalitarian: greatest(count, (at) => Math.min(...over(at, gain))),
    utilitarian: greatest(count, (at) => utilities.reduce((sum, side) => sum + side[at]!, 0)),
  };
  const smallestShare = (at: number): number => Math.min(...shares(at));
  for (const ties of Object.values(found)) ties.sort((x, y) => smallestShare(y) - smallestShare(x) || x - y);
  return { ...found, opposition: opposition(utilities) };
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
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < utilities[0]!.length; at++)
    least = Math.min(least, Math.hypot(...utilities.map((side) => 1 - side[at]!)));
  return least;
}

function greatest(count: number, of: (at: number) => number): number[] {
  const values = Float64Array.from({ length: count }, (_, at) => of(at));
  let best = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > best) best = value;
  const close = SAME * Math.max(Math.abs(best), 1e-300) + (best === 0 ? SAME : 0);
  const found: number[] = [];
  for (let at = 0; at < count; at++) if (values[at]! >= best - close) found.push(at);
  return found;
}
