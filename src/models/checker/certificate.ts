// A certificate is data: the game's primitives, a profile, and rows that say why the profile is what it claims to be.
// Numbers in `game` and `profile` are exact: "p/q", or [lower, upper] where the true number is irrational.

export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** One equality (slack 0) or inequality (slack = lhs − rhs at least 0). */
export type Row = {
  kind: "eq" | "ineq";
  why: string;
  lhs: number;
  rhs: number;
  slack: number;
  /** The slack itself: "p/q", or "[p/q, r/s]" where it can only be enclosed. */
  exact: string;
};

export type Certificate = {
  format: "detente-certificate/1";
  /** Which set of rows is meant, such as "REPEAT/public-noise". */
  kind: string;
  game: { readonly [key: string]: Data };
  profile: { readonly [key: string]: Data };
  rows: readonly Row[];
};

/**
 * The row that ties the rows to the numbers: Σ place (2 numerator + denominator)² of every number of the game and the
 * profile, in the order of the keys' spelling, modulo the largest prime that a float holds exactly.
 */
export const FINGERPRINT = "every number of the game and the profile, weighted by its place";
export const FINGERPRINT_PRIME = 9_007_199_254_740_881n;
