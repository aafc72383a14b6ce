// A case's standing statements in the ledger's own words, as the importers of `plain` read them back: a table, one
// statement a line, or one document with the links and acts beside. Withdrawn ones are named, and do not stand.

import type { LedgerView } from "../../ledger/view.ts";
import type { LinkedStatement } from "../../ledger/incident.ts";
import { guarded } from "../../sources/plain/formula-guard.ts";
import { plainColumns, plainRow } from "../../sources/plain/plain-columns.ts";
import type { Statement } from "../../values/statement.ts";
import { csv } from "../inputs/incident-table.ts";

/** The columns of `statements-csv`, then the link, which that importer leaves to the ledger. */
export function statementsTable(view: LedgerView): string {
  const head = [...plainColumns, "incident", "link", "linkBecause"];
  const rows = standing(view).map(({ link, withdrawn: _withdrawn, ...statement }) => {
    const row = plainRow(statement);
    return plainColumns.map((name) => row[name]).concat([link.incident, link.kind, link.because].map(guarded));
  });
  return csv([head, ...rows]);
}

export function statementLines(view: LedgerView): string {
  return standing(view)
    .map((statement) => `${JSON.stringify(bare(statement))}\n`)
    .join("");
}

export function caseDocument(view: LedgerView, asof: string | null): string {
  const { about, hash, incidents, acts } = view;
  const all = incidents.flatMap(({ statements }) => statements);
  const document = {
    case: about,
    asof,
    hash,
    incidents: incidents.map(({ id, title, summary, madeFor }) => ({ id, title, summary, madeFor })),
    statements: standing(view).map(bare),
    withdrawn: all.filter(({ withdrawn }) => withdrawn).map(bare),
    links: all.map(({ link }) => link),
    acts,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function standing({ incidents }: LedgerView): LinkedStatement[] {
  return incidents.flatMap(({ statements }) => statements).filter(({ withdrawn }) => !withdrawn);
}

function bare({ link: _link, withdrawn: _withdrawn, ...statement }: LinkedStatement): Statement {
  return statement;
}
