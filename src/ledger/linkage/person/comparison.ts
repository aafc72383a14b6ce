// How a column is compared: levels of agreement from the strongest to the weakest, 0 for none. Values are compared, not rows: each
// distinct value knows the values that agree with it at some level, so that pairs of rows that agree on nothing are never visited.

import { jaroWinkler, levenshtein } from "./likeness.ts";
import type { Column } from "./table.ts";

export type Level = (
  | { kind: "exact" }
  | { kind: "jaro-winkler"; atLeast: number; dropHalves?: boolean }
  | { kind: "levenshtein"; atMost: 1 | 2 }
) & {
  /** What of the value is compared: the part of an e-mail address before "@", say. Empty parts agree with nothing. */
  part?: (value: string) => string;
};

export type Comparison = {
  column: string;
  /** Strongest first. The last agreement has level 1, the first the highest. */
  levels: readonly Level[];
  /** Exact agreement on a rare value weighs more than on a common one. */
  termFrequency?: boolean;
};

/** Values that agree with each value: `other` and `level` from `start[value]` to `start[value + 1]`, in order of value. */
export type Agreements = { start: Int32Array; other: Int32Array; level: Uint8Array };

export function agreementsOf({ values }: Column, { levels }: Comparison): Agreements {
  const found: Map<number, number>[] = values.map(() => new Map<number, number>());
  for (const [position, level] of levels.entries()) {
    const gamma = levels.length - position;
    const parts = level.part ? values.map(level.part) : values;
    for (const [a, b] of agreeing(parts, level)) {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const map = found[one] as Map<number, number>;
        if (!map.has(other)) map.set(other, gamma);
      }
    }
  }
  const start = new Int32Array(values.length + 1);
  for (const [i, map] of found.entries()) start[i + 1] = (start[i] as number) + map.size;
  const other = new Int32Array(start[values.length] as number);
  const level = new Uint8Array(other.length);
  for (const [i, map] of found.entries()) {
    let at = start[i] as number;
    for (const [value, gamma] of map) {
      other[at] = value;
      level[at++] = gamma;
    }
  }
  return { start, other, level };
}

function agreeing(parts: readonly string[], level: Level): Iterable<[number, number]> {
  if (level.kind === "exact") return equalParts(parts);
  if (level.kind === "levenshtein") return withinChanges(parts, level.atMost);
  return likeParts(parts, level.atLeast, level.dropHalves ?? false);
}

function* equalParts(parts: readonly string[]): Iterable<[number, number]> {
  const byPart = new Map<string, number[]>();
  for (const [i, part] of parts.entries()) {
    if (part === "") continue;
    const group = byPart.get(part);
    if (group) group.push(i);
    else byPart.set(part, [i]);
  }
  for (const group of byPart.values()) for (const a of group) for (const b of group) if (a <= b) yield [a, b];
}

/** Pairs within so many changes share what is left after so many deletions each: only those are measured (bocek2007). */
function* withinChanges(parts: readonly string[], most: 1 | 2): Iterable<[number, number]> {
  const byRest = new Map<string, number[]>();
  for (const [i, part] of parts.entries()) {
    for (const rest of restsOf(part, most)) {
      const group = byRest.get(rest);
      if (group) group.push(i);
      else byRest.set(rest, [i]);
    }
  }
  for (const [i, part] of parts.entries()) {
    if (part === "") continue;
    const tried = new Set<number>([i]);
    yield [i, i];
    for (const rest of restsOf(part, most)) {
      for (const j of byRest.get(rest) ?? []) {
        if (j <= i || tried.has(j)) continue;
        tried.add(j);
        if (levenshtein(part, parts[j] as string, most) <= most) yield [i, j];
      }
    }
  }
}

function restsOf(part: string, most: number): Set<string> {
  let last = new Set([part]);
  const rests = new Set(last);
  for (let round = 0; round < most; round++) {
    const shorter = new Set<string>();
    for (const text of last) for (let i = 0; i < text.length; i++) shorter.add(text.slice(0, i) + text.slice(i + 1));
    for (const text of shorter) rests.add(text);
    last = shorter;
  }
  return rests;
}

/**
 * Pairs with Jaro–Winkler likeness at or above a bound. Letters that only one of two texts has cannot be common: with
 * m common letters at best, Jaro is at most (m/n + m/k + 1)/3, which most pairs fail without being measured.
 */
function* likeParts(parts: readonly string[], atLeast: number, dropHalves: boolean): Iterable<[number, number]> {
  const letters = Int32Array.from(parts, lettersOf);
  const lengths = Int32Array.from(parts, (part) => part.length);
  const byFirst = parts.map((part) => part.slice(0, 4));
  for (let a = 0; a < parts.length; a++) {
    const [n, own] = [lengths[a] as number, letters[a] as number];
    if (n === 0) continue;
    yield [a, a];
    for (let b = a + 1; b < parts.length; b++) {
      const [k, theirs] = [lengths[b] as number, letters[b] as number];
      if (k === 0) continue;
      const most = Math.min(n - bitCount(own & ~theirs), k - bitCount(theirs & ~own));
      const jaro = (most / n + most / k + 1) / 3;
      if (jaro + 0.4 * (1 - jaro) < atLeast) continue;
      if (jaro < atLeast && jaro + 0.1 * commonStart(byFirst[a] as string, byFirst[b] as string) * (1 - jaro) < atLeast)
        continue;
      if (jaroWinkler(parts[a] as string, parts[b] as string, dropHalves) >= atLeast) yield [a, b];
    }
  }
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** The set of letters as bits; letters that share a bit only make the bound looser. */
function lettersOf(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) set |= 1 << (text.charCodeAt(i) & 31);
  return set;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
