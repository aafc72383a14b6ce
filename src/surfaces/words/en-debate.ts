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
