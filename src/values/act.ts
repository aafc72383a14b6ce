// An act between the parties that is no cyber operation but bears on them: talks, posts created, agreements,
// indictments, sanctions, expulsions, threats, military signals, codes of conduct proposed.

import { z } from "zod";
import { stateSchema, type StateCode } from "./state.ts";
import { checks, webAddressSchema, type Check, type Listing, type Reading } from "./statement.ts";
import { textSchema, type Text } from "./text.ts";
import { whenSchema, type When } from "./when.ts";

/** The sixteen event types of the PLOVER ontology (plover2022), from the most cooperative to the most hostile. */
export const ploverKinds = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type PloverKind = (typeof ploverKinds)[number];

export const actForms = [
  "talks",
  "post-created",
  "agreement",
  "code-of-conduct",
  "indictment",
  "arrest",
  "sanction",
  "export-control",
  "market-ban",
  "expulsion",
  "protest",
  "threat",
  "military-signal",
  "advisory",
  "law",
  "strategy",
  "statement",
  "cooperation",
] as const;
export type ActForm = (typeof actForms)[number];

export type Act = {
  id: string;
  when: When;
  plover: PloverKind;
  form: ActForm;
  /** Who acts; both parties where they act together. */
  actors: StateCode[];
  /** Toward whom; empty where it addresses nobody by name. */
  targets: StateCode[];
  title: Text;
  summary: Text;
  read: Reading[];
  checked: Check;
  listedBy: Listing[];
};

export const actSchema: z.ZodType<Act> = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, { error: "expected an identifier of small letters, digits and -" }),
  when: whenSchema,
  plover: z.enum(ploverKinds),
  form: z.enum(actForms),
  actors: z.array(stateSchema).min(1),
  targets: z.array(stateSchema),
  title: textSchema,
  summary: textSchema,
  read: z.array(z.strictObject({ url: webAddressSchema, title: z.string().min(1).optional() })),
  checked: z.enum(checks),
  listedBy: z.array(z.strictObject({ source: z.string().min(1), id: z.string().min(1) })),
});
