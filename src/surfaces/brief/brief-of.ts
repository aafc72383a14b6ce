// The brief of a case in a ledger, with what takes long worked out once for each content and day.

import type { LedgerView } from "../../ledger/view.ts";
import { hashOf } from "../../log/record.ts";
import { packageVersion } from "../inputs/place.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { composeBrief, measuresFor, type Brief, type BriefOptions } from "./compose.ts";

export async function briefOf(ledger: Ledger, view: LedgerView, options: BriefOptions): Promise<Brief> {
  const { asof } = options;
  const name = `measured-${hashOf({ view: view.hash, asof, version: packageVersion() }).slice("sha256:".length, 23)}`;
  return composeBrief(view, options, await ledger.remember(name, () => measuresFor(view, asof)));
}
