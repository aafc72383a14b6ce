// A debate as a page shows it, a stretch at a time: what is not looked at is not worked out, so that a thread of ten
// thousand comments opens at once. Texts that are held are shown to their author and to moderators alone.

import { articleText, reanchor, type Anchored } from "../../../debate/anchors.ts";
import { stable, standings, type Standing } from "../../../debate/acceptability.ts";
import type { Binding, FoundClaim } from "../../../debate/claims/index.ts";
import type { Comment, Relation, TextFlag } from "../../../debate/debate.ts";
import { writeAif } from "../../../debate/formats/aif.ts";
import { writeArgdown } from "../../../debate/formats/argdown.ts";
import { writeIccma } from "../../../debate/formats/iccma.ts";
import { writePolis } from "../../../debate/formats/polis.ts";
import { frameworkOf, mapOf, type ArgumentMap } from "../../../debate/graph.ts";
import type { CommentState } from "../../../debate/moderation/comment-state.ts";
import { isShown, type Reason, type Status } from "../../../debate/moderation/policy.ts";
import { opinionGroups, type Groups } from "../../../debate/opinion-groups.ts";
import { claimRead, type ReadClaim } from "../../../debate/read-debate.ts";
import type { ClaimVerdict } from "../../../debate/verdict-of.ts";
import { refuse, type Outcome } from "../../../values/outcome.ts";
import type { Person } from "./people.ts";
import type { Room, Vote } from "./room.ts";

export type SeenClaim = Pick<FoundClaim, "quote" | "score"> & {
  id: string;
  claim: string;
  arguments: readonly string[];
  /** What a person said of it; null: a suggestion. */
  confirmed: boolean | null;
};

export type SeenComment = {
  id: string;
  place: number;
  author: string;
  parent: string | null;
  depth: number;
  at: string | null;
  relation: Relation | null;
  flags: readonly TextFlag[];
  /** Null: held, and not for this reader. */
  text: string | null;
  versions: readonly { at: string; text: string }[];
  status: Status;
  reasons: readonly Reason[];
  appeal: CommentState["appeal"];
  own: boolean;
  claims: readonly SeenClaim[];
  votes: { agree: number; disagree: number; pass: number; own: Vote | null };
};

export type Passage = { comment: string; author: string } & Anchored;

export const MOST_A_PAGE = 60;
/** Longer threads are mapped by the command line: reading every comment for its claims takes too long for a page. */
export const MOST_MAPPED = 600;

type Standing0 = { status: Status; reasons: readonly Reason[]; state: CommentState | null };

function standingOf(room: Room, place: number, id: string): Standing0 {
  const state = room.state(id);
  if (state) return { status: state.status, reasons: state.reasons, state };
  const { moderation } = room.judged(place);
  return { status: moderation.status, reasons: moderation.reasons, state: null };
}

export function commentsSeen(room: Room, person: Person | null, from: number, count: number): SeenComment[] {
  const thread = room.thread();
  const tallies = talliesOf(room, person);
  const stretch = thread.slice(from, from + Math.min(count, MOST_A_PAGE));
  return stretch.map((comment, at) => seen(room, person, comment, from + at, tallies.get(comment.id)));
}

type Tally = SeenComment["votes"];

/** The votes on each comment. */
export function talliesOf(room: Room, person: Person | null): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [voter, cast] of room.votes())
    for (const [comment, vote] of cast) {
      const tally = tallies.get(comment) ?? { agree: 0, disagree: 0, pass: 0, own: null };
      tally[vote === 1 ? "agree" : vote === -1 ? "disagree" : "pass"] += 1;
      if (voter === person?.id) tally.own = vote;
      tallies.set(comment, tally);
    }
  return tallies;
}

function seen(room: Room, person: Person | null, comment: Comment, place: number, votes?: Tally): SeenComment {
  const { status, reasons, state } = standingOf(room, place, comment.id);
  const own = person !== null && state?.author === person.id;
  const open = isShown(status) || own || person?.moderator === true;
  const { id, author, parent, depth, at, relation, flags, text } = comment;
  return {
    id,
    place,
    author,
    parent,
    depth,
    at,
    relation,
    flags,
    text: open ? text : null,
    versions: open && state && state.versions.length > 1 ? state.versions : [],
    status,
    // What a reason was found in is the held text itself.
    reasons: open ? reasons : reasons.map(({ code, phase, because }) => ({ code, phase, because })),
    appeal: state?.appeal ?? "none",
    own,
    claims: open ? claimsOf(room, id, place) : [],
    votes: votes ?? { agree: 0, disagree: 0, pass: 0, own: null },
  };
}

function claimsOf(room: Room, comment: string, place: number): SeenClaim[] {
  return room.judged(place).claims.map(({ template, quote, score }) => ({
    id: template.id,
    claim: template.claim,
    arguments: template.arguments,
    quote,
    score: Math.round(score * 1000) / 1000,
    confirmed: room.binding(comment, template.id),
  }));
}

/** Where comments point in the article as it is now; what points nowhere is told apart. */
export function passagesOf(room: Room): Passage[] {
  const article = articleText(room.debate.body);
  return room
    .thread()
    .flatMap(({ id, author, anchor }) => (anchor ? [{ comment: id, author, ...reanchor(article, anchor) }] : []));
}

