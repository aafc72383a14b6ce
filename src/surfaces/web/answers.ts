// The server's answers, kept while the page is open. It knows nothing of how pages are drawn, so that asking can begin
// before the code that draws has come.

import { ask, Failed, type Fault } from "./api.ts";

const KEPT = 60;
export type Entry = { data: unknown; fault: Fault | null };
const entries = new Map<string, Entry>();
const asked = new Set<string>();
const listeners = new Set<() => void>();

function store(address: string, entry: Entry): void {
  entries.set(address, entry);
  const oldest = entries.size > KEPT ? entries.keys().next().value : undefined;
  if (oldest !== undefined) entries.delete(oldest);
  for (const listener of listeners) listener();
}

export function answerTo(address: string): Entry | undefined {
  return entries.get(address);
}

export function forget(address: string): void {
  entries.delete(address);
}

/** After the ledger was changed: whatever is on the page is asked for again. */
export function forgetAll(): void {
  entries.clear();
  for (const listener of listeners) listener();
}

/** Asks once however often it is called, and keeps the latest answers. */
export function prefetch(address: string): void {
  if (asked.has(address) || entries.has(address)) return;
  asked.add(address);
  ask(address)
    .then(
      (data) => store(address, { data, fault: null }),
      (error: unknown) =>
        store(address, {
          data: null,
          fault: error instanceof Failed ? error.fault : { kind: "inside", detail: String(error) },
        }),
    )
    .finally(() => asked.delete(address));
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
