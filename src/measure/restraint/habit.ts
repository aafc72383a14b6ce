// What would a side do to one rival if it did there as it does to its other rivals? Of its N deeds, K are of a category
// and n went to this rival; by its own habits the number of the category among those n is hypergeometric, with mean
// nK/N (fisher1935: all margins given). That is exact for the smallest counts.

import { adjusted } from "../../math/false-discovery.ts";
import { atMost, hypergeometric, ofSum } from "../../math/hypergeometric.ts";
import { categoryOf, type Category, type Deed } from "./deed.ts";

export type CategoryCount = Category & {
  observed: number;
  /** Of the same category against all its other rivals. */
  againstOthers: number;
  expected: number;
  /** Chance of so few by its own habits. */
  p: number;
  /** The least that p could have been, had there been none: above the level, no absence could have told anything. */
  leastP: number;
};

export function countCategory(deeds: readonly Deed[], rival: string, key: string): CategoryCount {
  const { population, ofKind, drawn, observed } = margins(deeds, rival, key);
  const law = hypergeometric(population, ofKind, drawn);
  return {
    ...categoryOf(key),
    observed,
    againstOthers: ofKind - observed,
    expected: population === 0 ? 0 : (drawn * ofKind) / population,
    p: atMost(law, observed),
    leastP: atMost(law, Math.max(0, drawn - (population - ofKind))),
  };
}

type Margins = { population: number; ofKind: number; drawn: number; observed: number };

function margins(deeds: readonly Deed[], rival: string, key: string): Margins {
  const counts: Margins = { population: deeds.length, ofKind: 0, drawn: 0, observed: 0 };
  for (const { to, categories } of deeds) {
    const [here, isKind] = [to === rival, categories.includes(key)];
    if (isKind) counts.ofKind += 1;
    if (here) counts.drawn += 1;
    if (here && isKind) counts.observed += 1;
  }
  return counts;
}

/** The chance of so few with habits that may differ from part to part of the period: exact, over the parts' sum. */
export function pWithin(parts: readonly (readonly Deed[])[], rival: string, key: string): number {
  const each = parts.map((deeds) => margins(deeds, rival, key));
  const law = each
    .map(({ population, ofKind, drawn }) => hypergeometric(population, ofKind, drawn))
    .reduce(ofSum, Float64Array.of(1));
  return atMost(
    law,
    each.reduce((sum, { observed }) => sum + observed, 0),
  );
}

/** The largest p when each other rival's deeds are left out in turn: habits must not be one rival's story. */
export function pWithoutOne(deeds: readonly Deed[], rival: string, key: string): number {
  const others = [...new Set(deeds.map(({ to }) => to))].filter((to) => to !== rival);
  return Math.max(
    ...others.map(
      (gone) =>
        countCategory(
          deeds.filter(({ to }) => to !== gone),
          rival,
          key,
        ).p,
    ),
  );
}

/** Adds q among those of which an absence could have told something; null for the others (tarone1990). */
export function withQ<One extends { p: number; leastP: number }>(
  counts: readonly One[],
  level: number,
): (One & { q: number | null })[] {
  const telling = counts.filter(({ leastP }) => leastP <= level);
  const qs = adjusted(telling.map(({ p }) => p));
  const byCount = new Map(telling.map((count, index) => [count, qs[index]!]));
  return counts.map((count) => ({ ...count, q: byCount.get(count) ?? null }));
}
