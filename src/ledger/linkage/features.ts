// What speaks for and against two records telling of one incident. Each feature is an amount, mostly between −1 and 1; the parameters
// (parameters.json) say how many bits one unit of it is worth. Positive amounts are agreements. Read for hundreds of thousands of pairs,
// so numbers only: levels.ts puts them into words for the few that are explained.

import type { Corpus, Prepared } from "./corpus.ts";
import { nearness, type Nearness } from "./moments.ts";
import { mark } from "./prepared-words.ts";

export const featureNames = [
  "words",
  "contained",
  "rarest-word",
  "title",
  "title-least",
  "titles",
  "names",
  "numbers",
  "victim",
  "actor",
  "other-actor",
  "address",
  "near-dates",
  "near-starts",
  "far-dates",
  "late-report",
  "public-before-start",
  "initiator",
  "target",
  "opposite-direction",
  "sector",
  "effect",
  "charges",
  "profile",
] as const;

export type FeatureName = (typeof featureNames)[number];

/** Amounts by the position of their feature in `featureNames`. */
export type Amounts = Float64Array;

const at: Record<FeatureName, number> = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<
  FeatureName,
  number
>;

export function amountOf(amounts: Amounts, name: FeatureName): number {
  return amounts[at[name]] ?? 0;
}

/** Reads every feature of a pair into `amounts`. Which record comes first makes no difference. */
export function readFeatures(
  corpus: Corpus,
  a: Prepared,
  b: Prepared,
  amounts: Amounts = new Float64Array(featureNames.length),
): Amounts {
  const near = nearness(a.moments, b.moments);
  const contained = readText(corpus, a, b, amounts);
  readActors(corpus, a, b, amounts);
  readStates(corpus, a, b, amounts);
  readDates(near, amounts);
  amounts[at.victim] = Math.max(bestVictim(corpus, a, b), bestVictim(corpus, b, a));
  amounts[at.address] = sharedAddress(corpus, a, b);
  amounts[at.sector] = kindsInCommon(a.sectors, b.sectors);
  amounts[at.effect] = kindsInCommon(a.effects, b.effects);
  amounts[at.charges] = sameCharges(a, b, near) * (1 - contained);
  amounts[at.profile] = a.profile === b.profile ? 0 : -1;
  return amounts;
}

/** One walk through the words of both records, written plainly: it is where the time goes. Gives the share of the shorter in the other. */
function readText({ rarity, most }: Corpus, a: Prepared, b: Prepared, amounts: Amounts): number {
  const left = a.words;
  const right = b.words;
  let both = 0;
  let inB = 0;
  let inA = 0;
  let titled = 0;
  let names = 0;
  let numbers = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const word = left[i] as number;
    const other = right[j] as number;
    if (word < other) i++;
    else if (word > other) j++;
    else {
      const bits = rarity[word] as number;
      const square = bits * bits;
      const marksA = a.marks[i++] as number;
      const marksB = b.marks[j++] as number;
      both += square;
      if (marksA & mark.title) inB += square;
      if (marksB & mark.title) inA += square;
      if (marksA & marksB & mark.title) titled += square;
      if ((marksA | marksB) & mark.name) names += Math.max(0, bits - 4);
      if (marksA & marksB & mark.number) numbers += Math.max(0, bits - 5);
      if (bits > first) {
        third = second;
        second = first;
        first = bits;
      } else if (bits > second) {
        third = second;
        second = bits;
      } else if (bits > third) third = bits;
    }
  }
  const contained = Math.sqrt(share(both, Math.min(a.weight, b.weight)));
  const coverA = share(inB, a.titleWeight);
  const coverB = share(inA, b.titleWeight);
  amounts[at.words] = Math.sqrt(share(both, Math.sqrt(a.weight * b.weight)));
  amounts[at.contained] = contained;
  amounts[at["rarest-word"]] =
    most > 3 ? (beyond(first, 3) + beyond(second, 3) + beyond(third, 3)) / (3 * (most - 3)) : 0;
  amounts[at.title] = (coverA + coverB) / 2;
  amounts[at["title-least"]] = Math.min(coverA, coverB);
  amounts[at.titles] = Math.sqrt(share(titled, a.titleWeight) * share(titled, b.titleWeight));
  amounts[at.names] = names / (names + 12);
  amounts[at.numbers] = numbers / (numbers + 5);
  return contained;
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function beyond(bits: number, least: number): number {
  return Math.max(0, bits - least);
}

