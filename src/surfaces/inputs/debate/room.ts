// One debate while the workbench runs: the thread with what was written here, who voted how, whose binding was
// confirmed. Every change is an event on disk first.

import { randomBytes } from "node:crypto";
import { articleText, selectorAt, type Selector } from "../../../debate/anchors.ts";
import { findClaims, templateOf, type FoundClaim } from "../../../debate/claims/index.ts";
import type { Comment, Debate, Relation } from "../../../debate/debate.ts";
import { LOOK_ALIKE_MARK, mixesAlphabets, safeName, safeText, skeletonOf } from "../../../debate/import/safe-text.ts";
import { after, type CommentEvent, type CommentState } from "../../../debate/moderation/comment-state.ts";
import {
  threadJudge,
  withExternal,
  type ExternalPhase,
  type JudgedComment,
  type Moderated,
} from "../../../debate/moderation/phases.ts";
import type { ReasonCode } from "../../../debate/moderation/policy.ts";
import { InputError } from "../../../values/errors.ts";
import { eventSchema, type DebateEvent, type Placed } from "./event.ts";
import { eventFile } from "./event-file.ts";
import type { Person } from "./people.ts";
import { threadOf, type Written } from "./thread.ts";

/** Who asked for what may not have it. */
export class Forbidden extends InputError {}

export type WriteAsked = {
  text: string;
  name: string;
  parent: string | null;
  relation: Relation | null;
  /** Offsets into the article's text. */
  passage: { start: number; end: number } | null;
};

export type Vote = -1 | 0 | 1;

export type Room = {
  readonly debate: Debate;
  readonly caseId: string;
  /** Counts every change. */
  version(): number;
  thread(): readonly Comment[];
  /** Claims and moderation of the comment at a place, worked out when they are first asked for. */
  judged(place: number): JudgedComment;
  state(comment: string): CommentState | null;
  states(): readonly CommentState[];
  votes(): ReadonlyMap<string, ReadonlyMap<string, Vote>>;
  binding(comment: string, claim: string): boolean | null;
  write(person: Person, asked: WriteAsked): CommentState;
  edit(person: Person, comment: string, text: string): CommentState;
  appeal(person: Person, comment: string, because: string): CommentState;
  decide(person: Person, comment: string, asked: { approve: boolean; code: ReasonCode; because: string }): CommentState;
  vote(person: Person, comment: string, vote: Vote | null): void;
  bind(person: Person, comment: string, claim: string, confirmed: boolean): void;
};

const LONGEST_TEXT = 20_000;
const LONGEST_BECAUSE = 1000;
const MOST_COMMENTS = 50_000;
const MOST_VERSIONS = 50;

export type RoomAsked = {
  debate: Debate;
  caseId: string;
  folder: string;
  now: () => Date;
  external: ExternalPhase | null;
};

/** The same text is read for claims once, wherever it stands. */
const MOST_TEXTS = 30_000;
const claimsKept = new Map<string, FoundClaim[]>();
function claimsIn(text: string): FoundClaim[] {
  const found = claimsKept.get(text) ?? findClaims(text);
  if (claimsKept.size >= MOST_TEXTS) claimsKept.clear();
  claimsKept.set(text, found);
  return found;
}