export type Pressed = Omit<ReadClaim, "quote" | "score" | "confirmed"> & {
  comments: readonly { id: string; author: string; quote: string; score: number; confirmed: boolean | null }[];
};

/** Every claim of the debate with its verdict and the comments that press it; null where the thread is too long. */
export function pressedClaims(room: Room, live: (binding: Binding) => ClaimVerdict): Pressed[] | null {
  const thread = room.thread();
  if (thread.length > MOST_MAPPED) return null;
  const byClaim = new Map<string, { found: FoundClaim; comments: Pressed["comments"][number][] }>();
  for (const [place, { id, author }] of thread.entries()) {
    if (!isShown(standingOf(room, place, id).status)) continue;
    for (const found of room.judged(place).claims) {
      const confirmed = room.binding(id, found.template.id);
      if (confirmed === false) continue;
      const entry = byClaim.get(found.template.id) ?? { found, comments: [] };
      entry.comments.push({ id, author, quote: found.quote, score: Math.round(found.score * 1000) / 1000, confirmed });
      byClaim.set(found.template.id, entry);
    }
  }
  return [...byClaim.values()]
    .map(({ found, comments }) => {
      const { id, claim, arguments: letters, models, answers } = claimRead(found, live);
      return { id, claim, arguments: letters, models, answers, comments };
    })
    .sort((one, other) => (one.arguments[0] ?? "zz").localeCompare(other.arguments[0] ?? "zz") || other.comments.length - one.comments.length); // prettier-ignore
}

/** The map of what is shown, with the claims that nobody rejected. */
export function mapSeen(room: Room): ArgumentMap | null {
  const thread = room.thread();
  if (thread.length > MOST_MAPPED) return null;
  const shown = [...thread.entries()].filter(([place, { id }]) => isShown(standingOf(room, place, id).status));
  const claims = shown.map(([place, { id }]) =>
    room.judged(place).claims.filter(({ template }) => room.binding(id, template.id) !== false),
  );
  return mapOf({ ...room.debate, comments: shown.map(([, comment]) => comment) }, claims);
}

export type MapSeen = ArgumentMap & {
  standing: Outcome<Record<string, Standing>>;
  /** In how many stable positions each node is, and how many there are; null where they are too many to list. */
  stable: { of: number; in: Record<string, number> } | null;
};

export function mapWithStanding(room: Room): MapSeen | null {
  const map = mapSeen(room);
  if (!map) return null;
  const { framework, names } = frameworkOf(map);
  const found = standings(framework, names);
  const standing: MapSeen["standing"] = found.ok
    ? { ok: true, value: Object.fromEntries(map.nodes.map(({ id }, at) => [id, found.value[at] as Standing])) }
    : found;
  const positions = stable(framework);
  return { ...map, standing, stable: positions.ok ? stableIn(map, positions.value) : null };
}

function stableIn({ nodes }: ArgumentMap, positions: readonly (readonly number[])[]): MapSeen["stable"] {
  const counts = new Map<number, number>();
  for (const position of positions) for (const at of position) counts.set(at, (counts.get(at) ?? 0) + 1);
  return { of: positions.length, in: Object.fromEntries(nodes.map(({ id }, at) => [id, counts.get(at) ?? 0])) };
}

const groupsKept = new WeakMap<Room, { version: number; groups: Outcome<Groups> }>();

export function groupsOf(room: Room): Outcome<Groups> {
  const kept = groupsKept.get(room);
  if (kept && kept.version === room.version()) return kept.groups;
  const all = room.votes();
  const comments = [...new Set([...all.values()].flatMap((cast) => [...cast.keys()]))].sort();
  const voters = [...all.keys()];
  const votes = voters.map((voter) => comments.map((comment) => all.get(voter)?.get(comment) ?? null));
  const groups = opinionGroups({ voters, comments, votes });
  groupsKept.set(room, { version: room.version(), groups });
  return groups;
}

export const exportFormats = ["argdown", "aif", "polis", "iccma"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The map or the votes in other programs' formats. */
export function exported(room: Room, format: ExportFormat): Outcome<string> {
  const map = mapSeen(room);
  if (!map) return refuse("too-many", `Threads of more than ${MOST_MAPPED} comments are exported by the command line.`);
  if (format === "argdown") return { ok: true, value: writeArgdown(map) };
  if (format === "aif") return { ok: true, value: JSON.stringify(writeAif(map), null, 2) };
  if (format === "iccma") {
    const { framework, names } = frameworkOf(map);
    return { ok: true, value: writeIccma(framework, names) };
  }
  const thread = room.thread();
  const shown = thread.filter(({ id }, place) => isShown(standingOf(room, place, id).status));
  const votes = [...room.votes()].flatMap(([voter, cast]) =>
    [...cast].map(([comment, vote]) => ({ voter, comment, vote, at: "" })),
  );
  const statuses = shown.map(({ id }) => room.state(id)?.status ?? ("NONE" as const));
  return { ok: true, value: writePolis({ ...room.debate, comments: shown }, statuses, votes, null)["comments.csv"] };
}
