// `world.json` of a case: what the two sides gain and lose in each issue, and every parameter that the models share,
// each with its range, unit, meaning and source. A person can read, diff and correct it; this file is its schema.

import { z } from "zod";
import { references, type ReferenceKey } from "./references.ts";
import { effects, incidentIdSchema, sectors } from "./statement.ts";
import { textSchema, type Text } from "./text.ts";
import {
  ledgerFormulas,
  worldDomains,
  worldKeys,
  type Counted,
  type Payoffs,
  type WorldKey,
  type WorldSource,
} from "./world-keys.ts";

export type IssueInFile = {
  id: string;
  title: Text;
  /** What each side gains by acting alone, and loses where both act. */
  words: { A: Text; B: Text };
  A: Payoffs;
  B: Payoffs;
  source: WorldSource;
  counted?: Counted | undefined;
};

/** `value` stands where the source is data and the ledger holds too little. */
export type ParameterInFile = {
  value: number;
  range: [number, number];
  unit: string;
  meaning: string;
  source: WorldSource;
};

export type WorldFile = {
  issues: IssueInFile[];
  /** The issue that single-issue models take, and the one used as a penalty where issues are linked. */
  chosen: string;
  penalty: string | null;
  stakes: number[];
  parameters: Record<WorldKey, ParameterInFile>;
};

const HIGHEST = 1e6;
const payoff = z.number().min(-HIGHEST).max(HIGHEST);

const payoffsSchema = z
  .strictObject({ T: payoff, R: payoff, P: payoff, S: payoff })
  .refine(({ T, R, P, S }) => T > R && R > P && P > S, { error: "expected T > R > P > S" });

const note = z.string().min(1).optional();

const sourceSchema: z.ZodType<WorldSource> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("data"), ref: z.enum(ledgerFormulas), note }),
  z.strictObject({
    kind: z.literal("literature"),
    ref: z.custom<ReferenceKey>((key) => typeof key === "string" && Object.hasOwn(references, key), {
      error: "expected the key of a reference",
    }),
    note,
  }),
  z.strictObject({ kind: z.literal("assumption"), note }),
]);

const issueSchema: z.ZodType<IssueInFile> = z.strictObject({
  id: incidentIdSchema,
  title: textSchema,
  words: z.strictObject({ A: textSchema, B: textSchema }),
  A: payoffsSchema,
  B: payoffsSchema,
  // Payoffs are no ledger's to tell.
  source: sourceSchema.refine(({ kind }) => kind !== "data", { error: "expected an assumption or literature" }),
  counted: z
    .strictObject({ effects: z.array(z.enum(effects)).min(1), sectors: z.array(z.enum(sectors)).min(1) })
    .optional(),
});

const parameterFields = z.strictObject({
  value: z.number(),
  range: z.tuple([z.number(), z.number()]),
  unit: z.string().min(1),
  meaning: z.string().min(1),
  source: sourceSchema,
});

/** A parameter whose value lies in its range, and that in what the models can take. */
function parameterSchema(key: WorldKey): z.ZodType<ParameterInFile> {
  const [least, most] = worldDomains[key];
  return parameterFields.superRefine(({ value, range }, context) => {
    const [low, high] = range;
    if (low >= high) fault(context, ["range"], "expected a range that rises", range);
    if (low < least || high > most) fault(context, ["range"], `expected a range within ${least} to ${most}`, range);
    if (value < low || value > high) fault(context, ["value"], "expected a value within its range", value);
  });
}

/** Also gives the whole file's faults: an issue named twice, a choice that is no issue. */
export const worldFileSchema: z.ZodType<WorldFile> = z
  .strictObject({
    issues: z.array(issueSchema).min(1).max(30),
    chosen: z.string(),
    penalty: z.string().nullable(),
    stakes: z.array(z.number()).min(1).max(100),
    parameters: z.strictObject(
      Object.fromEntries(worldKeys.map((key) => [key, parameterSchema(key)])) as Record<
        WorldKey,
        z.ZodType<ParameterInFile>
      >,
    ),
  })
  .superRefine(({ issues, chosen, penalty }, context) => {
    const ids = issues.map(({ id }) => id);
    const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
    if (twice >= 0) fault(context, ["issues", twice, "id"], "expected an identifier of its own", ids[twice]);
    if (!ids.includes(chosen)) fault(context, ["chosen"], `expected one of ${ids.join(", ")}`, chosen);
    if (penalty !== null && !ids.includes(penalty))
      fault(context, ["penalty"], `expected null or one of ${ids.join(", ")}`, penalty);
  });

function fault(context: z.RefinementCtx, path: (string | number)[], message: string, input: unknown): void {
  context.addIssue({ code: "custom", path, message, input });
}
