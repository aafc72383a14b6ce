// Which pairs are worth comparing? Those that share a rare word, an actor, or an address, or whose sharp dates are near. The rest
// share nothing that could make them one incident; how many were left out is reported.

import type { Corpus, Prepared } from "./corpus.ts";

export type BlockingReason = "word" | "actor" | "address" | "date";

/** Indexes of two records, the lower first. */
export type Candidate = { a: number; b: number };

export type Blocking = {
  records: number;
  /** All pairs that could have been compared. */
  possible: number;
  compared: number;
  /** How many pairs each reason brought, the earlier reasons first. */
  by: Record<BlockingReason, number>;
};

/** A word is rare when at most this many records have it. */
const MOST_WITH_WORD = 30;
/** Rows of one list are compared for being duplicates only where they share a rarer word still. */
const MOST_WITHIN = 12;
const MOST_WITH_ACTOR = 120;
const MOST_WITH_ADDRESS = 60;
const DAYS_NEAR = 7;

export function candidatesOf(corpus: Corpus, within: boolean): { pairs: Candidate[]; blocking: Blocking } {
  const { records } = corpus;
  const seen = new Set<number>();
  const pairs: Candidate[] = [];
  const by: Blocking["by"] = { word: 0, actor: 0, address: 0, date: 0 };
  const add = (reason: BlockingReason, one: Prepared, other: Prepared, few: boolean): void => {
    if (one === other || (one.record.source === other.record.source && !(within && few))) return;
    const [a, b] = one.index < other.index ? [one.index, other.index] : [other.index, one.index];
    const key = a * records.length + b;
    if (seen.has(key)) return;
    seen.add(key);
    by[reason]++;
    pairs.push({ a, b });
  };
  const block = (
    reason: BlockingReason,
    keysOf: (record: Prepared) => Iterable<string | number>,
    most: number,
  ): void => {
    for (const group of groups(records, keysOf)) {
      if (group.length > most) continue;
      const few = group.length <= MOST_WITHIN;
      for (let i = 0; i < group.length; i++) {
        for (let j = i + 1; j < group.length; j++) add(reason, group[i] as Prepared, group[j] as Prepared, few);
      }
    }
  };
  block("address", ({ addresses }) => addresses, MOST_WITH_ADDRESS);
  block("word", ({ words }) => words, MOST_WITH_WORD);
  block("actor", ({ actors }) => actors.keys(), MOST_WITH_ACTOR);
  nearInTime(records, (one, other) => {
    if (canBeOne(one, other)) add("date", one, other, false);
  });
  return {
    pairs,
    blocking: { records: records.length, possible: possiblePairs(records, within), compared: pairs.length, by },
  };
}

function groups(records: Prepared[], keysOf: (record: Prepared) => Iterable<string | number>): Iterable<Prepared[]> {
  const byKey = new Map<string | number, Prepared[]>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      const group = byKey.get(key);
      if (group) group.push(record);
      else byKey.set(key, [record]);
    }
  }
  return byKey.values();
}

/** Calls `found` for pairs with moments, known to the month at least, at most a few days apart. */
function nearInTime(records: Prepared[], found: (one: Prepared, other: Prepared) => void): void {
  const dated = records
    .flatMap((record) => record.moments.sharp.map((day) => ({ record, day })))
    .toSorted((one, other) => one.day - other.day);
  for (const [at, one] of dated.entries()) {
    for (let next = at + 1; next < dated.length; next++) {
      const other = dated[next];
      if (!other || other.day - one.day > DAYS_NEAR) break;
      found(one.record, other.record);
    }
  }
}

/** Near dates alone are no reason where both name their initiators or targets and none agrees. */
function canBeOne({ record: a }: Prepared, { record: b }: Prepared): boolean {
  const agree = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === 0 || other.length === 0 || one.some((state) => other.includes(state));
  return agree(a.initiators, b.initiators) && agree(a.targets, b.targets);
}

function possiblePairs(records: Prepared[], within: boolean): number {
  const all = (records.length * (records.length - 1)) / 2;
  if (within) return all;
  const sizes = new Map<string, number>();
  for (const { record } of records) sizes.set(record.source, (sizes.get(record.source) ?? 0) + 1);
  return [...sizes.values()].reduce((left, size) => left - (size * (size - 1)) / 2, all);
}
