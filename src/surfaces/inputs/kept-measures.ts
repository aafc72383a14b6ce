// Measures of a case that take long, worked out once for whoever asks: a panel, the brief, an address. What is on record
// and every setting name an answer, so that two who ask alike are given the same one.

import { hashOf } from "../../log/record.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Direction } from "../../ledger/incident.ts";
import { effectOnCase, type CaseEffect } from "../../measure/effect/case-effect.ts";
import type { DoubtfulPlacement } from "../../measure/hidden/case-hidden.ts";
import type { OverDatesOptions } from "../../measure/reciprocity/over-dates.ts";
import type { Day } from "../../values/day.ts";
import { answerCache, type AnswerCache } from "./answer-cache.ts";
import { caseHidden, type CaseHidden, type HiddenAsked } from "./case-hidden.ts";
import { caseReciprocity, type CaseReciprocity } from "./case-reciprocity.ts";
import { caseTrendAnswer, type TrendAnswer, type TrendOptions } from "./case-trend.ts";
import { measuredLists } from "./measured-lists.ts";

/** Each measure has its own room: whoever drags a slider is not to drive the others out. */
const KEPT_PER_MEASURE = 8;

const rooms = new Map<string, AnswerCache>();

/** What `make` gave for this measure, this content and these settings before, or gives now. */
export function kept<Result>(measure: string, { hash }: LedgerView, asked: object, make: () => Result): Result {
  const room = rooms.get(measure) ?? answerCache(KEPT_PER_MEASURE);
  rooms.set(measure, room);
  return room.kept(hashOf({ hash, asked }), make);
}

export function keptTrend(view: LedgerView, asked: TrendOptions): TrendAnswer | null {
  return kept("trend", view, asked, () => caseTrendAnswer(view, asked));
}

export function keptReciprocity(view: LedgerView, asked: OverDatesOptions): CaseReciprocity {
  return kept("reciprocity", view, asked, () => caseReciprocity(view, asked));
}

/** With the doubtful placements of the view, which no hash of it tells. */
export function keptHidden(
  view: LedgerView,
  doubtful: readonly DoubtfulPlacement[],
  asked: Required<HiddenAsked>,
): CaseHidden {
  const placed = doubtful.map(({ statement, incident, now, probability }) => [statement, incident, now, probability]);
  return kept("hidden", view, { ...asked, placed }, () => caseHidden(view, doubtful, asked));
}

export type EffectAsked = { direction: Direction; date: Day; months: number | null; seed: number; level: number };

export function keptEffect(view: LedgerView, asked: EffectAsked): CaseEffect {
  const { months, ...rest } = asked;
  const question = { ...rest, ...(months === null ? {} : { months }) };
  return kept("effect", view, asked, () =>
    effectOnCase({ incidents: view.incidents, lists: measuredLists, ...question }),
  );
}
