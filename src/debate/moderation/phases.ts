// The phases that each comment passes, in this order, all on this machine. A phase has no opinion, leaves a note, or
// holds the comment for a person; none deletes. An insult that makes a claim is a note; an insult without one, and a
// remark that says nothing on the subject, are held.

import { findClaims, speaksOfSubject, type FoundClaim } from "../claims/index.ts";
import { stem } from "../claims/likeness.ts";
import type { TextFlag } from "../debate.ts";
import { insultIn } from "./insult.ts";
import { reasonCodes, type Reason, type ReasonCode, type Status } from "./policy.ts";

/** What a phase sees of a comment and of what stands around it. */
export type Submission = {
  text: string;
  author: string;
  parent: string | null;
  flags: readonly TextFlag[];
  claims: readonly FoundClaim[];
  /** Texts that stand already in the debate, as `fingerprint` has them. */
  earlier: ReadonlySet<string>;
  /** Roots of the words of the article and of what is answered. */
  around: ReadonlySet<string>;
};

export type Opinion = { hold: boolean; code: ReasonCode; detail?: string } | null;
export type Phase = { name: string; judge: (submission: Submission) => Opinion };

/** A check by somebody else's program, such as a webhook: a surface calls it. Null or no answer: no opinion. */
export type ExternalPhase = (submission: Pick<Submission, "text" | "author" | "parent">) => Promise<Opinion>;

export const LONGEST = 10_000;
export const MOST_LINKS = 3;
/** Held as an insult from this score on. */
export const INSULT = 0.65;
/** From here on an insult waits for a person even when it makes a claim. */
export const GROSS_INSULT = 0.97;

// Slurs and threats are held whatever stands around them. Short on purpose: words that also name things are left out.
const WORD_LIST =
  /\b(?:k+y+s|kill yourself|n[i1]gg[e3a]r?s?|ch[i1]nks?|g[o0]{2}ks?|k[i1]kes?|f[a@]gg?[o0]ts?|sp[i1]cs|white devils|i will (?:kill|find|hurt) you|gas the \w+)\b/i;
const LINK = /\b(?:https?:\/\/|www\.)\S+|\b[\w-]{1,63}\.(?:com|net|org|info|biz|ru|cn|xyz|top|shop|click)\/\S*/gi;
const RESPONSE =
  /^(?:(?:very |so |quite |absolutely |totally |completely )?(?:yes|no|yep|nope|exactly|agreed?|disagreed?|indeed|true|right|wrong|correct|precisely|same here|this|well (?:said|put)|good (?:point|question|article|post)|thanks?|thank you|fair (?:point|enough)|i (?:\w+ )?(?:agree|disagree|concur|doubt)|not (?:so|true|really)|really|why|how so|source|says who|hear,? hear|amen|\+1)\b)/i;

export const phases: readonly Phase[] = [
  {
    name: "length",
    judge: ({ text }) => {
      if (!/[\p{L}\p{N}]/u.test(text)) return { hold: true, code: "empty" };
      return text.length > LONGEST ? { hold: true, code: "too-long", detail: `${text.length} characters` } : null;
    },
  },
  {
    name: "links",
    judge: ({ text }) => {
      const links = text.match(LINK)?.length ?? 0;
      return links > MOST_LINKS ? { hold: true, code: "too-many-links", detail: `${links} links` } : null;
    },
  },
  {
    name: "repeat",
    judge: ({ text, earlier }) =>
      text.length >= 20 && earlier.has(fingerprint(text)) ? { hold: true, code: "repeat" } : null,
  },
  {
    name: "hidden-text",
    judge: ({ flags }) =>
      flags.some((flag) => flag === "direction-marks" || flag === "hidden-characters")
        ? { hold: false, code: "hidden-text" }
        : null,
  },
  {
    name: "word-list",
    judge: ({ text }) => {
      const found = WORD_LIST.exec(text);
      return found ? { hold: true, code: "word-list" } : null;
    },
  },
  {
    name: "insult",
    judge: ({ text, claims }) => {
      const { score, passage } = insultIn(text);
      if (score < INSULT) return null;
      const detail = `“${passage.slice(0, 200)}” (${score.toFixed(2)})`;
      if (claims.length > 0 && score < GROSS_INSULT) return { hold: false, code: "heated", detail };
      return { hold: true, code: "insult", detail };
    },
  },
  {
    name: "no-claim",
    judge: ({ text, claims, parent, around }) => {
      if (claims.length > 0) return null;
      // A reply such as "Exactly!" speaks of what it answers.
      const responds = parent !== null && RESPONSE.test(text.trim());
      const near = speaksOfSubject(text) || shared(text, around) >= (parent === null ? 3 : 2);
      return { hold: !responds && !near, code: "no-claim" };
    },
  },
];

