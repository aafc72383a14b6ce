// Comments as found → comments as kept. Ids: a comment's own id where its source gives one ("disqus-17"); else
// "c-" and the first twelve hexadecimal digits of SHA-256 over [id of what it answers, author, text], so that the same
// comment has the same id in every later copy of the thread, whatever was added around it. Equal comments at one place
// are numbered. A parent that is missing, or that stands in a circle, is told, and the comment stands at the top.

import { hashOf } from "../../log/record.ts";
import type { Comment, Debate, TextFlag } from "../debate.ts";
import type { Found, Odd, Reading } from "./reading.ts";
import { LOOK_ALIKE_MARK, mixesAlphabets, safeName, safeText, skeletonOf } from "./safe-text.ts";

export type Imported = {
  debate: Debate;
  format: Reading["format"];
  /** Comments and rejections together. */
  rows: number;
  rejections: Odd[];
  notes: Odd[];
};

const OWN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const NOBODY = "Anonymous";

export function assemble(reading: Reading): Imported {
  const notes = [...reading.notes];
  const parents = resolveParents(reading, notes);
  const comments = inThreadOrder(reading.found, parents, notes);
  const one = (text: string | null): string | null =>
    text === null ? null : safeText(text, 2000).text.replace(/\s+/g, " ") || null;
  const title = one(reading.title) ?? "Without a title";
  const debate: Debate = {
    id: reading.id !== null && OWN_ID.test(reading.id) ? reading.id : slugOf(title),
    title,
    author: one(reading.author),
    role: one(reading.role),
    published: one(reading.published),
    address: webAddress(one(reading.address)),
    note: one(reading.note),
    licence: one(reading.licence),
    body: reading.body.flatMap((paragraph) => safeText(paragraph, 1_000_000).text || []),
    comments,
  };
  const rejections = reading.rejections.map(({ row, field, because }) => ({ row, field, because }));
  return { debate, format: reading.format, rows: reading.found.length + rejections.length, rejections, notes };
}

export function slugOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return slug === "" ? `debate-${hashOf(title).slice(7, 15)}` : slug;
}

/** Addresses that a page may link to. */
function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/[^\s<>"']{1,2000}$/i.test(text) ? text : null;
}

/** The place in `found` of what each comment answers, or -1. */
function resolveParents({ found, rejections }: Reading, notes: Odd[]): number[] {
  const places = new Map<string, number>();
  for (const [at, { key, row }] of found.entries()) {
    if (places.has(key))
      notes.push({ row, field: "id", because: `the id “${key}” stands in the file twice; replies go to the first` });
    else places.set(key, at);
  }
  const left = new Map(
    rejections.flatMap(({ key, parentKey = null }) => (key === undefined ? [] : [[key, parentKey] as const])),
  );
  const parents = found.map(({ parentKey, row }, at) => {
    let key = parentKey;
    for (let steps = 0; key !== null && !places.has(key) && left.has(key) && steps <= left.size; steps += 1)
      key = left.get(key) ?? null;
    if (key !== parentKey)
      notes.push({
        row,
        field: "parent",
        because: "what it answers was not taken in; it stands below the nearest that was",
      });
    if (key === null) return -1;
    const parent = places.get(key) ?? -1;
    if (parent < 0)
      notes.push({
        row,
        field: "parent",
        because: `what it answers, “${key}”, is not in the file; it stands at the top`,
      });
    return parent === at ? cut(row, notes) : parent;
  });
  cutCircles(found, parents, notes);
  return parents;
}

function cut(row: number, notes: Odd[]): -1 {
  notes.push({ row, field: "parent", because: "it answers itself through others; it stands at the top" });
  return -1;
}

/** Follows each line of parents once; the first comment of a circle in the file's order is taken out of it. */
function cutCircles(found: readonly Found[], parents: number[], notes: Odd[]): void {
  const walked = new Int32Array(parents.length).fill(-1);
  for (let start = 0; start < parents.length; start += 1) {
    let at = start;
    while (at >= 0 && walked[at] === -1) {
      walked[at] = start;
      at = parents[at] ?? -1;
    }
    if (at < 0 || walked[at] !== start) continue;
    let first = at;
    for (let next = parents[at] ?? -1; next !== at && next >= 0; next = parents[next] ?? -1)
      first = Math.min(first, next);
    parents[first] = cut(found[first]?.row ?? 0, notes);
  }
}

function inThreadOrder(found: readonly Found[], parents: readonly number[], notes: Odd[]): Comment[] {
  const replies = new Map<number, number[]>();
  for (const [at, parent] of parents.entries()) {
    const list = replies.get(parent);
    if (list) list.push(at);
    else replies.set(parent, [at]);
  }
  const comments: Comment[] = [];
  const placed: Comment[] = [];
  const used = new Set<string>();
  const waiting = (replies.get(-1) ?? []).toReversed();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const one = found[at] as Found;
    const parent = parents[at] === -1 ? null : (placed[parents[at] ?? -1] ?? null);
    const comment = commentOf(one, parent, used, notes);
    placed[at] = comment;
    comments.push(comment);
    for (const reply of (replies.get(at) ?? []).toReversed()) waiting.push(reply);
  }
  return marked(comments, notes, found);
}

function commentOf(one: Found, parent: Comment | null, used: Set<string>, notes: Odd[]): Comment {
  const { text, flags } = safeText(one.text);
  const name = safeName(one.author);
  const all: TextFlag[] = [
    ...new Set([...flags, ...name.flags, ...(one.markupRemoved ? (["markup-removed"] as const) : [])]),
  ];
  if (flags.includes("cut"))
    notes.push({
      row: one.row,
      field: "text",
      because: `has ${one.text.length} characters (${hashOf(one.text)}); the first ${text.length - 1} are kept`,
    });
  const author = name.text === "" ? NOBODY : name.text;
  const native = one.nativeId !== null && OWN_ID.test(one.nativeId) && !used.has(one.nativeId) ? one.nativeId : null;
  const id = native ?? unused(`c-${hashOf([parent?.id ?? null, author, text]).slice(7, 19)}`, used);
  used.add(id);
  return {
    id,
    author,
    address: webAddress(one.address),
    parent: parent?.id ?? null,
    depth: (parent?.depth ?? 0) + 1,
    text,
    at: one.at === null ? null : safeText(one.at, 60).text,
    relation: one.relation ?? null,
    anchor: one.anchor ?? null,
    flags: all,
  };
}

function unused(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  for (let number = 2; ; number += 1) if (!used.has(`${id}-${number}`)) return `${id}-${number}`;
}

/** Marks names that mix alphabets, or that look like an earlier writer's name and are not it. */
function marked(comments: Comment[], notes: Odd[], found: readonly Found[]): Comment[] {
  const owners = new Map<string, string>();
  return comments.map((comment) => {
    const skeleton = skeletonOf(comment.author);
    const owner = owners.get(skeleton) ?? comment.author;
    owners.set(skeleton, owner);
    // Letter case alone is no imitation.
    const imitates =
      owner.toLowerCase() !== comment.author.toLowerCase() && /[^\p{ASCII}]/u.test(owner + comment.author);
    if (!imitates && !mixesAlphabets(comment.author)) return comment;
    notes.push({
      row: found[0]?.row ?? 0,
      field: "author",
      because: `the name “${comment.author}” has letters that look like others`,
    });
    return { ...comment, author: comment.author + LOOK_ALIKE_MARK, flags: [...comment.flags, "look-alike-letters"] };
  });
}
