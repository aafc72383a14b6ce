// Whole linkages drawn from the probabilities, so that what is counted from links carries their doubt (after sadinle2018). In each draw a pair
// is a link with its own probability; where links contradict each other (a list's rows are distinct), the one that
// is further above even odds in this draw stands (perturb and maximise, papandreouYuille2011). Where nothing contradicts,
// a pair's share among many draws is its probability.

import { grouped, type Cluster } from "./clusters.ts";
import type { LinkedPair } from "./linked-pair.ts";

export type DrawOptions = {
  count: number;
  /** Uniform numbers in [0, 1); the same sequence gives the same draws. */
  chance: () => number;
  records?: Iterable<string>;
};

/** Draws whole linkages. Pairs below a hundredth never were among the candidates and are never links. */
export function* draws(
  pairs: readonly LinkedPair[],
  { count, chance, records = [] }: DrawOptions,
): Iterable<Cluster[]> {
  const names = [...records];
  const ordered = pairs.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  for (let draw = 0; draw < count; draw++) {
    const standing = ordered
      .map((pair) => ({ pair, above: logit(pair.probability) + logit(inside(chance())) }))
      .filter(({ above }) => above > 0)
      .toSorted((one, other) => other.above - one.above);
    yield grouped(
      standing.map(({ pair }) => pair),
      names,
    ).clusters;
  }
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** A uniform number that is neither 0 nor 1: its logit is finite. */
function inside(uniform: number): number {
  return Math.min(1 - 2 ** -53, Math.max(2 ** -53, uniform));
}

function keyOf({ source_a, id_a, source_b, id_b }: LinkedPair): string {
  return [source_a, id_a, source_b, id_b].join("\n");
}
