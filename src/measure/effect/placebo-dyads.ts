// Placebo dyads: the same windows for rivals that agreed on nothing. A fall that many of them show is the world's, or the
// list's, and not the agreement's.

import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";
import { rankLowest, type Placebo } from "./placebo.ts";

export type DyadCounts = { name: string; before: number; after: number };

export type PlaceboDyads = {
  treated: DyadCounts;
  rivals: readonly DyadCounts[];
  /** Rivals with fewer before say nothing about a fall. */
  fewestBefore?: number;
};

/** With fewer rivals no rank could be called unusual. */
export const FEWEST_RIVALS = 4;

export const placeboDyads: Estimator<PlaceboDyads, Placebo> = {
  name: "placebo-dyads",
  question: "Did rivals without an agreement see as large a fall?",
  references: ["abadie2010"],
  assumptions: [
    "the other rivals stand for this pair without its agreement",
    "the list watches all pairs alike, before the date and after it",
    "the agreement did not change what the others did",
  ],
  estimate({ treated, rivals, fewestBefore = 3 }) {
    if (treated.before === 0)
      return refuse("too-few", "None is on record before the date, so there is nothing to fall from.");
    const usable = rivals.filter(({ before }) => before >= fewestBefore);
    if (usable.length < FEWEST_RIVALS)
      return refuse(
        "too-few",
        `${usable.length} other pairs have ${fewestBefore} before the date, of ${FEWEST_RIVALS}.`,
      );
    const row = ({ name, before, after }: DyadCounts, ofInterest: boolean) => ({
      name,
      before,
      after,
      ratio: before > 0 ? after / before : null,
      ofInterest,
    });
    return answer(rankLowest([row(treated, true), ...usable.map((one) => row(one, false))]));
  },
};