/** How much of the best-known victim of `a` is found in `b`, times how rare its name is. */
function bestVictim({ rarity, most }: Corpus, a: Prepared, b: Prepared): number {
  let best = 0;
  for (const { words, bits, weight } of a.victims) {
    let inside = 0;
    for (const word of words) if (contains(b.words, word)) inside += (rarity[word] as number) ** 2;
    if (inside > 0) best = Math.max(best, (inside / weight) ** 2 * Math.min(1, bits / (1.5 * most)));
  }
  return best;
}

function readActors({ actorRarity, most }: Corpus, a: Prepared, b: Prepared, amounts: Amounts): void {
  let best = 0;
  for (const [actor, share] of a.actors) {
    const other = b.actors.get(actor);
    if (other !== undefined) best = Math.max(best, Math.min(share, other) * (actorRarity[actor] ?? 0));
  }
  amounts[at.actor] = best / most;
  amounts[at["other-actor"]] = best === 0 && a.actors.size > 0 && b.actors.size > 0 ? -1 : 0;
}

function readStates({ stateRarity, most }: Corpus, a: Prepared, b: Prepared, amounts: Amounts): void {
  const { initiators: fromA, targets: toA } = a.record;
  const { initiators: fromB, targets: toB } = b.record;
  const meet = (one: readonly string[], other: readonly string[]): boolean =>
    one.some((state) => other.includes(state));
  const known = fromA.length > 0 && fromB.length > 0;
  const same = known && meet(fromA, fromB);
  let rarest = -1;
  for (const state of toA) if (toB.includes(state)) rarest = Math.max(rarest, stateRarity.get(state) ?? 0);
  const targeted = toA.length > 0 && toB.length > 0 ? -1 : 0;
  amounts[at.initiator] = known ? (same ? 1 : -1) : 0;
  amounts[at.target] = rarest >= 0 ? 0.3 + 0.7 * (rarest / most) : targeted;
  amounts[at["opposite-direction"]] = known && !same && meet(fromA, toB) && meet(fromB, toA) ? -1 : 0;
}

/** Nearness falls with the logarithm of days: 1 on the same day, about a half after three months, 0 after four years. */
function closeness(days: number): number {
  return Math.max(0, 1 - Math.log2(1 + days / 8) / Math.log2(1 + 1500 / 8));
}

function readDates(near: Nearness | null, amounts: Amounts): void {
  amounts[at["near-dates"]] = near ? closeness(near.distance) : 0;
  amounts[at["near-starts"]] = near && near.starts !== null ? closeness(near.starts) : 0;
  // What happened is often made public years later: that says less against a pair than years between two starts.
  const late = near !== null && near.kinds[0] !== near.kinds[1] && near.early === 0;
  amounts[at[late ? "far-dates" : "late-report"]] = 0;
  amounts[at[late ? "late-report" : "far-dates"]] =
    near && near.gap > 180 ? -Math.min(2, Math.log2(near.gap / 180) / 2) : 0;
  amounts[at["public-before-start"]] = near && near.early > 45 ? -Math.min(1, near.early / 365) : 0;
}

/** Exact kinds agree, related ones half; −1 where none is even related. Lists code at different depths, so families count. */
function kindsInCommon(one: Prepared["sectors"], other: Prepared["sectors"]): number {
  if (one.exact === 0 || other.exact === 0) return 0;
  if (one.exact & other.exact) return 1;
  return one.family & other.family ? 0.5 : -1;
}

function sharedAddress({ addressCount }: Corpus, a: Prepared, b: Prepared): number {
  let [best, count] = [0, 0];
  for (const address of a.addresses) {
    if (!b.addresses.has(address)) continue;
    count++;
    // An address that many records give (an indictment, a yearly report) tells less.
    best = Math.max(best, 1 / Math.sqrt(Math.max(1, (addressCount.get(address) ?? 2) - 1)));
  }
  return count === 0 ? 0 : Math.min(1.3, best * (1 + 0.15 * (count - 1)));
}

/** One indictment may be several rows of a list, one per year or victim, and one row of another: then few words agree, and need not. */
function sameCharges(a: Prepared, b: Prepared, near: Nearness | null): number {
  if (!a.charges || !b.charges || !near || near.publics > 31) return 0;
  for (const actor of a.actors.keys()) if (b.actors.has(actor)) return 1;
  return 0.25;
}

/** Whether a sorted set holds a word. */
export function contains(set: Int32Array, word: number): boolean {
  let [low, high] = [0, set.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = set[middle] as number;
    if (found === word) return true;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
