// A declared line: who said when that what would not be borne, in our own words with the source. Its threshold in the
// ledger's codes is our own reading of those words, and says so.

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

/** Names what would follow · says that something would · asks to stop · says what the law is. */
export const lineForms = ["threat", "warning", "demand", "legal-view"] as const;
export type LineForm = (typeof lineForms)[number];

export type Threshold = {
  coding: "own";
  /** Empty: any sector. */
  sectors: Sector[];
  effects: Effect[];
  /** On DCID's scale of 0 to 10; null where the words give none. */
  severity: number | null;
};

export type Line = {
  id: string;
  by: StateCode;
  /** To whom it was said; null where to everybody. */
  toward: StateCode | null;
  when: When;
  form: LineForm;
  gist: Text;
  /** What is to follow, as far as the words tell. */
  consequence: Text | null;
  /** Null where the words draw a line that the ledger's codes do not know. */
  threshold: Threshold | null;
  read: Reading[];
  checked: Check;
};

export const lineSchema: z.ZodType<Line> = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: "expected an identifier of small letters, digits and -" }),
  by: stateSchema,
  toward: stateSchema.nullable(),
  when: whenSchema,
  form: z.enum(lineForms),
  gist: textSchema,
  consequence: textSchema.nullable(),
  threshold: z
    .strictObject({
      coding: z.literal("own"),
      sectors: z.array(z.enum(sectors)),
      effects: z.array(z.enum(effects)).min(1),
      severity: z.number().min(0).max(10).nullable(),
    })
    .nullable(),
  read: z.array(z.strictObject({ url: webAddressSchema, title: z.string().min(1).optional() })).min(1),
  checked: z.enum(checks),
});