export function roomOf({ debate, caseId, folder, now, external }: RoomAsked): Room {
  const states = new Map<string, CommentState>();
  const placed = new Map<string, Placed>();
  const votes = new Map<string, Map<string, Vote>>();
  const bindings = new Map<string, boolean>();
  let version = 0;
  let thread: Comment[] | null = null;
  let judge: ((place: number) => JudgedComment) | null = null;
  const judgedKept = new Map<number, JudgedComment>();

  const take = (event: DebateEvent): void => {
    version += 1;
    if (event.of === "vote") {
      const cast = votes.get(event.person) ?? new Map<string, Vote>();
      if (event.vote === null) cast.delete(event.comment);
      else cast.set(event.comment, event.vote);
      votes.set(event.person, cast);
      return;
    }
    if (event.of === "binding") {
      bindings.set(`${event.comment} ${event.claim}`, event.confirmed);
      return;
    }
    const { comment } = event.event;
    if (event.placed) placed.set(comment, event.placed);
    states.set(comment, after(states.get(comment) ?? null, event.event));
    thread = null;
    judge = null;
    judgedKept.clear();
  };
  const file = eventFile(folder, debate.id, eventSchema, take);
  const at = (): string => now().toISOString();
  const threadNow = (): Comment[] => {
    const written: Written[] = [...states.values()].flatMap((state) => {
      const of = placed.get(state.id);
      return of ? [{ state, placed: of }] : [];
    });
    thread ??= threadOf(debate, written);
    return thread;
  };
  const judgedAt = (place: number): JudgedComment => {
    judge ??= threadJudge(threadNow(), debate.body, claimsIn);
    const found = judgedKept.get(place) ?? judge(place);
    judgedKept.set(place, found);
    return found;
  };
  const placeOf = (comment: string): number => {
    const place = threadNow().findIndex(({ id }) => id === comment);
    if (place < 0) throw new InputError("comment", "a comment of this debate", comment);
    return place;
  };
  /** Applied before it is written, so that an event that cannot follow never gets to disk. */
  const add = (event: CommentEvent, of: Placed | null = null): CommentState => {
    const next = after(states.get(event.comment) ?? null, event);
    file.add([{ of: "comment", event, placed: of }]);
    return next;
  };
  const judgeNew = (text: string, author: string, parent: string | null, flags: Placed["flags"]): Moderated => {
    const others = threadNow();
    const judgeAll = threadJudge([...others, { id: "new", text, author, parent, flags }], debate.body, claimsIn);
    return judgeAll(others.length).moderation;
  };
  const askOutside = async (comment: string, text: string, author: string, parent: string | null): Promise<void> => {
    const opinion = await external?.({ text, author, parent });
    const state = states.get(comment);
    if (!opinion || !state || state.versions.at(-1)?.text !== text) return;
    const before = { status: state.status, held: false, reasons: [...state.reasons] };
    add({ kind: "external", at: at(), comment, judged: withExternal(before, opinion) });
  };
  /** Comments that were imported are judged by people too: they enter the events as they stand. */
  const stateFor = (comment: string): CommentState => {
    const known = states.get(comment);
    if (known) return known;
    const place = placeOf(comment);
    const { text, author, parent } = threadNow()[place] as Comment;
    const { moderation } = judgedAt(place);
    return add({ kind: "written", at: at(), comment, author: `imported: ${author}`.slice(0, 120), text, parent, judged: moderation }); // prettier-ignore
  };

  return {
    debate,
    caseId,
    version: () => version,
    thread: threadNow,
    judged: judgedAt,
    state: (comment) => states.get(comment) ?? null,
    states: () => [...states.values()],
    votes: () => votes,
    binding: (comment, claim) => bindings.get(`${comment} ${claim}`) ?? null,
    write(person, asked) {
      if (threadNow().length >= MOST_COMMENTS) throw new InputError("comments", `at most ${MOST_COMMENTS}`);
      const { text, flags } = textFrom(asked.text);
      const name = nameFrom(asked.name, threadNow());
      if (asked.parent !== null) placeOf(asked.parent);
      const of: Placed = {
        name: name.text,
        relation: asked.parent === null ? null : asked.relation,
        anchor: asked.passage === null ? null : anchorFrom(debate, asked.passage),
        flags: [...new Set([...flags, ...name.flags])],
      };
      const comment = `w-${randomBytes(6).toString("hex")}`;
      const judged = judgeNew(text, of.name, asked.parent, of.flags);
      const state = add(
        { kind: "written", at: at(), comment, author: person.id, text, parent: asked.parent, judged },
        of,
      );
      void askOutside(comment, text, of.name, asked.parent);
      return state;
    },
    edit(person, comment, raw) {
      const state = states.get(comment);
      const of = placed.get(comment);
      if (!state || !of || state.author !== person.id) throw new Forbidden("comment", "a comment of your own", comment);
      if (state.versions.length >= MOST_VERSIONS) throw new InputError("text", `at most ${MOST_VERSIONS} versions`);
      const { text, flags } = textFrom(raw);
      if (text === state.versions.at(-1)?.text) return state;
      const judged = judgeNew(text, of.name, state.parent, flags);
      const next = add({ kind: "edited", at: at(), comment, author: person.id, text, judged });
      void askOutside(comment, text, of.name, state.parent);
      return next;
    },
    appeal(person, comment, because) {
      const state = states.get(comment);
      if (!state || state.author !== person.id) throw new Forbidden("comment", "a comment of your own", comment);
      return add({ kind: "appealed", at: at(), comment, author: person.id, because: becauseFrom(because) });
    },
    decide(person, comment, { approve, code, because: raw }) {
      if (!person.moderator) throw new Forbidden("person", "a moderator");
      const because = becauseFrom(raw);
      const state = stateFor(comment);
      if (state.appeal === "open")
        return add({ kind: "appeal-decided", at: at(), comment, moderator: person.id, granted: approve, because });
      return add({
        kind: "decided",
        at: at(),
        comment,
        moderator: person.id,
        status: approve ? "APPROVED" : "REJECTED",
        code,
        because,
      });
    },
    vote(person, comment, vote) {
      if (person.address === null) throw new Forbidden("person", "somebody who signed in: one person, one vote");
      placeOf(comment);
      if ((votes.get(person.id)?.get(comment) ?? null) === vote) return;
      file.add([{ of: "vote", at: at(), comment, person: person.id, vote }]);
    },
    bind(person, comment, claim, confirmed) {
      if (person.address === null) throw new Forbidden("person", "somebody who signed in");
      const { claims } = judgedAt(placeOf(comment));
      if (!templateOf(claim) || !claims.some(({ template }) => template.id === claim))
        throw new InputError("claim", "a claim that was suggested for this comment", claim);
      if (bindings.get(`${comment} ${claim}`) === confirmed) return;
      file.add([{ of: "binding", at: at(), comment, claim, person: person.id, confirmed }]);
    },
  };
}

