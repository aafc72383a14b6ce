// A ledger of which nothing is read twice: for a publication, a thousand answers of which rest on the same few readings.
// Nothing is written meanwhile, so that nothing kept is ever stale.

import type { LedgerView } from "../../ledger/view.ts";
import type { HistoryEntry, Ledger } from "./ledger.ts";

export function readOnce(ledger: Ledger): Ledger {
  const kept = <Key, Value>(read: (key: Key) => Promise<Value>): ((key: Key) => Promise<Value>) => {
    const found = new Map<Key, Promise<Value>>();
    return (key) => {
      const promise = found.get(key) ?? read(key);
      found.set(key, promise);
      return promise;
    };
  };
  const view = kept((id: string) => ledger.view(id));
  const all = kept(async (id: string) => bySubject(await ledger.history(id, subjectsOf(await view(id)))));
  const clusters = kept(() => ledger.clusters());
  const origins = kept(async (id: string) => ledger.origins(subjectsOf(await view(id))));
  return {
    ...ledger,
    view,
    clusters: () => clusters(null),
    async history(id, subjects) {
      const found = await all(id);
      const entries = subjects.flatMap((subject) => found.get(subject) ?? []);
      return entries.sort((one, other) => one.sequence - other.sequence);
    },
    async origins(subjects) {
      const rows = await Promise.all((await ledger.cases()).map(origins));
      return Object.fromEntries(
        subjects.flatMap((subject) => {
          const found = rows.find((ofCase) => Object.hasOwn(ofCase, subject))?.[subject];
          return found ? [[subject, found]] : [];
        }),
      );
    },
  };
}

function subjectsOf({ incidents }: LedgerView): string[] {
  return incidents.flatMap(({ id, statements }) => [id, ...statements.map((statement) => statement.id)]);
}

function bySubject(history: readonly HistoryEntry[]): Map<string, HistoryEntry[]> {
  const found = new Map<string, HistoryEntry[]>();
  for (const entry of history) found.set(entry.subject, [...(found.get(entry.subject) ?? []), entry]);
  return found;
}
