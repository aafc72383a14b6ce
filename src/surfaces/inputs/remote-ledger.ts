// The ledger of a workbench that runs in another process and holds the data folder: asked over HTTP.

import type { LedgerView } from "../../ledger/view.ts";
import { InputError, SourceError } from "../../values/errors.ts";
import type { ActorCluster } from "../../ledger/actors.ts";
import type { Decision, Redirect } from "../../ledger/change.ts";
import type { DecisionsImported } from "../../ledger/decisions.ts";
import type { Origin, RecordInFull } from "../../ledger/provenance.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import type { CaseImported, HistoryEntry, Imported, Ledger, Rebuilt, Written } from "./ledger.ts";
import type { Queue } from "./queue.ts";

const TIMEOUT_MS = 300_000;
/** Of how many subjects one request may ask; of more a caller asks in parts. */
export const MOST_SUBJECTS = 10_000;

export function remoteLedger(address: string): Ledger {
  const get = <Answer>(path: string): Promise<Answer> => ask<Answer>(new URL(path, address), "GET");
  const of = (caseId: string, rest: string): string => `/api/cases/${encodeURIComponent(caseId)}/${rest}`;
  const post = <Answer>(path: string, body: unknown): Promise<Answer> =>
    ask<Answer>(new URL(path, address), "POST", new TextEncoder().encode(JSON.stringify(body)));
  return {
    cases: () => get<string[]>("/api/cases"),
    view: (caseId) => get<LedgerView>(`/api/cases/${encodeURIComponent(caseId)}/ledger`),
    async history(caseId, subjects) {
      const parts = await inParts(subjects, (some) => post<HistoryEntry[]>(of(caseId, "history"), { subjects: some }));
      return parts.flat().sort((one, other) => one.sequence - other.sequence);
    },
    importFile({ source, file, bytes, preview }) {
      const url = new URL("/api/import", address);
      url.search = new URLSearchParams({ source, file, ...(preview ? { preview: "1" } : {}) }).toString();
      return ask<Imported>(url, "POST", bytes);
    },
    importCase({ file, bytes }) {
      const url = new URL("/api/cases", address);
      url.search = new URLSearchParams({ file }).toString();
      return ask<CaseImported>(url, "POST", bytes);
    },
    viewAt: (caseId, moment) => get<LedgerView>(of(caseId, `ledger?recorded=${encodeURIComponent(moment)}`)),
    movedTo: async (caseId, incident) =>
      (await get<{ moved: Redirect | null }>(of(caseId, `moved/${encodeURIComponent(incident)}`))).moved,
    record: (sequence) => get<RecordInFull>(`/api/records/${sequence}`),
    async origins(subjects) {
      const parts = await inParts(subjects, (some) =>
        post<Record<string, Origin[]>>("/api/origins", { subjects: some }),
      );
      return Object.assign({}, ...parts) as Record<string, Origin[]>;
    },
    listed: async (source) =>
      (await get<{ records: ListedRecord[] }>(`/api/lists/${encodeURIComponent(source)}/records`)).records,
    clusters: () => get<ActorCluster[]>("/api/clusters"),
    queue: (caseId, most) => get<Queue>(of(caseId, `queue?most=${most}`)),
    decisions: async (caseId) => (await get<{ decisions: Decision[] }>(of(caseId, "decisions?full=1"))).decisions,
    judge: (caseId, judged) => post<Written>(of(caseId, "decisions"), judged),
    undo: (caseId, judged) => post<Written>(of(caseId, "decisions/undo"), judged),
    importDecisions: (caseId, rows) => post<DecisionsImported>(of(caseId, "decisions/import"), { decisions: rows }),
    rebuild: () => ask<Rebuilt>(new URL("/api/rebuild", address), "POST"),
    remember: async (_, make) => make(),
    announce: () => undefined,
    close: () => Promise.resolve(),
  };
}

async function inParts<Answer>(
  subjects: readonly string[],
  asked: (some: readonly string[]) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < subjects.length; from += MOST_SUBJECTS)
    answers.push(await asked(subjects.slice(from, from + MOST_SUBJECTS)));
  return answers;
}

async function ask<Answer>(url: URL, method: "GET" | "POST", upload?: Uint8Array): Promise<Answer> {
  const sent = upload === undefined ? {} : { body: new Uint8Array(upload) };
  const response = await fetch(url, { method, ...sent, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    (error: unknown) => {
      throw new SourceError("network", `the running workbench at ${url.origin} does not answer`, { cause: error });
    },
  );
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Answer;
  const detail = (body as { detail?: string } | null)?.detail ?? response.statusText;
  if (response.status === 400 || response.status === 404) throw InputError.line(detail);
  throw new SourceError("network", detail);
}
