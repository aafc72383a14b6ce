// How alike a text is to the ways in which claims are put: the cosine of TF-IDF vectors (saltonBuckley1988) over words,
// stems of words and groups of letters, so that other words with the same roots still count. Variants are indexed by
// what they hold, so that a text meets only those that share something with it.

import { plainText } from "./concepts.ts";

export type Likeness = {
  /** For each variant's owner the highest likeness to one of its variants, 0 to 1. */
  to(text: string): ReadonlyMap<string, number>;
};

const STOP = new Set(
  "a an the of to in on at by for and or but is are was were be been it its this that these those as with from not no do does did so than then there their they them he she we us our you your i my me if what who which will would can could have has had just very more most only also any all some into out up about over such how why when where one".split(
    " ",
  ),
);
/** Letter groups weigh less than words: they find spellings, not meanings. */
const LETTERS_WEIGHT = 0.35;
const LETTERS = 4;

/** A rough stem: endings that English adds are cut. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  return word
    .replace(/(?:'s|')$/, "")
    .replace(/(?:ational|ization|isation)$/, "ate")
    .replace(/(?:iveness|fulness|ousness)$/, "")
    .replace(/(?:ingly|edly)$/, "")
    .replace(/(?:ations?|ators?|ating|ated|ates?)$/, "at")
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:ments?|ness|ings?|ers?|ed|ly|es|s)$/, "")
    .replace(/([bdfglmnprt])\1$/, "$1")
    .replace(/e$/, "");
}

export function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    features.set(name, (features.get(name) ?? 0) + weight);
  };
  const words = plainText(text).match(/[\p{L}\p{N}]+(?:'[a-z]+)?/gu) ?? [];
  const stems = words.map(stem);
  for (const [at, word] of words.entries()) {
    const root = stems[at] ?? word;
    if (!STOP.has(word)) add(root, 1);
    const next = stems[at + 1];
    if (next !== undefined && !(STOP.has(word) && STOP.has(words[at + 1] ?? ""))) add(`${root} ${next}`, 0.7);
    if (!STOP.has(word) && word.length > LETTERS)
      for (let start = 0; start + LETTERS <= word.length; start += 1)
        add(`#${word.slice(start, start + LETTERS)}`, LETTERS_WEIGHT);
  }
  return features;
}

type Entry = { owner: string; features: Map<string, number>; norm: number };

export function likenessTo(variants: readonly { owner: string; text: string }[]): Likeness {
  const all = variants.map(({ owner, text }) => ({ owner, features: featuresOf(text) }));
  const holders = new Map<string, number>();
  for (const { features } of all) for (const name of features.keys()) holders.set(name, (holders.get(name) ?? 0) + 1);
  const rarity = (name: string): number => Math.log((1 + all.length) / (1 + (holders.get(name) ?? 0))) + 0.3;
  const weigh = (features: Map<string, number>): Map<string, number> =>
    new Map([...features].map(([name, count]) => [name, Math.min(count, 2) * rarity(name)]));
  const entries: Entry[] = all.map(({ owner, features }) => {
    const weighed = weigh(features);
    return { owner, features: weighed, norm: normOf(weighed) };
  });
  const index = new Map<string, { entry: number; weight: number }[]>();
  for (const [at, { features, norm }] of entries.entries())
    for (const [name, weight] of features) {
      const list = index.get(name) ?? [];
      list.push({ entry: at, weight: weight / norm });
      index.set(name, list);
    }
  return { to: (text) => bestOf(text, weigh, index, entries) };
}

function bestOf(
  text: string,
  weigh: (features: Map<string, number>) => Map<string, number>,
  index: ReadonlyMap<string, { entry: number; weight: number }[]>,
  entries: readonly Entry[],
): Map<string, number> {
  const features = weigh(featuresOf(text));
  const norm = normOf(features);
  const sums = new Float64Array(entries.length);
  for (const [name, weight] of features)
    for (const { entry, weight: other } of index.get(name) ?? []) sums[entry]! += weight * other;
  const best = new Map<string, number>();
  for (const [at, { owner }] of entries.entries()) {
    const likeness = norm === 0 ? 0 : sums[at]! / norm;
    if (likeness > (best.get(owner) ?? 0)) best.set(owner, likeness);
  }
  return best;
}

function normOf(features: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of features.values()) sum += weight * weight;
  return Math.sqrt(sum) || 1;
}
