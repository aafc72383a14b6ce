// An agreement, a set of norms or a proposal between states: who, when, how binding, where it can be read.

import { z } from "zod";
import { stateSchema, type StateCode } from "../../values/state.ts";
import { checks, webAddressSchema, type Check, type Reading } from "../../values/statement.ts";
import { textSchema, type Text } from "../../values/text.ts";
import { firstDay, span, whenSchema, type When } from "../../values/when.ts";
import type { Day } from "../../values/day.ts";
import { agreementIdSchema, statusSchema, type Clause, type StatusEntry } from "./clause.ts";

/** Law · a political commitment of governments · a proposal that others have not taken up · a user's own draft. */
export const bindings = ["legal", "political", "proposal", "draft"] as const;
export type Binding = (typeof bindings)[number];

export type Agreement = {
  id: string;
  title: Text;
  when: When;
  binding: Binding;
  /** States named as parties. Where the text binds more than are listed, `alsoBinds` says whom. */
  parties: StateCode[];
  alsoBinds?: Text | undefined;
  /** From when it held and until when it is known to have held; an open end is null. */
  inForce: { from: Day; to: Day | null } | null;
  status: StatusEntry[];
  read: Reading[];
  checked: Check;
};

/** An agreement with its clauses. A draft says what it was copied from. */
export type RegisteredAgreement = Agreement & { clauses: Clause[]; draftOf?: { agreement: string; by: string } };

export const agreementSchema: z.ZodType<Agreement> = z.strictObject({
  id: agreementIdSchema,
  title: textSchema,
  when: whenSchema,
  binding: z.enum(bindings).exclude(["draft"]),
  parties: z.array(stateSchema).min(2),
  alsoBinds: textSchema.optional(),
  inForce: z
    .strictObject({ from: whenSchema, to: whenSchema.nullable() })
    .transform(({ from, to }) => ({ from: firstDay(from), to: to && lastDay(to) }))
    .nullable(),
  status: z.array(statusSchema),
  read: z.array(z.strictObject({ url: webAddressSchema, title: z.string().min(1).optional() })).min(1),
  checked: z.enum(checks),
});

function lastDay(when: When): Day {
  const { start, end } = span(when);
  return (end ?? start).last;
}

/** What became of a clause, with what became of its whole agreement, in order of time. */
export function statusOf(agreement: Agreement, { status }: Clause): StatusEntry[] {
  return [...agreement.status, ...status].toSorted((one, other) =>
    firstDay(one.when) < firstDay(other.when) ? -1 : 1,
  );
}

/** Whether both states are named as parties. */
export function isBetween({ parties }: Agreement, states: readonly StateCode[]): boolean {
  return states.every((state) => parties.includes(state));
}
