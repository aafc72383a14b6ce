// The tables that Polis exports (small2021): summary, comments, votes, the matrix of participants and votes, and votes
// by group. Votes there are 1 agree, −1 disagree, 0 pass; an empty cell is no vote.

import type { Debate } from "../debate.ts";
import type { Groups } from "../opinion-groups.ts";
import type { Status } from "../moderation/policy.ts";

export type Vote = { voter: string; comment: string; vote: -1 | 0 | 1; at: string };
export type PolisFiles = Record<
  "summary.csv" | "comments.csv" | "votes.csv" | "participants-votes.csv" | "comment-groups.csv",
  string
>;

export function writePolis(
  debate: Debate,
  statuses: readonly Status[],
  votes: readonly Vote[],
  groups: Groups | null,
): PolisFiles {
  const { comments } = debate;
  const number = new Map(comments.map(({ id }, at) => [id, at]));
  const voters = [...new Set(votes.map(({ voter }) => voter))];
  const voterNumber = new Map(voters.map((voter, at) => [voter, at]));
  const cast = votes.filter(({ comment }) => number.has(comment));
  const count = (comment: string, vote: number): number =>
    cast.filter((one) => one.comment === comment && one.vote === vote).length;
  const authors = [...new Set(comments.map(({ author }) => author))];
  const commentRows = comments.map(({ id, author, at, text }, place) => [
    stamp(at), at ?? "", place, authors.indexOf(author), count(id, 1), count(id, -1), moderated(statuses[place]), text,
  ]); // prettier-ignore
  const groupRows = comments.map(({ id }, place) => [
    place,
    count(id, 1),
    count(id, -1),
    count(id, 0),
    ...(groups?.tallies.flatMap((tally) => [
      tally[place]?.agree ?? 0,
      tally[place]?.disagree ?? 0,
      tally[place]?.pass ?? 0,
    ]) ?? []),
  ]);
  const letters = groups?.tallies.map((_, at) => String.fromCodePoint(97 + at)) ?? [];
  const voteOf = new Map(cast.map(({ voter, comment, vote }) => [`${voter}\n${comment}`, vote]));
  return {
    "summary.csv": csv([["topic", debate.title], ["url", debate.address ?? ""], ["voters", voters.length], ["voters-in-conv", voters.length], ["commenters", authors.length], ["comments", comments.length], ["groups", groups?.sizes.length ?? 0], ["conversation-description", debate.note ?? ""]]),
    "comments.csv": csv([["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"], ...commentRows]),
    "votes.csv": csv([["timestamp", "datetime", "comment-id", "voter-id", "vote"], ...cast.map(({ voter, comment, vote, at }) => [stamp(at), at, number.get(comment) ?? "", voterNumber.get(voter) ?? "", vote])]),
    "participants-votes.csv": csv([["participant", "group-id", "n-votes", "n-agree", "n-disagree", ...comments.map((_, at) => at)], ...voters.map((voter, at) => participantRow(voter, at, comments.map(({ id }) => voteOf.get(`${voter}\n${id}`)), groups))]),
    "comment-groups.csv": csv([["comment-id", "total-agrees", "total-disagrees", "total-passes", ...letters.flatMap((letter) => [`group-${letter}-agrees`, `group-${letter}-disagrees`, `group-${letter}-passes`])], ...groupRows]),
  }; // prettier-ignore
}

function participantRow(
  voter: string,
  at: number,
  votes: readonly (number | undefined)[],
  groups: Groups | null,
): (string | number)[] {
  const given = votes.filter((vote) => vote !== undefined);
  const of = (wanted: number): number => given.filter((vote) => vote === wanted).length;
  return [at, groups?.groupOf.get(voter) ?? "", given.length, of(1), of(-1), ...votes.map((vote) => vote ?? "")];
}

/** Polis: 1 accepted, 0 not looked at, −1 rejected. */
function moderated(status: Status | undefined): number {
  if (status === "APPROVED") return 1;
  return status === undefined || status === "NONE" || status === "PREMOD" ? 0 : -1;
}

function stamp(at: string | null): string {
  const time = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? "" : String(Math.floor(time / 1000));
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe. */
function csv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    if (typeof value === "number") return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
