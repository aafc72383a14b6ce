// What people do in a debate, as events in one file a debate: written, edited, decided, appealed, voted, a claim's binding
// confirmed or rejected. Lines are only added, each synced to disk before it counts; the state is what they add up to.

import { z } from "zod";
import type { CommentEvent } from "../../../debate/moderation/comment-state.ts";
import type { Selector } from "../../../debate/anchors.ts";
import type { Relation, TextFlag } from "../../../debate/debate.ts";
import { reasonCodes, statuses } from "../../../debate/moderation/policy.ts";

/** What a new comment brings beside its text. */
export type Placed = { name: string; relation: Relation | null; anchor: Selector | null; flags: readonly TextFlag[] };

export type DebateEvent =
  | { of: "comment"; event: CommentEvent; placed: Placed | null }
  | { of: "vote"; at: string; comment: string; person: string; vote: -1 | 0 | 1 | null }
  | { of: "binding"; at: string; comment: string; claim: string; person: string; confirmed: boolean };

const at = z.string();
const id = z.string().max(120);
const reason = z.object({
  code: z.enum(Object.keys(reasonCodes) as [keyof typeof reasonCodes]),
  phase: z.string(),
  because: z.string(),
  detail: z.string().optional(),
});
const judged = z.object({ status: z.enum(statuses), held: z.boolean(), reasons: z.array(reason) });
const common = { at, comment: id };

const commentEvent = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("written"), author: id, text: z.string(), parent: id.nullable(), judged }),
  z.object({ ...common, kind: z.literal("edited"), author: id, text: z.string(), judged }),
  z.object({ ...common, kind: z.literal("external"), judged }),
  z.object({
    ...common,
    kind: z.literal("decided"),
    moderator: id,
    status: z.enum(["APPROVED", "REJECTED"]),
    code: reason.shape.code,
    because: z.string(),
  }),
  z.object({ ...common, kind: z.literal("appealed"), author: id, because: z.string() }),
  z.object({ ...common, kind: z.literal("appeal-decided"), moderator: id, granted: z.boolean(), because: z.string() }),
]);

const selector = z.object({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  refinedBy: z.object({ type: z.literal("TextPositionSelector"), start: z.number(), end: z.number() }),
});

const placed = z.object({
  name: z.string(),
  relation: z.enum(["support", "attack", "undercut"]).nullable(),
  anchor: selector.nullable(),
  flags: z.array(
    z.enum(["direction-marks", "hidden-characters", "stacked-marks", "look-alike-letters", "markup-removed", "cut"]),
  ),
});

export const eventSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("comment"), event: commentEvent, placed: placed.nullable() }),
  z.object({
    of: z.literal("vote"),
    at,
    comment: id,
    person: id,
    vote: z.union([z.literal(-1), z.literal(0), z.literal(1), z.null()]),
  }),
  z.object({ of: z.literal("binding"), at, comment: id, claim: id, person: id, confirmed: z.boolean() }),
]) as unknown as z.ZodType<DebateEvent>;
