// An article and its nested comments, as they are kept: plain text only, every comment with a place and an id that
// stays the same when the same thread is read again.

import type { Selector } from "./anchors.ts";

/** What was found in a text or a name that could mislead its reader, and was taken out or marked. */
export type TextFlag =
  | "direction-marks"
  | "hidden-characters"
  | "stacked-marks"
  | "look-alike-letters"
  | "markup-removed"
  | "cut";

export type Relation = "support" | "attack" | "undercut";

export type Comment = {
  id: string;
  author: string;
  /** The address that stood with the author's name. */
  address: string | null;
  /** The comment that it answers; null: the article. */
  parent: string | null;
  /** From 1: a comment on the article itself. */
  depth: number;
  /** Paragraphs with an empty line between them. */
  text: string;
  at: string | null;
  /** What it does to what it answers, where somebody said so. */
  relation: Relation | null;
  /** The passage of the article that it speaks of. */
  anchor: Selector | null;
  flags: readonly TextFlag[];
};

export type Debate = {
  id: string;
  title: string;
  author: string | null;
  /** What stands beside the author's name: a post, a paper. */
  role: string | null;
  published: string | null;
  address: string | null;
  /** What a reader must know first: who wrote this and what for. */
  note: string | null;
  licence: string | null;
  body: readonly string[];
  /** Parents before their replies, in the order of the thread. */
  comments: readonly Comment[];
};
