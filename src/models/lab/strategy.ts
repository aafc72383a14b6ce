// A strategy is a deterministic player: it is started once a match and then asked for one move a turn. A player sees the
// realised moves, its own included, since noise may flip them. 1 restrains (C), 0 attacks (D).

import type { ReferenceKey } from "../../values/references.ts";

export type Move = 0 | 1;
export const C = 1;
export const D = 0;

/** What happened so far, as realised: `mine[t]`, `theirs[t]` for t < turns. Read only. */
export type History = {
  turns: number;
  mine: Uint8Array;
  theirs: Uint8Array;
  cooperationsOfTheirs: number;
  cooperationsOfMine: number;
};

export type Player = (history: History) => Move;

export type Strategy = {
  name: string;
  /** Its name in Axelrod's library, where it is one of its strategies. */
  axelrod: string;
  inWords: string;
  references: readonly ReferenceKey[];
  /** Turns of the past that it looks at; Infinity for all of them. */
  memory: number;
  start(): Player;
};

/** The other side's move `ago` turns back (1 is the last), restraint before the start. */
export function theirs({ turns, theirs }: History, ago = 1): number {
  return ago > turns ? C : (theirs[turns - ago] as number);
}

export function mine({ turns, mine }: History, ago = 1): number {
  return ago > turns ? C : (mine[turns - ago] as number);
}
