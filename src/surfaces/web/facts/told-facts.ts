// What stands behind the numbers of parts that load after the page: each tells its facts when it is drawn, and the drawer
// finds them by the number's name.

import { useSyncExternalStore } from "react";
import type { Fact, FactKey } from "./fact.ts";

const facts = new Map<FactKey, Fact>();
const listeners = new Set<() => void>();

/** Names of such numbers begin so. */
export const TOLD = "measure:";

export function tellFact(key: FactKey, fact: Fact): void {
  facts.set(key, fact);
  for (const listener of listeners) listener();
}

export function useToldFact(key: FactKey | null): Fact | null {
  return useSyncExternalStore(subscribe, () => (key === null ? null : (facts.get(key) ?? null)));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
