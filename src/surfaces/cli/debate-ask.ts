// The measures and queries that a command's claims need. Without the ledger the models still answer, and that is said.

import type { Binding } from "../../debate/claims/index.ts";
import { debateAnswers, noAnswers, type Ask } from "../inputs/debate-answers.ts";
import { ledgerShut } from "../words/en-debate.ts";
import type { Effects } from "./command.ts";
import { withLedger } from "./with-ledger.ts";

export async function askFor(bindings: readonly Binding[], caseId: string, effects: Effects): Promise<Ask> {
  if (bindings.every(({ kind }) => kind === "model")) return noAnswers;
  try {
    return await withLedger(effects, async (ledger) =>
      debateAnswers(ledger, await ledger.view(caseId), bindings, null, effects.env),
    );
  } catch (error) {
    effects.note(ledgerShut(error instanceof Error ? error.message : String(error)));
    return noAnswers;
  }
}
