// The ledger as it stood at a moment: the records up to then, folded again. This is what was on record, not what was
// known of the world: for that see `asOf`.

import type { Database, RecordRow } from "../store/tables.ts";
import type { Act } from "../values/act.ts";
import type { CaseAbout, IncidentAbout } from "../values/case-file.ts";
import type { Statement } from "../values/statement.ts";
import { LISTS, readKind, type Link, type SubjectKind } from "./change.ts";
import { assemble, type LedgerView, type Row } from "./view.ts";

/** Reads a case as it stood at `moment` (ISO 8601, included), or null where it was not on record yet. */
export async function readViewAt(db: Database, caseId: string, moment: string): Promise<LedgerView | null> {
  const records = await db
    .selectFrom("records")
    .selectAll()
    .where("at", "<=", moment)
    .where("case", "in", [caseId, LISTS])
    .orderBy("sequence")
    .execute();
  const states = fold(records);
  const about = of<CaseAbout>(states, caseId, "case").get(caseId);
  if (!about || about.withdrawn) return null;
  const own = of<Statement>(states, caseId, "statement");
  const links = of<Link>(states, caseId, "link");
  const imported = [...of<Statement>(states, LISTS, "statement")]
    .filter(([id]) => links.has(id) && !own.has(id))
    .map(([, row]) => row);
  const last = records.at(-1);
  return assemble(
    about.body,
    [...of<IncidentAbout>(states, caseId, "incident").values()],
    [...own.values(), ...imported],
    [...links.values()],
    [...of<Act>(states, caseId, "act").values()],
    last ? { sequence: last.sequence, hash: last.hash } : { sequence: 0, hash: "" },
  );
}

type States = Map<string, Map<string, Row<unknown>>>;

/** The last state of every subject, by case and kind. */
function fold(records: readonly RecordRow[]): States {
  const states: States = new Map();
  for (const record of records) {
    const kind = readKind(record.kind);
    if (!kind) continue;
    const key = `${record.case}\n${kind.subject}`;
    const subjects = states.get(key) ?? new Map<string, Row<unknown>>();
    states.set(key, subjects);
    const before = subjects.get(record.subject);
    if (!kind.withdraws) subjects.set(record.subject, { body: JSON.parse(record.body) as unknown, withdrawn: false });
    else if (before) subjects.set(record.subject, { ...before, withdrawn: true });
  }
  return states;
}

function of<Body>(states: States, caseId: string, kind: SubjectKind): Map<string, Row<Body>> {
  return (states.get(`${caseId}\n${kind}`) ?? new Map()) as Map<string, Row<Body>>;
}
