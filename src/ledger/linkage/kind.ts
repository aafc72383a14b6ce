// What kind of link is a pair? Rows of one list that tell the same are duplicates. Of two lists, a pair is part-of where one record gathers
// several of the other list (an indictment with one row per victim on the other list), or where one is an actor's profile: a profile
// is not an incident. All else is the same.

import type { LinkKind } from "../../values/statement.ts";
import type { Corpus } from "./corpus.ts";
import type { LinkedPair } from "./linked-pair.ts";

type Judged = { a: number; b: number; probability: number };

/** Names the pairs and gives each its kind. */
export function withKinds(corpus: Corpus, judged: readonly Judged[]): LinkedPair[] {
  const partners = likelyPartners(corpus, judged);
  const duplicates = new Set(
    judged
      .filter(({ a, b, probability }) => probability >= 0.5 && sourceOf(corpus, a) === sourceOf(corpus, b))
      .map(({ a, b }) => `${a} ${b}`),
  );
  const gathers = (one: number, other: number): boolean => {
    const rivals = partners.get(`${one} ${sourceOf(corpus, other)}`) ?? [];
    return rivals.some(
      (rival) => rival !== other && !duplicates.has(`${Math.min(rival, other)} ${Math.max(rival, other)}`),
    );
  };
  return judged.map((pair) => {
    const { a, b, probability } = pair;
    const [one, other] = [corpus.records[a], corpus.records[b]];
    if (!one || !other)
      throw new RangeError(`Cannot name the pair ${a}, ${b}: there are ${corpus.records.length} records`);
    const gathering = probability >= 0.5 && (gathers(a, b) || gathers(b, a));
    const kind = kindOf(one.record.source === other.record.source, one.profile !== other.profile, gathering);
    return {
      source_a: one.record.source,
      id_a: one.record.id,
      source_b: other.record.source,
      id_b: other.record.id,
      probability,
      kind,
    };
  });
}

function kindOf(sameList: boolean, profile: boolean, gathers: boolean): LinkKind {
  if (sameList) return "duplicate";
  return profile || gathers ? "part-of" : "same";
}

/** For each record and other list, the records that it goes with more likely than not. */
function likelyPartners(corpus: Corpus, judged: readonly Judged[]): Map<string, number[]> {
  const partners = new Map<string, number[]>();
  for (const { a, b, probability } of judged) {
    if (probability < 0.5 || sourceOf(corpus, a) === sourceOf(corpus, b)) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = `${one} ${sourceOf(corpus, other)}`;
      partners.set(key, [...(partners.get(key) ?? []), other]);
    }
  }
  return partners;
}

function sourceOf(corpus: Corpus, index: number): string {
  return corpus.records[index]?.record.source ?? "";
}
