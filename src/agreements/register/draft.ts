// A user's own draft: a copy of a registered agreement, or a new one, whose clauses are then added, changed and struck.
// The draft is what its events add up to; the agreement it came from is never touched.

import { z } from "zod";
import { stateSchema, type StateCode } from "../../values/state.ts";
import { textSchema, type Text } from "../../values/text.ts";
import type { When } from "../../values/when.ts";
import { isAfter, momentSchema } from "../moment.ts";
import type { RegisteredAgreement } from "./agreement.ts";
import { agreementIdSchema, clauseIdSchema, clauseSchema, type Clause } from "./clause.ts";
import { numberOf } from "./read-register.ts";

export type DraftHappened =
  | { kind: "copied"; by: string; from: string; title: Text; parties: StateCode[]; clauses: Clause[] }
  | { kind: "clause-set"; by: string; clause: Clause; because: string }
  | { kind: "clause-struck"; by: string; clause: string; because: string };
export type DraftEvent = DraftHappened & { at: string };

const who = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(2000);

export const draftEventSchema: z.ZodType<DraftEvent> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("copied"),
    at: momentSchema,
    by: who,
    from: agreementIdSchema,
    title: textSchema,
    parties: z.array(stateSchema).min(2),
    clauses: z.array(clauseSchema).max(200),
  }),
  z.strictObject({ kind: z.literal("clause-set"), at: momentSchema, by: who, clause: clauseSchema, because: words }),
  z.strictObject({
    kind: z.literal("clause-struck"),
    at: momentSchema,
    by: who,
    clause: clauseIdSchema,
    because: words,
  }),
]);

export const illegalDraftMoves = {
  "not-begun": "There is no such draft.",
  "begun-already": "The draft exists already.",
  "no-such-clause": "The draft has no such clause.",
  "other-agreement": "The clause belongs to another agreement.",
  "time-runs-back": "A change cannot come before the last one.",
  "too-many-clauses": "A draft holds at most 200 clauses.",
} as const;
export type IllegalDraftMove = keyof typeof illegalDraftMoves;

export type Draft = RegisteredAgreement & { last: string };
export type DraftStep = { ok: true; draft: Draft } | { ok: false; why: IllegalDraftMove };

const MOST_CLAUSES = 200;

/** The copy of an agreement as a draft's first event; its clauses lose what was said and became of the original's. */
export function copyAs(original: RegisteredAgreement, id: string, by: string, at: string): DraftEvent {
  const clauses = original.clauses.map((clause) => ({
    ...clause,
    id: `${id}#c${numberOf(clause.id)}`,
    readings: [],
    status: [],
  }));
  return { kind: "copied", at, by, from: original.id, title: original.title, parties: original.parties, clauses };
}

export function stepDraft(id: string, draft: Draft | null, event: DraftEvent): DraftStep {
  if (event.kind === "copied")
    return draft ? { ok: false, why: "begun-already" } : { ok: true, draft: begun(id, event) };
  if (!draft) return { ok: false, why: "not-begun" };
  if (isAfter(draft.last, event.at)) return { ok: false, why: "time-runs-back" };
  const clause = event.kind === "clause-set" ? event.clause.id : event.clause;
  if (!clause.startsWith(`${id}#`)) return { ok: false, why: "other-agreement" };
  const others = draft.clauses.filter((one) => one.id !== clause);
  if (event.kind === "clause-struck" && others.length === draft.clauses.length)
    return { ok: false, why: "no-such-clause" };
  if (event.kind === "clause-set" && others.length >= MOST_CLAUSES) return { ok: false, why: "too-many-clauses" };
  const clauses = event.kind === "clause-set" ? [...others, event.clause] : others;
  return {
    ok: true,
    draft: { ...draft, clauses: clauses.toSorted((a, b) => numberOf(a.id) - numberOf(b.id)), last: event.at },
  };
}

function begun(id: string, { title, at, by, from, parties, clauses }: Extract<DraftEvent, { kind: "copied" }>): Draft {
  const when = at.slice(0, 10) as When;
  return {
    id,
    title,
    when,
    binding: "draft",
    parties,
    inForce: null,
    status: [],
    read: [],
    checked: "not-checked",
    clauses,
    draftOf: { agreement: from, by },
    last: at,
  };
}

export function draftOf(id: string, events: readonly DraftEvent[]): DraftStep & { at?: number } {
  let draft: Draft | null = null;
  for (const [at, event] of events.entries()) {
    const next: DraftStep = stepDraft(id, draft, event);
    if (!next.ok) return { ...next, at };
    draft = next.draft;
  }
  return draft ? { ok: true, draft } : { ok: false, why: "not-begun" };
}
