// Everything about the records that comparing them needs, worked out once: words with their rarity over all lists, actors,
// addresses, moments. Rarity is log2(records / records that have it): sharing a rare word says more than sharing a common one
// (the term-frequency adjustment of winkler1990, in bits).

import type { ListedRecord } from "../../sources/listed-record.ts";
import { addressText, canonicalAddress } from "./address.ts";
import { aliasRegister, claimsInList, namesWritten, type AliasClaim } from "./alias-register.ts";
import { effectMask, sectorMask, type KindMask } from "./kind-masks.ts";
import { isProfile } from "./profile.ts";
import { momentsOf, type Moments } from "./moments.ts";
import { Dictionary, mark, markedWords, type Texts, type Written } from "./prepared-words.ts";
import { wordsOf } from "./words.ts";

/** A named victim's words, their rarity summed, and the sum of its squares. */
export type Victim = { words: Int32Array; bits: number; weight: number };

/** A record made ready. Words and actors are numbers in the corpus's own dictionaries. */
export type Prepared = {
  index: number;
  record: ListedRecord;
  profile: boolean;
  /** Sorted numbers of all words: title, description, victims, addresses; and what each is. */
  words: Int32Array;
  marks: Uint8Array;
  /** Sums of squared rarities, of all words and of the title's. */
  weight: number;
  titleWeight: number;
  victims: Victim[];
  /** Actor number → share of the claims. */
  actors: Map<number, number>;
  addresses: Set<string>;
  moments: Moments;
  sectors: KindMask;
  effects: KindMask;
  /** Speaks of an indictment or of charges, in its text or its addresses. */
  charges: boolean;
};

export type Corpus = {
  records: Prepared[];
  /** Rarity in bits of each word, of each actor and of each state. */
  rarity: Float64Array;
  actorRarity: Float64Array;
  stateRarity: Map<string, number>;
  /** Records that give an address. */
  addressCount: Map<string, number>;
  words: string[];
  actors: string[];
  /** Largest rarity there can be: a word that one record alone has. */
  most: number;
};

type Draft = Texts & { record: ListedRecord; victims: string[][]; addressed: string };

export function corpusOf(records: readonly ListedRecord[], claims: readonly AliasClaim[]): Corpus {
  const drafts = records.map(draftOf);
  const written: Written = {
    capitals: new Set(drafts.flatMap(({ body }) => body.capitals)),
    single: new Set(drafts.flatMap(({ body, slugs }) => [...body.all, ...slugs.all])),
  };
  const words = new Dictionary();
  const actors = nameActors(drafts, claims);
  const prepared = drafts.map((draft, index) => prepare(draft, index, words, written, actors.of[index] ?? new Map()));
  const rarity = rarities(
    prepared.map((one) => one.words),
    words.names.length,
    records.length,
  );
  for (const one of prepared) weigh(one, rarity);
  const targets = countOf(records.flatMap((record) => record.targets));
  return {
    records: prepared,
    rarity,
    actorRarity: rarities(
      actors.of.map((named) => [...named.keys()]),
      actors.names.length,
      records.length,
    ),
    stateRarity: new Map([...targets].map(([state, count]) => [state, Math.log2(records.length / count)])),
    addressCount: countOf(prepared.flatMap(({ addresses }) => Array.from(addresses))),
    words: words.names,
    actors: actors.names,
    most: Math.log2(Math.max(2, records.length)),
  };
}

function draftOf(record: ListedRecord): Draft {
  const { title, description, victims, urls } = record;
  const addressed = urls.map(addressText).join(" . ");
  return {
    record,
    title: wordsOf(title),
    // Actors are compared by name, not by word: a list of aliases would drown what happened.
    body: wordsOf([title, description, ...victims].join(" . ")),
    victims: victims.slice(0, 40).map((victim) => wordsOf(victim).all),
    slugs: wordsOf(addressed),
    addressed,
  };
}

function prepare(
  draft: Draft,
  index: number,
  dictionary: Dictionary,
  written: Written,
  actors: Map<number, number>,
): Prepared {
  const { record, body, slugs, victims } = draft;
  return {
    index,
    record,
    profile: isProfile(record),
    ...markedWords(draft, dictionary, written),
    weight: 0,
    titleWeight: 0,
    victims: victims
      .filter((words) => words.length > 0)
      .map((words) => ({ words: Int32Array.from(words, (word) => dictionary.of(word)), bits: 0, weight: 0 })),
    actors,
    addresses: new Set(record.urls.map(canonicalAddress).filter((address) => address !== null)),
    moments: momentsOf(record, body.years),
    sectors: sectorMask(record.sectors),
    effects: effectMask(record.effects),
    charges: body.charges || slugs.charges || record.urls.some((url) => /justice\.gov|indict/i.test(url)),
  };
}

function weigh(one: Prepared, rarity: Float64Array): void {
  for (const [i, word] of one.words.entries()) {
    const square = (rarity[word] ?? 0) ** 2;
    one.weight += square;
    if ((one.marks[i] ?? 0) & mark.title) one.titleWeight += square;
  }
  for (const victim of one.victims) {
    for (const word of victim.words) {
      victim.bits += rarity[word] ?? 0;
      victim.weight += (rarity[word] ?? 0) ** 2;
    }
  }
}

/** The actors that each record names, by number. */
function nameActors(
  drafts: readonly Draft[],
  claims: readonly AliasClaim[],
): { names: string[]; of: Map<number, number>[] } {
  const register = aliasRegister([...claims, ...drafts.flatMap(({ record }) => claimsOf(record))]);
  const numbers = new Dictionary();
  const of = drafts.map(({ record: { title, description, actors }, addressed }) => {
    const text = [title, description, ...actors, addressed].join(" . ");
    return new Map([...register.mentioned(text)].map(([actor, share]) => [numbers.of(actor), share]));
  });
  return { names: numbers.names, of };
}

/** What a record itself says about names: a profile's title with "also known as", or names joined by slashes. */
function claimsOf(record: ListedRecord): AliasClaim[] {
  // A group that only this list names stands for itself, so that another list's text can name it.
  const alone = record.actors.filter(
    (name) => name.length <= 30 && name.split(/\s+/).length <= 3 && /\p{Lu}/u.test(name),
  );
  const itself = alone.map((name) => ({ actor: name, alias: name, saidBy: record.source, states: [], read: [] }));
  const own = [...itself, ...claimsInList(record.source, record.actors)];
  if (!isProfile(record)) return own;
  const names = record.actors.flatMap((written) =>
    /also known as/i.test(written) ? namesWritten(written) : [written],
  );
  const { title, source } = record;
  return [...own, ...[title, ...names].map((alias) => ({ actor: title, alias, saidBy: source, states: [], read: [] }))];
}

function rarities(sets: readonly Iterable<number>[], size: number, total: number): Float64Array {
  const counts = new Float64Array(size);
  for (const set of sets) for (const each of set) counts[each] = (counts[each] ?? 0) + 1;
  return counts.map((count) => Math.log2(total / Math.max(1, count)));
}

function countOf<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
