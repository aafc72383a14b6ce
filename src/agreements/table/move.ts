// A move as it comes from outside: what is done, without who does it and when. Both are the server's to say: who from the
// link that was used, when from its own clock.

import { z } from "zod";
import type { Preferences } from "../preferences.ts";
import { LONGEST_ARGUMENT, type Happened, type Role, type TableEvent, type TableIssue } from "./event.ts";

export const MOST_ISSUES = 40;
export const MOST_OPTIONS = 60;
const LONGEST_NAME = 300;

type Unsigned<Event> = Event extends { by: Role } ? Omit<Event, "by"> : never;

export type Move = Unsigned<Happened>;

const index = z.int().min(0).max(MOST_ISSUES);
const offer = z.int().min(1).max(100_000);
const size = z.number().min(-1e6).max(1e6);
const range = z
  .strictObject({ lower: size, upper: size })
  .refine(({ lower, upper }) => lower <= upper, { error: "expected a range, the lower end first" });

const preferences: z.ZodType<Preferences> = z.strictObject({
  name: z.string().max(LONGEST_NAME),
  weights: z.array(range).max(MOST_ISSUES),
  values: z.array(z.array(range).max(MOST_OPTIONS)).max(MOST_ISSUES),
  walkAway: range,
});

export const moveSchema: z.ZodType<Move> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("preferences"), preferences }),
  z.strictObject({ kind: z.literal("leave"), to: z.enum(["mediator", "other"]), given: z.boolean() }),
  z.strictObject({
    kind: z.literal("offer"),
    terms: z.array(z.int().min(0).max(MOST_OPTIONS).nullable()).max(MOST_ISSUES),
  }),
  z.strictObject({
    kind: z.literal("argument"),
    text: z.string().max(LONGEST_ARGUMENT),
    issue: index.nullable(),
  }),
  z.strictObject({ kind: z.literal("accept-clause"), offer, issue: index }),
  z.strictObject({ kind: z.literal("reopen-clause"), issue: index }),
  z.strictObject({ kind: z.literal("accept"), offer }),
  z.strictObject({ kind: z.literal("confirm") }),
  z.strictObject({ kind: z.literal("withdraw"), offer }),
  z.strictObject({ kind: z.literal("leave-table") }),
]);

/** What a mediator may do: propose, argue, and take a proposal back. */
const mediated: ReadonlySet<Move["kind"]> = new Set(["offer", "argument", "withdraw"]);

/** The move as an event of whoever made it; null where it is not that role's to make. */
export function eventOf(move: Move, by: Role, at: string): TableEvent | null {
  if (by === "mediator" && !mediated.has(move.kind)) return null;
  return { ...move, by, at } as TableEvent;
}

const name = z.string().trim().min(1).max(LONGEST_NAME);

export const issuesSchema: z.ZodType<TableIssue[]> = z
  .array(z.strictObject({ name, options: z.array(name).min(1).max(MOST_OPTIONS) }))
  .min(1)
  .max(MOST_ISSUES);

const point = { lower: z.number(), upper: z.number() };
const stored: z.ZodType<Preferences> = z.object({
  name: z.string(),
  weights: z.array(z.object(point)),
  values: z.array(z.array(z.object(point))),
  walkAway: z.object(point),
});
const by = z.enum(["a", "b", "mediator"]);
const party = z.enum(["a", "b"]);
const at = z.string();
const whole = z.int();

/** An event as it was written down. */
export const eventSchema: z.ZodType<TableEvent> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("opened"),
    issues: z.array(z.object({ name: z.string(), options: z.array(z.string()) })),
    deadline: z.string().nullable(),
    at,
  }),
  z.object({ kind: z.literal("preferences"), by: party, preferences: stored, at }),
  z.object({ kind: z.literal("leave"), by: party, to: z.enum(["mediator", "other"]), given: z.boolean(), at }),
  z.object({ kind: z.literal("offer"), by, terms: z.array(whole.nullable()), at }),
  z.object({ kind: z.literal("argument"), by, text: z.string(), issue: whole.nullable(), at }),
  z.object({ kind: z.literal("accept-clause"), by: party, offer: whole, issue: whole, at }),
  z.object({ kind: z.literal("reopen-clause"), by: party, issue: whole, at }),
  z.object({ kind: z.literal("accept"), by: party, offer: whole, at }),
  z.object({ kind: z.literal("confirm"), by: party, at }),
  z.object({ kind: z.literal("withdraw"), by, offer: whole, at }),
  z.object({ kind: z.literal("leave-table"), by: party, at }),
  z.object({ kind: z.literal("deadline"), at }),
]);
