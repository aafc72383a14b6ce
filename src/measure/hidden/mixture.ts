// A mixture of totals: in each part the unseen is log-normal, above what that part has on record.

import { normalBelow } from "../../math/distributions.ts";

/** `spread` is the standard deviation of the log of the unseen; `observed` where it differs between parts. */
export type MixturePart = { weight: number; unseen: number; spread: number; observed?: number };

/** The total below which the share p of the mixture lies, between ends that close in on it. */
export function quantileOfMixture(parts: readonly MixturePart[], p: number, onRecord = 0): number {
  const below = (total: number): number =>
    parts.reduce((sum, { weight, observed = onRecord, unseen, spread }) => {
      if (total <= observed) return sum;
      const away = Math.log(total - observed) - Math.log(unseen);
      return sum + weight * (spread > 0 ? normalBelow(away / spread) : away >= 0 ? 1 : 0);
    }, 0);
  let low = Infinity;
  let high = 1;
  for (const { observed, unseen } of parts) {
    low = Math.min(low, observed ?? onRecord);
    high = Math.max(high, 2 * ((observed ?? onRecord) + unseen));
  }
  let [atLow, atHigh] = [-p, below(high) - p];
  while (atHigh < 0 && high < 1e300) {
    [low, atLow] = [high, atHigh];
    high *= 2;
    atHigh = below(high) - p;
  }
  // False position, every third step a halving.
  for (let i = 0; i < 200 && high - low > 1e-11 * high; i++) {
    const share = i % 3 === 2 ? 0.5 : Math.min(0.95, Math.max(0.05, atLow / (atLow - atHigh)));
    const middle = low + share * (high - low);
    const atMiddle = below(middle) - p;
    if (Math.abs(atMiddle) < 1e-13) return middle;
    if (atMiddle < 0) [low, atLow] = [middle, atMiddle];
    else [high, atHigh] = [middle, atMiddle];
  }
  return high;
}
