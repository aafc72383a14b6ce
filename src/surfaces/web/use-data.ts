// An answer of the server, kept while the page is open. While a new one is on its way the last one stays, so that
// nothing on the page jumps.

import { useEffect, useState, useSyncExternalStore } from "react";
import { ask, Failed, type Fault } from "./api.ts";

export type Loaded<Data> = {
  data: Data | null;
  fault: Fault | null;
  /** The data answer an earlier address. */ late: boolean;
  retry: () => void;
};

const KEPT = 60;
type Entry = { data: unknown; fault: Fault | null };
const entries = new Map<string, Entry>();
const asked = new Set<string>();
const listeners = new Set<() => void>();

function store(address: string, entry: Entry): void {
  entries.set(address, entry);
  const oldest = entries.size > KEPT ? entries.keys().next().value : undefined;
  if (oldest !== undefined) entries.delete(oldest);
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `null` asks for nothing. */
export function useData<Data>(address: string | null): Loaded<Data> {
  const entry = useSyncExternalStore(subscribe, () => (address === null ? undefined : entries.get(address)));
  const [last, setLast] = useState<unknown>(null);
  useEffect(() => {
    if (address !== null && entry === undefined) prefetch(address);
  }, [address, entry]);
  const answered = entry !== undefined && entry.fault === null;
  if (answered && last !== entry.data) setLast(entry.data);
  const retry = (): void => {
    if (address === null) return;
    entries.delete(address);
    prefetch(address);
  };
  return { data: (answered ? entry.data : last) as Data | null, fault: entry?.fault ?? null, late: !answered, retry };
}
