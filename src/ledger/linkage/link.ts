// Which records of several lists speak of one incident? Pairs that share something rare are compared feature by feature, each pair
// gets a probability and a kind, and nothing is merged: the lists stay as they are.

import type { ListedRecord } from "../../sources/listed-record.ts";
import type { StateCode } from "../../values/state.ts";
import type { AliasClaim } from "./alias-register.ts";
import { candidatesOf, type Blocking, type Candidate } from "./candidates.ts";
import { corpusOf, type Corpus, type Prepared } from "./corpus.ts";
import { featureNames, readFeatures, type Amounts } from "./features.ts";
import { probabilityOf } from "./fit-weights.ts";
import { knownActors } from "./known-actors.ts";
import { withKinds } from "./kind.ts";
import { levelsOf } from "./levels.ts";
import type { LinkedPair } from "./linked-pair.ts";
import { bitsAlone, bitsInContext, defaultParameters, waterfall, type Explanation, type Parameters } from "./score.ts";
import { surroundingsOf, type Around } from "./surroundings.ts";

export type { LinkedPair };

export type LinkOptions = {
  /** Claims about actors' names, added to the register that comes with the workbench. */
  aliases?: readonly AliasClaim[];
  /** Keep pairs of which one record at least names both states, in either direction. Comparing is always done over whole lists. */
  between?: readonly [StateCode, StateCode];
  /** Pairs below this probability are left out. */
  least?: number;
  /** Also compare rows of one list, for being duplicates. */
  duplicates?: boolean;
  parameters?: Parameters;
};

export type Linkage = { pairs: LinkedPair[]; blocking: Blocking; context: LinkContext };

/** What explaining a pair needs: kept, so that a hundred explanations cost one comparison of the lists. */
export type LinkContext = { corpus: Corpus; around: Around; parameters: Parameters; at: ReadonlyMap<string, Prepared> };

const LEAST = 0.01;

/** Links lists of records. Lists come in any order; the order of the output is by probability, then by name. */
export function link(lists: readonly (readonly ListedRecord[])[], options: LinkOptions = {}): Linkage {
  const { parameters = defaultParameters, least = LEAST, between, duplicates = true } = options;
  const corpus = corpusOf(lists.flat(), [...knownActors(), ...(options.aliases ?? [])]);
  const { pairs, blocking } = candidatesOf(corpus, duplicates);
  const scratch = new Float64Array(featureNames.length);
  const judged = pairs
    .map(({ a, b }) => ({ a, b, bits: bitsAlone(parameters, readPair(corpus, { a, b }, scratch)) }))
    .filter(({ bits }) => bits > LEAST_BITS);
  const around = surroundingsOf(corpus, judged);
  const context: LinkContext = { corpus, around, parameters, at: recordsByName(corpus) };
  const likely = judged
    .map(({ a, b, bits }) => ({ a, b, probability: probabilityOf(inContext(context, { a, b }, bits)) }))
    .filter(({ probability }) => probability >= least);
  const kept = between ? likely.filter(({ a, b }) => names(corpus, a, between) || names(corpus, b, between)) : likely;
  return { pairs: withKinds(corpus, kept).toSorted(byProbability), blocking, context };
}

/** Below this many bits alone no context can lift a pair to a hundredth. */
const LEAST_BITS = -12;

/** Why a pair of records has its probability, in bits. Null where the lists do not hold one of them. */
export function explain(
  a: RecordName,
  b: RecordName,
  { corpus, around, parameters, at }: LinkContext,
): Explanation | null {
  const [one, other] = [at.get(nameOf(a)), at.get(nameOf(b))];
  if (!one || !other || one === other) return null;
  const [low, high] = one.index < other.index ? [one, other] : [other, one];
  return explained({ corpus, around, parameters, at }, { a: low.index, b: high.index });
}

export type RecordName = { source: string; id: string };

function explained({ corpus, around, parameters }: LinkContext, pair: Candidate): Explanation {
  const amounts = readPair(corpus, pair);
  const levels = levelsOf(corpus, recordAt(corpus, pair.a), recordAt(corpus, pair.b), amounts);
  const context = isSameList(corpus, pair) ? "same-list" : around(pair, bitsAlone(parameters, amounts));
  return waterfall(parameters, amounts, levels, context);
}

function inContext({ corpus, around, parameters }: LinkContext, pair: Candidate, bits: number): number {
  return bitsInContext(parameters, bits, isSameList(corpus, pair) ? "same-list" : around(pair, bits));
}

function isSameList(corpus: Corpus, { a, b }: Candidate): boolean {
  return recordAt(corpus, a).record.source === recordAt(corpus, b).record.source;
}

function readPair(corpus: Corpus, { a, b }: Candidate, amounts?: Amounts): Amounts {
  return readFeatures(corpus, recordAt(corpus, a), recordAt(corpus, b), amounts);
}

function recordAt(corpus: Corpus, index: number): Prepared {
  const record = corpus.records[index];
  if (!record) throw new RangeError(`Cannot compare record ${index}: there are ${corpus.records.length}`);
  return record;
}

function recordsByName(corpus: Corpus): Map<string, Prepared> {
  return new Map(corpus.records.map((prepared) => [nameOf(prepared.record), prepared]));
}

function nameOf({ source, id }: RecordName): string {
  return `${source}:${id}`;
}

function names(corpus: Corpus, index: number, [one, other]: readonly [StateCode, StateCode]): boolean {
  const { initiators, targets } = recordAt(corpus, index).record;
  return (initiators.includes(one) && targets.includes(other)) || (initiators.includes(other) && targets.includes(one));
}

function byProbability(one: LinkedPair, other: LinkedPair): number {
  return other.probability - one.probability || (key(one) < key(other) ? -1 : 1);
}

function key({ source_a, id_a, source_b, id_b }: LinkedPair): string {
  return [source_a, id_a, source_b, id_b].join("\n");
}
