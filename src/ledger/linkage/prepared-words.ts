// A record's words as sorted numbers with marks: which of them stand in the title, look like names, or are numbers.

import type { Words } from "./words.ts";

export const mark = { title: 1, name: 2, number: 4 } as const;

export type MarkedWords = { words: Int32Array; marks: Uint8Array };

/** Numbers words in order of first sight. */
export class Dictionary {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}

/** Initials and compounds count only where some record writes them so. */
export type Written = { capitals: ReadonlySet<string>; single: ReadonlySet<string> };

export type Texts = { title: Words; body: Words; slugs: Words };

export function markedWords({ title, body, slugs }: Texts, dictionary: Dictionary, written: Written): MarkedWords {
  const marks = new Map<number, number>();
  const add = (words: Iterable<string>, marked: number): void => {
    for (const word of words) {
      const number = dictionary.of(word);
      marks.set(number, (marks.get(number) ?? 0) | marked);
    }
  };
  const derived = derivedWords(body, written);
  add(body.all, 0);
  add(slugs.all, 0);
  add(compoundsIn(slugs, written), 0);
  add(derived, mark.name);
  add(body.names, mark.name);
  add(body.capitals, mark.name);
  add(body.numbers, mark.number);
  add(title.all, mark.title);
  add(derivedWords(title, written), mark.title);
  const words = Int32Array.from(marks.keys()).sort();
  return { words, marks: Uint8Array.from(words, (word) => marks.get(word) ?? 0) };
}

function derivedWords(words: Words, written: Written): string[] {
  return [...words.initials.filter((letters) => written.capitals.has(letters)), ...compoundsIn(words, written)];
}

function compoundsIn({ compounds }: Words, { single }: Written): string[] {
  return compounds.filter((compound) => single.has(compound));
}
