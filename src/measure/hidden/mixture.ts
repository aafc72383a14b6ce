// A mixture of totals: in each part the unseen is log-normal, above what that part has on record.

import { normalBelow } from "../../math/distributions.ts";

/** `spread` is the standard deviation of the log of the unseen; `observed` where it differs between parts. */
export type MixturePart = { weight: number; unseen: number; spread: number; observed?: number };

/** The total below which the share p of the mixture lies, by halving. */
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
  while (below(high) < p && high < 1e300) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
