// The life of a comment as events, and its state as what they add up to. Nothing is overwritten: earlier texts and
// decisions stay. An author may appeal once against each decision to hold or reject; somebody decides it, with words.

import { InputError } from "../../values/errors.ts";
import type { Moderated } from "./phases.ts";
import { reasonCodes, type Reason, type ReasonCode, type Status } from "./policy.ts";

export type CommentEvent = { at: string; comment: string } & (
  | { kind: "written"; author: string; text: string; parent: string | null; judged: Moderated }
  | { kind: "edited"; author: string; text: string; judged: Moderated }
  | { kind: "external"; judged: Moderated }
  | { kind: "decided"; moderator: string; status: "APPROVED" | "REJECTED"; code: ReasonCode; because: string }
  | { kind: "appealed"; author: string; because: string }
  | { kind: "appeal-decided"; moderator: string; granted: boolean; because: string }
);

export type CommentState = {
  id: string;
  author: string;
  parent: string | null;
  /** The texts in the order of their writing; the last one stands. */
  versions: readonly { at: string; text: string }[];
  status: Status;
  reasons: readonly Reason[];
  appeal: "none" | "open" | "granted" | "refused";
  /** For the public log: what was done, when, why; no names of moderators. */
  log: readonly { at: string; done: string; status: Status; codes: readonly ReasonCode[]; because: string }[];
};

/** The state after an event; an event that cannot follow is refused. */
export function after(state: CommentState | null, event: CommentEvent): CommentState {
  if (event.kind === "written") return written(state, event);
  if (!state) throw new InputError(event.comment, "a comment that was written", event.kind);
  switch (event.kind) {
    case "edited":
      return edited(state, event);
    case "external":
      return logged({ ...state, ...standing(state, event.judged) }, event.at, "external check", "");
    case "decided":
      return logged(
        decidedState(state, event),
        event.at,
        event.status === "APPROVED" ? "approved" : "rejected",
        event.because,
      );
    case "appealed":
      return appealed(state, event);
    case "appeal-decided":
      return appealDecided(state, event);
  }
}

type Of<Kind extends CommentEvent["kind"]> = Extract<CommentEvent, { kind: Kind }>;

function written(
  state: CommentState | null,
  { at, comment, author, text, parent, judged }: Of<"written">,
): CommentState {
  if (state) throw new InputError(comment, "a new comment", "one that is there");
  const { status, reasons } = judged;
  const start: CommentState = {
    id: comment,
    author,
    parent,
    versions: [{ at, text }],
    status,
    reasons,
    appeal: "none",
    log: [],
  };
  return logged(start, at, "written", "");
}

function edited(state: CommentState, { at, comment, author, text, judged }: Of<"edited">): CommentState {
  if (author !== state.author) throw new InputError(comment, "an edit by its author", author);
  if (state.status === "REJECTED")
    throw new InputError(comment, "an appeal: a rejected comment is not edited", "an edit");
  // A new text is judged anew, whatever was decided on the old one, or approval could be bought with another text.
  const versions = [...state.versions, { at, text }];
  return logged(
    { ...state, versions, status: judged.status, reasons: judged.reasons, appeal: "none" },
    at,
    "edited",
    "",
  );
}

/** An outside check may hold what no person has decided on, and never frees anything. */
function standing(state: CommentState, judged: Moderated): Pick<CommentState, "status" | "reasons"> {
  if (state.status === "APPROVED" || state.status === "REJECTED")
    return { status: state.status, reasons: state.reasons };
  return { status: judged.held && state.status === "NONE" ? "PREMOD" : state.status, reasons: judged.reasons };
}

function decidedState(state: CommentState, { status, code, because }: Of<"decided">): CommentState {
  const reasons: Reason[] = [...state.reasons, { code, phase: "person", because: reasonCodes[code], detail: because }];
  return {
    ...state,
    status,
    reasons,
    appeal: state.appeal === "open" ? (status === "APPROVED" ? "granted" : "refused") : "none",
  };
}

function appealed(state: CommentState, { at, comment, author, because }: Of<"appealed">): CommentState {
  if (author !== state.author) throw new InputError(comment, "an appeal by its author", author);
  if (state.status === "NONE" || state.status === "APPROVED")
    throw new InputError(comment, "an appeal against a comment held or rejected", state.status);
  if (state.appeal !== "none")
    throw new InputError(comment, "one appeal for a decision", `an appeal that is ${state.appeal}`);
  if (because.trim() === "") throw new InputError(comment, "a reason for the appeal", because);
  return logged({ ...state, appeal: "open" }, at, "appealed", because);
}

function appealDecided(state: CommentState, { at, comment, granted, because }: Of<"appeal-decided">): CommentState {
  if (state.appeal !== "open") throw new InputError(comment, "an appeal that is open", state.appeal);
  const status = granted ? "APPROVED" : "REJECTED";
  return logged(
    { ...state, status, appeal: granted ? "granted" : "refused" },
    at,
    granted ? "appeal granted" : "appeal refused",
    because,
  );
}

function logged(state: CommentState, at: string, done: string, because: string): CommentState {
  const codes = [...new Set(state.reasons.map(({ code }) => code))];
  return { ...state, log: [...state.log, { at, done, status: state.status, codes, because }] };
}

/** The states of all comments after a list of events. */
export function statesAfter(events: readonly CommentEvent[]): Map<string, CommentState> {
  const states = new Map<string, CommentState>();
  for (const event of events) states.set(event.comment, after(states.get(event.comment) ?? null, event));
  return states;
}
