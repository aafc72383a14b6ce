// What share of the cases has a property? The exact interval of a probability (clopperPearson1934). Where so few cases
// stand behind it that the interval covers more than half of all shares there are, there is no estimate.

import { clopperPearson, USUAL_LEVEL } from "../math/intervals.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Estimator } from "./estimator.ts";

/** `found` of `of` cases have the property. */
export type Counted = { found: number; of: number; level?: number };

/** Wider than this, and the interval leaves open whether few or most have the property. */
export const WIDEST = 0.5;

export const share: Estimator<Counted> = {
  name: "share",
  question: "What share of the cases has a property?",
  references: ["clopperPearson1934"],
  assumptions: [
    "each case is counted once, and has the property or has not",
    "the cases are independent of each other",
  ],
  estimate({ found, of, level = USUAL_LEVEL }) {
    if (!Number.isSafeInteger(of) || of < 0) throw new InputError("of", "a whole number from 0", of);
    if (!Number.isSafeInteger(found) || found < 0 || found > of)
      throw new InputError("found", `a whole number from 0 to ${of}`, found);
    if (of === 0) return refuse("no-cases");
    const interval = clopperPearson(found, of, level);
    const percent = (p: number): string => `${Math.round(100 * p)}%`;
    if (interval.upper - interval.lower > WIDEST)
      return refuse(
        "too-few",
        `${found} of ${of} leaves open anything from ${percent(interval.lower)} to ${percent(interval.upper)}.`,
      );
    return answer({ value: found / of, unit: "share", interval });
  },
};
