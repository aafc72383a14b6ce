// One side's preferences as a file gives them: exact weights and evaluations, a reservation value, a discount.

import type { Rational } from "../math/rational.ts";

/**
 * What each option is worth, or a function of the number x that an issue settles: slope · (x − from) + offset, or a
 * triangle of height one.
 */
export type Evaluation =
  | { kind: "each"; values: readonly Rational[] }
  | { kind: "line"; slope: Rational; offset: Rational; from: Rational }
  | { kind: "triangle"; lower: Rational; upper: Rational; top: Rational };

export type Profile = {
  name: string;
  weights: readonly Rational[];
  evaluations: readonly Evaluation[];
  reservation: Rational;
  /** What a deal at the deadline is worth as a share of the same deal at once: 1 is no discount. */
  discount: Rational;
};
