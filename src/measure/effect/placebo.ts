// How unusual is the fall among falls where nothing was agreed: at every other date of the series (in time), or between
// other rivals (in space). The share of all ratios as low as the true one, itself included, is a p value by permutation
// (abadie2010, section 2.4). Where nothing stands before a date there is no ratio, and the date is no fall.

/** A ratio with its name: a date, or two rivals. Null where nothing stood before. */
export type PlaceboRow = {
  name: string;
  before: number;
  after: number;
  ratio: number | null;
  /** The fall in units of its own noise: small counts make low ratios easily, and low scores not. */
  score?: number;
  ofInterest: boolean;
};

export type Placebo = {
  /** 1: no other ratio is lower. Equal ratios count as lower, so that ties never flatter. */
  rank: number;
  of: number;
  p: number;
  /** The same by score, where rows have one. */
  byScore: { rank: number; p: number } | null;
  rows: PlaceboRow[];
};

/** Ranks the row of interest among all rows, itself included. */
export function rankLowest(rows: readonly PlaceboRow[]): Placebo {
  const own = rows.find(({ ofInterest }) => ofInterest)?.ratio ?? null;
  const of = rows.length;
  const byScore = rankByScore(rows);
  if (own === null) return { rank: of, of, p: 1, byScore, rows: [...rows] };
  // Ratios of the same counts may differ in their last bit.
  const rank = rows.filter(({ ratio }) => ratio !== null && ratio <= own * (1 + 1e-12)).length;
  return { rank, of, p: rank / of, byScore, rows: [...rows] };
}

function rankByScore(rows: readonly PlaceboRow[]): Placebo["byScore"] {
  const own = rows.find(({ ofInterest }) => ofInterest)?.score;
  if (own === undefined) return null;
  const rank = rows.filter(({ score }) => score !== undefined && score <= own + 1e-12).length;
  return { rank, p: rank / rows.length };
}
