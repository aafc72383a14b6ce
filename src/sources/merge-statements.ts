// Several rows of one table that speak of one statement: what they list is put together, and nothing that the first
// row says alone is overwritten. Different statements are never merged, here or anywhere.

import type { Statement } from "../values/statement.ts";

export function mergeStatements(first: Statement, next: Statement): Statement {
  const known = (values: readonly string[]): boolean => values.length > 1 || values[0] !== "unknown";
  const joined = <Value extends string>(a: readonly Value[], b: readonly Value[]): Value[] => {
    const all = [...new Set([...a, ...b])];
    return known(all) ? all.filter((value) => value !== "unknown") : all;
  };
  const merged: Statement = {
    ...first,
    accused: {
      states: joined(first.accused.states, next.accused.states),
      actors: joined(first.accused.actors, next.accused.actors),
    },
    victims: {
      states: joined(first.victims.states, next.victims.states),
      names: joined(first.victims.names, next.victims.names),
    },
    what: {
      effects: joined(first.what.effects, next.what.effects),
      sectors: joined(first.what.sectors, next.what.sectors),
    },
    read: [...first.read, ...next.read.filter(({ url }) => !first.read.some((reading) => reading.url === url))],
  };
  const notes = [...new Set([...(first.notes ?? []), ...(next.notes ?? [])])];
  return notes.length > 0 ? { ...merged, notes } : merged;
}
