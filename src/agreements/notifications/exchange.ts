// An exchange between two centres as a pure function of its messages. What is due, by when, and at which level, follows
// from them; who waits may pass it up once the time is past.

import { hoursAfter, isAfter } from "../moment.ts";
import type { StateCode } from "../../values/state.ts";
import {
  hoursFor,
  levels,
  type IllegalMessage,
  type Level,
  type Matter,
  type Message,
  type Urgency,
} from "./message.ts";

export type Exchange = {
  stage: "none" | "sent" | "acknowledged" | "answered" | "closed";
  thread: string | null;
  form: "notify" | "request" | null;
  from: StateCode | null;
  to: StateCode | null;
  urgency: Urgency;
  matter: Matter | null;
  subject: string;
  level: Level;
  /** What the receiver owes, and by when; null where nothing is owed. */
  due: { what: "acknowledge" | "answer"; by: string } | null;
  messages: readonly Message[];
};

export type ExchangeStep = { ok: true; exchange: Exchange } | { ok: false; why: IllegalMessage };

export const newExchange: Exchange = {
  stage: "none",
  thread: null,
  form: null,
  from: null,
  to: null,
  urgency: "routine",
  matter: null,
  subject: "",
  level: "duty-officer",
  due: null,
  messages: [],
};

export function stepExchange(exchange: Exchange, message: Message): ExchangeStep {
  const changed = misplaced(exchange, message) ?? change(exchange, message);
  if (typeof changed === "string") return { ok: false, why: changed };
  return { ok: true, exchange: { ...exchange, ...changed, messages: [...exchange.messages, message] } };
}

export function exchangeOf(messages: readonly Message[]): ExchangeStep & { at?: number } {
  let exchange = newExchange;
  for (const [at, message] of messages.entries()) {
    const next = stepExchange(exchange, message);
    if (!next.ok) return { ...next, at };
    exchange = next.exchange;
  }
  return { ok: true, exchange };
}

export function isLate({ due }: Exchange, now: string): boolean {
  return due !== null && isAfter(now, due.by);
}

/** Clocks of two centres may differ by this much without a message being taken for one from the past. */
const CLOCK_HOURS = 0.25;

function misplaced({ stage, thread, from, to, messages }: Exchange, message: Message): IllegalMessage | null {
  const opens = message.kind === "notify" || message.kind === "request";
  if (message.number !== messages.length + 1) return "out-of-order";
  if (stage === "none") return opens ? null : "not-begun";
  if (opens) return "begun-already";
  if (message.thread !== thread) return "other-thread";
  if (stage === "closed") return "closed";
  if (message.by !== from && message.by !== to) return "not-a-side";
  const last = messages.at(-1);
  return last && isAfter(last.at, hoursAfter(message.at, CLOCK_HOURS)) ? "time-runs-back" : null;
}

function change(exchange: Exchange, message: Message): Partial<Exchange> | IllegalMessage {
  switch (message.kind) {
    case "notify":
    case "request": {
      const { kind, by, to, urgency, matter, subject, thread, at } = message;
      if (by === to) return "to-oneself";
      const due = { what: "acknowledge" as const, by: hoursAfter(at, hoursFor[urgency].acknowledge) };
      return { stage: "sent", thread, form: kind, from: by, to, urgency, matter, subject, due };
    }
    case "acknowledge":
      return acknowledged(exchange, message);
    case "answer":
      return answered(exchange, message);
    case "escalate":
      return escalated(exchange, message);
    case "correct":
      return {};
    case "close":
      if (message.by !== exchange.from) return "not-yours-to-close";
      return exchange.due === null ? { stage: "closed" } : "open-still";
  }
}

function acknowledged(
  { stage, to, form, urgency, messages }: Exchange,
  { by }: Message,
): Partial<Exchange> | IllegalMessage {
  if (by !== to) return "not-yours-to-acknowledge";
  if (stage !== "sent") return "acknowledged-already";
  const sent = messages[0]?.at ?? "";
  const due = form === "request" ? { what: "answer" as const, by: hoursAfter(sent, hoursFor[urgency].answer) } : null;
  return { stage: "acknowledged", due };
}

function answered(
  { stage, form, to, due }: Exchange,
  message: Extract<Message, { kind: "answer" }>,
): Partial<Exchange> | IllegalMessage {
  if (message.by !== to) return "not-yours-to-acknowledge";
  if (form !== "request") return "nothing-asked";
  if (stage === "answered") return "answered-already";
  // An answer shows that the request came.
  return message.final ? { stage: "answered", due: null } : { stage: "acknowledged", due };
}

function escalated({ from, level, due, urgency }: Exchange, { by, at }: Message): Partial<Exchange> | IllegalMessage {
  if (by !== from) return "not-yours-to-escalate";
  if (due === null || !isAfter(at, due.by)) return "nothing-due";
  const next = levels[levels.indexOf(level) + 1];
  if (next === undefined) return "top-reached";
  return { level: next, due: { what: due.what, by: hoursAfter(at, hoursFor[urgency].acknowledge) } };
}
