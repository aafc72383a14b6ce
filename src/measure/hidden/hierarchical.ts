// Hierarchical models: a set of interactions that holds with each also all that it contains. Every list has its main
// effect; the interaction of all lists is left out (nothing observed could tell it from the unseen: fienberg1972).
// A model is named by its largest terms: [12,3] has lists 1 and 2 interact, and 3 alone.

import { bitCount } from "./table.ts";

/** Interactions of two lists and more, each a cell number. The main effects and the intercept go without saying. */
export type Interactions = readonly number[];

/** "[123,14]". From ten lists on, numbers are parted by dots: "[1.10,2]". */
export function modelName(interactions: Interactions, t: number): string {
  const all = [...interactions, ...Array.from({ length: t }, (_, list) => 1 << list)];
  const largest = all.filter((term) => !all.some((other) => other !== term && (other & term) === term));
  const named = largest.map((term) => listsIn(term, t));
  named.sort((a, b) => b.length - a.length || compareLists(a, b));
  return `[${named.map((lists) => lists.map((list) => list + 1).join(t > 9 ? "." : "")).join(",")}]`;
}

function compareLists(a: number[], b: number[]): number {
  const at = a.findIndex((list, i) => list !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

export function listsIn(term: number, t: number): number[] {
  return Array.from({ length: t }, (_, list) => list).filter((list) => term & (1 << list));
}

/** All terms of two to `maxOrder` lists, small ones first. */
export function termsUpTo(t: number, maxOrder: number): number[] {
  const terms = Array.from({ length: 2 ** t - 1 }, (_, i) => i + 1).filter((term) => {
    const order = bitCount(term);
    return order >= 2 && order <= maxOrder;
  });
  return terms.sort((a, b) => bitCount(a) - bitCount(b) || a - b);
}

/**
 * Visits every hierarchical model once, each after the one that it extends by its last term. `visit` returns what its
 * extensions get as `parent`: a fit to start from.
 */
export function visitModels<Result>(
  t: number,
  maxOrder: number,
  visit: (interactions: Interactions, parent: Result | null) => Result,
): void {
  const terms = termsUpTo(t, Math.min(maxOrder, t - 1));
  const present = new Uint8Array(2 ** t);
  const facets = terms.map((term) => (bitCount(term) === 2 ? [] : listsIn(term, t).map((list) => term & ~(1 << list))));
  const chosen: number[] = [];
  const extend = (from: number, parent: Result | null): void => {
    const result = visit(chosen, parent);
    for (let i = from; i < terms.length; i++) {
      if (!facets[i]!.every((facet) => present[facet] === 1)) continue;
      const term = terms[i]!;
      chosen.push(term);
      present[term] = 1;
      extend(i + 1, result);
      chosen.pop();
      present[term] = 0;
    }
  };
  extend(0, null);
}
