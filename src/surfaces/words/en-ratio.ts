// A ratio of two directions, or why there is none, in a few words.

import type { Estimate } from "../../values/estimate.ts";
import type { Refusal } from "../../values/outcome.ts";
import { ratio } from "./en.ts";

export function ratioWords(found: Estimate | { refused: Refusal }): string {
  if ("refused" in found) return `no answer: ${found.refused.because}`;
  const { lower, upper, level } = found.interval;
  return `${ratio(found.value)} times (${100 * level}%: ${ratio(lower)} to ${ratio(upper)})`;
}
