import type { Ledger } from "../inputs/ledger.ts";
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
