// Finds a sentence's numbers, in the order in which they are known to come, so that each can open what it rests on.
// A number that the sentence does not hold is skipped: the words may change without breaking the page.

import type { FactKey } from "./fact.ts";

/** `at` is where the part starts. */
export type Part = { text: string; key: FactKey | null; at: number };

export function numbersIn(sentence: string, expected: readonly { text: string; key: FactKey }[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { text, key } of expected) {
    const at = indexOfWord(sentence, text, from);
    if (at === -1) continue;
    if (at > from) parts.push({ text: sentence.slice(from, at), key: null, at: from });
    parts.push({ text, key, at });
    from = at + text.length;
  }
  if (from < sentence.length) parts.push({ text: sentence.slice(from), key: null, at: from });
  return parts;
}

/** Where a number or words stand by themselves: "12" is not found in "120", "2012" or "12%". */
function indexOfWord(sentence: string, word: string, from: number): number {
  for (let at = sentence.indexOf(word, from); at !== -1; at = sentence.indexOf(word, at + 1)) {
    const [before, after] = [sentence.charAt(at - 1), sentence.slice(at + word.length)];
    if (!/[\p{L}\p{N}.,]/u.test(before) && !/^([\p{L}\p{N}%]|[.,]\p{N})/u.test(after)) return at;
  }
  return -1;
}

/** Splits a text into its sentences. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?)]) (?=\p{Lu})/u);
}
