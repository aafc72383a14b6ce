// A debate with what was written here: the imported comments, then those that people added, each behind what it answers.

import type { Comment, Debate } from "../../../debate/debate.ts";
import type { CommentState } from "../../../debate/moderation/comment-state.ts";
import type { Placed } from "./event.ts";

export type Written = { state: CommentState; placed: Placed };

/** Comments in the order of the thread, without going down by recursion: threads may be nested very deep. */
export function threadOf(debate: Debate, written: readonly Written[]): Comment[] {
  if (written.length === 0) return [...debate.comments];
  const all = [...debate.comments, ...written.map(commentOf)];
  const known = new Set(all.map(({ id }) => id));
  const replies = new Map<string | null, Comment[]>();
  for (const one of all) {
    const parent = one.parent !== null && known.has(one.parent) && one.parent !== one.id ? one.parent : null;
    const beside = replies.get(parent);
    const placed = parent === one.parent ? one : { ...one, parent };
    if (beside) beside.push(placed);
    else replies.set(parent, [placed]);
  }
  const thread: Comment[] = [];
  const waiting = (replies.get(null) ?? []).toReversed().map((comment) => ({ comment, depth: 1 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { comment, depth } = next;
    thread.push({ ...comment, depth });
    for (const reply of (replies.get(comment.id) ?? []).toReversed())
      waiting.push({ comment: reply, depth: depth + 1 });
  }
  return thread;
}

function commentOf({ state, placed }: Written): Comment {
  const last = state.versions.at(-1);
  return {
    id: state.id,
    author: placed.name,
    address: null,
    parent: state.parent,
    depth: 1,
    text: last?.text ?? "",
    at: state.versions[0]?.at ?? null,
    relation: placed.relation,
    anchor: placed.anchor,
    flags: placed.flags,
  };
}
