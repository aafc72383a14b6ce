// What a table agreed, brought back into a draft: an issue is the clause whose words it carries. The first option takes
// the clause as it stands, the last leaves it out; what stands between is added to its words.

import type { Clause } from "./clause.ts";
import type { Draft, DraftHappened } from "./draft.ts";

/** An issue of a table, and the option that both took. */
export type Settled = { issue: string; says: string };

export const asItStands = "As it stands";
export const leftOut = "Left out";
/** Longer names of issues are cut. */
export const LONGEST_ISSUE = 300;

type Change = Exclude<DraftHappened, { kind: "copied" }>;

/** `unmatched`: issues that are no clause's words; nothing is done about them. */
export function settledChanges(
  { clauses }: Pick<Draft, "clauses">,
  settled: readonly Settled[],
  by: string,
  because: string,
): { changes: Change[]; unmatched: string[] } {
  const changes: Change[] = [];
  const unmatched: string[] = [];
  for (const { issue, says } of settled) {
    const clause = clauses.find(({ gist }) => gist.en.slice(0, LONGEST_ISSUE) === issue);
    if (!clause) unmatched.push(issue);
    else if (says === leftOut) changes.push({ kind: "clause-struck", by, clause: clause.id, because });
    else if (says !== asItStands) changes.push({ kind: "clause-set", by, clause: withWords(clause, says), because });
  }
  return { changes, unmatched };
}

/** The Chinese words are of the clause as it was, and go. */
function withWords(clause: Clause, says: string): Clause {
  return { ...clause, gist: { en: `${clause.gist.en} ${says}.` } };
}
