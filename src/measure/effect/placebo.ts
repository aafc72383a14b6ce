// How unusual is the fall among falls where nothing was agreed: at every other date of the series (in time), or between
// other rivals (in space). The share of all ratios as low as the true one, itself included, is a p value by permutation
// (abadie2010, section 2.4). Where nothing stands before a date there is no ratio, and the date is no fall.

/** A ratio with its name: a date, or two rivals. Null where nothing stood before. */
export type PlaceboRow = { name: string; before: number; after: number; ratio: number | null; ofInterest: boolean };

export type Placebo = {
  /** 1: no other ratio is lower. Equal ratios count as lower, so that ties never flatter. */
  rank: number;
  of: number;
  p: number;
  rows: PlaceboRow[];
};

/** Ranks the row of interest among all rows, itself included. */
export function rankLowest(rows: readonly PlaceboRow[]): Placebo {
  const own = rows.find(({ ofInterest }) => ofInterest)?.ratio ?? null;
  const of = rows.length;
  if (own === null) return { rank: of, of, p: 1, rows: [...rows] };
  // Ratios of the same counts may differ in their last bit.
  const rank = rows.filter(({ ratio }) => ratio !== null && ratio <= own * (1 + 1e-12)).length;
  return { rank, of, p: rank / of, rows: [...rows] };
}
