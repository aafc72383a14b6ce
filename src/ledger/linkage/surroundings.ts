// What stands around a pair: for each of its records the best other partner on the same other list, and the best third record, on a
// list of its own, that goes with both.

import type { Candidate } from "./candidates.ts";
import type { Corpus } from "./corpus.ts";
import { FLOOR_BITS, type Surroundings } from "./score.ts";

/** Gives the surroundings of a pair with so many bits alone. */
export type Around = (pair: Candidate, bits: number) => Surroundings;

export type Scored = Candidate & { bits: number };

type Partner = { other: number; source: string; bits: number };

export function surroundingsOf(corpus: Corpus, scored: readonly Scored[]): Around {
  const sourceOf = (index: number): string => corpus.records[index]?.record.source ?? "";
  const partners = new Map<number, Partner[]>();
  const add = (index: number, other: number, bits: number): void => {
    const list = partners.get(index);
    const partner = { other, source: sourceOf(other), bits };
    if (list) list.push(partner);
    else partners.set(index, [partner]);
  };
  for (const { a, b, bits } of scored) {
    if (bits <= FLOOR_BITS || sourceOf(a) === sourceOf(b)) continue;
    add(a, b, bits);
    add(b, a, bits);
  }
  for (const list of partners.values()) list.sort((one, other) => other.bits - one.bits);
  return ({ a, b }) => ({
    rivalOfA: rival(partners.get(a), b, sourceOf(b)),
    rivalOfB: rival(partners.get(b), a, sourceOf(a)),
    support: support(partners.get(a), partners.get(b), sourceOf(a), sourceOf(b)),
  });
}

/** Bits of the best partner on a list other than the one in hand. */
function rival(partners: readonly Partner[] | undefined, other: number, source: string): number {
  return partners?.find((partner) => partner.source === source && partner.other !== other)?.bits ?? FLOOR_BITS;
}

/** The third record is on neither list: a chain within one list would count a record's own duplicates as witnesses. */
function support(
  ofA: readonly Partner[] | undefined,
  ofB: readonly Partner[] | undefined,
  a: string,
  b: string,
): number {
  let best = FLOOR_BITS;
  for (const { other, source, bits } of ofA ?? []) {
    if (bits <= best) break;
    if (source === a || source === b) continue;
    const back = ofB?.find((partner) => partner.other === other);
    if (back) best = Math.max(best, Math.min(bits, back.bits));
  }
  return best;
}
