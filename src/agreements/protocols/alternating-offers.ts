// Alternating offers with a deadline: at time t = 0 … N − 1 the sides offer in turns, the first side first, and the
// other side takes the offer or leaves it; no agreement by the deadline leaves both with their walk-away values. A
// discount makes what is agreed at time t worth δ^(t / (N − 1)) of the same at once (rubinstein1982's shrinking cake, in
// the form that GENIUS files have).

import { stream } from "../../math/philox.ts";
import { other, type Bids, type Side } from "./bids.ts";
import type { Tactic } from "./tactic.ts";

/** An offer or a draft, who made it, and who of the others took it. */
export type Turn = {
  round: number;
  by: "a" | "b" | "mediator";
  bid: number;
  acceptedBy: ("a" | "b")[];
  issue?: string;
};

export type Run = {
  /** The bid agreed on; null where the deadline passed. */
  agreement: number | null;
  /** The time t of the agreement, from 0; the deadline where it passed. */
  round: number;
  trace: Turn[];
};

export const letters = ["a", "b"] as const;

export function alternatingOffers(
  bids: Bids,
  tactics: readonly [Tactic, Tactic],
  deadline: number,
  seed: number,
  index = 0,
): Run {
  const chances = [stream(seed, index, 0), stream(seed, index, 1)] as const;
  const offers: readonly [number[], number[]] = [[], []];
  const memories: readonly [number[], number[]] = [[], []];
  const trace: Turn[] = [];
  for (let time = 0; time < deadline; time++) {
    const side: Side = time % 2 === 0 ? 0 : 1;
    const rival = other(side);
    const sight = (of: Side): Parameters<Tactic["offer"]>[0] => ({
      bids,
      side: of,
      time,
      deadline,
      mine: offers[of],
      theirs: offers[other(of)],
      memory: memories[of],
      chance: chances[of],
    });
    const bid = tactics[side].offer(sight(side));
    offers[side].push(bid);
    const taken = tactics[rival].accepts(sight(rival));
    trace.push({ round: time, by: letters[side], bid, acceptedBy: taken ? [letters[rival]] : [] });
    if (taken) return { agreement: bid, round: time, trace };
  }
  return { agreement: null, round: deadline, trace };
}

/** The share of its worth that an agreement keeps at a time. */
export function discountAt(discount: number, time: number, deadline: number): number {
  return deadline > 1 ? discount ** (time / (deadline - 1)) : 1;
}