export type Moderated = { status: Status; held: boolean; reasons: Reason[] };

/** The status that the phases give, with every reason; held when any phase holds. */
export function moderate(submission: Submission): Moderated {
  const reasons: Reason[] = [];
  let held = false;
  for (const { name, judge } of phases) {
    const opinion = judge(submission);
    if (!opinion) continue;
    held ||= opinion.hold;
    reasons.push(reasonOf(name, opinion));
  }
  return { status: held ? "SYSTEM_WITHHELD" : "NONE", held, reasons };
}

/** Adds what an external phase thinks; its silence and its failure change nothing. */
export function withExternal(moderated: Moderated, opinion: Opinion): Moderated {
  if (!opinion) return moderated;
  const held = moderated.held || opinion.hold;
  const status = opinion.hold && !moderated.held ? "PREMOD" : moderated.status;
  return { status, held, reasons: [...moderated.reasons, reasonOf("external", { ...opinion, code: "external" })] };
}

function reasonOf(phase: string, { code, detail }: NonNullable<Opinion>): Reason {
  return { code, phase, because: reasonCodes[code], ...(detail === undefined ? {} : { detail }) };
}

/** How many roots of a text stand around it, too. */
function shared(text: string, around: ReadonlySet<string>): number {
  let count = 0;
  for (const root of rootsOf(text)) if (around.has(root)) count += 1;
  return count;
}

// Words that stand in every text and tie it to none.
const EVERYWHERE =
  /^(?:[a-z]{1,3}|that|this|with|have|from|they|them|there|what|when|which|would|could|should|about|nothing|something|anything|know\w*|does|doing|done|good|make\w*|take\w*|want\w*|only|just|then|than|because|some|someone|somebody|people|your|their|will|were|been|being|very|much|many|most|more|other\w*|like|even|time\w*|year\w*|well|into|over|after|before|again|ever|never|always|still|also|once|every|each|such|thing\w*|right|come|comes|goes|going|think\w*|says?|said|tell\w*|told)$/;

function rootsOf(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .slice(0, 5000)
      .match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !EVERYWHERE.test(word)).map(stem));
}

/** A text as it is compared with others: its letters and digits alone. */
export function fingerprint(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

export type JudgedComment = { claims: FoundClaim[]; moderation: Moderated };

export type Judged = Omit<Submission, "claims" | "earlier" | "around"> & { id: string };

/**
 * Judges the comments of a thread when they are asked for: a long thread is opened at any place without reading all of
 * it. `claimsIn` may keep what it found in a text before.
 */
export function threadJudge(
  comments: readonly Judged[],
  body: readonly string[] = [],
  claimsIn: (text: string) => FoundClaim[] = findClaims,
): (place: number) => JudgedComment {
  const article = rootsOf(body.join(" "));
  const places = new Map(comments.map(({ id }, at) => [id, at]));
  let first: Map<string, number> | null = null;
  return (place) => {
    const comment = comments[place];
    if (!comment) throw new RangeError(`Cannot judge: places are 0 to ${comments.length - 1}, got ${place}`);
    first ??= firstPlaces(comments);
    const print = fingerprint(comment.text);
    const earlier = new Set((first.get(print) ?? place) < place ? [print] : []);
    const claims = claimsIn(comment.text);
    // What a reply shares with what it answers, or any comment with the article, ties it to the subject.
    const answered = comment.parent === null ? undefined : comments[places.get(comment.parent) ?? -1];
    const around = answered ? new Set([...article, ...rootsOf(answered.text)]) : article;
    return { claims, moderation: moderate({ ...comment, claims, earlier, around }) };
  };
}

/** Where each text, as it is compared, stands first. */
function firstPlaces(comments: readonly Judged[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [at, { text }] of comments.entries()) {
    const print = fingerprint(text);
    if (!first.has(print)) first.set(print, at);
  }
  return first;
}

/** Claims and moderation of every comment of a thread, in its order. */
export function judgeThread(comments: readonly Judged[], body: readonly string[] = []): JudgedComment[] {
  const judge = threadJudge(comments, body);
  return comments.map((_, place) => judge(place));
}
