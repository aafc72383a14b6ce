// The brief's slower measures of a case in a ledger, worked out once for each content and day.

import type { LedgerView } from "../../ledger/view.ts";
import { hashOf } from "../../log/record.ts";
import type { Day } from "../../values/day.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { packageVersion } from "../inputs/place.ts";
import { measuresFor } from "./compose.ts";
import type { MeasuredBrief } from "./measured.ts";

export function measuredOf(
  ledger: Pick<Ledger, "remember">,
  view: LedgerView,
  asof: Day | null,
): Promise<MeasuredBrief> {
  return ledger.remember(keptAs("measured", { view: view.hash, asof }), () => measuresFor(view, asof));
}

/** A name for what hangs on this and on the program's version alone. */
export function keptAs(kind: string, rests: Record<string, unknown>): string {
  return `${kind}-${hashOf({ ...rests, version: packageVersion() }).slice("sha256:".length, 23)}`;
}
