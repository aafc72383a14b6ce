// The brief's slower measures of a case in a ledger, worked out once for each content and day.

import { asOf, type LedgerView } from "../../ledger/view.ts";
import { hashOf } from "../../log/record.ts";
import type { Day } from "../../values/day.ts";
import { doubtfulIn } from "../inputs/case-hidden.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { packageVersion } from "../inputs/place.ts";
import { measuresFor } from "./compose.ts";
import type { MeasuredBrief } from "./measured.ts";

export function measuredOf(
  ledger: Pick<Ledger, "remember" | "queue">,
  view: LedgerView,
  asof: Day | null,
): Promise<MeasuredBrief> {
  return ledger.remember(keptAs("measured-totals", { view: view.hash, asof }), async () => {
    const doubtful = await doubtfulIn(ledger, asof === null ? view : asOf(view, asof));
    return measuresFor(view, asof, doubtful);
  });
}

/** A name for what hangs on this and on the program's version alone. */
export function keptAs(kind: string, rests: Record<string, unknown>): string {
  return `${kind}-${hashOf({ ...rests, version: packageVersion() }).slice("sha256:".length, 23)}`;
}
