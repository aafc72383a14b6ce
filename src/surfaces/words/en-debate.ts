// Words about debates.

import type { Status } from "../../debate/moderation/policy.ts";

export const statusWords: Readonly<Record<Status, string>> = {
  NONE: "shown",
  APPROVED: "approved by a person",
  REJECTED: "rejected by a person",
  PREMOD: "waits for a person",
  SYSTEM_WITHHELD: "held for a person",
};

export const verdictWords = { holds: "holds", fails: "does not hold", unknown: "open" } as const;

export const noClaim = "no claim found";

export const ledgerShut = (because: string): string =>
  `Measures and queries are left open, because the ledger could not be asked: ${because}`;

/** Said where the workbench runs, to whoever runs it. */
export const linkPrinted = (to: string, address: string): string =>
  `Sign in as ${to}: ${address}\n(once, within ten minutes, in the browser that asked)`;

export const debateNav = "Debate";
