// The queue of doubtful placements, ordered by how much a judgement would move the estimates times the chance that what
// stands now is wrong; each pair side by side, with its reasons in bits.

import { claimsOf, readClusters } from "../../ledger/actors.ts";
import { LISTS } from "../../ledger/change.ts";
import { readDecisions } from "../../ledger/decisions.ts";
import type { LinkedStatement } from "../../ledger/incident.ts";
import { review, undecided, type Doubtful, type Waterfall } from "../../ledger/review.ts";
import type { LedgerView } from "../../ledger/view.ts";
import { linkInfluence, movedBy, type Influence } from "../../measure/link-influence.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import type { Database } from "../../store/tables.ts";
import type { Text } from "../../values/text.ts";
import { measuredLists } from "./measured-lists.ts";

export type QueueSide = { statement: LinkedStatement; incident: { id: string; title: Text; statements: number } };

export type QueueItem = Doubtful & {
  /** The chance that the placement as it stands is wrong. */
  chanceWrong: number;
  /** What the opposite of what stands would do to the estimates. */
  influence: Influence[];
  /** By how many incidents, over both directions. */
  moved: number;
  /** The statement that would move, and the one of the incident that it is compared with. */
  left: QueueSide;
  right: QueueSide;
  why: Waterfall | null;
};

export type Queue = {
  case: string;
  /** Judgements that stand, and all pairs: those judged and those still open. */
  judged: number;
  total: number;
  items: QueueItem[];
};

export type ReviewOfCase = ReturnType<typeof review>;

/** The doubtful pairs of a case: costly, and the same until something is written. */
export async function reviewCase(db: Database, view: LedgerView): Promise<ReviewOfCase> {
  const rows = await db
    .selectFrom("listed")
    .select(["id", "body"])
    .where("case", "=", LISTS)
    .where("id", "in", db.selectFrom("links").select("id").where("case", "=", view.about.id))
    .execute();
  const listed = new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as ListedRecord]));
  return review(view, listed, claimsOf(await readClusters(db)));
}

/** The first `most` pairs of the queue. */
export async function composeQueue(
  db: Database,
  view: LedgerView,
  { pairs, why }: ReviewOfCase,
  most: number,
): Promise<Queue> {
  const decisions = await readDecisions(db, view.about.id);
  const open = undecided(pairs, view, decisions);
  const [a, b] = view.about.parties;
  const influenceOf = linkInfluence(
    view.incidents,
    [
      { from: b.iso, to: a.iso },
      { from: a.iso, to: b.iso },
    ],
    measuredLists,
  );
  const placed = placesOf(view);
  const ranked = open
    .map((pair) => {
      const influence = influenceOf({ statement: pair.statement, to: pair.now === "linked" ? null : pair.incident });
      const chanceWrong = pair.now === "linked" ? 1 - pair.probability : pair.probability;
      return { ...pair, influence, moved: movedBy(influence), chanceWrong };
    })
    .toSorted(
      (one, other) =>
        other.moved * other.chanceWrong - one.moved * one.chanceWrong ||
        doubt(other) - doubt(one) ||
        (one.statement < other.statement ? -1 : 1),
    );
  const items = ranked.slice(0, most).flatMap((pair): QueueItem[] => {
    const [left, right] = [placed.get(pair.statement), placed.get(pair.against)];
    return left && right ? [{ ...pair, left, right, why: why(pair) }] : [];
  });
  return { case: view.about.id, judged: decisions.length, total: open.length + decisions.length, items };
}

function doubt({ probability }: Doubtful): number {
  return probability * (1 - probability);
}

function placesOf({ incidents }: LedgerView): Map<string, QueueSide> {
  return new Map(
    incidents.flatMap(({ id, title, statements }) =>
      statements.map(
        (statement) => [statement.id, { statement, incident: { id, title, statements: statements.length } }] as const,
      ),
    ),
  );
}
