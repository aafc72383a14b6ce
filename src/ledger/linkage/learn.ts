// Learning the parameters of incident linkage from judged pairs, and how well it does on pairs that it has not seen. Weights start
// from what is reasoned by hand and are moved by the pairs (fit-weights.ts); validation holds out whole incidents, never single
// pairs, so that no record of a tested incident was learnt from.

import type { ListedRecord } from "../../sources/listed-record.ts";
import { candidatesOf } from "./candidates.ts";
import { corpusOf, type Corpus } from "./corpus.ts";
import { amountOf, featureNames, readFeatures, type FeatureName } from "./features.ts";
import { fitWeights, probabilityOf, type Belief } from "./fit-weights.ts";
import { knownActors } from "./known-actors.ts";
import { bitsInContext, contextAmounts, type Parameters, type Surroundings } from "./score.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Bits of one unit of each feature, before any pair was seen: what a careful coder would say each is worth. */
const reasoned: Record<FeatureName, number> = {
  words: 3,
  contained: 3,
  "rarest-word": 6,
  title: 3,
  "title-least": 1.5,
  titles: 1.5,
  names: 4,
  numbers: 2,
  victim: 5,
  actor: 4,
  "other-actor": 2,
  address: 8,
  "near-dates": 6,
  "near-starts": 2,
  "far-dates": 3,
  "late-report": 1,
  "public-before-start": 3,
  initiator: 3,
  target: 2,
  "opposite-direction": 12, // one incident has one direction: an answer in kind is another incident
  sector: 0.7,
  effect: 0.7,
  charges: 8,
  profile: 2,
};

const PRIOR_BITS = -18;

/** How far the pairs may move a weight: in proportion to it. Charges are too few in any practice set to move far. */
const aloneBelief: Belief = {
  mean: [PRIOR_BITS, ...featureNames.map((name) => reasoned[name])],
  sd: [10, ...featureNames.map((name) => Math.max(0.5, 0.4 * reasoned[name]))],
};
const contextBelief: Belief = { mean: [0, 10, 2, 1, 2], sd: [2, 2, 1.5, 1, 1.5] };

const SAME_LIST_BITS = 5;

/** Records judged to speak of one incident, by incident; every record of the dyad stands in one group, alone if need be. */
export type Groups = ReadonlyMap<string, readonly string[]>;

/** Single pairs judged by hand: they overrule the groups. `null` is unsure. */
export type JudgedPair = { a: string; b: string; match: boolean | null };

export type Lesson = {
  a: number;
  b: number;
  x: readonly number[];
  match: boolean | null;
  learn: boolean;
  folds: [number, number];
  reviewed: boolean;
};

export type Lessons = { corpus: Corpus; all: Lesson[]; missed: number };

/** Reads every candidate pair across lists, with what is known of it. */
export function lessonsOf(
  lists: readonly (readonly ListedRecord[])[],
  groups: Groups,
  pairs: readonly JudgedPair[],
  folds: number,
): Lessons {
  const corpus = corpusOf(lists.flat(), knownActors());
  const nameOf = corpus.records.map(({ record }) => `${record.source}:${record.id}`);
  const groupOf = new Map([...groups].flatMap(([group, names]) => names.map((name) => [name, group] as const)));
  const judged = new Map(
    pairs.flatMap(({ a, b, match }) => [[`${a} ${b}`, match] as const, [`${b} ${a}`, match] as const]),
  );
  const all = candidatesOf(corpus, false).pairs.map(({ a, b }): Lesson => {
    const [one, other] = [corpus.records[a], corpus.records[b]];
    if (!one || !other) throw new RangeError(`Cannot read the pair ${a}, ${b}`);
    const amounts = readFeatures(corpus, one, other);
    const [initiator, target] = [amountOf(amounts, "initiator"), amountOf(amounts, "target")];
    const [nameA, nameB] = [nameOf[a] ?? "", nameOf[b] ?? ""];
    const [groupA, groupB] = [groupOf.get(nameA), groupOf.get(nameB)];
    const said = judged.get(`${nameA} ${nameB}`);
    const conflict = initiator < 0 || (target < 0 && initiator <= 0);
    const both = groupA !== undefined && groupB !== undefined;
    return {
      a,
      b,
      x: [1, ...amounts],
      match: said === undefined ? both && groupA === groupB : said,
      // A record outside the judged dyad may still be the same incident under another direction: only clear conflicts teach.
      learn: both || (conflict && (groupA ?? groupB) !== undefined && (a * 7919 + b) % 3 === 0),
      folds: [foldOf(groupA, folds), foldOf(groupB, folds)],
      reviewed: said !== undefined,
    };
  });
  const there = new Set(nameOf);
  return { corpus, all, missed: missedMatches(all, nameOf, groups, judged, there) };
}

