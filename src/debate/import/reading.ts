// What a reader of one format gives: the comments as found, before they have ids, depths or safe text. Every row of the
// file is a comment or a rejection; what is odd beside them is a note.

import type { Selector } from "../anchors.ts";
import type { Relation } from "../debate.ts";

export type DebateFormat = "plain-text" | "disqus" | "wxr" | "discourse" | "markdown" | "json";

export type Odd = { row: number; field: string; because: string };

export type Found = {
  /** Where it stands: the line of a text, the place among the file's comments otherwise. */
  row: number;
  /** What replies in the same file name it by. */
  key: string;
  parentKey: string | null;
  /** Its id where it comes from, which outlasts an edit. */
  nativeId: string | null;
  author: string;
  address: string | null;
  text: string;
  at: string | null;
  relation?: Relation | null;
  anchor?: Selector | null;
  /** Markup that could act was left out before the text came here. */
  markupRemoved?: boolean;
};

export type Reading = {
  format: DebateFormat;
  /** The debate's own id, where the file gives one. */
  id: string | null;
  title: string;
  author: string | null;
  role: string | null;
  published: string | null;
  address: string | null;
  note: string | null;
  licence: string | null;
  body: string[];
  found: Found[];
  /** Rows that are no comment, each with its reason. */
  rejections: (Odd & { key?: string; parentKey?: string | null })[];
  notes: Odd[];
};

export function emptyReading(format: DebateFormat): Reading {
  const nothing = { id: null, author: null, role: null, published: null, address: null, note: null, licence: null };
  return { format, ...nothing, title: "", body: [], found: [], rejections: [], notes: [] };
}
