// A person's word on a candidate: it concerns the clause, or it does not. The last word on a pair stands.

import { z } from "zod";
import { incidentIdSchema } from "../../values/statement.ts";
import { momentSchema } from "../moment.ts";
import { clauseIdSchema } from "../register/clause.ts";

export const concerns = ["concerns", "does-not", "unsure"] as const;
export type Concern = (typeof concerns)[number];

export type Confirmation = { at: string; clause: string; incident: string; as: Concern; because: string; by: string };

export const confirmationSchema: z.ZodType<Confirmation> = z.strictObject({
  at: momentSchema,
  clause: clauseIdSchema,
  incident: incidentIdSchema,
  as: z.enum(concerns),
  because: z.string().trim().min(1).max(2000),
  by: z.string().trim().min(1).max(200),
});

export function pairOf({ clause, incident }: Pick<Confirmation, "clause" | "incident">): string {
  return `${clause} ${incident}`;
}
