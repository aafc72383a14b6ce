// What each role may see of a session. What was said at the table is everybody's; what a party wants is its own, and
// the mediator's where that party gave leave. Not even whether the other party has set its preferences, or whether it
// gave leave, is shown to its rival. Built by naming what is shown: a new field of the session stays hidden until
// somebody adds it here.

import type { Preferences } from "../preferences.ts";
import type { Party, Role, TableIssue, Terms } from "./event.ts";
import type { Argument, Offer, Session } from "./session.ts";

export type View = {
  role: Role;
  phase: Session["phase"];
  ended: Session["ended"];
  issues: readonly TableIssue[];
  deadline: string | null;
  offers: readonly Offer[];
  arguments: readonly Argument[];
  settled: Terms;
  confirmedBy: readonly Party[];
  agreement: readonly number[] | null;
  /** A party's own; of both for a mediator, each only by that party's leave. */
  preferences: Partial<Record<Party, Preferences>>;
  /** Whether this party lets the mediator see its preferences; a party's view only. */
  leave?: boolean;
};

export function viewOf(session: Session, role: Role): View {
  const { phase, ended, issues, deadline, offers, arguments: said, settled, confirmedBy, agreement } = session;
  const shared = { role, phase, ended, issues, deadline, offers, arguments: said, settled, confirmedBy, agreement };
  if (role !== "mediator") {
    const { preferences, leave } = session.secrets[role];
    return { ...shared, preferences: preferences ? { [role]: preferences } : {}, leave };
  }
  const shown: Partial<Record<Party, Preferences>> = {};
  for (const party of ["a", "b"] as const) {
    const { preferences, leave } = session.secrets[party];
    if (leave && preferences) shown[party] = preferences;
  }
  return { ...shared, preferences: shown };
}
