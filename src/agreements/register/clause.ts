// One clause of an agreement: what was agreed in our own words, how each party reads it in public, how a breach would
// be seen, and what became of it. Nothing here is invented: what nobody recorded is missing, and shown as missing.

import { z } from "zod";
import { stateSchema, type StateCode } from "../../values/state.ts";
import {
  checks,
  effects,
  sectors,
  webAddressSchema,
  type Check,
  type Effect,
  type Reading,
  type Sector,
} from "../../values/statement.ts";
import { textSchema, type Text } from "../../values/text.ts";
import { whenSchema, type When } from "../../values/when.ts";

/** What a clause asks of those whom it binds. */
export const clauseKinds = [
  "restraint",
  "cooperation",
  "consultation",
  "assistance",
  "information-exchange",
  "confidence-building",
  "mutual-legal-assistance",
  "criminalisation",
  "protection",
  "norm-affirmation",
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** What an incident would have to be, by the ledger's codes, to speak against a clause. */
export type ClauseScope = {
  effects: Effect[];
  /** Empty: of any sector. */
  sectors: Sector[];
  /** What no code tells, so that a person must judge. */
  open?: Text | undefined;
};

/** What a party says in public that the clause means, or whether it is kept. */
export type PartyReading = { party: StateCode; said: When | null; gist: Text; read: Reading[]; checked: Check };

export const observers = [
  "target",
  "target-government",
  "both-governments",
  "security-firms",
  "courts",
  "third-states",
  "public",
] as const;
export type Observer = (typeof observers)[number];

/** Our own assessment of how a breach would be seen; nobody agreed to it. */
export type Verifiability = {
  assessment: "own";
  seen: Text;
  by: Observer[];
  soon: "days" | "weeks" | "months" | "years";
  /** How surely what is seen would tell a breach from something else. */
  certainty: "low" | "moderate" | "high";
};

export const standings = ["proposed", "agreed", "in-force", "reaffirmed", "carried-out", "disputed", "lapsed"] as const;
export type Standing = (typeof standings)[number];

export type StatusEntry = { when: When; standing: Standing; gist: Text; read: Reading[]; checked: Check };

export type Clause = {
  /** AGREEMENT#cN. */
  id: string;
  kind: ClauseKind;
  gist: Text;
  /** Restraints and norms that an incident can speak against; absent where none can. */
  scope?: ClauseScope | undefined;
  /** The issue of the case's world that it is about, where somebody said so; else its scope tells. */
  issue?: string | undefined;
  readings: PartyReading[];
  verifiability: Verifiability;
  /** Of the clause alone; the agreement's own entries hold for all its clauses. */
  status: StatusEntry[];
  read: Reading[];
  checked: Check;
};

const AGREEMENT = "[a-z0-9][a-z0-9-]{0,59}";
const clauseId = new RegExp(`^${AGREEMENT}#c[1-9]\\d{0,2}$`);

export const agreementIdSchema: z.ZodType<string, string> = z
  .string()
  .regex(new RegExp(`^${AGREEMENT}$`), { error: "expected an identifier of small letters, digits and -" });

export const clauseIdSchema: z.ZodType<string, string> = z
  .string()
  .regex(clauseId, { error: "expected the agreement, #c and a number, such as understanding-2015#c4" });

export function agreementOf(id: string): string {
  return id.slice(0, id.lastIndexOf("#"));
}

const readingsSchema = z.array(z.strictObject({ url: webAddressSchema, title: z.string().min(1).optional() }));
const sourced = { read: readingsSchema, checked: z.enum(checks) };

export const statusSchema: z.ZodType<StatusEntry> = z.strictObject({
  when: whenSchema,
  standing: z.enum(standings),
  gist: textSchema,
  ...sourced,
});

const clauseFields = {
  kind: z.enum(clauseKinds),
  gist: textSchema,
  scope: z
    .strictObject({
      effects: z.array(z.enum(effects)).min(1),
      sectors: z.array(z.enum(sectors)),
      open: textSchema.optional(),
    })
    .optional(),
  issue: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: "expected an issue of the case's world, such as commercial-theft" })
    .optional(),
  readings: z.array(z.strictObject({ party: stateSchema, said: whenSchema.nullable(), gist: textSchema, ...sourced })),
  verifiability: z.strictObject({
    assessment: z.literal("own"),
    seen: textSchema,
    by: z.array(z.enum(observers)).min(1),
    soon: z.enum(["days", "weeks", "months", "years"]),
    certainty: z.enum(["low", "moderate", "high"]),
  }),
  status: z.array(statusSchema),
  ...sourced,
};

export const clauseSchema: z.ZodType<Clause> = z.strictObject({ id: clauseIdSchema, ...clauseFields });
