// The forms that two centres exchange: tell, ask, say that it came, answer; and pass it up where nothing comes. Modelled
// on risk-reduction centres, which stand by day and night and send set forms with set times (docs/agreements.md). Times
// are our own: no agreement between the two sides sets any.

import { z } from "zod";
import { stateSchema, type StateCode } from "../../values/state.ts";
import { incidentIdSchema } from "../../values/statement.ts";
import { momentSchema } from "../moment.ts";

export const urgencies = ["flash", "urgent", "routine"] as const;
export type Urgency = (typeof urgencies)[number];

export const matters = ["incident", "planned-activity", "exercise", "assistance", "clarification", "test"] as const;
export type Matter = (typeof matters)[number];

/** Hours until receipt should be acknowledged and until an answer should come. */
export const hoursFor: Record<Urgency, { acknowledge: number; answer: number }> = {
  flash: { acknowledge: 1, answer: 6 },
  urgent: { acknowledge: 4, answer: 48 },
  routine: { acknowledge: 24, answer: 30 * 24 },
};

/** Whom a message reaches in turn where nothing comes back. */
export const levels = ["duty-officer", "head-of-centre", "ministers", "heads-of-government"] as const;
export type Level = (typeof levels)[number];

export type MessageHappened =
  | {
      kind: "notify";
      by: StateCode;
      to: StateCode;
      urgency: Urgency;
      matter: Matter;
      subject: string;
      text: string;
      incidents: string[];
    }
  | {
      kind: "request";
      by: StateCode;
      to: StateCode;
      urgency: Urgency;
      matter: Matter;
      subject: string;
      text: string;
      incidents: string[];
    }
  | { kind: "acknowledge"; by: StateCode }
  /** `final: false` says that more will follow. */
  | { kind: "answer"; by: StateCode; text: string; final: boolean }
  | { kind: "escalate"; by: StateCode; because: string }
  | { kind: "correct"; by: StateCode; text: string }
  | { kind: "close"; by: StateCode; because: string };

/** `thread` binds every message to its exchange, so that none can be played again in another. */
export type Message = MessageHappened & { at: string; thread: string; number: number };

const words = z.string().trim().min(1).max(4000);
const common = {
  at: momentSchema,
  thread: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  number: z.int().min(1),
  by: stateSchema,
};
const opening = {
  ...common,
  to: stateSchema,
  urgency: z.enum(urgencies),
  matter: z.enum(matters),
  subject: z.string().trim().min(1).max(200),
  text: words,
  incidents: z.array(incidentIdSchema).max(50),
};

export const messageSchema: z.ZodType<Message> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("notify"), ...opening }),
  z.strictObject({ kind: z.literal("request"), ...opening }),
  z.strictObject({ kind: z.literal("acknowledge"), ...common }),
  z.strictObject({ kind: z.literal("answer"), ...common, text: words, final: z.boolean() }),
  z.strictObject({ kind: z.literal("escalate"), ...common, because: words }),
  z.strictObject({ kind: z.literal("correct"), ...common, text: words }),
  z.strictObject({ kind: z.literal("close"), ...common, because: words }),
]);

export const illegalMessages = {
  "not-begun": "An exchange begins with a notification or a request.",
  "begun-already": "The exchange has begun already.",
  "to-oneself": "A message goes to the other side.",
  "not-a-side": "Only the two sides of an exchange speak in it.",
  "other-thread": "The message belongs to another exchange.",
  "out-of-order": "The message's number is not the next one: one is missing, or it was sent before.",
  "time-runs-back": "A message cannot come before the last one.",
  closed: "The exchange is closed.",
  "not-yours-to-acknowledge": "Only the side that received can acknowledge or answer.",
  "acknowledged-already": "Receipt was acknowledged before.",
  "answered-already": "A final answer was given.",
  "nothing-asked": "A notification asks for no answer; receipt of it is acknowledged.",
  "nothing-due": "Nothing is overdue: it cannot be passed up yet.",
  "top-reached": "It has been passed up as far as it goes.",
  "not-yours-to-escalate": "Only the side that waits can pass it up.",
  "not-yours-to-close": "Only the side that began can close.",
  "open-still": "What was asked is not answered, and what was told is not acknowledged.",
} as const;
export type IllegalMessage = keyof typeof illegalMessages;
