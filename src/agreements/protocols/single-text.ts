// A single negotiating text: a mediator drafts, changes one or two clauses at a time, and keeps a change that both sides
// take (raiffa1982). A side takes a change that costs it nothing, or so little that it lets it pass for the sake of
// movement: at first a share of its range by its tactic, falling to nothing at the deadline, as in annealing
// (kleinEtAl2003). What stands at the deadline is agreed if it reaches both walk-away values. Neither side tells the
// mediator its utilities; it hears only yes and no.

import { stream, type Chance } from "../../math/philox.ts";
import { mostOf, type Bids, type Side } from "./bids.ts";
import { letters, type Run, type Turn } from "./alternating-offers.ts";
import type { Tactic } from "./tactic.ts";

export function singleText(
  bids: Bids,
  sizes: readonly number[],
  tactics: readonly [Tactic, Tactic],
  deadline: number,
  seed: number,
  index = 0,
): Run {
  const chance = stream(seed, index);
  const range = (side: Side): number => mostOf(bids, side) - bids.sorted[side][0]!;
  const allowed = [tactics[0].generosity * range(0), tactics[1].generosity * range(1)] as const;
  const first = sizes.map((size) => Math.floor(chance() * size));
  let text = placeOf(sizes, first);
  const trace: Turn[] = [{ round: 0, by: "mediator", bid: text, acceptedBy: [] }];
  for (let time = 1; time < deadline; time++) {
    const draft = changed(bids.choiceAt(text), sizes, chance);
    const bid = placeOf(sizes, draft);
    const patience = 1 - time / (deadline - 1 || 1);
    const acceptedBy = letters.filter((_, side) => {
      const worth = bids.utilities[side as Side];
      return worth[bid]! >= worth[text]! - allowed[side as Side] * patience;
    });
    trace.push({ round: time, by: "mediator", bid, acceptedBy });
    if (acceptedBy.length === 2) text = bid;
  }
  const suits = ([0, 1] as const).every((side) => bids.utilities[side][text]! >= bids.reservation[side]);
  return { agreement: suits ? text : null, round: deadline, trace };
}

/** One clause changed to another option, or two, with even chances: trades across issues need two. */
function changed(choice: number[], sizes: readonly number[], chance: Chance): number[] {
  const open = sizes.flatMap((size, issue) => (size > 1 ? [issue] : []));
  const next = [...choice];
  const count = open.length > 1 && chance() < 0.5 ? 2 : 1;
  for (let change = 0; change < count && open.length > 0; change++) {
    const [issue] = open.splice(Math.floor(chance() * open.length), 1);
    const size = sizes[issue!]!;
    next[issue!] = (choice[issue!]! + 1 + Math.floor(chance() * (size - 1))) % size;
  }
  return next;
}

/** The bid of a choice: the last issue's option changes fastest. */
export function placeOf(sizes: readonly number[], choice: readonly number[]): number {
  return choice.reduce((place, option, issue) => place * sizes[issue]! + option, 0);
}
