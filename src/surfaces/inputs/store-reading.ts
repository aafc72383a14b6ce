// What can be read of a store beside the view of a case, and what people's judgements write there: one place for the
// workbench and for tests.

import { readClusters } from "../../ledger/actors.ts";
import { historyOf } from "../../ledger/append.ts";
import { commitJudgement, commitUndo, importDecisions, movedTo, readDecisions } from "../../ledger/decisions.ts";
import { readViewAt } from "../../ledger/past-view.ts";
import { readListed } from "../../ledger/listed.ts";
import { readOrigins, readRecord, type Origin } from "../../ledger/provenance.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Database } from "../../store/tables.ts";
import { InputError } from "../../values/errors.ts";
import { importPackage } from "./import-case.ts";
import { importInto } from "./import-file.ts";
import type { Ledger } from "./ledger.ts";
import { composeQueue, reviewCase, type ReviewOfCase } from "./queue.ts";

/** What is costly to work out and stays as it is until something is written. */
export type Kept = {
  reviews: Map<string, Promise<ReviewOfCase>>;
  pasts: Map<string, Promise<LedgerView | null>>;
  origins: Promise<Map<string, Origin[]>> | null;
};

export function nothingKept(): Kept {
  return { reviews: new Map(), pasts: new Map(), origins: null };
}

export function forget(kept: Kept): void {
  kept.reviews.clear();
  kept.pasts.clear();
  kept.origins = null;
}

type Reading = Pick<
  Ledger,
  "viewAt" | "movedTo" | "record" | "origins" | "listed" | "clusters" | "queue" | "decisions" | "history"
>;

/** Moments kept at once: each holds a whole case. */
const MOST_PASTS = 8;

export function storeReading(db: Database, viewOf: (caseId: string) => Promise<LedgerView>, kept: Kept): Reading {
  return {
    async viewAt(caseId, moment) {
      const key = `${caseId}\n${moment}`;
      const past = kept.pasts.get(key) ?? readViewAt(db, caseId, moment);
      if (kept.pasts.size >= MOST_PASTS) kept.pasts.clear();
      kept.pasts.set(key, past);
      past.catch(() => kept.pasts.delete(key));
      const view = await past;
      if (!view) throw new InputError("recorded", "a moment at which the case was on record", moment);
      return view;
    },
    movedTo: (caseId, incident) => movedTo(db, caseId, incident),
    record: (sequence) => readRecord(db, sequence),
    async origins(subjects) {
      kept.origins ??= readOrigins(db);
      const all = await kept.origins;
      return Object.fromEntries(
        subjects.flatMap((subject) => (all.has(subject) ? [[subject, all.get(subject) ?? []]] : [])),
      );
    },
    listed: (source) => readListed(db, source),
    clusters: () => readClusters(db),
    async queue(caseId, most) {
      const view = await viewOf(caseId);
      const found = kept.reviews.get(caseId) ?? reviewCase(db, view);
      kept.reviews.set(caseId, found);
      found.catch(() => kept.reviews.delete(caseId));
      return composeQueue(db, view, await found, most);
    },
    decisions: (caseId) => readDecisions(db, caseId),
    history: (caseId, subjects) => historyOf(db, caseId, subjects),
  };
}

type Writing = Pick<Ledger, "judge" | "undo" | "importDecisions" | "importFile" | "importCase">;

/** `writing` surrounds whatever changes the store. */
export function storeWriting(
  db: Database,
  writing: <Result>(work: () => Promise<Result>) => Promise<Result>,
  now: () => Date,
  env: Record<string, string | undefined>,
): Writing {
  return {
    judge: (caseId, judged) => writing(async () => ({ records: await commitJudgement(db, caseId, judged, now()) })),
    undo: (caseId, of) => writing(async () => ({ records: await commitUndo(db, caseId, of, now()) })),
    importDecisions: (caseId, rows) => writing(() => importDecisions(db, caseId, rows, now())),
    importFile: (asked) => (asked.preview ? importInto(db, asked) : writing(() => importInto(db, asked))),
    importCase: ({ file, bytes }) => importPackage(db, file, bytes, writing, { now: now(), env }),
  };
}
