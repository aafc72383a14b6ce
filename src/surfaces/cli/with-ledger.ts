import type { LedgerView } from "../../ledger/view.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { recordedOf, type Parameters } from "../inputs/queries.ts";
import type { Effects } from "./command.ts";

/** Opens the ledger, does the work, and closes it whatever happens. */
export async function withLedger<Result>(effects: Effects, work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const ledger = await effects.openLedger();
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** The case as it stands, or as it stood on record at `--recorded`. */
export async function viewAsRecorded(ledger: Ledger, caseId: string, { recorded }: Parameters): Promise<LedgerView> {
  const moment = recordedOf(recorded);
  return moment === null ? ledger.view(caseId) : ledger.viewAt(caseId, moment);
}
