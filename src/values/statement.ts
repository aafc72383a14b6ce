// The attribution statement, the unit of the ledger: somebody says, of somebody, that they did something to
// somebody. It is never dropped and never overwritten; a dispute is two statements side by side.

import { z } from "zod";
import { stateSchema, type StateCode } from "./state.ts";
import { textSchema, type Text } from "./text.ts";
import { whenSchema, type When } from "./when.ts";

export const authorKinds = [
  "government",
  "court",
  "firm",
  "press",
  "dataset",
  "researcher",
  "individual",
  "other",
] as const;
export type AuthorKind = (typeof authorKinds)[number];

/** `asserts` that the accused did it · `denies` it · `doubts` it · `supports` somebody else's assertion. */
export const stances = ["asserts", "denies", "doubts", "supports"] as const;
export type Stance = (typeof stances)[number];

/** On what the author rests it. `inference` is a dataset's own coding of what others say. */
export const bases = ["technical", "legal", "political", "leak", "inference", "unknown"] as const;
export type Basis = (typeof bases)[number];

export const effects = [
  "probing",
  "defacement",
  "disruption",
  "espionage",
  "data-theft",
  "financial-theft",
  "doxing",
  "degradation",
  "destruction",
  "prepositioning",
  "influence",
  "intrusion",
  "unknown",
] as const;
export type Effect = (typeof effects)[number];

export const sectors = [
  "government",
  "military",
  "defence-industry",
  "communications",
  "energy",
  "finance",
  "health",
  "transport",
  "water",
  "manufacturing",
  "information-technology",
  "academia",
  "media",
  "civil-society",
  "politics",
  "space",
  "chemical",
  "nuclear",
  "food",
  "commerce",
  "other",
  "unknown",
] as const;
export type Sector = (typeof sectors)[number];

/** How the statement was checked: against a list's row, by reading the page it stands on, or not at all. */
export const checks = ["list-row", "page-read", "not-checked"] as const;
export type Check = (typeof checks)[number];

/** Scales are never mixed: DCID severity runs 0–10, EuRepoC intensity 0–15. */
export const scales = ["dcid-severity", "eurepoc-intensity", "eurepoc-weighted-intensity"] as const;
export type Scale = (typeof scales)[number];

export type Listing = { source: string; id: string };
export type Reading = { url: string; title?: string | undefined };
export type Author = { name: Text; kind: AuthorKind; side: StateCode | "third" };

export type Statement = {
  id: string;
  /** What it speaks of: one event, several gathered in one, or an actor's whole career. */
  about: "incident" | "campaign" | "profile";
  author: Author;
  /** When it was said. */
  said: When | null;
  stance: Stance;
  /** Identifiers of the statements it answers: what a denial denies. */
  answers?: string[] | undefined;
  accused: { states: StateCode[]; actors: string[] };
  victims: { states: StateCode[]; names: string[] };
  what: { effects: Effect[]; sectors: Sector[] };
  happened: When | null;
  disclosed: When | null;
  /** When the accused was first named in public, where that differs from `said`. */
  attributed?: When | undefined;
  basis: Basis;
  /** As given by the author, in the author's word. */
  confidence?: string | undefined;
  /** Admiralty code: reliability of the source A–F, credibility of the claim 1–6. */
  grade: { source: "A" | "B" | "C" | "D" | "E" | "F"; claim: 1 | 2 | 3 | 4 | 5 | 6 };
  summary: Text;
  quote?: { text: string; lang: "en" | "zh" } | undefined;
  read: Reading[];
  checked: Check;
  listedBy: Listing[];
  scores?: { scale: Scale; value: number }[] | undefined;
  /** Other codes of the list, kept as they are: `{ "thirdParty": 1 }`. */
  codes?: Record<string, string | number> | undefined;
  notes?: string[] | undefined;
};

const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.:_-]{0,119}$/, { error: "expected an identifier of small letters, digits and . : _ -" });

/** Web addresses only: a `javascript:` address must never reach a page. */
export const webAddressSchema: z.ZodType<string> = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s<>"]+$/, { error: "expected a web address that starts with http:// or https://" });

const listingSchema = z.strictObject({ source: z.string().min(1), id: z.string().min(1) });
const readingSchema = z.strictObject({ url: webAddressSchema, title: z.string().min(1).optional() });
const authorSchema = z.strictObject({
  name: textSchema,
  kind: z.enum(authorKinds),
  side: z.union([z.literal("third"), stateSchema], {
    error: "expected a state as ISO 3166-1 alpha-3, such as USA, or third",
  }),
});

/** DCID severity runs 0–10, both EuRepoC scales 0–15. */
const scoreSchema = z
  .strictObject({ scale: z.enum(scales), value: z.number().min(0).max(15) })
  .refine(({ scale, value }) => scale !== "dcid-severity" || value <= 10, {
    error: "expected a DCID severity from 0 to 10",
    path: ["value"],
  });

const statementFields = {
  id: idSchema,
  about: z.enum(["incident", "campaign", "profile"]),
  author: authorSchema,
  said: whenSchema.nullable(),
  stance: z.enum(stances),
  answers: z.array(idSchema).min(1).optional(),
  accused: z.strictObject({ states: z.array(stateSchema), actors: z.array(z.string().min(1)) }),
  victims: z.strictObject({ states: z.array(stateSchema), names: z.array(z.string().min(1)) }),
  what: z.strictObject({ effects: z.array(z.enum(effects)).min(1), sectors: z.array(z.enum(sectors)).min(1) }),
  happened: whenSchema.nullable(),
  disclosed: whenSchema.nullable(),
  attributed: whenSchema.optional(),
  basis: z.enum(bases),
  confidence: z.string().min(1).optional(),
  grade: z.strictObject({
    source: z.enum(["A", "B", "C", "D", "E", "F"]),
    claim: z.literal([1, 2, 3, 4, 5, 6], { error: "expected a whole number from 1 to 6" }),
  }),
  summary: textSchema,
  quote: z.strictObject({ text: z.string().min(1), lang: z.enum(["en", "zh"]) }).optional(),
  read: z.array(readingSchema),
  checked: z.enum(checks),
  listedBy: z.array(listingSchema),
  scores: z.array(scoreSchema).optional(),
  codes: z.record(z.string(), z.union([z.string(), z.number()], { error: "expected a text or a number" })).optional(),
  notes: z.array(z.string().min(1)).optional(),
};

export const statementSchema: z.ZodType<Statement> = z.strictObject(statementFields);

/** A statement in a case's file names its incident, and why it was judged to speak of it. */
export type CaseStatement = Statement & { incident: string; link: { kind: LinkKind; because: string } };

/** The same thing · a part of it · the same row twice in one list. */
export const linkKinds = ["same", "part-of", "duplicate"] as const;
export type LinkKind = (typeof linkKinds)[number];

export const incidentIdSchema: z.ZodType<string, string> = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: "expected an identifier of small letters, digits and -" });

export const caseStatementSchema: z.ZodType<CaseStatement> = z.strictObject({
  ...statementFields,
  incident: incidentIdSchema,
  link: z.strictObject({ kind: z.enum(linkKinds), because: z.string().min(1) }),
});
