// The session of a table as a pure function of its events: each either makes the next state or is refused, with the
// reason, and leaves the state as it was. Agreement comes in two ways: a whole offer that leaves nothing open is taken
// by everyone who must take it, or the clauses are settled one by one and both parties confirm the package. Until then
// every clause can be opened again: nothing is agreed until everything is agreed.

import { checkPreferences, type Preferences } from "../preferences.ts";
import {
  LONGEST_ARGUMENT,
  MOST_MOVES,
  type Confidant,
  type IllegalMove,
  type Party,
  type Role,
  type TableEvent,
  type TableIssue,
  type Terms,
} from "./event.ts";

export type Offer = {
  /** From 1, in order. */
  id: number;
  by: Role;
  at: string;
  terms: Terms;
  standing: boolean;
  acceptedBy: readonly Party[];
  /** Who took single clauses of it. */
  clauses: readonly { issue: number; by: Party }[];
};

export type Argument = { by: Role; at: string; text: string; issue: number | null };

export type Secret = { preferences: Preferences | null; leave: Readonly<Record<Confidant, boolean>> };

export type Session = {
  phase: "waiting" | "open" | "agreed" | "ended";
  /** Why it ended. */
  ended: "deadline" | Party | null;
  issues: readonly TableIssue[];
  deadline: string | null;
  moves: number;
  last: string | null;
  offers: readonly Offer[];
  arguments: readonly Argument[];
  /** Clause by clause, what both have taken so far. */
  settled: Terms;
  confirmedBy: readonly Party[];
  agreement: readonly number[] | null;
  secrets: Readonly<Record<Party, Secret>>;
};

export type Step = { ok: true; session: Session } | { ok: false; why: IllegalMove };

const nothing: Secret = { preferences: null, leave: { mediator: false, other: false } };