function textFrom(raw: string): { text: string; flags: Placed["flags"] } {
  if (raw.length > LONGEST_TEXT) throw new InputError("text", `at most ${LONGEST_TEXT} characters`, `${raw.length}`);
  const found = safeText(raw);
  if (!/[\p{L}\p{N}]/u.test(found.text)) throw new InputError("text", "a text with words");
  return found;
}

function nameFrom(raw: string, thread: readonly Comment[]): { text: string; flags: Placed["flags"] } {
  const { text, flags } = safeName(raw.slice(0, 200));
  if (text === "") return { text: "A reader", flags };
  const skeleton = skeletonOf(text);
  const imitates = thread.some(
    ({ author }) =>
      author.toLowerCase() !== text.toLowerCase() && /[^\p{ASCII}]/u.test(author + text) && skeletonOf(author) === skeleton, // prettier-ignore
  );
  return imitates || mixesAlphabets(text)
    ? { text: text + LOOK_ALIKE_MARK, flags: [...flags, "look-alike-letters"] }
    : { text, flags };
}

function becauseFrom(raw: string): string {
  const { text } = safeText(raw.slice(0, LONGEST_BECAUSE));
  if (text.trim() === "") throw new InputError("because", "a reason in words");
  return text;
}

function anchorFrom(debate: Debate, { start, end }: { start: number; end: number }): Selector {
  const article = articleText(debate.body);
  if (!(start >= 0 && end > start && end <= article.length))
    throw new InputError("passage", `0 ≤ start < end ≤ ${article.length}`, `${start} to ${end}`);
  return selectorAt(article, start, end);
}
