// A text in the languages that there are. English is always there: it is the workbench's first language.

import { z } from "zod";

export type Text = { en: string; zh?: string | undefined };

export const textSchema: z.ZodType<Text> = z.strictObject({
  en: z.string().min(1),
  zh: z.string().min(1).optional(),
});

/** Han characters, in any text that claims to be Chinese. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