export const newSession: Session = {
  phase: "waiting",
  ended: null,
  issues: [],
  deadline: null,
  moves: 0,
  last: null,
  offers: [],
  arguments: [],
  settled: [],
  confirmedBy: [],
  agreement: null,
  secrets: { a: nothing, b: nothing },
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** The state after one more event, or why it cannot happen. */
export function step(session: Session, event: TableEvent): Step {
  const untimely = timing(session, event);
  if (untimely) return { ok: false, why: untimely };
  const changed = change(session, event);
  if (typeof changed === "string") return { ok: false, why: changed };
  return { ok: true, session: { ...session, ...changed, moves: session.moves + 1, last: event.at } };
}

/** The state after a list of events; the first that cannot happen is named by its place. */
export function sessionOf(events: readonly TableEvent[]): Step & { at?: number } {
  let session = newSession;
  for (const [at, event] of events.entries()) {
    const next = step(session, event);
    if (!next.ok) return { ...next, at };
    session = next.session;
  }
  return { ok: true, session };
}

function timing({ phase, last, deadline, moves }: Session, { kind, at }: TableEvent): IllegalMove | null {
  if (!MOMENT.test(at) || Number.isNaN(Date.parse(at))) return "bad-time";
  if (moves >= MOST_MOVES) return "too-many-moves";
  if (phase === "waiting") return kind === "opened" ? null : "not-open";
  if (kind === "opened") return "opened-twice";
  if (phase !== "open") return "over";
  if (last !== null && Date.parse(at) < Date.parse(last)) return "time-runs-back";
  if (kind === "deadline") return null;
  return deadline !== null && Date.parse(at) > Date.parse(deadline) ? "too-late" : null;
}

type Change = Partial<Session> | IllegalMove;

function change(session: Session, event: TableEvent): Change {
  switch (event.kind) {
    case "opened":
      return opened(event);
    case "preferences":
      return privately(session, event.by, { preferences: event.preferences });
    case "leave":
      return privately(session, event.by, {
        leave: { ...session.secrets[event.by].leave, [event.to]: event.given },
      });
    case "offer":
      return offered(session, event);
    case "argument":
      return argued(session, event);
    case "accept-clause":
      return clauseAccepted(session, event);
    case "reopen-clause":
      return reopened(session, event.issue);
    case "accept":
      return accepted(session, event);
    case "confirm":
      return confirmed(session, event.by);
    case "withdraw":
      return withdrawn(session, event);
    case "leave-table":
      return { phase: "ended", ended: event.by };
    case "deadline":
      return expired(session, event.at);
  }
}

type Of<Kind extends TableEvent["kind"]> = Extract<TableEvent, { kind: Kind }>;

function opened({ issues, deadline }: Of<"opened">): Change {
  const names = new Set(issues.map(({ name }) => name.trim()));
  const named = issues.every(
    ({ name, options }) => name.trim() !== "" && options.length > 0 && new Set(options).size === options.length,
  );
  if (issues.length === 0 || names.size < issues.length || !named) return "no-issues";
  if (deadline !== null && (!MOMENT.test(deadline) || Number.isNaN(Date.parse(deadline)))) return "bad-time";
  return { phase: "open", issues, deadline, settled: issues.map(() => null) };
}

function privately(session: Session, by: Party, secret: Partial<Secret>): Change {
  if (secret.preferences && !fits(session.issues, secret.preferences)) return "bad-preferences";
  return { secrets: { ...session.secrets, [by]: { ...session.secrets[by], ...secret } } };
}

function fits(issues: readonly TableIssue[], preferences: Preferences): boolean {
  try {
    checkPreferences(preferences);
  } catch {
    return false;
  }
  const { values } = preferences;
  return values.length === issues.length && issues.every(({ options }, at) => values[at]?.length === options.length);
}

function offered(session: Session, { by, at, terms }: Of<"offer">): Change {
  if (terms.length !== session.issues.length) return "wrong-length";
  if (terms.every((option) => option === null)) return "empty-offer";
  const known = terms.every((option, issue) => option === null || session.issues[issue]?.options[option] !== undefined);
  if (!known) return "unknown-option";
  const before = session.offers.map((offer) => (offer.by === by ? { ...offer, standing: false } : offer));
  const offer: Offer = { id: before.length + 1, by, at, terms, standing: true, acceptedBy: [], clauses: [] };
  return { offers: [...before, offer] };
}

function argued(session: Session, { by, at, text, issue }: Of<"argument">): Change {
  if (text.trim() === "" || text.length > LONGEST_ARGUMENT) return "no-words";
  if (issue !== null && !session.issues[issue]) return "unknown-issue";
  return { arguments: [...session.arguments, { by, at, text, issue }] };
}

/** A standing offer of somebody else's, or why it cannot be taken. */
function takeable({ offers }: Session, id: number, by: Party): Offer | IllegalMove {
  const offer = offers[id - 1];
  if (!offer) return "unknown-offer";
  if (!offer.standing) return "not-standing";
  return offer.by === by ? "own-offer" : offer;
}

/** Who must take an offer of somebody's before it binds: the other party, or both where a mediator made it. */
function needed(by: Role): readonly Party[] {
  return by === "mediator" ? ["a", "b"] : by === "a" ? ["b"] : ["a"];
}

function clauseAccepted(session: Session, { by, offer: id, issue }: Of<"accept-clause">): Change {
  const offer = takeable(session, id, by);
  if (typeof offer === "string") return offer;
  if (!session.issues[issue]) return "unknown-issue";
  const option = offer.terms[issue] ?? null;
  if (option === null) return "open-clause";
  if (session.settled[issue] !== null) return "clause-settled";
  if (offer.clauses.some((clause) => clause.issue === issue && clause.by === by)) return "already-accepted";
  const clauses = [...offer.clauses, { issue, by }];
  const takers = new Set(clauses.filter((clause) => clause.issue === issue).map((clause) => clause.by));
  const settles = needed(offer.by).every((party) => takers.has(party));
  return {
    offers: session.offers.map((other) => (other.id === id ? { ...other, clauses } : other)),
    ...(settles ? { settled: session.settled.with(issue, option) } : {}),
  };
}

function reopened(session: Session, issue: number): Change {
  if (!session.issues[issue]) return "unknown-issue";
  if (session.settled[issue] === null) return "clause-open";
  const offers = session.offers.map((offer) => ({
    ...offer,
    clauses: offer.clauses.filter((clause) => clause.issue !== issue),
  }));
  return { offers, settled: session.settled.with(issue, null), confirmedBy: [] };
}

function accepted(session: Session, { by, offer: id }: Of<"accept">): Change {
  const offer = takeable(session, id, by);
  if (typeof offer === "string") return offer;
  const whole = offer.terms.filter((option) => option !== null);
  if (whole.length < session.issues.length) return "open-clause";
  if (offer.acceptedBy.includes(by)) return "already-accepted";
  const acceptedBy = [...offer.acceptedBy, by];
  const offers = session.offers.map((other) => (other.id === id ? { ...other, acceptedBy } : other));
  if (!needed(offer.by).every((party) => acceptedBy.includes(party))) return { offers };
  return { offers, phase: "agreed", agreement: whole };
}

function confirmed({ settled, confirmedBy }: Session, by: Party): Change {
  const whole = settled.filter((option) => option !== null);
  if (whole.length < settled.length) return "open-clause";
  if (confirmedBy.includes(by)) return "already-accepted";
  const both = [...confirmedBy, by];
  return both.length < 2 ? { confirmedBy: both } : { confirmedBy: both, phase: "agreed", agreement: whole };
}

function withdrawn(session: Session, { by, offer: id }: Of<"withdraw">): Change {
  const offer = session.offers[id - 1];
  if (!offer) return "unknown-offer";
  if (offer.by !== by) return "not-yours";
  if (!offer.standing) return "not-standing";
  return { offers: session.offers.map((other) => (other.id === id ? { ...other, standing: false } : other)) };
}

function expired({ deadline }: Session, at: string): Change {
  if (deadline === null) return "no-deadline";
  return Date.parse(at) < Date.parse(deadline) ? "too-early" : { phase: "ended", ended: "deadline" };
}
