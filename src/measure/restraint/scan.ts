// Over all dyads of a list: every category that could have told something, in every dyad that could be asked, taken
// together as one family of tests. What stands out within its dyad may not stand out among all that were looked at.

import { adjusted } from "../../math/false-discovery.ts";
import type { StateCode } from "../../values/state.ts";
import type { Refusal } from "../../values/outcome.ts";
import type { Deed } from "./deed.ts";
import { dyadsOf, restraint, USUAL_FALSE_SHARE, type Understanding } from "./index.ts";

export type DyadScan = { dyad: readonly [StateCode, StateCode] } & (
  | { refused: Refusal }
  | { tested: number; understandings: (Understanding & { qOverDyads: number })[] }
);

export function scanDyads(
  deeds: readonly Deed[],
  dyads: readonly (readonly [StateCode, StateCode])[] = dyadsOf(deeds),
  level: number = USUAL_FALSE_SHARE,
): DyadScan[] {
  const found = dyads.map((dyad) => {
    const outcome = restraint.estimate({ deeds, dyad, level });
    if (!outcome.ok) return { dyad, refused: outcome.refusal };
    const { mutual } = outcome.value;
    return { dyad, ...mutual };
  });
  const ps = found.flatMap((one) => ("refused" in one ? [] : one.ps));
  const qs = adjusted(ps);
  let at = 0;
  return found.map((one) => {
    if ("refused" in one) return { dyad: one.dyad, refused: one.refused };
    const mine = new Map(one.ps.map((p, index) => [p, qs[at + index]!]));
    at += one.ps.length;
    const understandings = one.understandings.map((each) => ({ ...each, qOverDyads: mine.get(each.p)! }));
    return { dyad: one.dyad, tested: one.tested, understandings };
  });
}
