// What the debate's routes answer.

import type { MapSeen, Passage, Pressed, SeenComment } from "../../../inputs/debate/reading.ts";
import type { ReadClaim } from "../../../../debate/read-debate.ts";
import type { Against } from "../../../inputs/debate/against.ts";
import type { Refusal } from "../../../../values/outcome.ts";

export type { MapSeen, Passage, Pressed, SeenComment };
export type Me = { signedIn: boolean; address: string | null; moderator: boolean };
export type Ways = { passkey: boolean; provider: string | null; passkeys: number };
export type ListedDebate = {
  id: string;
  case: string;
  title: string;
  author: string | null;
  published: string | null;
  note: string | null;
  comments: number;
};
export type Opening = {
  id: string;
  case: string;
  title: string;
  author: string | null;
  role: string | null;
  published: string | null;
  address: string | null;
  note: string | null;
  body: string[];
  version: number;
  total: number;
  mapped: boolean;
  passages: Passage[];
  comments: SeenComment[];
};
export type Refusing = { refused: Refusal };
export type GroupsAnswer =
  | Refusing
  | {
      sizes: number[];
      silhouette: number;
      optimised: string;
      crossing: { comment: string; agreement: number; side: "agree" | "disagree" }[];
    };
export type PastedAnswer = { text: string; claims: (ReadClaim & { against: Against | null })[] };
export type Changed = { total: number; comment: SeenComment };
