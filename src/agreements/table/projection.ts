// What each role may see of a session. What was said at the table is everybody's; what a party wants is its own, and
// the mediator's or the rival's where that party gave them leave. Without it not even whether the other party has set
// its preferences is shown. Built by naming what is shown: a new field of the session stays hidden until
// somebody adds it here.

import type { Preferences } from "../preferences.ts";
import type { Party, Role, TableIssue, Terms } from "./event.ts";
import type { Argument, Offer, Secret, Session } from "./session.ts";

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
  /** A party's own, and the others' by their leave. */
  preferences: Partial<Record<Party, Preferences>>;
  /** Whom this party lets see its preferences; a party's view only. */
  leave?: Secret["leave"];
};

export function viewOf(session: Session, role: Role): View {
  const { phase, ended, issues, deadline, offers, arguments: said, settled, confirmedBy, agreement } = session;
  const shared = { role, phase, ended, issues, deadline, offers, arguments: said, settled, confirmedBy, agreement };
  const shown: Partial<Record<Party, Preferences>> = {};
  for (const party of ["a", "b"] as const) {
    const { preferences, leave } = session.secrets[party];
    const seen = role === party || leave[role === "mediator" ? "mediator" : "other"];
    if (seen && preferences) shown[party] = preferences;
  }
  const own = role === "mediator" ? {} : { leave: session.secrets[role].leave };
  return { ...shared, preferences: shown, ...own };
}
