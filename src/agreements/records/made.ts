// What people made, as it stands: the records of a journal folded, each kind by its own rules. A record that breaks them
// can only be one that this version does not know or that was forged, and is damage.

import type { z } from "zod";
import type { Change, Record } from "../../log/record.ts";
import type { Envelope } from "../../log/dsse.ts";
import { InputError, SourceError } from "../../values/errors.ts";
import { confirmationSchema, pairOf, type Confirmation } from "../compliance/confirmation.ts";
import { findingEventSchema, illegalSteps, type FindingEvent } from "../compliance/finding-event.ts";
import { newFinding, stepFinding, type Finding } from "../compliance/finding.ts";
import {
  illegalWatchMoves,
  newWatch,
  stepWatch,
  watchEventSchema,
  type Watch,
  type WatchEvent,
} from "../lines/watch.ts";
import { newExchange, stepExchange, type Exchange } from "../notifications/exchange.ts";
import { illegalMessages, messageSchema, type Message } from "../notifications/message.ts";
import {
  illegalSignings,
  newSigning,
  signingEventSchema,
  stepSigning,
  type Signing,
  type SigningEvent,
} from "../signing/signing.ts";
import { draftEventSchema, illegalDraftMoves, stepDraft, type Draft, type DraftEvent } from "../register/draft.ts";

export type Made = {
  confirmations: Map<string, Confirmation>;
  findings: Map<string, Finding>;
  watches: Map<string, Watch>;
  exchanges: Map<string, Exchange>;
  /** Signatures over messages, by exchange, in order; null where one was not signed. */
  envelopes: Map<string, (Envelope | null)[]>;
  drafts: Map<string, Draft>;
  /** Signatures and seals, by agreement. */
  signings: Map<string, Signing>;
};

export function nothingMade(): Made {
  return {
    confirmations: new Map(),
    findings: new Map(),
    watches: new Map(),
    exchanges: new Map(),
    envelopes: new Map(),
    drafts: new Map(),
    signings: new Map(),
  };
}

export type MadeChange =
  | { kind: "confirmation"; subject: string; body: Confirmation }
  | { kind: "finding"; subject: string; body: FindingEvent }
  | { kind: "watch"; subject: string; body: WatchEvent }
  | { kind: "notification"; subject: string; body: { message: Message; envelope: Envelope | null } }
  | { kind: "draft"; subject: string; body: DraftEvent }
  | { kind: "signing"; subject: string; body: SigningEvent };

/** Takes a change in, or says why it cannot be; `made` is changed only if it can. */
export function take(made: Made, change: MadeChange): string | null {
  const { subject } = change;
  switch (change.kind) {
    case "confirmation":
      made.confirmations.set(pairOf(change.body), change.body);
      return null;
    case "finding": {
      const next = stepFinding(made.findings.get(subject) ?? newFinding, change.body);
      if (!next.ok) return illegalSteps[next.why];
      made.findings.set(subject, next.finding);
      return null;
    }
    case "watch": {
      const next = stepWatch(made.watches.get(subject) ?? newWatch, change.body);
      if (!next.ok) return illegalWatchMoves[next.why];
      made.watches.set(subject, next.watch);
      return null;
    }
    case "notification": {
      const next = stepExchange(made.exchanges.get(subject) ?? newExchange, change.body.message);
      if (!next.ok) return illegalMessages[next.why];
      made.exchanges.set(subject, next.exchange);
      made.envelopes.set(subject, [...(made.envelopes.get(subject) ?? []), change.body.envelope]);
      return null;
    }
    case "draft": {
      const next = stepDraft(subject, made.drafts.get(subject) ?? null, change.body);
      if (!next.ok) return illegalDraftMoves[next.why];
      made.drafts.set(subject, next.draft);
      return null;
    }
    case "signing": {
      const next = stepSigning(made.signings.get(subject) ?? newSigning, change.body);
      if (!next.ok) return illegalSignings[next.why];
      made.signings.set(subject, next.signing);
      return null;
    }
  }
}

/** What the records of a journal add up to. */
export function madeOf(records: readonly Record[]): Made {
  const made = nothingMade();
  for (const record of records) {
    const why = take(made, changeOf(record));
    if (why !== null) throw damaged(record, why);
  }
  return made;
}

/** Changes as a journal takes them, each lawful after those before; else an error that names the rule. */
export function lawful(
  records: readonly Record[],
  caseId: string,
  decide: (made: Made) => readonly MadeChange[],
): Change[] {
  const made = madeOf(records);
  return decide(made).map((change) => {
    const read = changeOf({ ...change, case: caseId });
    const why = take(made, read);
    if (why !== null) throw new InputError(change.subject, `a step that can be taken here: ${why}`);
    return { ...read, case: caseId };
  });
}

const bodies: { [Kind in MadeChange["kind"]]: z.ZodType } = {
  confirmation: confirmationSchema,
  finding: findingEventSchema,
  watch: watchEventSchema,
  notification: messageSchema,
  draft: draftEventSchema,
  signing: signingEventSchema,
};

function changeOf({ kind, subject, body }: Change & { sequence?: number }): MadeChange {
  if (!Object.hasOwn(bodies, kind)) throw new SourceError("damaged", `a record of the kind ${kind} is unknown here`);
  const known = kind as MadeChange["kind"];
  if (known === "notification") {
    const { message, envelope } = body as { message: unknown; envelope: Envelope | null };
    return { kind: known, subject, body: { message: parsed(messageSchema, message, subject), envelope } };
  }
  return { kind: known, subject, body: parsed(bodies[known], body, subject) } as MadeChange;
}

function parsed<Value>(schema: z.ZodType<Value>, body: unknown, subject: string): Value {
  const read = schema.safeParse(body, { reportInput: true });
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new InputError(`${subject}:${issue?.path.join(".") ?? ""}`, issue?.message ?? "a known step", issue?.input);
}

function damaged({ sequence }: Record, why: string): SourceError {
  return new SourceError("damaged", `record ${sequence} of what people made cannot stand: ${why}`);
}
