// Which pair should a person judge next? The one whose judgement is expected to move the estimate most:
// p |estimate if it is a link − now| + (1 − p) |estimate if not − now|. The estimate is the caller's.

import type { LinkedPair } from "./linked-pair.ts";

export type Queued = { pair: LinkedPair; movement: number; ifLink: number; ifNot: number };

export type QueueOptions = {
  /** The estimate that matters, from a set of pairs; null where there is none. */
  estimate: (pairs: readonly LinkedPair[]) => number | null;
  /** How many of the most doubtful pairs are tried: each costs two estimates. */
  most?: number;
};

const SURE = 1 - 1e-9;

/** Orders pairs by how much a judgement of them would move the estimate, the most first. */
export function queue(pairs: readonly LinkedPair[], { estimate, most = 200 }: QueueOptions): Queued[] {
  const now = estimate(pairs);
  const doubt = ({ probability: p }: LinkedPair): number => p * (1 - p);
  const tried = pairs.toSorted((one, other) => doubt(other) - doubt(one)).slice(0, most);
  return tried
    .map((pair): Queued => {
      const judged = (probability: number): number =>
        estimate(pairs.map((each) => (each === pair ? { ...pair, probability } : each))) ?? now ?? 0;
      const [ifLink, ifNot] = [judged(SURE), judged(1 - SURE)];
      const from = now ?? 0;
      const p = pair.probability;
      return { pair, ifLink, ifNot, movement: p * Math.abs(ifLink - from) + (1 - p) * Math.abs(ifNot - from) };
    })
    .toSorted((one, other) => other.movement - one.movement || doubt(other.pair) - doubt(one.pair));
}
