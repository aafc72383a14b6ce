// What can happen at a table where two sides negotiate, with a mediator or without. Events are kept in order, and the
// session is what they add up to; nothing else is stored. A moment is an ISO time in UTC, so that text order is time.

import type { Preferences } from "../preferences.ts";

export type Party = "a" | "b";

export type Role = Party | "mediator";

/** Whom a party may let see what it wants. */
export type Confidant = "mediator" | "other";

export type TableIssue = { name: string; options: readonly string[] };

/** An option of every issue by index; null leaves the issue open. */
export type Terms = readonly (number | null)[];

export type Happened =
  | { kind: "opened"; issues: readonly TableIssue[]; deadline: string | null }
  /** Private: only its party sees it, and whom that party gave leave. */
  | { kind: "preferences"; by: Party; preferences: Preferences }
  /** Lets somebody see this party's preferences, or no longer. */
  | { kind: "leave"; by: Party; to: Confidant; given: boolean }
  /** Replaces the same role's offer that stood before. A mediator's is a draft that both parties must take. */
  | { kind: "offer"; by: Role; terms: Terms }
  | { kind: "argument"; by: Role; text: string; issue: number | null }
  | { kind: "accept-clause"; by: Party; offer: number; issue: number }
  | { kind: "reopen-clause"; by: Party; issue: number }
  /** Of a whole offer that leaves nothing open. */
  | { kind: "accept"; by: Party; offer: number }
  /** Of the clauses agreed one by one, once none is open. */
  | { kind: "confirm"; by: Party }
  | { kind: "withdraw"; by: Role; offer: number }
  | { kind: "leave-table"; by: Party }
  /** The clock's: nobody's move. */
  | { kind: "deadline" };

export type TableEvent = Happened & { at: string };

/** Why a move is refused: one sentence each. */
export const illegalMoves = {
  "not-open": "The table is not open yet.",
  "opened-twice": "The table is open already.",
  "no-issues": "A table needs at least one issue, each with a name of its own and at least one option.",
  "time-runs-back": "A move cannot come before the last one.",
  "bad-time": "A move needs its moment, as an ISO time in UTC.",
  "too-late": "The deadline has passed.",
  "too-early": "The deadline has not come yet.",
  "no-deadline": "This table has no deadline.",
  over: "The negotiation is over.",
  "unknown-offer": "There is no such offer.",
  "not-standing": "That offer no longer stands.",
  "own-offer": "A side cannot accept its own offer.",
  "not-yours": "Only whoever made an offer can withdraw it.",
  "unknown-issue": "There is no such issue.",
  "unknown-option": "There is no such option.",
  "wrong-length": "An offer says something, or nothing, on every issue.",
  "empty-offer": "An offer settles at least one issue.",
  "open-clause": "An issue is still open.",
  "clause-settled": "That clause is settled already; it must be opened again first.",
  "clause-open": "That clause is not settled.",
  "already-accepted": "This was accepted before.",
  "no-words": "An argument needs words, and at most 4,000 characters.",
  "bad-preferences": "Preferences must give a weight, and a value for every option, of every issue of the table.",
  "too-many-moves": "A table holds at most 10,000 moves.",
} as const;

export type IllegalMove = keyof typeof illegalMoves;

export const LONGEST_ARGUMENT = 4000;
export const MOST_MOVES = 10_000;
