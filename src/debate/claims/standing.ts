// Which groups of words stand in a sentence. Each pattern is tried at most once a sentence, and only where a word begins
// as its matches can.

import { beginningsOf } from "./beginnings.ts";
import { concepts } from "./concepts.ts";

type Gate = { always: string[]; by: Map<string, string[]> };

let gate: Gate | null = null;

function gateOf(): Gate {
  const made: Gate = { always: [], by: new Map() };
  for (const [name, pattern] of Object.entries(concepts)) {
    const beginnings = beginningsOf(pattern);
    if (!beginnings) made.always.push(name);
    else
      for (const one of beginnings) {
        const names = made.by.get(one);
        if (names) names.push(name);
        else made.by.set(one, [name]);
      }
  }
  return made;
}

/** The names of the concepts in a text that `plainText` has made plain. */
export function conceptsIn(plain: string): Set<string> {
  gate ??= gateOf();
  const standing = new Set<string>();
  const tried = new Set<string>();
  const attempt = (name: string): void => {
    if (tried.has(name)) return;
    tried.add(name);
    if (concepts[name]?.test(plain)) standing.add(name);
  };
  for (const name of gate.always) attempt(name);
  const begun = new Set<string>();
  for (const { index } of plain.matchAll(/\b\w/g)) begun.add(plain.slice(index, index + 3));
  for (const start of begun)
    for (let length = 1; length <= start.length; length += 1)
      for (const name of gate.by.get(start.slice(0, length)) ?? []) attempt(name);
  return standing;
}
