// An answer of the server, kept while the page is open. While a new one is on its way the last one stays, so that
// nothing on the page jumps.

import { useEffect, useState, useSyncExternalStore } from "react";
import { answerTo, forget, prefetch, subscribe } from "./answers.ts";
import type { Fault } from "./api.ts";

export type Loaded<Data> = {
  data: Data | null;
  fault: Fault | null;
  /** The data answer an earlier address. */ late: boolean;
  retry: () => void;
};

/** `null` asks for nothing. */
export function useData<Data>(address: string | null): Loaded<Data> {
  const entry = useSyncExternalStore(subscribe, () => (address === null ? undefined : answerTo(address)));
  const [last, setLast] = useState<unknown>(null);
  useEffect(() => {
    if (address !== null && entry === undefined) prefetch(address);
  }, [address, entry]);
  const answered = entry !== undefined && entry.fault === null;
  if (answered && last !== entry.data) setLast(entry.data);
  const retry = (): void => {
    if (address === null) return;
    forget(address);
    prefetch(address);
  };
  return { data: (answered ? entry.data : last) as Data | null, fault: entry?.fault ?? null, late: !answered, retry };
}
