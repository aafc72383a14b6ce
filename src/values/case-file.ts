// The plain files of a case: `case.json`, `incidents.jsonl`, `statements.jsonl`, `acts.jsonl`, and `world.json` where
// there is one. A person can read, diff and correct them; this file is their schema.

import { z } from "zod";
import { daySchema, type Day } from "./day.ts";
import { stateSchema, type StateCode } from "./state.ts";
import { incidentIdSchema } from "./statement.ts";
import { textSchema, type Text } from "./text.ts";
import { worldFileSchema, type WorldFile } from "./world-file.ts";

export type Party = {
  iso: StateCode;
  iso2: string;
  cow: number;
  name: Text;
  /** How sentences call the party: "the United States" / "美国". */
  inSentence: Text;
};

export type CaseAbout = {
  id: string;
  title: Text;
  summary: Text;
  /** The two parties, A and B. Every screen can be read from either. */
  parties: [Party, Party];
  /** What the case holds beside the lists: statements gathered by hand, and the years they span. */
  collection: { title: Text; inclusion: Text; from: number; to: number };
  /** The agreement whose effect the first answers ask about. */
  agreement: { id: string; date: Day; title: Text };
  licence: string;
  version: string;
  /** What the sides gain and lose, from `world.json`; without it the standard world stands. */
  world?: WorldFile | undefined;
};

export type IncidentAbout = {
  id: string;
  title: Text;
  summary: Text;
  /** The imported statement that it was made for, where no incident was there to link it to. */
  madeFor?: string | undefined;
};

const partySchema = z.strictObject({
  iso: stateSchema,
  iso2: z.string().regex(/^[A-Z]{2}$/),
  cow: z.int().positive(),
  name: textSchema,
  inSentence: textSchema,
});

export const caseSchema: z.ZodType<CaseAbout> = z.strictObject({
  id: incidentIdSchema,
  title: textSchema,
  summary: textSchema,
  parties: z.tuple([partySchema, partySchema]),
  collection: z.strictObject({ title: textSchema, inclusion: textSchema, from: z.int(), to: z.int() }),
  agreement: z.strictObject({ id: incidentIdSchema, date: daySchema, title: textSchema }),
  licence: z.string().min(1),
  version: z.string().min(1),
  world: worldFileSchema.optional(),
});

export const incidentSchema: z.ZodType<IncidentAbout> = z.strictObject({
  id: incidentIdSchema,
  title: textSchema,
  summary: textSchema,
});
