// People's judgements on links: accept, part of, different, unsure; undone at any time. A judgement moves a statement
// between incidents and never changes a statement. An incident that loses its last statement leaves its identifier as
// a redirect.

import type { Change } from "../log/record.ts";
import { InputError } from "../values/errors.ts";
import type { IncidentAbout } from "../values/case-file.ts";
import { state, withdrawal, type Decision, type Judgement, type Link } from "./change.ts";
import type { Incident, LinkedStatement } from "./incident.ts";
import type { LedgerView } from "./view.ts";

export type Judged = { statement: string; incident: string; judgement: Judgement; because: string; by: string };

/** The identifier of a judgement: one stands per statement and incident. */
export function decisionId({ statement, incident }: Pick<Judged, "statement" | "incident">): string {
  return `${statement}|${incident}`;
}

/** What a judgement changes. */
export function judge(view: LedgerView, judged: Judged, now: Date): Change[] {
  const { incident: home, statement } = findStatement(view, judged.statement);
  const target = view.incidents.find(({ id }) => id === judged.incident);
  if (!target) throw new InputError("incident", "an incident of the case", judged.incident);
  const joins = judged.judgement === "same" || judged.judgement === "part-of";
  if (joins) return moved(view, home, statement, { ...target, made: false }, judged, now);
  if (judged.judgement === "different" && home.id === target.id) {
    if (standing(home).length < 2)
      throw new InputError(
        "statement",
        "one of several statements of the incident: it has no other to be set apart from",
        judged.statement,
      );
    return moved(view, home, statement, { ...ownIncident(view, home, statement), made: true }, judged, now);
  }
  return [recorded(view, statement, judged, null, now)];
}

/**
 * Takes a judgement back: the link that stood before it stands again. Where the statement was moved again since, that stands, and
 * what it would itself go back to is what stood before both. `decisions`: those that stand, the first made first.
 */
export function undo(view: LedgerView, decision: Decision, decisions: readonly Decision[]): Change[] {
  const { about, incidents } = view;
  const { before, emptied } = decision;
  const changes: Change[] = [withdrawal(about.id, "decision", decisionId(decision), "undone")];
  if (!moves(decision)) return changes;
  const since = decisions.slice(decisions.findIndex((one) => decisionId(one) === decisionId(decision)) + 1);
  const [next, ...later] = since.filter((one) => one.statement === decision.statement && moves(one));
  if (next) {
    const rebased = { ...next, before, emptied: emptied ?? next.emptied };
    // The later ones are written again after it, so that their order stays.
    return [...changes, ...[rebased, ...later].map((one) => state(about.id, "decision", decisionId(one), one))];
  }
  if (before) changes.push(state(about.id, "link", before.statement, before));
  if (emptied)
    changes.push(
      state(about.id, "incident", emptied.id, emptied),
      withdrawal(about.id, "redirect", emptied.id, "the judgement was undone"),
    );
  // An incident that was made for the statement alone goes with the judgement.
  const leaves =
    before &&
    incidents.find(
      (one) =>
        one.madeFor === before.statement &&
        one.id !== before.incident &&
        standing(one).every(({ id }) => id === before.statement),
    );
  if (before && leaves)
    changes.push(
      withdrawal(about.id, "incident", leaves.id, "the judgement was undone"),
      state(about.id, "redirect", leaves.id, { to: before.incident, because: "the judgement was undone" }),
    );
  return changes;
}

/** Whether a judgement changed where the statement stands: it was put somewhere, or set apart from where it stood. */
function moves({ judgement, incident, before }: Decision): boolean {
  return (
    judgement === "same" || judgement === "part-of" || (judgement === "different" && before?.incident === incident)
  );
}

type Target = IncidentAbout & { made: boolean };

function moved(
  view: LedgerView,
  home: Incident,
  statement: LinkedStatement,
  target: Target,
  judged: Judged,
  now: Date,
): Change[] {
  const { id: caseId } = view.about;
  const { made, ...about } = incidentOnly(target);
  const link: Link = {
    statement: statement.id,
    incident: about.id,
    kind: judged.judgement === "part-of" ? "part-of" : "same",
    because: judged.because,
    by: { kind: "person", name: judged.by },
  };
  const empties = home.id !== about.id && standing(home).every(({ id }) => id === statement.id);
  const changes: Change[] = [];
  if (made) changes.push(state(caseId, "incident", about.id, about));
  changes.push(
    state(caseId, "link", statement.id, link),
    recorded(view, statement, judged, empties ? onlyAbout(home) : null, now),
  );
  if (empties)
    changes.push(
      withdrawal(caseId, "incident", home.id, `its last statement moved to ${about.id}`),
      state(caseId, "redirect", home.id, { to: about.id, because: judged.because }),
    );
  return changes;
}

function recorded(
  { about }: LedgerView,
  { link }: LinkedStatement,
  judged: Judged,
  emptied: IncidentAbout | null,
  now: Date,
): Change {
  return state(about.id, "decision", decisionId(judged), { ...judged, at: now.toISOString(), before: link, emptied });
}

function findStatement({ incidents }: LedgerView, id: string): { incident: Incident; statement: LinkedStatement } {
  for (const incident of incidents) {
    const statement = incident.statements.find((one) => one.id === id);
    if (statement) return { incident, statement };
  }
  throw new InputError("statement", "a statement of the case", id);
}

/** The incident for a statement set apart: named after it, so that setting it apart again gives the same identifier. */
function ownIncident({ incidents }: LedgerView, home: Incident, { id, summary }: LinkedStatement): IncidentAbout {
  const base = `${home.id}-apart-${id}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .slice(0, 78);
  const taken = new Set(incidents.map((incident) => incident.id));
  const free =
    [base, ...Array.from({ length: 9 }, (_, index) => `${base}-${index + 2}`.slice(-80))].find(
      (name) => !taken.has(name),
    ) ?? base;
  return { id: free, title: { en: `Set apart from: ${home.title.en}` }, summary, madeFor: id };
}

function standing({ statements }: Incident): LinkedStatement[] {
  return statements.filter(({ withdrawn }) => !withdrawn);
}

function onlyAbout({ id, title, summary, madeFor }: IncidentAbout): IncidentAbout {
  return madeFor === undefined ? { id, title, summary } : { id, title, summary, madeFor };
}

function incidentOnly(target: Target): Target {
  return { ...onlyAbout(target), made: target.made };
}