/** Matches across lists that no candidate pair holds. */
function missedMatches(
  all: readonly Lesson[],
  nameOf: readonly string[],
  groups: Groups,
  judged: ReadonlyMap<string, boolean | null>,
  there: ReadonlySet<string>,
): number {
  const matches = new Set<string>();
  const key = (a: string, b: string): string => [a, b].toSorted().join(" ");
  for (const names of groups.values()) {
    const present = names.filter((name) => there.has(name));
    for (const a of present) for (const b of present) if (a.split(":")[0] !== b.split(":")[0]) matches.add(key(a, b));
  }
  for (const [pair, match] of judged) {
    const name = key(...(pair.split(" ") as [string, string]));
    if (match) matches.add(name);
    else matches.delete(name);
  }
  for (const { a, b } of all) matches.delete(key(nameOf[a] ?? "", nameOf[b] ?? ""));
  return matches.size;
}

function foldOf(group: string | undefined, folds: number): number {
  if (group === undefined) return -1;
  let hash = 7;
  for (const letter of group) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return (hash >>> 3) % folds;
}

/** Learns all parameters from the lessons for which `use` holds. */
export function learn({ corpus, all }: Lessons, use: (lesson: Lesson) => boolean): Parameters {
  const taught = all.filter((lesson) => lesson.learn && lesson.match !== null && use(lesson));
  const alone = fitWeights(
    taught.map(({ x, match }) => ({ x, match: match === true, weight: 1 })),
    aloneBelief,
  );
  const { bitsOf, aroundOf } = contextOf(corpus, all, alone);
  const amounts = (lesson: Lesson): number[] => [
    1,
    bitsOf(lesson) / 10,
    ...contextAmounts(bitsOf(lesson), aroundOf(lesson)),
  ];
  const context = fitWeights(
    taught.map((lesson) => ({ x: amounts(lesson), match: lesson.match === true, weight: 1 })),
    contextBelief,
  );
  const [prior = 0, kept = 10, rival = 0, clear = 0, support = 0] = context;
  const bits = (lesson: Lesson): number =>
    amounts(lesson).reduce((sum, amount, i) => sum + amount * (context[i] ?? 0), 0);
  const reviewed = taught.filter((lesson) => lesson.reviewed);
  return {
    alone: {
      prior: alone[0] ?? PRIOR_BITS,
      weights: Object.fromEntries(featureNames.map((name, i) => [name, alone[i + 1] ?? 0])) as Record<
        FeatureName,
        number
      >,
    },
    context: { prior, kept: kept / 10, rival, clear, support },
    review: reviewShift(reviewed.map((lesson) => ({ bits: bits(lesson), match: lesson.match === true }))),
    sameList: SAME_LIST_BITS,
  };
}

type InContext = { bitsOf: (lesson: Lesson) => number; aroundOf: (lesson: Lesson) => Surroundings };

function contextOf(corpus: Corpus, all: readonly Lesson[], alone: readonly number[]): InContext {
  const bits = new Map(
    all.map((lesson) => [lesson, lesson.x.reduce((sum, amount, i) => sum + amount * (alone[i] ?? 0), 0)]),
  );
  const bitsOf = (lesson: Lesson): number => bits.get(lesson) ?? 0;
  const around = surroundingsOf(
    corpus,
    all.map((lesson) => ({ a: lesson.a, b: lesson.b, bits: bitsOf(lesson) })),
  );
  return { bitsOf, aroundOf: (lesson) => around(lesson, bitsOf(lesson)) };
}

/**
 * Bits to add so that the probabilities of reviewed pairs add up to their matches: reviewed pairs are chosen as hard ones, and among them
 * matches are more frequent than among all candidates. Found by halving; held to a prior of no shift worth eight pairs.
 */
function reviewShift(reviewed: readonly { bits: number; match: boolean }[]): number {
  const excess = (shift: number): number =>
    reviewed.reduce((sum, { bits, match }) => sum + probabilityOf(bits + shift) - (match ? 1 : 0), 0) +
    8 * (probabilityOf(shift) - 0.5);
  let [low, high] = [-4, 4];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

export type Tested = { lesson: Lesson; probability: number };

/** Tests every judged pair with parameters learnt without the incidents of its two records. */
export function crossValidate(lessons: Lessons, folds: number): Tested[] {
  const tested: Tested[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const parameters = learn(lessons, ({ folds: [one, other] }) => one !== fold && other !== fold);
    const alone = [parameters.alone.prior, ...featureNames.map((name) => parameters.alone.weights[name])];
    const { bitsOf, aroundOf } = contextOf(lessons.corpus, lessons.all, alone);
    for (const lesson of lessons.all) {
      const [one, other] = lesson.folds;
      if (!lesson.learn || (one >= 0 ? one : other) !== fold) continue;
      tested.push({ lesson, probability: probabilityOf(bitsInContext(parameters, bitsOf(lesson), aroundOf(lesson))) });
    }
  }
  return tested;
}
