// The brief of a case in a ledger, with what takes long worked out once for each content and day. What works it out is
// loaded only where nothing was kept: a command then answers in less than a second.

import type { LedgerView } from "../../ledger/view.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { registerHash } from "../inputs/register-files.ts";
import { composeBrief, type Brief, type BriefOptions } from "./compose.ts";
import { keptAs, measuredOf } from "./measured-of.ts";

export type Place = { env: Record<string, string | undefined>; now: Date };

/** Without a `place` nothing is told of agreements and debate: there is no folder to read them in. */
export async function briefOf(
  ledger: Ledger,
  view: LedgerView,
  options: BriefOptions,
  place: Place | null,
): Promise<Brief> {
  const { asof } = options;
  const measured = await measuredOf(ledger, view, asof);
  if (place === null) return composeBrief(view, options, measured);
  const register = registerHash(view.about.id, place.env);
  // Which agreements hold is told of a day.
  const day = asof ?? place.now.toISOString().slice(0, 10);
  const agreements = await ledger.remember(keptAs("agreements", { view: view.hash, asof, day, register }), async () =>
    (await import("./told.ts")).agreementsBrief(ledger, view, asof, place),
  );
  const debate = await ledger.remember(keptAs("debate", { view: view.hash, asof, register }), async () =>
    (await import("./told.ts")).debateBrief(ledger, view, asof, place.env),
  );
  return composeBrief(view, options, measured, { agreements, debate });
}
